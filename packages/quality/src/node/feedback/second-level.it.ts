import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import type { QualityTables } from '../quality-tables';
import { openDisputeHouse } from '../testing/dispute-house';
import type { TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let agent: TestPerson;
let leader: TestPerson;
let evaluator: TestPerson;

beforeAll(async () => {
    ({ house, agent, leader, evaluator } = await openDisputeHouse());
});
afterAll(() => house.close());

const seen = async (id: string, person = agent) => ({ id, version: (await house.feedback.get(person, id)).version });
/** In this house one person answers for the whole centre: the lead. */
const disputed = async (by: TestPerson) => {
    const id = await house.evaluations.begin(by, (await house.call({ agent: '1' })).id, house.formId);
    await house.evaluations.submit(by, { id, version: 1, answers: { greeting: { value: false }, tone: { value: 2 } }, evidence: [] });
    await house.responses.dispute(agent, { ...await seen(id), questions: [{ questionId: 'tone', reason: 'I was friendly.', evidence: [] }] });
    return id;
};
const uphold = async (person: TestPerson, id: string) => house.disputes.answer(person, { ...await seen(id, person), decisions: [{ questionId: 'tone', decision: 'upheld', reason: 'It stands.' }] });
const escalate = async (id: string) => house.responses.escalate(agent, { ...await seen(id), questions: [{ questionId: 'tone', reason: 'Listen to the end.' }] });
const onHome = async (person: TestPerson, id: string) => (await house.waiting.items(person)).some(each => each.kind === 'dispute.answer' && each.link === `earshot:/quality/evaluations/${id}`);
const toldOf = async (person: TestPerson) => (await house.database.read().selectFrom('core.notification').select('kind').where('person_id', '=', person.personId).orderBy('id').execute()).map(each => each.kind);
const due = (id: string, at: number) => house.database.read<QualityTables>().updateTable('quality.feedback').set({ due_at: new Date(at) }).where('evaluation_id', '=', id).execute();

it('Home keeps who answers for the whole centre for the second level, while the team leader is asked and in time', async () => {
    const id = await disputed(evaluator);
    expect(await onHome(leader, id)).toBe(true);
    expect(await onHome(house.lead, id)).toBe(false);
    expect((await house.feedback.get(house.lead, id)).may).toContain('answer');
    await due(id, Date.now() - 1000);
    expect(await onHome(house.lead, id)).toBe(true);
    await uphold(leader, id);
    await escalate(id);
    expect(await onHome(house.lead, id)).toBe(true);
    expect((await house.feedback.get(agent, id)).answerable).toBe(true);
    await due(id, Date.now() - 1000);
    await house.clock.run();
    expect((await house.feedback.get(agent, id)).state).toBe('escalated');
    await uphold(house.lead, id);
});

it('A dispute that nobody is left to answer at the second level is told to those who administer, and to the agent, and ends with its time', async () => {
    const id = await disputed(evaluator);
    await uphold(house.lead, id);
    await escalate(id);
    expect((await toldOf(house.lead)).at(-1)).toBe('dispute.unanswerable');
    expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'escalated', answerable: false });
    await house.clock.run();
    expect((await house.feedback.get(agent, id)).state).toBe('escalated');
    await due(id, Date.now() - 1000);
    await house.clock.run();
    expect(await house.feedback.get(agent, id)).toMatchObject({ state: 'settled', answerable: true, dueAt: null, questions: [{ answers: [{ level: 1, decision: 'upheld' }] }] });
    expect((await toldOf(agent)).at(-1)).toBe('dispute.expired');
});

it('Somebody who is let answer for the whole centre meanwhile finds it on Home', async () => {
    const id = await disputed(house.lead);
    await uphold(leader, id);
    await escalate(id);
    expect((await house.feedback.get(agent, id)).answerable).toBe(false);
    const other = await house.person('other', { roles: ['qa-lead'] });
    expect((await house.feedback.get(agent, id)).answerable).toBe(true);
    expect(await onHome(other, id)).toBe(true);
});
