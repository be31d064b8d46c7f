import type { FormDefinition } from '@earshot/forms';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, testForm, type TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let evaluator: TestPerson;
let agent: TestPerson;

/** The greeting has to be said by the agent in the first twenty seconds. */
const form: FormDefinition = {
    ...testForm, sections: testForm.sections.map(section => ({
        ...section, questions: section.questions.map(question => question.id === 'greeting' ? { ...question, phrases: { rules: [{ demand: 'required', wordings: ['很高興為您服務', 'how may I help'], speaker: 'agent', within: { part: 'first', seconds: 20 } }], kept: true, broken: false } } : question)
    }))
};
const transcript = (...lines: readonly string[]) => Buffer.from(`WEBVTT\n\n${lines.map((line, place) => `00:00:0${place}.000 --> 00:00:0${place + 1}.000\n${line}`).join('\n\n')}\n`);
const heard = async (interactionId: string, ...lines: readonly string[]): Promise<string> => {
    const recordingId = (await house.interactions.get(house.lead, interactionId)).recordingId!;
    await house.transcripts.replace(house.lead, recordingId, house.transcripts.read(transcript(...lines)));
    return recordingId;
};
const begun = async (interactionId: string, person = evaluator) => house.evaluations.begin(person, interactionId, house.formId);

beforeAll(async () => {
    house = await openTestQualityHouse(form);
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    agent = await house.person('agent', { roles: ['agent'], employeeNumber: '1' });
});
afterAll(() => house.close());

it('suggests what the transcript says, and forgets nothing of what was decided', async () => {
    const call = await house.call({ agent: '1' });
    const id = await begun(call.id);
    expect(await house.phrases.suggested(evaluator, id)).toEqual([]);
    await heard(call.id, '<v Agent>您好,很高兴为您服务', '<v Customer>你好');
    expect(await house.phrases.suggested(evaluator, id)).toEqual([{ questionId: 'greeting', value: true, kept: true, missing: [], decision: 'open', places: [{ rule: 0, fromMs: expect.any(Number), toMs: 1000, quote: '很高兴为您服务' }] }]);
    expect((await house.phrases.decide(evaluator, id, 'greeting', 'accepted'))[0]).toMatchObject({ decision: 'accepted' });
    expect((await house.phrases.decide(evaluator, id, 'greeting', 'ignored'))[0]).toMatchObject({ decision: 'ignored' });
    // a suggestion is no rating: the draft is as empty as before
    expect(await house.reader.get(evaluator, id)).toMatchObject({ answers: {}, percent: null });
    // another transcript, another suggestion: that one is not decided
    await heard(call.id, '<v Agent>喂', '<v Customer>你好');
    expect(await house.phrases.suggested(evaluator, id)).toEqual([{ questionId: 'greeting', value: false, kept: false, missing: [0], decision: 'open', places: [] }]);
    await heard(call.id, '<v Agent>您好,很高兴为您服务');
    expect((await house.phrases.suggested(evaluator, id))[0]).toMatchObject({ decision: 'ignored' });
    expect((await house.phrases.decide(evaluator, id, 'greeting', 'open'))[0]).toMatchObject({ decision: 'open' });
    const audited = await house.database.read().selectFrom('core.audit_entry').select('detail').where('action', '=', 'phrase.decided').orderBy('id').execute();
    expect(audited.map(each => each.detail)).toEqual(['accepted', 'ignored', 'open'].map(decision => ({ question: 'greeting', decision })));
});

it('is for whoever writes the evaluation, as long as they do', async () => {
    const call = await house.call({ agent: '1' });
    await heard(call.id, '<v Agent>Good morning, how may I help you?');
    const id = await begun(call.id);
    await expect(house.phrases.decide(house.lead, id, 'greeting', 'accepted')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(house.phrases.suggested(agent, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(house.phrases.decide(evaluator, id, 'tone', 'accepted')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await house.evaluations.submit(evaluator, { id, version: 1, answers: { greeting: { value: true }, tone: { value: 3 } }, evidence: [] });
    await expect(house.phrases.decide(evaluator, id, 'greeting', 'accepted')).rejects.toMatchObject({ data: { reason: 'wrong-state' } });
    await expect(house.phrases.decide(house.lead, id, 'greeting', 'accepted')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('finds nothing in what is masked, something in messages, and gives no hints in a calibration', async () => {
    const call = await house.call({ agent: '1' });
    const recordingId = await heard(call.id, '<v Agent>Good morning, how may I help you?', '<v Customer>Hello');
    await house.processed(house.lead, recordingId);
    const id = await begun(call.id);
    expect((await house.phrases.suggested(evaluator, id))[0]).toMatchObject({ value: true });
    await house.masks.mask(house.lead, { id: recordingId, fromMs: 0, toMs: 900, reason: 'other' });
    expect(await house.phrases.suggested(evaluator, id)).toEqual([]);

    const chat = await house.conversations.add(house.lead, { callId: 'chat-1', agent: '1', direction: 'inbound', tags: [], channel: 'chat', messages: [{ at: '2026-11-20T10:00:00.000Z', author: 'agent', name: null, text: 'Hello, how may I help?' }] });
    expect((await house.phrases.suggested(evaluator, await begun(chat.id)))[0]).toMatchObject({ value: true, places: [{ fromMs: 0, toMs: 0, quote: 'how may I help' }] });

    const session = await house.calibrations.create(house.lead, { title: 'Together', formId: house.formId, interactionIds: [chat.id], raterIds: [evaluator.personId, house.lead.personId], expertId: null, dueAt: null, tolerance: 5 });
    await house.calibrations.act(house.lead, session.id, session.version, 'open');
    expect(await house.phrases.suggested(evaluator, await house.calibrations.score(evaluator, session.id, chat.id))).toEqual([]);
    for (const person of [evaluator, house.lead]) {
        const id = await house.calibrations.score(person, session.id, chat.id);
        await house.evaluations.submit(person, { id, version: 1, answers: { greeting: { value: false }, tone: { value: 3 } }, evidence: [] });
    }
    await house.calibrations.act(house.lead, session.id, (await house.calibrations.find(house.lead, session.id)).version, 'close');
    // beside the people: what the words suggest, against what the people agreed on, and in none of the figures
    const beside = await house.results.result(house.lead, session.id);
    const greeting = (result: typeof beside) => result.questions.find(each => each.questionId === 'greeting')!;
    expect(beside.raters.map(each => [each.name, each.rules, each.submitted])).toEqual([['evaluator', false, 1], ['lead', false, 1], ['', true, 1]]);
    expect(beside.raters.at(-1)).toMatchObject({ exactShare: { share: 0, n: 1 }, leniency: { mean: null } });
    expect(greeting(beside).cells.map(each => [each.rating, each.matchesReference])).toEqual([[0, true], [0, true], [1, false]]);
    expect(greeting(beside).exact.value).toBe(1);
    expect(beside.calls[0]!.totals).toHaveLength(2);
    expect(greeting(await house.results.result(house.lead, session.id, 'counted')).exact.value).toBeCloseTo(1 / 3, 9);
});
