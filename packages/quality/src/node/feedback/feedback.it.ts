import { newId } from '@earshot/core/lib/node/storage/identifier';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { usualPolicy } from '../../common/feedback/feedback-policy';
import { openDisputeHouse } from '../testing/dispute-house';
import type { TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let agent: TestPerson;
let colleague: TestPerson;
let leader: TestPerson;
let evaluator: TestPerson;
let second: TestPerson;
const answers = { greeting: { value: false }, tone: { value: 2 } };

beforeAll(async () => {
    const opened = await openDisputeHouse();
    ({ house, agent, leader, evaluator } = opened);
    colleague = await house.person('colleague', { roles: ['agent'], teamId: opened.teamId });
    second = await house.person('second', { roles: ['qa-lead'] });
});
afterAll(() => house.close());
afterEach(async () => { await house.policies.set(house.lead, null, usualPolicy); });

const submitted = async (person = evaluator): Promise<string> => {
    const id = await house.evaluations.begin(person, (await house.call({ agent: '1' })).id, house.formId);
    await house.evaluations.submit(person, { id, version: 1, answers, evidence: [] });
    return id;
};
const seen = async (id: string, person = agent) => ({ id, version: (await house.feedback.get(person, id)).version });
const mark = { id: newId(), questionId: null, fromMs: 100, toMs: 300 };
const dispute = async (id: string, questionIds = ['greeting', 'tone']) => house.responses.dispute(agent, { ...await seen(id), questions: questionIds.map(questionId => ({ questionId, reason: `I did: ${questionId}`, evidence: [mark] })) });
const uphold = (questionId: string) => ({ questionId, decision: 'upheld', reason: 'It stands.' }) as const;
const overturn = (questionId: string, value: number | boolean) => ({ questionId, decision: 'overturned', reason: 'Heard it.', answer: { value } }) as const;
const answer = async (person: TestPerson, id: string, ...decisions: Parameters<typeof house.disputes.answer>[1]['decisions'][number][]) => house.disputes.answer(person, { ...await seen(id, person), decisions });
const toldOf = async (person: TestPerson) => (await house.database.read().selectFrom('core.notification').select('kind').where('person_id', '=', person.personId).orderBy('id').execute()).map(each => each.kind);
const reason = (name: string) => ({ data: { reason: name } });

describe('a result', () => {
    it('is seen by its agent at once, with a deadline in working days, and waits on their Home', async () => {
        const id = await submitted();
        expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'released', may: ['acknowledge', 'dispute'], questions: [] });
        expect(await toldOf(agent)).toEqual(['evaluation.released']);
        expect((await house.waiting.items(agent)).map(each => [each.kind, each.link])).toEqual([['feedback.read', `earshot:/quality/evaluations/${id}`]]);
        expect(await house.waiting.items(colleague)).toEqual([]);
        await expect(house.feedback.get(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await house.feedback.get(leader, id)).may).toEqual([]);
        await expect(house.responses.acknowledge(leader, { ...await seen(id), comment: '' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await house.responses.acknowledge(agent, { ...await seen(id), comment: 'Thank you.' });
        expect(await house.feedback.get(evaluator, id)).toMatchObject({ state: 'acknowledged', comment: 'Thank you.', dueAt: null, may: [] });
        expect(await house.waiting.items(agent)).toEqual([]);
        await expect(dispute(id)).rejects.toMatchObject(reason('wrong-state'));
    });
    it('that is held is not there for its agent, until somebody lets it go', async () => {
        await house.policies.set(house.lead, null, { ...usualPolicy, release: 'after-review' });
        const call = await house.call({ agent: '1' });
        const id = await house.evaluations.begin(evaluator, call.id, house.formId);
        await house.evaluations.submit(evaluator, { id, version: 1, answers, evidence: [] });
        await expect(house.reader.get(agent, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await house.reader.list(agent, { limit: 50 })).rows.map(each => each.id)).not.toContain(id);
        expect(await house.interactions.get(agent, call.id)).toMatchObject({ evaluations: 0 });
        expect((await house.interactions.list(agent, { limit: 50, evaluated: 'yes' })).rows.map(each => each.id)).not.toContain(call.id);
        await house.clock.run();
        expect(await house.feedback.get(house.lead, id)).toMatchObject({ state: 'held', may: ['release'] });
        expect((await house.waiting.items(house.lead)).map(each => each.kind)).toEqual(['feedback.release']);
        await expect(house.clock.release(leader, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await house.clock.release(house.lead, id);
        await expect(house.clock.release(house.lead, id)).rejects.toMatchObject(reason('wrong-state'));
        expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'released' });
        expect(await house.interactions.get(agent, call.id)).toMatchObject({ evaluations: 1 });
    });
    it('is let go with others in one step, but for those that are not held, or not theirs to release', async () => {
        await house.policies.set(house.lead, null, { ...usualPolicy, release: 'after-review' });
        const [one, other, before] = [await submitted(), await submitted(), await submitted()];
        await house.clock.release(house.lead, before);
        const released = await seen(before);
        await expect(house.clock.releaseMany(leader, [one])).rejects.toMatchObject({ code: 'FORBIDDEN' });
        const reads = [vi.spyOn(house.policies, 'every'), vi.spyOn(house.policies, 'calendar')];
        expect(await house.clock.releaseMany(house.lead, [one, other, before, newId()])).toBe(2);
        expect(reads.map(each => each.mock.calls.length)).toEqual([1, 1]);
        vi.restoreAllMocks();
        for (const id of [one, other]) {
            expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'released' });
        }
        expect(await seen(before)).toEqual(released);
        expect(await house.clock.releaseMany(house.lead, [one])).toBe(0);
    });
    it('is released at its time where the policy of its form says so, and not before', async () => {
        await house.policies.set(house.lead, house.formId, { ...usualPolicy, release: 'at-times', releaseTimes: { weekdays: [1, 2, 3, 4, 5, 6, 7], minutes: 9 * 60 } });
        const id = await submitted();
        await house.clock.run();
        await expect(house.reader.get(agent, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await house.clock.run(new Date(Date.now() + 86_400_000));
        expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'released' });
        await house.policies.drop(house.lead, house.formId);
    });
    it('that is corrected after the agent took note of it is a new one to take note of', async () => {
        const id = await submitted();
        await house.responses.acknowledge(agent, { ...await seen(id), comment: '' });
        const revision = await house.corrections.revise(evaluator, id, 'The greeting was there.');
        await house.evaluations.submit(evaluator, { id: revision, version: 1, answers: { ...answers, greeting: { value: true } }, evidence: [] });
        await expect(house.reader.get(agent, revision)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await house.corrections.decide(house.lead, 'approve', revision, (await house.reader.get(house.lead, revision)).version);
        expect(await house.feedback.get(agent, revision)).toMatchObject({ state: 'released', acknowledgedAt: null });
        expect(await house.feedback.get(agent, id)).toEqual(await house.feedback.get(agent, revision));
        await expect(house.feedback.get(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(house.responses.acknowledge(agent, { ...await seen(revision), id, comment: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
});

describe('a dispute', () => {
    it('names questions of the form, each once', async () => {
        const id = await submitted();
        await expect(dispute(id, ['nothing'])).rejects.toMatchObject({ data: { problems: [{ path: 'questions.0.questionId', code: 'unknown-question' }] } });
        await expect(dispute(id, ['tone', 'tone'])).rejects.toMatchObject({ data: { problems: [{ code: 'question-twice' }] } });
        await expect(house.responses.dispute(colleague, { id, version: 1, questions: [{ questionId: 'tone', reason: 'Why?', evidence: [] }] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'released' });
    });
    it('goes to the team leader, who overturns one question: the earlier revision is replaced', async () => {
        const id = await submitted();
        await dispute(id);
        expect((await toldOf(leader)).at(-1)).toBe('dispute.opened');
        expect((await toldOf(evaluator)).at(-1)).toBe('dispute.about-yours');
        expect(await house.feedback.get(leader, id)).toMatchObject({ state: 'disputed', may: ['answer'], questions: [{ questionId: 'greeting', reason: 'I did: greeting', evidence: [{ questionId: 'greeting', fromMs: 100 }] }, { questionId: 'tone' }] });
        expect((await house.waiting.items(leader)).map(each => each.kind)).toContain('dispute.answer');
        await expect(house.corrections.revise(evaluator, id, 'Meanwhile.')).rejects.toMatchObject(reason('dispute-open'));
        await expect(answer(evaluator, id, uphold('greeting'), uphold('tone'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(answer(leader, id, uphold('greeting'))).rejects.toMatchObject({ data: { problems: [{ code: 'decide-every-question', detail: { question: 'tone' } }] } });
        await expect(answer(leader, id, uphold('greeting'), overturn('tone', 2))).rejects.toMatchObject({ data: { problems: [{ path: 'decisions.1.answer', code: 'same-answer' }] } });
        const revision = await answer(leader, id, overturn('greeting', true), uphold('tone'));
        // before: 0 of 1 and 2 of 4, that is 2 of 5; after: 1 of 1 and 2 of 4, that is 3 of 5
        expect(await house.reader.get(agent, id)).toMatchObject({ state: 'superseded', percent: 40 });
        expect(await house.reader.get(agent, revision)).toMatchObject({ state: 'submitted', revision: 2, percent: 60, evaluatorId: evaluator.personId, answers: { greeting: { value: true }, tone: { value: 2 } } });
        expect(await house.feedback.get(agent, revision)).toMatchObject({
            state: 'answered', may: ['accept', 'escalate'], questions: [{ answers: [{ level: 1, decision: 'overturned', by: 'leader' }] }, { answers: [{ level: 1, decision: 'upheld', reason: 'It stands.' }] }]
        });
        for (const each of [agent, evaluator]) {
            expect((await toldOf(each)).at(-1)).toBe('dispute.answered');
        }
        await expect(house.responses.escalate(agent, { ...await seen(revision), questions: [{ questionId: 'greeting', reason: 'More.' }] })).rejects.toMatchObject({ data: { problems: [{ code: 'not-upheld' }] } });

        await house.responses.escalate(agent, { ...await seen(revision), questions: [{ questionId: 'tone', reason: 'Listen to the end.' }] });
        expect((await house.feedback.get(leader, revision)).may).toEqual([]);
        const final = await answer(second, revision, overturn('tone', 4));
        expect(await house.reader.get(agent, final)).toMatchObject({ revision: 3, percent: 100 });
        expect(await house.feedback.get(agent, final)).toMatchObject({ state: 'settled', may: [], dueAt: null, questions: [{}, { escalationReason: 'Listen to the end.', answers: [{ level: 1 }, { level: 2, decision: 'overturned', by: 'second' }] }] });
        expect((await house.reader.get(agent, final)).history.map(each => [each.revision, each.state, each.percent])).toEqual([[1, 'superseded', 40], [2, 'superseded', 60], [3, 'submitted', 100]]);
    });
    it('feeds the next calibration with what was overturned, until a session has had the call', async () => {
        const id = await submitted();
        const { interactionId } = await house.reader.get(agent, id);
        const suggested = async () => (await house.overturned.of(house.formId)).find(each => each.interactionId === interactionId);
        await dispute(id);
        await answer(leader, id, overturn('greeting', true), uphold('tone'));
        await vi.waitFor(async () => expect((await house.recordings.get(house.lead, (await house.interactions.get(house.lead, interactionId)).recordingId!)).state).toBe('ready'), { timeout: 30_000 });
        expect(await suggested()).toMatchObject({ questionIds: ['greeting'], agentName: 'agent' });
        expect(await house.overturned.of(newId())).toEqual([]);
        const session = await house.calibrations.create(house.lead, { title: 'Overturned', formId: house.formId, interactionIds: [interactionId], raterIds: [evaluator.personId, second.personId], expertId: null, dueAt: null, tolerance: 5 });
        expect(await suggested()).toBeUndefined();
        await house.calibrations.discard(house.lead, session.id);
        expect(await suggested()).toMatchObject({ questionIds: ['greeting'] });
    });
    it('feeds it with conversations, too, which have no recording', async () => {
        const chat = await house.conversations.add(house.lead, {
            callId: 'chat-1', agent: '1', direction: 'inbound', tags: [], channel: 'chat', messages: [{ at: '2026-11-20T10:00:00.000Z', author: 'customer', name: null, text: 'Hello?' }, { at: '2026-11-20T10:00:30.000Z', author: 'agent', name: null, text: 'Good morning.' }]
        });
        const id = await house.evaluations.begin(evaluator, chat.id, house.formId);
        await house.evaluations.submit(evaluator, { id, version: 1, answers, evidence: [] });
        await house.responses.dispute(agent, { ...await seen(id), questions: [{ questionId: 'greeting', reason: 'I did.', evidence: [] }] });
        await answer(leader, id, overturn('greeting', true));
        expect((await house.overturned.of(house.formId)).find(each => each.interactionId === chat.id)).toMatchObject({ callId: 'chat-1', durationMs: 30_000, questionIds: ['greeting'] });
    });
    it('is settled at once when everything is overturned, and goes to no second level', async () => {
        const id = await submitted();
        await dispute(id, ['greeting']);
        const revision = await answer(leader, id, overturn('greeting', true));
        expect(await house.feedback.get(agent, revision)).toMatchObject({ state: 'settled', may: [] });
    });
    it('never lowers the score where the policy says so, and leaves everything as it was', async () => {
        const id = await submitted();
        await dispute(id, ['tone']);
        await expect(answer(leader, id, { ...overturn('tone', 1), answer: { value: 1, comment: 'Rude.' } })).rejects.toMatchObject(reason('lower-on-appeal'));
        expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'disputed', questions: [{ answers: [] }] });
        await house.policies.set(house.lead, null, { ...usualPolicy, neverLower: false });
        const revision = await answer(leader, id, { ...overturn('tone', 1), answer: { value: 1, comment: 'Rude.' } });
        expect((await house.reader.get(agent, revision)).percent).toBe(20);
    });
    it('is answered by the first scorer only where the policy says so, and never on the second level', async () => {
        const id = await submitted(second);
        await dispute(id, ['tone']);
        await expect(answer(second, id, uphold('tone'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await house.policies.set(house.lead, null, { ...usualPolicy, firstScorerAnswers: true, firstLevel: 'qa-lead' });
        await expect(answer(leader, id, uphold('tone'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await answer(second, id, uphold('tone'));
        await house.responses.escalate(agent, { ...await seen(id), questions: [{ questionId: 'tone', reason: 'Again.' }] });
        await expect(answer(second, id, uphold('tone'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await answer(house.lead, id, uphold('tone'));
        expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'settled', questions: [{ answers: [{ by: 'second' }, { by: 'lead', level: 2 }] }] });
    });
    it('can be withdrawn, and an answer accepted', async () => {
        const [one, other] = [await submitted(), await submitted()];
        await dispute(one, ['tone']);
        await house.responses.withdraw(agent, await seen(one));
        expect(await house.feedback.get(agent, one)).toMatchObject({ state: 'acknowledged' });
        await dispute(other, ['tone']);
        await answer(leader, other, uphold('tone'));
        await expect(house.responses.accept(agent, { id: other, version: 1 })).rejects.toMatchObject(reason('changed-meanwhile'));
        await house.responses.accept(agent, await seen(other));
        expect(await house.feedback.get(agent, other)).toMatchObject({ state: 'settled' });
    });
    it('keeps its deadlines: too late is too late, reminders come once, and what is not taken further is settled', async () => {
        const [late, open, answered] = [await submitted(), await submitted(), await submitted()];
        const now = new Date();
        const due = (id: string, at: Date) => house.database.read<import('../quality-tables').QualityTables>().updateTable('quality.feedback').set({ due_at: at, since: new Date(now.getTime() - 2 * 86_400_000) }).where('evaluation_id', '=', id).execute();
        await due(late, new Date(now.getTime() - 1000));
        await expect(dispute(late, ['tone'])).rejects.toMatchObject(reason('too-late'));
        expect((await house.feedback.get(agent, late)).may).toEqual(['acknowledge']);
        await dispute(open, ['tone']);
        await due(open, new Date(now.getTime() + 60_000));
        await dispute(answered, ['tone']);
        await answer(leader, answered, uphold('tone'));
        const before = (await toldOf(leader)).length;
        await house.clock.run(now);
        await house.clock.run(now);
        expect((await toldOf(leader)).slice(before)).toEqual(['dispute.due']);
        await house.clock.run(new Date(now.getTime() + 120_000));
        await house.clock.run(new Date(now.getTime() + 180_000));
        expect((await toldOf(leader)).slice(before)).toEqual(['dispute.due', 'dispute.overdue']);
        await house.clock.run(new Date(now.getTime() + 30 * 86_400_000));
        expect(await house.feedback.get(agent, answered)).toMatchObject({ state: 'settled' });
    });
});

it('Nobody is reminded on the day of the event, however short the time is', async () => {
    await house.policies.set(house.lead, null, { ...usualPolicy, disputeDays: 1, answerDays: 1 });
    await submitted();
    const id = await submitted();
    await dispute(id, ['tone']);
    const reminders = async () => [...await toldOf(agent), ...await toldOf(leader)].filter(each => each.endsWith('.due')).length;
    const before = await reminders();
    await house.clock.run();
    expect(await reminders()).toBe(before);
    await house.clock.run(new Date(Date.parse((await house.feedback.get(agent, id)).dueAt!) - 60_000));
    expect(await reminders()).toBeGreaterThanOrEqual(before + 2);
});

it('The working days of the centre are kept, each single day once', async () => {
    await house.policies.setDays(house.lead, { weekdays: [1, 2, 3, 4, 5, 6], days: [{ day: '2027-01-01', worked: false, name: '元旦' }] });
    expect(await house.policies.days()).toEqual({ weekdays: [1, 2, 3, 4, 5, 6], days: [{ day: '2027-01-01', worked: false, name: '元旦' }] });
    await expect(house.policies.setDays(house.lead, { weekdays: [1], days: [{ day: '2027-01-01', worked: false, name: 'a' }, { day: '2027-01-01', worked: true, name: 'b' }] })).rejects.toMatchObject({ data: { problems: [{ path: 'days.1.day', code: 'day-twice' }] } });
});
