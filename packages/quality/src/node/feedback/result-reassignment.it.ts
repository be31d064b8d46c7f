import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { usualPolicy } from '../../common/feedback/feedback-policy';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let wrong: TestPerson;
let right: TestPerson;
let evaluator: TestPerson;
const answers = { greeting: { value: false }, tone: { value: 2 } };

beforeAll(async () => {
    house = await openTestQualityHouse();
    const teamId = await house.team('cards', {});
    wrong = await house.person('wrong', { roles: ['agent'], teamId, employeeNumber: '1' });
    right = await house.person('right', { roles: ['agent'], teamId, employeeNumber: '2' });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
});
afterAll(() => house.close());
afterEach(async () => { await house.policies.set(house.lead, null, usualPolicy); });

const evaluated = async () => {
    const call = await house.call({ agent: '1' });
    const id = await house.evaluations.begin(evaluator, call.id, house.formId);
    await house.evaluations.submit(evaluator, { id, version: 1, answers, evidence: [] });
    return { id, call };
};
const seen = async (id: string, person: TestPerson) => ({ id, version: (await house.feedback.get(person, id)).version });
const dispute = async (id: string, person: TestPerson, questionId: string) => house.responses.dispute(person, { ...await seen(id, person), questions: [{ questionId, reason: `Not so: ${questionId}`, evidence: [] }] });
const correct = (call: { readonly id: string; readonly version: number }, agent: TestPerson | null) => house.interactions.change(house.lead, { id: call.id, version: call.version, agentId: agent?.personId ?? null });
const toldOf = async (person: TestPerson) => house.database.read().selectFrom('core.notification').select(['kind', 'detail']).where('person_id', '=', person.personId).orderBy('id').execute();

it('A result is released anew for the right agent; the dispute of the wrong one ends, is explained to them, and is not the other\'s', async () => {
    const { id, call } = await evaluated();
    await dispute(id, wrong, 'greeting');
    await correct(call, right);
    await expect(house.feedback.get(wrong, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await toldOf(wrong)).at(-1)).toMatchObject({ kind: 'evaluation.reassigned', detail: { title: call.callId, disputed: true } });
    expect((await toldOf(right)).at(-1)).toMatchObject({ kind: 'evaluation.released' });
    expect(await house.feedback.get(right, id)).toMatchObject({ state: 'released', may: ['acknowledge', 'dispute'], questions: [], earlier: [], disputedAt: null });
    await dispute(id, right, 'greeting');
    expect(await house.feedback.get(house.lead, id)).toMatchObject({ state: 'disputed', questions: [{ reason: 'Not so: greeting' }], earlier: [] });
    const again = await house.database.read().selectFrom('core.audit_entry').select('action').where('entity_id', '=', id).orderBy('id').execute();
    expect(again.map(each => each.action)).toEqual(expect.arrayContaining(['feedback.reassigned']));
});
it('An acknowledgement is not the other agent\'s, either, and the policy says when they see the result', async () => {
    const { id, call } = await evaluated();
    await house.responses.acknowledge(wrong, { ...await seen(id, wrong), comment: 'All right.' });
    await house.policies.set(house.lead, null, { ...usualPolicy, release: 'after-review' });
    const corrected = await correct(call, right);
    expect(await house.feedback.get(house.lead, id)).toMatchObject({ state: 'held', acknowledgedAt: null, comment: null, may: ['release'] });
    await expect(house.reader.get(right, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await house.clock.release(house.lead, id);
    expect(await house.feedback.get(right, id)).toMatchObject({ state: 'released', acknowledgedAt: null });
    await correct(corrected, wrong);
    expect(await house.feedback.get(house.lead, id)).toMatchObject({ state: 'held' });
});
it('What was never released is only given to the right agent, and the same agent again changes nothing', async () => {
    await house.policies.set(house.lead, null, { ...usualPolicy, release: 'after-review' });
    const { id, call } = await evaluated();
    const before = (await toldOf(wrong)).length;
    const corrected = await correct(call, right);
    expect((await toldOf(wrong)).length).toBe(before);
    await house.clock.release(house.lead, id);
    await house.responses.acknowledge(right, { ...await seen(id, right), comment: '' });
    await correct(corrected, right);
    expect(await house.feedback.get(right, id)).toMatchObject({ state: 'acknowledged' });
});
it('Who has evaluated a call is never made its agent', async () => {
    const { id, call } = await evaluated();
    await expect(correct(call, evaluator)).rejects.toMatchObject({ data: { reason: 'agent-evaluated-call' } });
    expect(await house.feedback.get(wrong, id)).toMatchObject({ state: 'released' });
});
