import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { testBlueprint, testRule } from '../../common/exam/exam-fixture';
import { essay, openTestExamHouse, rubricEssay, type TestExamHouse } from '../testing/exam-house';
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
    it('by a rubric is worth what its levels come to, by whoever marks, and where they are far apart by a third', async () => {
        const reports = await openTestExamHouse([rubricEssay(1), essay(1)]);
        try {
            const of = sittingIn(reports);
            const begun = async (tag: string) => of.begun({ sections: testBlueprint([testRule(tag, 1, { tags: ['essay'] })]).sections, secondMarker: true, passPercent: 60 });
            const written = async (wanted: string): Promise<string> => {
                for (;;) {
                    const id = await begun('essay');
                    const [item] = (await reports.sittings.sit(reports.agent, id)).items;
                    if (item!.question.prompt === wanted) {
                        await of.save(id, 0, { kind: 'essay', text: 'So it was.' });
                        await reports.attempts.submit(reports.agent, id);
                        return id;
                    }
                }
            };
            const [id, plain] = [await written('Report 1'), await written('Essay 1')];
            const [second, third] = [await reports.person('second', { roles: ['trainer'] }), await reports.person('third', { roles: ['trainer'] })];
            const levels = (tone: number, facts: number) => ({ tone: { value: `l${tone}`, comment: 'Seen.' }, facts: { value: `l${facts}` } });
            const problem = (path: string, code: string) => ({ code: 'INVALID', data: { problems: [{ path, code }] } });
            const mark = { id, place: 0, comment: '' };
            await expect(reports.marking.mark(reports.trainer, { ...mark, share: 1 })).rejects.toMatchObject(problem('share', 'rated-by-criteria'));
            await expect(reports.marking.mark(reports.trainer, mark)).rejects.toMatchObject(problem('ratings', 'rate-each-criterion'));
            await expect(reports.marking.mark(reports.trainer, { ...mark, ratings: { tone: { value: 'l1' } } })).rejects.toMatchObject(problem('ratings', 'rate-each-criterion'));
            await expect(reports.marking.mark(reports.trainer, { ...mark, ratings: { ...levels(1, 1), tone: { value: 'l9' } } })).rejects.toMatchObject(problem('ratings', 'rate-each-criterion'));
            await expect(reports.marking.mark(reports.trainer, { ...mark, id: plain, ratings: levels(1, 1), share: 1 })).rejects.toMatchObject(problem('ratings', 'no-criteria'));
            await expect(reports.marking.mark(reports.trainer, { ...mark, id: plain })).rejects.toMatchObject(problem('share', 'share-missing'));
            await reports.marking.mark(reports.trainer, { ...mark, id: plain, share: 0.5 });

            expect((await reports.reviews.marking(reports.trainer, id)).toMark).toMatchObject([{ criteria: [{ id: 'tone' }, { id: 'facts', critical: true }], wanted: 'first' }]);
            await reports.marking.mark(reports.trainer, { ...mark, ratings: levels(2, 2) });
            const blind = await reports.reviews.marking(second, id);
            expect(blind).toMatchObject({ marks: [], toMark: [{ wanted: 'second' }] });
            expect(JSON.stringify(blind)).not.toMatch(/Seen|"value"/u);
            // the critical one at its lowest level: nothing, though the other one is worth a third
            await reports.marking.mark(second, { ...mark, ratings: levels(2, 0) });
            const both = await reports.reviews.marking(third, id);
            expect(both).toMatchObject({ toMark: [{ wanted: 'deciding' }], marks: [{ share: 1, ratings: levels(2, 2) }, { share: 0, ratings: levels(2, 0) }] });
            await reports.marking.mark(third, { ...mark, ratings: levels(0, 1) });
            expect((await reports.reviews.own(reports.agent, id)).percent).toBeCloseTo(100 / 3, 1);
            const { version } = await reports.reviews.marking(third, id);
            await reports.marking.regrade(third, { ...mark, version, ratings: levels(2, 2), reason: 'Read again' });
            expect(await reports.reviews.own(reports.agent, id)).toMatchObject({ percent: 100, passed: true });
        } finally {
            await reports.close();
        }
    });
    it('is nothing that somebody marks of their own', async () => {
        const { id, place } = await handedIn({}, house.colleague);
        await expect(house.marking.mark(house.colleague, { id, place, share: 1, comment: '' })).rejects.toMatchObject(reason('own-attempt'));
        await expect(house.reviews.marking(house.colleague, id)).rejects.toMatchObject(reason('own-attempt'));
    });
});
