import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { testBlueprint, testRule } from '../../common/exam/exam-fixture';
import type { QuestionAnswer } from '../../common/question/question';
import { essay, openTestExamHouse, secrets, short, single, type TestExamHouse } from '../testing/exam-house';
import type { TrainingTables } from '../training-tables';

let house: TestExamHouse;
beforeAll(async () => { house = await openTestExamHouse([...Array.from({ length: 8 }, (_, place) => single(place)), short(1), short(2), essay(1)]); });
afterAll(() => house.close());

const minuteMs = 60_000;
const reason = (name: string) => ({ data: { reason: name } });
const begun = async (about: Parameters<TestExamHouse['published']>[0] = {}, person = house.agent): Promise<string> => house.attempts.begin(person, await house.given(await house.published(about), person));
const paperOf = async (id: string) => (await house.database.read<TrainingTables>().selectFrom('training.attempt').select(['paper', 'deadline_at', 'seed']).where('id', '=', id).executeTakeFirstOrThrow());
const choice = (text: string, options: readonly { readonly id: string; readonly text: string }[]): QuestionAnswer => ({ kind: 'single', choice: options.find(each => each.text.startsWith(text))!.id });
const save = (id: string, place: number, answer: QuestionAnswer | null, about: { readonly client?: string; readonly sequence?: number; readonly flagged?: boolean } = {}, now = new Date(), person = house.agent) =>
    house.attempts.save(person, { id, place, client: newId(), sequence: 1, flagged: false, ...about, answer }, now);
/** Answers every single choice. */
const answerAll = async (id: string, text: string, person = house.agent): Promise<void> => {
    for (const { place, question } of (await house.sittings.sit(person, id)).items) {
        if (question.kind === 'single') {
            await save(id, place, choice(text, question.choices), {}, new Date(), person);
        }
    }
};
const singles = { sections: testBlueprint([testRule('single', 4, { tags: ['single'] })]).sections };
const everything = { sections: testBlueprint([testRule('single', 2, { tags: ['single'] }), testRule('short', 2, { tags: ['short'] }), testRule('essay', 1, { tags: ['essay'] })]).sections };

describe('an exam', () => {
    it('is approved by somebody else, and sat as it was approved', async () => {
        const id = await house.exams.add(house.trainer, 'Own');
        await house.exams.change(house.trainer, { id, version: 1, title: 'Own', blueprint: testBlueprint([testRule('any', 12)]) });
        await expect(house.exams.requestReview(house.trainer, { id, version: 2 })).rejects.toMatchObject({ data: { problems: [{ path: 'blueprint.sections.0.rules.0', code: 'too-few', detail: { found: 11, wanted: 12 } }] } });
        await house.exams.change(house.trainer, { id, version: 2, title: 'Own', blueprint: testBlueprint([testRule('any', 3)]) });
        await house.exams.requestReview(house.trainer, { id, version: 3 });
        await expect(house.exams.publish(house.trainer, { id, version: 4 })).rejects.toMatchObject(reason('own-exam'));
        await house.exams.publish(house.approver, { id, version: 4 });
        await house.exams.change(house.trainer, { id, version: 5, title: 'Own', blueprint: testBlueprint([testRule('any', 9)]) });
        expect(await house.reader.get(house.trainer, id)).toMatchObject({ state: 'draft', number: 1, questions: 9 });
        const attempt = await house.attempts.begin(house.agent, await house.given(id, house.agent));
        expect((await house.sittings.sit(house.agent, attempt)).items).toHaveLength(3);
        await expect(house.exams.change(house.trainer, { id, version: 5, title: 'Own', blueprint: testBlueprint([]) })).rejects.toMatchObject(reason('changed-meanwhile'));
    });
    it('is not sat by whoever may see keys, and nobody gives themselves more time', async () => {
        const id = await house.published();
        const round = { id, personIds: [house.trainer.personId, house.approver.personId, house.leader.personId], teamIds: [], positionIds: [], opensAt: null, closesAt: null };
        expect(await house.assignments.assign(house.trainer, round)).toEqual({ assigned: 1, leftOut: ['approver', 'trainer'] });
        const person = await house.person(newId(), { roles: ['agent'] });
        const assignment = await house.given(id, person);
        await expect(house.assignments.extend(person, { id: assignment, version: 1, extraMinutes: 60, extraAttempts: 0, closesAt: null })).rejects.toMatchObject(reason('own-assignment'));
        expect((await house.sittings.mine(person))[0].beginning).toMatchObject({ may: true });
        await house.database.read().insertInto('core.person_role').columns(['person_id', 'role_id']).expression(eb => eb.selectFrom('core.role').select(({ val }) => [val(person.personId).as('person_id'), 'id']).where('code', '=', 'auditor')).execute();
        expect((await house.sittings.mine(person))[0].beginning).toMatchObject({ may: false, why: 'knows-the-keys' });
        await expect(house.attempts.begin(person, assignment)).rejects.toMatchObject(reason('knows-the-keys'));
    });
    it('is given to people, teams and positions, to each once while it is open', async () => {
        const id = await house.published();
        const north = house.agent.teamIds[0];
        const round = { id, personIds: [house.colleague.personId], teamIds: [north], positionIds: [], opensAt: null, closesAt: null };
        expect(await house.assignments.assign(house.trainer, round)).toEqual({ assigned: 3, leftOut: [] });
        expect(await house.assignments.assign(house.trainer, round)).toEqual({ assigned: 0, leftOut: [] });
        await expect(house.assignments.assign(house.trainer, { ...round, closesAt: '2020-01-01T00:00:00.000Z' })).rejects.toMatchObject({ data: { problems: [{ code: 'round-over' }] } });
    });
});

describe('an attempt', () => {
    it('is one, however often and from however many windows it is begun', async () => {
        const assignment = await house.given(await house.published(), house.agent);
        const ids = await Promise.all(Array.from({ length: 5 }, () => house.attempts.begin(house.agent, assignment)));
        expect(new Set(ids).size).toBe(1);
        await expect(house.attempts.begin(house.colleague, assignment)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.sittings.sit(house.colleague, ids[0])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('is graded as it was answered', async () => {
        const id = await begun(singles);
        await answerAll(id, 'Right');
        const { items } = await house.sittings.sit(house.agent, id);
        const last = items[3].question;
        await save(id, 3, last.kind === 'single' ? choice('Wrong', last.choices) : null);
        await house.attempts.submit(house.agent, id);
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ state: 'released', percent: 75, passed: false, points: 3, of: 4, reasons: [{ why: 'points' }] });
    });
    it('takes what arrives twice once, and what is late in the row of its window not at all', async () => {
        const id = await begun(singles);
        const { items } = await house.sittings.sit(house.agent, id);
        const { question } = items[0];
        const options = question.kind === 'single' ? question.choices : [];
        const client = newId();
        const first = await save(id, 0, choice('Wrong', options), { client, sequence: 1 });
        expect(await save(id, 0, choice('Wrong', options), { client, sequence: 1 })).toMatchObject({ version: first.version, savedAt: first.savedAt });
        await save(id, 0, choice('Right', options), { client, sequence: 3 });
        expect(await save(id, 0, choice('Half', options), { client, sequence: 2 })).toMatchObject({ version: 2 });
        expect((await house.sittings.sit(house.agent, id)).answers).toMatchObject([{ place: 0, answer: choice('Right', options), version: 2 }]);
    });
    it('merges two windows by what was saved last of each question, and a repeated request undoes nothing', async () => {
        const id = await begun(singles);
        const { items } = await house.sittings.sit(house.agent, id);
        const optionsOf = (place: number) => { const { question } = items[place]; return question.kind === 'single' ? question.choices : []; };
        const [one, other] = [newId(), newId()];
        await save(id, 0, choice('Wrong', optionsOf(0)), { client: one, sequence: 1 });
        await save(id, 1, choice('Right', optionsOf(1)), { client: other, sequence: 1 });
        await save(id, 0, choice('Right', optionsOf(0)), { client: other, sequence: 2 });
        await save(id, 0, choice('Wrong', optionsOf(0)), { client: one, sequence: 1 }); // its reply was lost
        expect((await house.sittings.sit(house.agent, id)).answers.map(each => [each.place, each.answer, each.version])).toEqual([[0, choice('Right', optionsOf(0)), 2], [1, choice('Right', optionsOf(1)), 1]]);
        expect((await house.sittings.sit(house.agent, id)).answers.map(each => each.client)).toEqual([other, other]);
    });
    it('takes answers for a minute after its deadline, and is handed in by the clock then', async () => {
        const id = await begun({ ...singles, minutes: 10 });
        const { items, deadlineAt } = await house.sittings.sit(house.agent, id);
        const { question } = items[0];
        const right = choice('Right', question.kind === 'single' ? question.choices : []);
        const at = (afterMs: number): Date => new Date(new Date(deadlineAt!).getTime() + afterMs);
        const client = newId();
        expect(await save(id, 0, right, { client, sequence: 1 }, at(30_000))).toMatchObject({ late: true });
        await expect(save(id, 0, null, { client, sequence: 2 }, at(60_001))).rejects.toMatchObject(reason('time-over'));
        await house.clock.run(at(59_000));
        expect((await house.sittings.sit(house.agent, id)).state).toBe('running');
        await house.clock.run(at(61_000));
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ state: 'released', percent: 25, submittedAt: deadlineAt });
        await expect(house.sittings.sit(house.agent, id)).rejects.toMatchObject(reason('attempt-over'));
        expect(await save(id, 0, right, { client, sequence: 1 }, at(70_000))).toMatchObject({ version: 1 }); // asked once more whether it was taken
        await expect(save(id, 0, null, { client, sequence: 2 }, at(70_000))).rejects.toMatchObject(reason('attempt-over'));
    });
    it('has more time when somebody is given more, at once', async () => {
        const exam = await house.published({ ...singles, minutes: 10 });
        const assignment = await house.given(exam, house.agent);
        const id = await house.attempts.begin(house.agent, assignment);
        const { deadlineAt } = await house.sittings.sit(house.agent, id);
        await house.assignments.extend(house.trainer, { id: assignment, version: 1, extraMinutes: 15, extraAttempts: 0, closesAt: null });
        const extended = await house.sittings.sit(house.agent, id);
        expect(new Date(extended.deadlineAt!).getTime() - new Date(deadlineAt!).getTime()).toBe(15 * minuteMs);
        await house.clock.run(new Date(new Date(deadlineAt!).getTime() + 2 * minuteMs));
        expect((await house.sittings.sit(house.agent, id)).state).toBe('running');
    });
    it('does not end, nor does its round begin after its end, by a slip of whoever gives more time', async () => {
        const exam = await house.published({ ...singles, minutes: 30 });
        const opensAt = new Date(Date.now() - 60 * minuteMs).toISOString();
        await house.assignments.assign(house.trainer, { id: exam, personIds: [house.agent.personId], teamIds: [], positionIds: [], opensAt, closesAt: null });
        const { rows: [{ id }] } = await house.assignments.list(house.trainer, { examId: exam, limit: 1 });
        const extend = (version: number, extraMinutes: number, closesAt: string | null, now = new Date()) => house.assignments.extend(house.trainer, { id, version, extraMinutes, extraAttempts: 0, closesAt }, now);
        const problem = (code: string) => ({ data: { problems: [{ code }] } });
        const attempt = await house.attempts.begin(house.agent, id);
        await expect(extend(1, 0, new Date(Date.now() - minuteMs).toISOString())).rejects.toMatchObject(problem('round-over'));
        await expect(extend(1, 0, opensAt, new Date(Date.parse(opensAt) - minuteMs))).rejects.toMatchObject(problem('round-backwards'));
        const closesAt = new Date(Date.now() + 5 * minuteMs).toISOString();
        await extend(1, 20, closesAt);
        const later = new Date(Date.parse(closesAt) + 10 * minuteMs);
        await expect(extend(2, 0, closesAt, later)).rejects.toMatchObject(problem('ends-running-attempt'));
        expect(await extend(2, 15, closesAt, later)).toMatchObject({ extraMinutes: 15, closesAt });
        expect((await house.sittings.sit(house.agent, attempt)).deadlineAt).toBe(new Date(Date.parse(closesAt) + 15 * minuteMs).toISOString());
    });
    it('is handed in once, however often that is asked', async () => {
        const id = await begun(singles);
        const times = await Promise.all(Array.from({ length: 4 }, () => house.attempts.submit(house.agent, id)));
        expect(new Set(times.map(each => each.toISOString())).size).toBe(1);
        expect((await house.attempts.submit(house.agent, id, new Date(Date.now() + minuteMs))).toISOString()).toBe(times[0].toISOString());
        const told = await house.database.read().selectFrom('core.notification').select('id').where('link', '=', `earshot:/training/attempts/${id}`).execute();
        expect(told).toHaveLength(1);
    });
    it('follows its rules for another attempt', async () => {
        const assignment = await house.given(await house.published({ ...singles, attempts: 2, waitHours: 1 }), house.agent);
        const first = await house.attempts.begin(house.agent, assignment);
        const end = await house.attempts.submit(house.agent, first);
        await expect(house.attempts.begin(house.agent, assignment)).rejects.toMatchObject({ data: { reason: 'may-not-begin', detail: { why: 'wait', from: new Date(end.getTime() + 60 * minuteMs).toISOString() } } });
        const second = await house.attempts.begin(house.agent, assignment, new Date(end.getTime() + 60 * minuteMs));
        expect((await paperOf(second)).seed).not.toBe((await paperOf(first)).seed);
        await house.attempts.submit(house.agent, second);
        expect((await house.sittings.mine(house.agent)).find(each => each.id === assignment)).toMatchObject({ state: 'failed', attempts: 2, beginning: { may: false, why: 'no-attempts-left' }, past: [{ number: 1 }, { number: 2, percent: 0, passed: false }] });
    });
    it('expires where nobody began it, and can be opened again', async () => {
        const closesAt = new Date(Date.now() + minuteMs).toISOString();
        const exam = await house.published(singles);
        const assignment = await house.given(exam, house.agent, closesAt);
        await house.clock.run(new Date(Date.now() + 2 * minuteMs));
        const stateOf = async () => (await house.assignments.list(house.trainer, { examId: exam, limit: 10 })).rows[0].state;
        expect(await stateOf()).toBe('expired');
        await house.assignments.extend(house.trainer, { id: assignment, version: 2, extraMinutes: 0, extraAttempts: 0, closesAt: null });
        expect(await stateOf()).toBe('open');
    });
});

describe('what answers questions', () => {
    const leaks = (value: unknown): string[] => secrets.filter(each => JSON.stringify(value).includes(each));
    const shares = (value: unknown): boolean => /"(share|shuffle|accepted|hints|rubric|weight|caseSensitive|seed|expert|tolerance|versionId)"/.test(JSON.stringify(value));

    it('does not reach trainees before the exam lets them see it, in any answer of the server', async () => {
        const assignment = await house.given(await house.published({ ...everything, review: { submitted: ['answers', 'points', 'solutions', 'feedback'], released: ['answers'], closed: ['solutions', 'feedback'] } }), house.agent);
        const id = await house.attempts.begin(house.agent, assignment);
        const sitting = await house.sittings.sit(house.agent, id);
        const answers = await Promise.all(sitting.items.map(({ place, question }) => save(id, place, question.kind === 'single' ? choice('Right', question.choices) : question.kind === 'essay' ? { kind: 'essay', text: 'Because.' } : { kind: 'short', text: 'wrong' })));
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
        const closed = await house.reviews.own(house.agent, id, new Date(Date.now() + minuteMs));
        expect(leaks(closed)).toEqual(expect.arrayContaining(['KEY-accepted', 'KEY-otherwise', 'KEY-feedback', 'KEY-general']));
        expect(leaks(await house.reviews.marking(house.trainer, id))).toContain('KEY-hint');
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
    it('cannot be told from ids, nor from their order', async () => {
        const order = new Set<string>();
        for (let tries = 0; tries < 12; tries++) {
            const id = await begun(singles);
            for (const { question } of (await house.sittings.sit(house.agent, id)).items) {
                order.add(question.kind === 'single' ? question.choices.map(each => each.text.split(' ')[0]).join() : '');
            }
        }
        expect(order.size).toBe(6);
    });
});

describe('what is marked by hand', () => {
    const handedIn = async (about: Parameters<TestExamHouse['published']>[0], person: TestPerson = house.agent): Promise<{ readonly id: string; readonly place: number }> => {
        const id = await begun({ sections: testBlueprint([testRule('essay', 1, { tags: ['essay'] })]).sections, passPercent: 60, ...about }, person);
        await save(id, 0, { kind: 'essay', text: 'Because.' }, {}, new Date(), person);
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

describe('results', () => {
    it('are seen by team leaders of their teams', async () => {
        const exam = await house.published(singles);
        const [own, other] = [await house.given(exam, house.agent), await house.given(exam, house.colleague)];
        await house.attempts.begin(house.agent, own);
        await house.attempts.begin(house.colleague, other);
        expect((await house.marking.list(house.leader, { examId: exam, limit: 10 })).rows.map(each => each.personName)).toEqual(['agent']);
        expect((await house.assignments.list(house.leader, { examId: exam, limit: 10 })).rows.map(each => [each.personName, each.state])).toEqual([['agent', 'running']]);
        expect((await house.marking.list(house.trainer, { examId: exam, limit: 10 })).rows).toHaveLength(2);
        expect((await house.reader.list({ limit: 50 })).rows.find(each => each.id === exam)).toMatchObject({ assigned: 2, running: 2, passed: 0 });
    });
    it('are counted when they are let go, not before', async () => {
        const exam = await house.published({ ...singles, passPercent: 0, release: 'by-hand' });
        const id = await house.attempts.begin(house.agent, await house.given(exam, house.agent));
        await house.attempts.submit(house.agent, id);
        const counted = async () => house.reader.get(house.approver, exam);
        expect(await counted()).toMatchObject({ assigned: 1, passed: 0, failed: 0 });
        await house.marking.release(house.trainer, id);
        expect(await counted()).toMatchObject({ assigned: 1, passed: 1, failed: 0 });
    });
});
