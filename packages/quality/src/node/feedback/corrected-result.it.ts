import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { usualPolicy } from '../../common/feedback/feedback-policy';
import { openDisputeHouse } from '../testing/dispute-house';
import type { TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let agent: TestPerson;
let leader: TestPerson;
let evaluator: TestPerson;
const low = { greeting: { value: false }, tone: { value: 2 } };
const high = { ...low, greeting: { value: true } };

beforeAll(async () => {
    ({ house, agent, leader, evaluator } = await openDisputeHouse());
});
afterAll(() => house.close());
afterEach(async () => { await house.policies.set(house.lead, null, usualPolicy); });

const submitted = async (answers: typeof low = low): Promise<string> => {
    const id = await house.evaluations.begin(evaluator, (await house.call({ agent: '1' })).id, house.formId);
    await house.evaluations.submit(evaluator, { id, version: 1, answers, evidence: [] });
    return id;
};
const seen = async (id: string, person = agent) => ({ id, version: (await house.feedback.get(person, id)).version });
const dispute = async (id: string, ...questionIds: string[]) => house.responses.dispute(agent, { ...await seen(id), questions: questionIds.map(questionId => ({ questionId, reason: `I did: ${questionId}`, evidence: [] })) });
const uphold = (questionId: string) => ({ questionId, decision: 'upheld', reason: 'It stands.' }) as const;
const overturn = (questionId: string, value: number | boolean) => ({ questionId, decision: 'overturned', reason: 'Heard it.', answer: { value } }) as const;
const answer = async (id: string, ...decisions: Parameters<typeof house.disputes.answer>[1]['decisions'][number][]) => house.disputes.answer(leader, { ...await seen(id, leader), decisions });
const correct = (id: string) => house.corrections.revise(evaluator, id, 'Heard again.');
const send = (id: string, answers: typeof low) => house.evaluations.submit(evaluator, { id, version: 1, answers, evidence: [] });
const approve = async (id: string) => house.corrections.decide(house.lead, 'approve', id, (await house.reader.get(house.lead, id)).version);
const toldOf = async (person: TestPerson) => (await house.database.read().selectFrom('core.notification').select('kind').where('person_id', '=', person.personId).orderBy('id').execute()).map(each => each.kind);
const reason = (name: string) => ({ data: { reason: name } });

describe('A correction of a result whose dispute was answered', () => {
    it('may not lower it where the policy says never lower: told before it is written, refused when it is sent', async () => {
        const id = await submitted();
        await dispute(id, 'greeting');
        const settled = await answer(id, overturn('greeting', true));
        expect(await house.reader.get(evaluator, settled)).toMatchObject({ percent: 60, notBelow: 60 });
        const correction = await correct(settled);
        expect(await house.reader.get(evaluator, correction)).toMatchObject({ notBelow: 60 });
        await expect(send(correction, low)).rejects.toMatchObject({ data: { reason: 'lower-on-appeal', detail: { before: 60, after: 40 } } });
        expect(await house.reader.get(evaluator, correction)).toMatchObject({ state: 'revision-draft' });
    });
    it('is refused at its approval, too: the policy may have changed meanwhile', async () => {
        const id = await submitted();
        await dispute(id, 'greeting');
        const settled = await answer(id, overturn('greeting', true));
        const correction = await correct(settled);
        await house.policies.set(house.lead, null, { ...usualPolicy, neverLower: false });
        await send(correction, low);
        await house.policies.set(house.lead, null, usualPolicy);
        await expect(approve(correction)).rejects.toMatchObject(reason('lower-on-appeal'));
        expect(await house.reader.get(agent, settled)).toMatchObject({ state: 'submitted', percent: 60 });
    });
    it('is told to the agent when it takes force, who may respond to it anew', async () => {
        const id = await submitted();
        await dispute(id, 'greeting');
        const settled = await answer(id, overturn('greeting', true));
        const correction = await correct(settled);
        await send(correction, { greeting: { value: true }, tone: { value: 3 } });
        await approve(correction);
        expect((await toldOf(agent)).at(-1)).toBe('evaluation.released');
        expect(await house.feedback.get(agent, correction)).toMatchObject({
            state: 'released', may: ['acknowledge', 'dispute'], questions: [], settledAt: null, earlier: [{ round: 1, questionId: 'greeting', reason: 'I did: greeting', answers: [{ level: 1, decision: 'overturned' }] }]
        });
        await dispute(correction, 'greeting', 'tone');
        expect(await house.feedback.get(leader, correction)).toMatchObject({ state: 'disputed', may: ['answer'], questions: [{ questionId: 'greeting', answers: [] }, { questionId: 'tone', answers: [] }] });
        await answer(correction, uphold('greeting'), uphold('tone'));
        expect(await house.feedback.get(agent, correction)).toMatchObject({ state: 'answered', may: ['accept', 'escalate'] });
    });
    it('may lower what was never disputed', async () => {
        const id = await submitted(high);
        expect(await house.reader.get(evaluator, id)).toMatchObject({ percent: 60, notBelow: null });
        const correction = await correct(id);
        await send(correction, low);
        await approve(correction);
        expect(await house.reader.get(agent, correction)).toMatchObject({ state: 'submitted', percent: 40 });
    });
});

describe('A correction that is open when the agent disputes', () => {
    it('waits: it is neither sent nor approved until the dispute is over, and then goes on', async () => {
        const id = await submitted(high);
        const correction = await correct(id);
        await send(correction, low);
        expect((await house.work.items(house.lead)).map(each => each.link)).toContain(`earshot:/quality/evaluations/${correction}`);
        await dispute(id, 'tone');
        expect((await house.work.items(house.lead)).map(each => each.link)).not.toContain(`earshot:/quality/evaluations/${correction}`);
        await expect(approve(correction)).rejects.toMatchObject(reason('dispute-open'));
        await house.corrections.decide(house.lead, 'reject', correction, (await house.reader.get(house.lead, correction)).version, 'Wait.');
        await expect(send(correction, low)).rejects.toMatchObject(reason('dispute-open'));
        await answer(id, uphold('tone'));
        await house.responses.accept(agent, await seen(id));
        await expect(send(correction, low)).rejects.toMatchObject(reason('lower-on-appeal'));
        await send(correction, { greeting: { value: true }, tone: { value: 4 } });
        await approve(correction);
        expect(await house.feedback.get(agent, correction)).toMatchObject({ state: 'released' });
    });
    it.each(['written', 'sent'])('is set aside when an answer overturns something while it is %s: the answerer is not kept waiting, its author is told', async how => {
        const id = await submitted();
        const correction = await correct(id);
        if (how === 'sent') {
            await send(correction, { ...low, tone: { value: 1, comment: 'Rude.' } as { value: number } });
        }
        await dispute(id, 'greeting');
        const settled = await answer(id, overturn('greeting', true));
        expect(await house.reader.get(agent, settled)).toMatchObject({ state: 'submitted', percent: 60, revision: 2 });
        await expect(house.reader.get(evaluator, correction)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await toldOf(evaluator)).toContain('evaluation.correction-set-aside');
        expect((await house.reader.get(evaluator, settled)).may).toContain('revise');
    });
});

describe('A dispute that was withdrawn', () => {
    it('can be opened anew about the same questions, or others, when a correction takes force; what was withdrawn can be read', async () => {
        const id = await submitted();
        await dispute(id, 'greeting');
        await house.responses.withdraw(agent, await seen(id));
        const correction = await correct(id);
        await send(correction, { ...low, tone: { value: 3 } });
        await approve(correction);
        await dispute(correction, 'greeting');
        expect(await house.feedback.get(agent, correction)).toMatchObject({ state: 'disputed', questions: [{ questionId: 'greeting' }], earlier: [{ round: 1, questionId: 'greeting', answers: [] }] });
        const other = await submitted();
        await dispute(other, 'greeting');
        await house.responses.withdraw(agent, await seen(other));
        const second = await correct(other);
        await send(second, { ...low, tone: { value: 3 } });
        await approve(second);
        await dispute(second, 'tone');
        await answer(second, overturn('tone', 4));
        expect((await house.feedback.get(agent, second)).state).toBe('settled');
    });
});
