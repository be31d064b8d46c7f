import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewedQuestion } from '../../common/attempt/attempt-contract';
import { testBlueprint, testRule } from '../../common/exam/exam-fixture';
import { openTestExamHouse, rubricEssay, secrets, type TestExamHouse } from '../testing/exam-house';
import { choice, minuteMs, mixedBank, singles, sittingIn } from '../testing/sit-exam';

let house: TestExamHouse;
let hall: ReturnType<typeof sittingIn>;
beforeAll(async () => {
    house = await openTestExamHouse(mixedBank);
    hall = sittingIn(house);
});
afterAll(() => house.close());

const everything = { sections: testBlueprint([testRule('single', 2, { tags: ['single'] }), testRule('short', 2, { tags: ['short'] }), testRule('essay', 1, { tags: ['essay'] })]).sections };

describe('what answers questions', () => {
    const leaks = (value: unknown): string[] => secrets.filter(each => JSON.stringify(value).includes(each));
    const shares = (value: unknown): boolean => /"(share|shuffle|accepted|hints|criteria|levels|ratings|rubric|weight|caseSensitive|seed|expert|tolerance|versionId)"/.test(JSON.stringify(value));

    it('does not reach trainees before the exam lets them see it, in any answer of the server', async () => {
        const assignment = await house.given(await house.published({ ...everything, review: { submitted: ['answers', 'points', 'solutions', 'feedback'], released: ['answers'], closed: ['solutions', 'feedback'] } }), house.agent);
        const id = await house.attempts.begin(house.agent, assignment);
        const sitting = await house.sittings.sit(house.agent, id);
        const answers = await Promise.all(sitting.items.map(({ place, question }) => hall.save(id, place, question.kind === 'single' ? choice('Right', question.choices) : question.kind === 'essay' ? { kind: 'essay', text: 'Because.' } : { kind: 'short', text: 'wrong' })));
        const again = await house.sittings.sit(house.agent, id);
        await house.attempts.submit(house.agent, id);
        const waiting = await house.reviews.own(house.agent, id);
        const mine = await house.sittings.mine(house.agent);
        for (const each of [sitting, answers, again, waiting, mine]) {
            expect(leaks(each)).toEqual([]);
            expect(shares(each)).toBe(false);
        }
        expect(waiting).toMatchObject({ phase: 'submitted', percent: null, passed: null, points: null });
        expect(waiting.items.every(each => !('points' in each) && !('solution' in each) && !('feedback' in each))).toBe(true);

        const essayAt = sitting.items.findIndex(each => each.question.kind === 'essay');
        await house.marking.mark(house.trainer, { id, place: essayAt, share: 0.5, comment: 'Why?' });
        const released = await house.reviews.own(house.agent, id);
        expect(released).toMatchObject({ phase: 'released', points: 3 });
        expect(leaks(released)).toEqual([]);
        // what is asked for by the last phase is there then, so that the search above can find something
        await house.assignments.extend(house.trainer, { id: assignment, version: 1, extraMinutes: 0, extraAttempts: 0, closesAt: new Date(Date.now() + 100).toISOString() });
        const closed = await house.reviews.own(house.agent, id, new Date(Date.now() + 2 * minuteMs));
        expect(leaks(closed)).toEqual(expect.arrayContaining(['KEY-accepted', 'KEY-otherwise', 'KEY-feedback', 'KEY-general']));
        expect(leaks(await house.reviews.marking(house.trainer, id))).toContain('KEY-hint');
    });
    it('holds nothing of a rubric before what is said about answers may be seen', async () => {
        const reports = await openTestExamHouse([rubricEssay(1)]);
        try {
            const of = sittingIn(reports);
            const about = (released: readonly ('answers' | 'points' | 'feedback')[]) => ({ sections: testBlueprint([testRule('report', 1)]).sections, secondMarker: true, review: { submitted: ['answers' as const, 'points' as const, 'feedback' as const], released, closed: [] } });
            const second = await reports.person('second', { roles: ['trainer'] });
            const [hidden, told, whole] = [await of.begun(about(['answers', 'points'])), await of.begun(about(['feedback'])), await of.begun(about(['points', 'feedback']))];
            const sight = async (id: string): Promise<readonly unknown[]> => [await reports.reviews.own(reports.agent, id), await reports.sittings.mine(reports.agent)];
            for (const id of [hidden, told, whole]) {
                const sitting = await reports.sittings.sit(reports.agent, id);
                const saved = await of.save(id, 0, { kind: 'essay', text: 'I called back.' });
                await reports.attempts.submit(reports.agent, id);
                const submitted = await sight(id);
                await reports.marking.mark(reports.trainer, { id, place: 0, ratings: { tone: { value: 'l1', comment: 'KEY-feedback' }, facts: { value: 'l2' } }, comment: '' });
                const halfMarked = await sight(id);
                expect(leaks([sitting, saved, submitted, halfMarked])).toEqual([]);
                expect(shares([sitting, saved, submitted, halfMarked])).toBe(false);
                await reports.marking.mark(second, { id, place: 0, ratings: { tone: { value: 'l2' }, facts: { value: 'l2' } }, comment: '' });
            }
            expect(leaks(await sight(hidden))).toEqual([]);
            expect(shares(await sight(hidden))).toBe(false);
            const [{ rubric: withoutPoints }] = (await reports.reviews.own(reports.agent, told)).items as [ReviewedQuestion];
            expect(withoutPoints).toEqual([{ text: 'KEY-criterion tone', critical: false, failed: false, levels: ['KEY-level tone 1', 'KEY-level tone 2'], comments: ['KEY-feedback'] }, { text: 'KEY-criterion facts', critical: true, failed: false, levels: ['KEY-level facts 2'], comments: [] }]);
            // (1/2 + 1) / 2 of a third of 4 points, and two thirds of them
            expect((await reports.reviews.own(reports.agent, whole)).items[0]).toMatchObject({ points: 3.667, rubric: [{ points: 1, of: 1.333 }, { points: 2.667, of: 2.667 }] });
            expect(JSON.stringify(await reports.reviews.own(reports.agent, whole))).not.toContain('KEY-level facts 1');
        } finally {
            await reports.close();
        }
    });
    it('is not shown to whoever is through while somebody else still has the exam to sit', async () => {
        const exam = await house.published({ ...singles, passPercent: 0, review: { submitted: [], released: ['answers'], closed: ['solutions'] } });
        const endsAt = new Date(Date.now() + minuteMs).toISOString();
        const [own, other] = [await house.given(exam, house.agent, endsAt), await house.given(exam, house.colleague)];
        const id = await house.attempts.begin(house.agent, own);
        await house.attempts.submit(house.agent, id);
        const phaseAfter = async (minutes: number) => (await house.reviews.own(house.agent, id, new Date(Date.now() + minutes * minuteMs))).phase;
        expect(await phaseAfter(5)).toBe('released');
        await house.assignments.extend(house.trainer, { id: other, version: 1, extraMinutes: 10, extraAttempts: 0, closesAt: endsAt });
        expect([await phaseAfter(5), await phaseAfter(12)]).toEqual(['released', 'closed']);
        await house.assignments.extend(house.trainer, { id: other, version: 2, extraMinutes: 0, extraAttempts: 0, closesAt: null });
        await house.attempts.submit(house.colleague, await house.attempts.begin(house.colleague, other));
        expect(await phaseAfter(5)).toBe('closed');
    });
    it('is shown when the round is over, whoever has failed for good; not within the grace minute', async () => {
        const about = { ...singles, passPercent: 100, attempts: 1, review: { submitted: [], released: ['answers' as const], closed: ['solutions' as const] } };
        const exam = await house.published(about);
        const endsAt = new Date(Date.now() + minuteMs).toISOString();
        const [own, other] = [await house.given(exam, house.agent, endsAt), await house.given(exam, house.colleague)];
        const id = await house.attempts.begin(house.agent, own);
        await house.attempts.submit(house.agent, id);
        const phaseAfter = async (minutes: number) => (await house.reviews.own(house.agent, id, new Date(Date.now() + minutes * minuteMs))).phase;
        expect(await phaseAfter(5)).toBe('released');
        await house.attempts.submit(house.colleague, await house.attempts.begin(house.colleague, other));
        expect([await phaseAfter(1.5), await phaseAfter(5)]).toEqual(['released', 'closed']);
        const endless = await house.published(about);
        const last = await house.attempts.begin(house.agent, await house.given(endless, house.agent));
        await house.given(endless, house.colleague);
        await house.attempts.submit(house.agent, last);
        expect((await house.reviews.own(house.agent, last)).phase).toBe('released');
        await house.exams.retire(house.trainer, { id: endless, version: 4 });
        expect((await house.reviews.own(house.agent, last)).phase).toBe('closed');
    });
    it('cannot be told from ids, nor from their order', async () => {
        const order = new Set<string>();
        for (let tries = 0; tries < 12; tries++) {
            const id = await hall.begun(singles);
            for (const { question } of (await house.sittings.sit(house.agent, id)).items) {
                order.add(question.kind === 'single' ? question.choices.map(each => each.text.split(' ')[0]).join() : '');
            }
        }
        expect(order.size).toBe(6);
    });
});
