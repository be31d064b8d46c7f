import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let agent: TestPerson;
let colleague: TestPerson;
let evaluator: TestPerson;

beforeAll(async () => {
    house = await openTestQualityHouse();
    agent = await house.person('agent', { roles: ['agent'], employeeNumber: '1' });
    colleague = await house.person('colleague', { roles: ['agent'], employeeNumber: '2' });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
});
afterAll(() => house.close());

const chat = (callId: string) => ({
    callId, agent: '1', direction: 'inbound' as const, tags: ['fees'], channel: 'chat' as const, messages: [
        { at: '2026-11-20T10:00:30.000Z', author: 'agent' as const, name: 'Ruth', text: 'Good morning.' }, { at: '2026-11-20T10:00:00.000Z', author: 'customer' as const, name: null, text: 'Hello?' },
        { at: '2026-11-20T10:00:30.000Z', author: 'customer' as const, name: null, text: 'My annual fee…' }
    ]
});

it('takes in a conversation in the order of its messages, which began with the first of them', async () => {
    const taken = await house.conversations.add(house.lead, chat('chat-1'));
    expect(taken).toMatchObject({ channel: 'chat', occasion: 'recorded', recordingId: null, recordingState: null, startedAt: '2026-11-20T10:00:00.000Z', durationMs: 30_001, agentId: agent.personId });
    const { messages, timeliness } = await house.conversations.messages(evaluator, taken.id);
    expect(messages.map(({ atMs, author, text }) => [atMs, author, text])).toEqual([[0, 'customer', 'Hello?'], [30_000, 'agent', 'Good morning.'], [30_001, 'customer', 'My annual fee…']]);
    expect(timeliness).toMatchObject({ firstReplyMs: 30_000, replies: 1, unanswered: true });
    await expect(house.conversations.add(house.lead, chat('chat-1'))).rejects.toMatchObject({ data: { reason: 'call-id-taken' } });
    await expect(house.conversations.add(house.lead, { ...chat('chat-x'), agent: 'nobody' })).rejects.toMatchObject({ data: { problems: [{ path: 'agent', code: 'unknown-person' }] } });
    expect((await house.interactions.list(house.lead, { limit: 10, text: 'chat-x' })).rows).toEqual([]);
});

it('shows its messages to its agent and to nobody else’s, and notes that they were read', async () => {
    const { id } = await house.conversations.add(house.lead, chat('chat-2'));
    expect((await house.conversations.messages(agent, id)).messages).toHaveLength(3);
    await expect(house.conversations.messages(colleague, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const audited = await house.database.read().selectFrom('core.audit_entry').where('entity_id', '=', id).select(['action', 'actor_id', 'detail']).orderBy('id').execute();
    expect(audited.map(each => [each.action, each.actor_id])).toEqual([['interaction.imported', house.lead.personId], ['conversation.read', agent.personId]]);
    expect(JSON.stringify(audited)).not.toContain('annual fee');
});

it('is found by channel and length among the calls, and evaluated like one', async () => {
    const { id } = await house.conversations.add(house.lead, chat('chat-3'));
    await house.call({ agent: '1' });
    expect((await house.interactions.list(evaluator, { limit: 10, channel: 'chat', minDurationMs: 30_000, maxDurationMs: 31_000, state: 'ready', text: 'chat-3' })).rows.map(each => each.id)).toEqual([id]);
    expect((await house.interactions.list(evaluator, { limit: 10, channel: 'email' })).rows).toEqual([]);
    const evaluation = await house.reader.get(evaluator, await house.evaluations.begin(evaluator, id, house.formId));
    expect(evaluation.interaction).toMatchObject({ channel: 'chat', recordingId: null });
    expect(await house.evaluations.listened(evaluator, evaluation.id, [[0, 5000]])).toBe(0);
});

it('notes what somebody was at, with its scenario', async () => {
    const noted = await house.conversations.observe(evaluator, { callId: 'visit-1', agent: '1', direction: 'inbound', tags: [], channel: 'in-person', occasion: 'mystery', startedAt: '2026-11-20T10:00:00.000Z', durationMs: null, scenario: 'Ask for a credit card without proof of income.' });
    expect(noted).toMatchObject({ occasion: 'mystery', channel: 'in-person', scenario: 'Ask for a credit card without proof of income.', durationMs: null, recordingId: null });
    expect((await house.interactions.list(evaluator, { limit: 10, occasion: 'mystery' })).rows.map(each => each.id)).toEqual([noted.id]);
    expect((await house.conversations.messages(evaluator, noted.id)).messages).toEqual([]);
    await expect(house.interactions.get(agent, noted.id)).rejects.toMatchObject({ code: 'NOT_FOUND' }); // a mystery, until its result is released
    const evaluation = await house.evaluations.begin(evaluator, noted.id, house.formId);
    await house.evaluations.submit(evaluator, { id: evaluation, version: 1, answers: { greeting: { value: true }, tone: { value: 3 } }, evidence: [] });
    expect((await house.interactions.get(agent, noted.id)).id).toBe(noted.id); // at once, by the rules of the centre
});

it('takes in an e-mail thread of months', async () => {
    const [first, last] = [{ at: '2026-08-01T10:00:00.000Z', author: 'customer' as const, name: null, text: 'A complaint' }, { at: '2026-11-20T10:00:00.000Z', author: 'agent' as const, name: null, text: 'An answer' }];
    const { id, durationMs } = await house.conversations.add(house.lead, { ...chat('mail-1'), channel: 'email', messages: [first, last] });
    expect(durationMs).toBe(111 * 86_400_000);
    expect((await house.conversations.messages(evaluator, id)).timeliness.firstReplyMs).toBe(111 * 86_400_000);
});
