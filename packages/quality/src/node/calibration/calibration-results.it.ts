import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let raters: TestPerson[];
beforeAll(async () => {
    house = await openTestQualityHouse();
    raters = [await house.person('anna', { roles: ['qa-evaluator'] }), await house.person('bert', { roles: ['qa-evaluator'] })];
});
afterAll(() => house.close());

it('is computed once for a closed session, and again when the panel agrees on something', async () => {
    const call = (await house.call()).id;
    const { id } = await house.calibrations.create(house.lead, { title: 'Once', formId: house.formId, interactionIds: [call], raterIds: raters.map(each => each.personId), expertId: null, dueAt: null, tolerance: 5 });
    await house.calibrations.act(house.lead, id, 1, 'open');
    for (const [place, person] of raters.entries()) {
        const evaluation = await house.calibrations.score(person, id, call);
        await house.evaluations.submit(person, { id: evaluation, version: 1, answers: { greeting: { value: true }, tone: { value: 3 + place } }, evidence: [] });
    }
    await house.calibrations.act(house.lead, id, 2, 'close');

    const computed = vi.spyOn(house.thread, 'summaryOf');
    const first = await house.results.result(house.lead, id);
    await Promise.all([house.results.result(raters[0]!, id), house.results.result(house.lead, id)]);
    expect(await house.results.trend(house.lead, undefined)).toHaveLength(1);
    expect(await house.results.result(house.lead, id)).toEqual(first);
    expect(computed).toHaveBeenCalledTimes(1);

    const referenceOf = async () => (await house.results.result(house.lead, id)).questions.find(each => each.questionId === 'tone')!.reference[0]!.source;
    expect(await referenceOf()).not.toBe('consensus');
    await house.results.agree(house.lead, { id, interactionId: call, questionId: 'tone', rating: 4 });
    expect(await referenceOf()).toBe('consensus');
    expect(computed).toHaveBeenCalledTimes(2);
});

it('lists everybody who may evaluate as somebody to be calibrated, whatever their role is called', async () => {
    const { roleId } = await house.database.read().insertInto('core.role').values({ id: newId(), code: 'listener', name: 'Listener', built_in: false }).returning('id as roleId').executeTakeFirstOrThrow();
    await house.database.read().insertInto('core.role_grant').values({ role_id: roleId, permission: 'evaluation:write', scope: 'own' }).execute();
    const listener = await house.person('listener', { roles: ['listener'] });
    await house.person('agent', { roles: ['agent'] });
    const status = await house.results.evaluators(house.lead);
    expect(status.map(each => each.name)).toEqual(['anna', 'bert', 'lead', 'listener']);
    expect(status.find(each => each.personId === listener.personId)).toMatchObject({ overdue: true, sessions: 0 });
});
