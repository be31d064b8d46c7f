import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { Answers } from '@earshot/forms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { EvaluationHandOver } from './evaluation-work';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let agent: TestPerson;
let evaluator: TestPerson;
let other: TestPerson;
let call: string;
const answers = { greeting: { value: true }, tone: { value: 3 } };
const mark = (questionId: string) => ({ id: newId(), questionId, fromMs: 100, toMs: 400 });

beforeAll(async () => {
    house = await openTestQualityHouse();
    agent = await house.person('agent', { roles: ['agent'], employeeNumber: '1' });
    evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    other = await house.person('other', { roles: ['qa-evaluator'] });
    const made = await house.call({ agent: '1' });
    call = made.id;
    await house.processed(house.lead, made.recordingId!);
});
afterAll(() => house.close());

const begun = async (person = evaluator, interactionId = call) => house.reader.get(person, await house.evaluations.begin(person, interactionId, house.formId));
const submitted = async (interactionId: string) => {
    const { id, version } = await begun(evaluator, interactionId);
    await house.evaluations.submit(evaluator, { id, version, answers, evidence: [] });
    return id;
};

describe('a draft', () => {
    it('is begun once, saved whole with its score, and seen by nobody else', async () => {
        const draft = await begun();
        expect(draft).toMatchObject({ state: 'draft', purpose: 'monitoring', version: 1, percent: null, may: ['edit', 'submit', 'discard'], agentId: agent.personId });
        expect((await begun()).id).toBe(draft.id);
        const saved = await house.evaluations.save(evaluator, { id: draft.id, version: 1, answers, evidence: [mark('tone')] });
        // yes 1 of 1 and tone 3 of 4, equal weights: 4 of 5
        expect(saved).toMatchObject({ version: 2, score: { percent: 80 } });
        expect(await house.reader.get(evaluator, draft.id)).toMatchObject({ percent: 80, answers, evidence: [{ questionId: 'tone' }] });
        for (const person of [other, agent, house.lead]) {
            await expect(house.reader.get(person, draft.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
        await expect(house.evaluations.save(other, { id: draft.id, version: 2, answers, evidence: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('tells the second tab, and answers a repeated request like the first', async () => {
        const { id } = await begun();
        await house.evaluations.save(evaluator, { id, version: 2, answers: { greeting: { value: false } }, evidence: [] });
        expect(await house.evaluations.save(evaluator, { id, version: 2, answers: { greeting: { value: false } }, evidence: [] })).toMatchObject({ version: 3 });
        await expect(house.evaluations.save(evaluator, { id, version: 2, answers, evidence: [] })).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'changed-meanwhile' } });
    });
    it('refuses what is no answer, and keeps what was there', async () => {
        const { id, version } = await begun();
        const bad: readonly Answers[] = [{ tone: { value: 1e308 } }, { tone: { value: 'x' } }, { nothing: { value: 1 } }, { greeting: { value: 1 } }];
        for (const given of bad) {
            await expect(house.evaluations.save(evaluator, { id, version, answers: given, evidence: [] })).rejects.toMatchObject({ code: 'INVALID' });
        }
        expect((await begun()).version).toBe(version);
    });
    it('is not begun about oneself', async () => {
        const self = await house.person('self', { roles: ['qa-evaluator'], employeeNumber: '77' });
        await expect(house.evaluations.begin(self, (await house.call({ agent: '77' })).id, house.formId)).rejects.toMatchObject({ data: { reason: 'own-call' } });
    });
    it('is not gone on with about a call that became one’s own meanwhile', async () => {
        const self = await house.person('later-self', { roles: ['qa-evaluator'] });
        const made = await house.call();
        const { id, version } = await begun(self, made.id);
        await house.interactions.change(house.lead, { id: made.id, version: made.version, agentId: self.personId });
        for (const write of [house.evaluations.save.bind(house.evaluations), house.evaluations.submit.bind(house.evaluations)]) {
            await expect(write(self, { id, version, answers, evidence: [] })).rejects.toMatchObject({ data: { reason: 'own-call' } });
        }
        expect((await house.reader.get(self, id)).may).toEqual(['discard']);
    });
    it('can be discarded, and begun anew', async () => {
        const { id } = await begun(other);
        await house.evaluations.discard(other, id);
        await expect(house.reader.get(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await begun(other)).id).not.toBe(id);
    });
    it('counts what was listened to once', async () => {
        const { id } = await begun();
        expect(await house.evaluations.listened(evaluator, id, [[0, 400], [300, 500]])).toBeCloseTo(0.5, 5);
        expect(await house.evaluations.listened(evaluator, id, [[0, 250], [900, 5000]])).toBeCloseTo(0.6, 5);
        expect((await begun()).listened.ranges).toEqual([[0, 500], [900, 1000]]);
    });
});

describe('a submission', () => {
    it('must be complete, and names what is missing', async () => {
        const { id, version } = await begun();
        await expect(house.evaluations.submit(evaluator, { id, version, answers: { tone: { value: 1 } }, evidence: [] })).rejects.toMatchObject({
            code: 'INVALID', data: { problems: [{ path: 'answers.greeting.value', code: 'missing' }, { path: 'answers.tone.comment', code: 'comment-required' }] }
        });
    });
    it('is final, idempotent, and then seen by the agent', async () => {
        const { id, version } = await begun();
        await house.evaluations.submit(evaluator, { id, version, answers, evidence: [] });
        const before = (await house.reader.get(evaluator, id)).listened.share;
        expect(await house.evaluations.listened(evaluator, id, [[0, 1000]])).toBe(before);
        expect((await house.reader.get(evaluator, id)).listened.share).toBe(before);
        await house.evaluations.submit(evaluator, { id, version, answers, evidence: [] });
        await expect(house.evaluations.submit(evaluator, { id, version, answers: { ...answers, tone: { value: 4 } }, evidence: [] })).rejects.toMatchObject({ data: { reason: 'already-submitted' } });
        await expect(house.evaluations.save(evaluator, { id, version: version + 1, answers, evidence: [] })).rejects.toMatchObject({ data: { reason: 'wrong-state' } });
        expect(await house.reader.get(agent, id)).toMatchObject({ state: 'submitted', percent: 80, may: [] });
        expect((await house.reader.list(agent, { limit: 10 })).rows.map(each => each.id)).toEqual([id]);
        await expect(house.reader.get(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await house.reader.today(evaluator)).toMatchObject({ submitted: 1 });
        expect((await house.interactions.list(house.lead, { limit: 10, evaluated: 'yes' })).rows.map(each => each.id)).toContain(call);
    });
});

describe('a correction', () => {
    it('is a new revision with a reason that somebody else approves', async () => {
        const id = await submitted((await house.call({ agent: '1' })).id);
        const revision = await house.corrections.revise(evaluator, id, 'The greeting was missing.');
        await expect(house.corrections.revise(evaluator, id, 'Again.')).rejects.toBeDefined();
        expect((await house.reader.get(agent, id)).state).toBe('submitted');
        const draft = await house.reader.get(evaluator, revision);
        expect(draft).toMatchObject({ state: 'revision-draft', revision: 2, revises: id, reason: 'The greeting was missing.', answers });
        await house.evaluations.submit(evaluator, { id: revision, version: draft.version, answers: { ...answers, greeting: { value: false } }, evidence: [] });
        await expect(house.corrections.decide(evaluator, 'approve', revision, draft.version + 1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        const pending = await house.reader.get(house.lead, revision);
        expect(pending).toMatchObject({ state: 'revision-pending', may: ['approve', 'reject'] });

        await house.corrections.decide(house.lead, 'reject', revision, pending.version, 'Listen again.');
        const again = await house.reader.get(evaluator, revision);
        expect(again).toMatchObject({ state: 'revision-draft', returnedReason: 'Listen again.', answers: { greeting: { value: false } } });
        await house.evaluations.submit(evaluator, { id: revision, version: again.version, answers: { ...answers, greeting: { value: false } }, evidence: [] });
        await expect(house.corrections.decide(house.lead, 'approve', revision, 99)).rejects.toMatchObject({ data: { reason: 'changed-meanwhile' } });
        await house.corrections.decide(house.lead, 'approve', revision, (await house.reader.get(house.lead, revision)).version);
        expect((await house.reader.list(agent, { limit: 10, interactionId: draft.interactionId })).rows.map(each => [each.id, each.percent])).toEqual([[revision, 60]]);
        expect((await house.reader.get(agent, revision)).history.map(each => [each.revision, each.state])).toEqual([[1, 'superseded'], [2, 'submitted']]);
    });
});

describe('a hand-over', () => {
    const leaving = async (name: string) => {
        const person = await house.person(name, { roles: ['qa-evaluator'] });
        const { id, version } = await begun(person, (await house.call({ agent: '1' })).id);
        await house.evaluations.submit(person, { id, version, answers, evidence: [] });
        return { person, id, revision: await house.corrections.revise(person, id, 'The greeting was missing.') };
    };
    const handOver = (from: TestPerson, to: TestPerson) => house.database.write(house.lead, (transaction, log) => new EvaluationHandOver(house.database).handOver(transaction, log, from.personId, to.personId));

    it('goes only to somebody who may evaluate', async () => {
        const { person } = await leaving('leaving-one');
        await expect(handOver(person, agent)).rejects.toMatchObject({ data: { problems: [{ path: 'successorId', code: 'successor-may-not-evaluate' }] } });
    });
    it('keeps a correction in the history of what it corrects, and lets the successor read that', async () => {
        const { person, id, revision } = await leaving('leaving-two');
        await handOver(person, other);
        expect((await house.reader.get(other, revision)).history.map(each => [each.id, each.by])).toEqual([[id, 'leaving-two'], [revision, 'other']]);
        expect(await house.reader.get(other, id)).toMatchObject({ id, may: [] });
        await house.evaluations.submit(other, { id: revision, version: 1, answers: { ...answers, greeting: { value: false } }, evidence: [] });
        await house.corrections.decide(house.lead, 'approve', revision, (await house.reader.get(house.lead, revision)).version);
        expect((await house.reader.get(agent, revision)).history.map(each => each.id)).toEqual([id, revision]);
        expect((await house.reader.get(house.lead, id)).history.map(each => each.state)).toEqual(['superseded', 'submitted']);
    });
});
