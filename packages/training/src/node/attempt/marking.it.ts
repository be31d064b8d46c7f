import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { testBlueprint, testRule } from '../../common/exam/exam-fixture';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import { mixedBank, reason, sittingIn } from '../testing/sit-exam';

let house: TestExamHouse;
let hall: ReturnType<typeof sittingIn>;
beforeAll(async () => {
    house = await openTestExamHouse(mixedBank);
    hall = sittingIn(house);
});
afterAll(() => house.close());

describe('what is marked by hand', () => {
    const handedIn = async (about: Parameters<TestExamHouse['published']>[0], person: TestPerson = house.agent): Promise<{ readonly id: string; readonly place: number }> => {
        const id = await hall.begun({ sections: testBlueprint([testRule('essay', 1, { tags: ['essay'] })]).sections, passPercent: 60, ...about }, person);
        await hall.save(id, 0, { kind: 'essay', text: 'Because.' }, {}, new Date(), person);
        await house.attempts.submit(person, id);
        return { id, place: 0 };
    };
    it('waits in a queue, is marked, and counts', async () => {
        const { id, place } = await handedIn({});
        expect((await house.marking.queue(house.trainer, { limit: 100 })).rows.map(each => each.id)).toContain(id);
        expect((await house.reviews.marking(house.trainer, id)).toMark).toMatchObject([{ place, wanted: 'first', hints: 'KEY-hint' }]);
        await house.marking.mark(house.trainer, { id, place, share: 0.75, comment: 'Good.' });
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ state: 'released', percent: 75, passed: true });
        expect((await house.marking.queue(house.trainer, { limit: 100 })).rows.map(each => each.id)).not.toContain(id);
        await expect(house.marking.mark(house.trainer, { id, place, share: 1, comment: '' })).rejects.toMatchObject(reason('wrong-state'));
    });
    it('is marked by two who do not see each other, and decided by a third where they differ', async () => {
        const { id, place } = await handedIn({ secondMarker: true });
        const [second, third] = [await house.person(newId(), { roles: ['trainer'] }), await house.person(newId(), { roles: ['trainer'] })];
        await house.marking.mark(house.trainer, { id, place, share: 1, comment: 'Excellent.' });
        await expect(house.marking.mark(house.trainer, { id, place, share: 1, comment: '' })).rejects.toMatchObject(reason('marked-already'));
        const blind = await house.reviews.marking(second, id);
        expect(blind).toMatchObject({ marks: [], toMark: [{ wanted: 'second' }] });
        expect(JSON.stringify(blind)).not.toContain('Excellent.');
        await house.marking.mark(second, { id, place, share: 0.5, comment: '' });
        const deciding = await house.reviews.marking(third, id);
        expect(deciding.toMark).toMatchObject([{ wanted: 'deciding' }]);
        expect(deciding.items[place].feedback).toContain('Excellent.');
        await house.marking.mark(third, { id, place, share: 0.5, comment: '' });
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ state: 'released', percent: 50, passed: false });
    });
    it('is let go by hand where the exam says so, and marked anew with a reason while earlier marks stay', async () => {
        const { id, place } = await handedIn({ release: 'by-hand' });
        await house.marking.mark(house.trainer, { id, place, share: 0.5, comment: '' });
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ state: 'graded', percent: null, passed: null });
        await house.marking.release(house.trainer, id);
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ percent: 50, passed: false });
        const { version } = await house.reviews.marking(house.trainer, id);
        await expect(house.marking.regrade(house.trainer, { id, version: version - 1, place, share: 1, reason: 'Seen again', comment: '' })).rejects.toMatchObject(reason('changed-meanwhile'));
        await house.marking.regrade(house.trainer, { id, version, place, share: 1, reason: 'Seen again', comment: '' });
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ state: 'released', percent: 100, passed: true });
        expect((await house.reviews.marking(house.trainer, id)).marks.map(each => [each.kind, each.share, each.reason])).toEqual([['first', 0.5, null], ['regrade', 1, 'Seen again']]);
    });
    it('is nothing that somebody marks of their own', async () => {
        const { id, place } = await handedIn({}, house.colleague);
        await expect(house.marking.mark(house.colleague, { id, place, share: 1, comment: '' })).rejects.toMatchObject(reason('own-attempt'));
        await expect(house.reviews.marking(house.colleague, id)).rejects.toMatchObject(reason('own-attempt'));
    });
});
