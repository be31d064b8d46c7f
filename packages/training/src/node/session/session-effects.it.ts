import type { PeopleMeasure } from '@earshot/core/lib/node/measure/people-measure';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestSessionHouse, type TestSessionHouse } from '../testing/session-house';

let house: TestSessionHouse;
const sessionsAt = new Set<number>();
/** Who was there scored 60 to 65 before and 10 to 12 more afterwards; everybody else rose by 1. */
const measure: PeopleMeasure = {
    kind: 'evaluation-score',
    means: (principal, windows) => Promise.resolve(principal.permissions.get('training-plan:read') === 'own' ? undefined : windows.map(({ personId, from, to }) => {
        const place = house.agents.findIndex(each => each.personId === personId);
        const after = sessionsAt.has(from.getTime());
        expect(to.getTime() - from.getTime()).toBe(90 * 86_400_000);
        return place === 0 && after ? { mean: null, n: 0 } : { mean: 60 + Math.max(0, place) + (after ? place < 0 ? 1 : 10 + place % 3 : 0), n: 3 };
    }))
};
beforeAll(async () => { house = await openTestSessionHouse([measure]); });
afterAll(() => house.close());

it('is that of participants with both sides, beside colleagues of their team who were never there', async () => {
    const untaught = await house.person('untaught', { roles: ['agent'], teamId: house.teamId });
    await house.person('elsewhere', { roles: ['agent'] });
    const id = await house.held(6);
    sessionsAt.add(Date.parse((await house.reader.get(house.trainer, id)).endsAt));
    const { effects: [effect], readable } = await house.effects.ofSession(house.trainer, id);
    expect(readable).toBe(true);
    expect(effect).toMatchObject({ measure: 'evaluation-score', people: 6, values: { before: 15, after: 15 }, change: { before: { value: 63, n: 5 }, verdict: 'up' }, colleagues: { before: { value: 60, n: 1 }, difference: 1 }, beyond: { verdict: 'too-few' } });
    expect(effect!.change.difference).toBeCloseTo(11.2, 12); // of 11, 12, 10, 11 and 12
    expect((await house.effects.ofCourse(house.trainer, house.courseId)).effects[0]!.people).toBe(6);
    expect(untaught.personId).not.toBe('');
    // a leader sees the change of their team, and who may see nobody's scores sees none
    expect((await house.effects.ofSession(house.leader, id)).effects[0]!.people).toBe(6);
    const peer = await house.person('peer', { roles: ['qa-evaluator'] });
    const own = await house.planned(-1, house.agents, { by: peer });
    expect(await house.effects.ofSession(peer, own)).toMatchObject({ readable: false, effects: [] });
    await expect(house.effects.ofSession(house.stranger, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
