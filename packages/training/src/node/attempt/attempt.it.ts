import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestExamHouse, type TestExamHouse } from '../testing/exam-house';
import { choice, minuteMs, mixedBank, reason, singles, sittingIn } from '../testing/sit-exam';
import type { TrainingTables } from '../training-tables';
import type { AttemptService } from './attempt-service';
import { ExamClock } from './exam-clock';
import { FocusService } from './focus-service';

let house: TestExamHouse;
let hall: ReturnType<typeof sittingIn>;
let focus: FocusService;
beforeAll(async () => {
    house = await openTestExamHouse(mixedBank);
    focus = new FocusService(house.database);
    hall = sittingIn(house);
});
afterAll(() => house.close());

const seedOf = async (id: string): Promise<number> => (await house.database.read<TrainingTables>().selectFrom('training.attempt').select('seed').where('id', '=', id).executeTakeFirstOrThrow()).seed;
/** Answers every single choice. */
const answerAll = async (id: string, text: string, person = house.agent): Promise<void> => {
    for (const { place, question } of (await house.sittings.sit(person, id)).items) {
        if (question.kind === 'single') {
            await hall.save(id, place, choice(text, question.choices), {}, new Date(), person);
        }
    }
};

describe('an attempt', () => {
    it('is one, however often and from however many windows it is begun', async () => {
        const assignment = await house.given(await house.published(), house.agent);
        const ids = await Promise.all(Array.from({ length: 5 }, () => house.attempts.begin(house.agent, assignment)));
        expect(new Set(ids).size).toBe(1);
        await expect(house.attempts.begin(house.colleague, assignment)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.sittings.sit(house.colleague, ids[0])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('is graded as it was answered', async () => {
        const id = await hall.begun(singles);
        await answerAll(id, 'Right');
        const { items } = await house.sittings.sit(house.agent, id);
        const last = items[3].question;
        await hall.save(id, 3, last.kind === 'single' ? choice('Wrong', last.choices) : null);
        await house.attempts.submit(house.agent, id);
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ state: 'released', percent: 75, passed: false, points: 3, of: 4, reasons: [{ why: 'points' }] });
    });
    it('takes what arrives twice once, and what is late in the row of its window not at all', async () => {
        const id = await hall.begun(singles);
        const { items } = await house.sittings.sit(house.agent, id);
        const { question } = items[0];
        const options = question.kind === 'single' ? question.choices : [];
        const client = newId();
        const first = await hall.save(id, 0, choice('Wrong', options), { client, sequence: 1 });
        expect(await hall.save(id, 0, choice('Wrong', options), { client, sequence: 1 })).toMatchObject({ version: first.version, savedAt: first.savedAt });
        await hall.save(id, 0, choice('Right', options), { client, sequence: 3 });
        expect(await hall.save(id, 0, choice('Half', options), { client, sequence: 2 })).toMatchObject({ version: 2 });
        expect((await house.sittings.sit(house.agent, id)).answers).toMatchObject([{ place: 0, answer: choice('Right', options), version: 2 }]);
    });
    it('merges two windows by what was saved last of each question, and a repeated request undoes nothing', async () => {
        const id = await hall.begun(singles);
        const { items } = await house.sittings.sit(house.agent, id);
        const optionsOf = (place: number) => { const { question } = items[place]; return question.kind === 'single' ? question.choices : []; };
        const [one, other] = [newId(), newId()];
        await hall.save(id, 0, choice('Wrong', optionsOf(0)), { client: one, sequence: 1 });
        await hall.save(id, 1, choice('Right', optionsOf(1)), { client: other, sequence: 1 });
        await hall.save(id, 0, choice('Right', optionsOf(0)), { client: other, sequence: 2 });
        await hall.save(id, 0, choice('Wrong', optionsOf(0)), { client: one, sequence: 1 }); // its reply was lost
        expect((await house.sittings.sit(house.agent, id)).answers.map(each => [each.place, each.answer, each.version])).toEqual([[0, choice('Right', optionsOf(0)), 2], [1, choice('Right', optionsOf(1)), 1]]);
        expect((await house.sittings.sit(house.agent, id)).answers.map(each => each.client)).toEqual([other, other]);
    });
    it('takes answers for a minute after its deadline, and is handed in by the clock then', async () => {
        const id = await hall.begun({ ...singles, minutes: 10 });
        const { items, deadlineAt } = await house.sittings.sit(house.agent, id);
        const { question } = items[0];
        const right = choice('Right', question.kind === 'single' ? question.choices : []);
        const at = (afterMs: number): Date => new Date(new Date(deadlineAt!).getTime() + afterMs);
        const client = newId();
        expect(await hall.save(id, 0, right, { client, sequence: 1 }, at(30_000))).toMatchObject({ late: true });
        await expect(hall.save(id, 0, null, { client, sequence: 2 }, at(60_001))).rejects.toMatchObject(reason('time-over'));
        await house.clock.run(at(59_000));
        expect((await house.sittings.sit(house.agent, id)).state).toBe('running');
        await house.clock.run(at(61_000));
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ state: 'released', percent: 25, submittedAt: deadlineAt });
        await expect(house.sittings.sit(house.agent, id)).rejects.toMatchObject(reason('attempt-over'));
        expect(await hall.save(id, 0, right, { client, sequence: 1 }, at(70_000))).toMatchObject({ version: 1 }); // asked once more whether it was taken
        await expect(hall.save(id, 0, null, { client, sequence: 2 }, at(70_000))).rejects.toMatchObject(reason('attempt-over'));
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
        const id = await hall.begun(singles);
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
        expect(await seedOf(second)).not.toBe(await seedOf(first));
        await house.attempts.submit(house.agent, second);
        expect((await house.sittings.mine(house.agent)).find(each => each.id === assignment)).toMatchObject({ state: 'failed', attempts: 2, beginning: { may: false, why: 'no-attempts-left' }, past: [{ number: 1 }, { number: 2, percent: 0, passed: false }] });
    });
    it('is handed in by the clock, whatever is wrong with another one', async () => {
        const [first, second] = [await hall.begun({ ...singles, minutes: 1 }), await hall.begun({ ...singles, minutes: 1 })];
        const failing = new ExamClock(house.database, { closeByClock: (...input: Parameters<AttemptService['closeByClock']>) => input[1] === first ? Promise.reject(new Error('broken')) : house.attempts.closeByClock(...input) } as unknown as AttemptService);
        const later = new Date(Date.now() + 5 * minuteMs);
        await expect(failing.run(later)).rejects.toThrow('Some attempts');
        const stateOf = async (id: string) => (await house.database.read<TrainingTables>().selectFrom('training.attempt').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
        expect([await stateOf(first), await stateOf(second) === 'running']).toEqual(['running', false]);
        await house.clock.run(later);
        expect(await stateOf(first)).not.toBe('running');
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

describe('a supervised exam', () => {
    const proctored = { ...singles, proctored: true };
    const report = (id: string, client: string, sequence: number, kind: 'left' | 'returned', at: Date) => focus.report(house.agent, { id, client, sequence, kind }, at);
    const at = (second: number): Date => new Date(Date.UTC(2026, 10, 22, 10, 0, second));
    it('records when its window was left, each change once, for trainee, marker and whoever sees results', async () => {
        const exam = await house.published(proctored);
        const assignment = await house.given(exam, house.agent);
        expect((await house.sittings.mine(house.agent)).find(each => each.id === assignment)).toMatchObject({ proctored: true });
        const id = await house.attempts.begin(house.agent, assignment);
        const [one, other] = [newId(), newId()];
        expect(await report(id, one, 1, 'left', at(1))).toBe(1);
        expect(await report(id, one, 1, 'left', at(2))).toBe(1); // its reply was lost
        await report(id, one, 2, 'returned', at(11));
        expect(await report(id, other, 1, 'left', at(20))).toBe(2);
        expect(await house.sittings.sit(house.agent, id)).toMatchObject({ proctored: true, timesLeft: 2 });
        await expect(focus.report(house.colleague, { id, client: one, sequence: 3, kind: 'left' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await house.attempts.submit(house.agent, id);
        const away = [{ from: at(1).toISOString(), until: at(11).toISOString() }, { from: at(20).toISOString(), until: null }];
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ away });
        expect(await house.reviews.marking(house.trainer, id)).toMatchObject({ away });
        expect((await house.assignments.list(house.leader, { examId: exam, limit: 1 })).rows).toMatchObject([{ timesLeft: 2 }]);
        await expect(report(id, one, 3, 'left', at(30))).rejects.toMatchObject(reason('attempt-over'));
    });
    it('keeps how long each window had its questions in view, no longer than it ran, and only what grows', async () => {
        const id = await hall.begun(singles);
        const [began, one, other] = [Date.now(), newId(), newId()];
        const save = (client: string, sequence: number, afterMs: number, times: readonly { readonly place: number; readonly ms: number }[], viewer = client) =>
            house.attempts.save(house.agent, { id, place: 0, client, sequence, answer: null, flagged: true, viewed: { client: viewer, times } }, new Date(began + afterMs));
        await save(one, 1, 20_000, [{ place: 0, ms: 9000 }, { place: 1, ms: 90_000 }, { place: 900, ms: 5 }]);
        await save(one, 2, 30_000, [{ place: 0, ms: 4000 }]);
        await save(one, 3, 30_000, [{ place: 0, ms: 2000 }], other);
        await house.attempts.submit(house.agent, id, new Date(began + 40_000), { client: one, times: [{ place: 2, ms: 7000 }] });
        const kept = await house.database.read<TrainingTables>().selectFrom('training.attempt_view').select(['place', 'client_id', 'ms']).where('attempt_id', '=', id).orderBy('place').orderBy('ms').execute();
        expect(kept.map(each => [each.place, each.client_id === one, each.place === 1 ? Math.floor(each.ms / 1000) : each.ms])).toEqual([[0, false, 2000], [0, true, 9000], [1, true, 20], [2, true, 7000]]);
        await expect(save(one, 4, 41_000, [{ place: 3, ms: 1 }])).rejects.toMatchObject(reason('attempt-over'));
    });
    it('is only one that says so', async () => {
        const id = await hall.begun(singles);
        expect(await house.sittings.sit(house.agent, id)).toMatchObject({ proctored: false, timesLeft: 0 });
        await expect(report(id, newId(), 1, 'left', at(1))).rejects.toMatchObject(reason('not-proctored'));
        await house.attempts.submit(house.agent, id);
        expect(await house.reviews.own(house.agent, id)).toMatchObject({ away: null });
    });
});
