import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowed, type TestPerson } from '../../../../core/src/node/people/test-house';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';

let house: TestQualityHouse;
let raters: TestPerson[];
let stranger: TestPerson;
let agent: TestPerson;
let calls: string[];
let id: string;

beforeAll(async () => {
    house = await openTestQualityHouse();
    agent = await house.person('agent', { roles: ['agent'], employeeNumber: '1' });
    raters = [];
    for (const login of ['anna', 'bert', 'cleo']) {
        raters.push(await house.person(login, { roles: ['qa-evaluator'] }));
    }
    stranger = await house.person('stranger', { roles: ['qa-evaluator'] });
    calls = [];
    for (let place = 0; place < 3; place++) {
        calls.push((await house.call({ agent: '1' })).id);
    }
});
afterAll(() => house.close());

const create = (more = {}) => house.calibrations.create(house.lead, { title: 'November', formId: house.formId, interactionIds: calls, raterIds: raters.map(each => each.personId), expertId: house.lead.personId, dueAt: null, tolerance: 5, ...more });
const act = async (action: 'open' | 'close' | 'settle') => house.calibrations.act(house.lead, id, (await house.calibrations.find(house.lead, id)).version, action);
const rate = async (person: TestPerson, call: string, greeting: boolean, tone: number) => {
    const evaluation = await house.calibrations.score(person, id, call);
    const { version } = await house.reader.get(person, evaluation);
    await house.evaluations.submit(person, { id: evaluation, version, answers: { greeting: { value: greeting }, tone: { value: tone, ...(tone === 1 ? { comment: 'Rude.' } : {}) } }, evidence: [] });
    return evaluation;
};

describe('a calibration session', () => {
    let annas: string;
    it('takes only people who may evaluate, and calls that there are', async () => {
        await expect(create({ raterIds: [raters[0]!.personId, agent.personId] })).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ path: 'raterIds', code: 'may-not-evaluate', detail: { person: agent.personId } }] } });
        await expect(create({ interactionIds: ['00000000-0000-7000-8000-000000000000'] })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-call' }] } });
        await house.call({ agent: 'bert' });
        const own = (await house.call({ agent: 'bert' })).id;
        const refused = { data: { problems: [{ path: 'raterIds', code: 'own-call', detail: { person: raters[1]!.personId, interaction: own } }] } };
        await expect(create({ interactionIds: [calls[0]!, own] })).rejects.toMatchObject(refused);
        const session = await create();
        id = session.id;
        await expect(house.calibrations.change(house.lead, { id, version: 1, interactionIds: [own] })).rejects.toMatchObject(refused);
        expect(session).toMatchObject({ state: 'draft', calls: 3, raters: 4, expected: 12, submitted: 0 });
        await expect(house.calibrations.get(raters[0]!, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('changes only what is named', async () => {
        const changed = await house.calibrations.change(house.lead, { id, version: 1, title: 'Late November' });
        expect(changed).toMatchObject({ title: 'Late November', calls: 3, raters: 4 });
        expect((await house.calibrations.get(house.lead, id)).expertId).toBe(house.lead.personId);
    });
    it('opens to its panel, and to nobody else', async () => {
        await act('open');
        expect((await house.calibrations.list(raters[0]!, { limit: 10 })).rows).toMatchObject([{ id, mine: { submitted: 0, expected: 3 } }]);
        expect((await house.calibrations.list(stranger, { limit: 10 })).rows).toEqual([]);
        await expect(house.calibrations.score(stranger, id, calls[0]!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('does not let anybody rate a call that became their own meanwhile', async () => {
        const { version } = await house.interactions.get(house.lead, calls[2]!);
        await house.interactions.change(house.lead, { id: calls[2]!, version, agentId: raters[0]!.personId });
        await expect(house.calibrations.score(raters[0]!, id, calls[2]!)).rejects.toMatchObject({ data: { reason: 'own-call' } });
        await house.interactions.change(house.lead, { id: calls[2]!, version: version + 1, agentId: agent.personId });
    });
    it('is blind while it is open', async () => {
        annas = await rate(raters[0]!, calls[0]!, true, 4);
        for (const call of calls.slice(1)) {
            await rate(raters[0]!, call, true, 3);
        }
        for (const call of calls) {
            await rate(raters[1]!, call, true, 3);
            await rate(house.lead, call, true, 3);
        }
        await rate(raters[2]!, calls[0]!, false, 1);
        for (const person of [raters[1]!, house.lead, agent, stranger]) {
            await expect(house.reader.get(person, annas)).rejects.toMatchObject({ code: 'NOT_FOUND' });
            expect((await house.reader.list(person, { limit: 50 })).rows.filter(each => each.evaluatorId === raters[0]!.personId)).toEqual([]);
        }
        await expect(house.results.result(house.lead, id)).rejects.toMatchObject({ data: { reason: 'still-blind' } });
        expect(JSON.stringify(await house.calibrations.get(house.lead, id))).not.toContain('percent');
        expect((await house.calibrations.find(house.lead, id)).submitted).toBe(10);
    });
    it('closes with an incomplete panel, and takes no scores afterwards', async () => {
        const late = await house.calibrations.score(raters[2]!, id, calls[1]!);
        await act('close');
        await expect(house.evaluations.submit(raters[2]!, { id: late, version: 1, answers: { greeting: { value: true }, tone: { value: 3 } }, evidence: [] })).rejects.toMatchObject({ data: { reason: 'session-closed' } });
        await expect(house.calibrations.score(raters[2]!, id, calls[2]!)).rejects.toMatchObject({ data: { reason: 'session-closed' } });
        await expect(house.evaluations.save(raters[2]!, { id: late, version: 1, answers: { greeting: { value: true } }, evidence: [] })).rejects.toMatchObject({ data: { reason: 'session-closed' } });
        expect(await house.reader.today(raters[2]!)).toMatchObject({ drafts: [] });
        expect(await house.reader.get(raters[2]!, late)).toMatchObject({ state: 'draft', may: ['discard'] });
        await expect(act('open')).rejects.toMatchObject({ data: { reason: 'wrong-state' } });
    });
    it('shows how far the panel agrees, against the expert', async () => {
        const result = await house.results.result(house.lead, id);
        const greeting = result.questions.find(each => each.questionId === 'greeting')!;
        // Call 1: three yes and one no: 3 of 6 pairs; calls 2 and 3: all the same. Mean of 1/2, 1, 1.
        expect(greeting.exact.value).toBeCloseTo(5 / 6, 10);
        expect(greeting).toMatchObject({ agreement: 'good', ambiguous: false, driftingRaters: [raters[2]!.personId], exact: { n: 3 } });
        expect(greeting.coefficients.map(each => each.reason)).toEqual(['too-few-units', 'too-few-units']);
        expect(greeting.reference.map(each => [each.source, each.rating])).toEqual([['expert', 1], ['expert', 1], ['expert', 1]]);
        const cleo = result.raters.find(each => each.raterId === raters[2]!.personId)!;
        // 20 against the expert's 80 on one call
        expect(cleo).toMatchObject({ submitted: 1, expected: 3, leniency: { mean: -60, interval: null, n: 1 }, withinTolerance: { share: 0, n: 1 } });
        expect(result.questions.find(each => each.questionId === 'tone')!.cells.find(each => each.raterId === raters[2]!.personId)).toMatchObject({ rating: 1, comment: 'Rude.', matchesReference: false });
    });
    it('is seen afterwards by its panel, never by the agent or by strangers', async () => {
        expect((await house.reader.get(raters[1]!, annas)).id).toBe(annas);
        for (const person of [agent, stranger]) {
            await expect(house.reader.get(person, annas)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        }
        expect((await house.interactions.get(house.lead, calls[0]!)).evaluations).toBe(0);
    });
    it('is settled by a consensus and a ruling that stands beside the question from then on', async () => {
        await house.results.agree(house.lead, { id, interactionId: calls[0]!, questionId: 'greeting', rating: 0 });
        await house.results.rule(house.lead, { id, questionId: 'greeting', text: 'Name and bank, in either order.' });
        await expect(house.results.agree(house.lead, { id, interactionId: calls[0]!, questionId: 'nothing', rating: 0 })).rejects.toMatchObject({ data: { problems: [{ code: 'unknown-question' }] } });
        const greeting = (await house.results.result(house.lead, id)).questions.find(each => each.questionId === 'greeting')!;
        expect(greeting).toMatchObject({ ruling: 'Name and bank, in either order.', reference: [{ source: 'consensus', rating: 0 }, { source: 'expert' }, { source: 'expert' }] });
        await house.results.withdraw(house.lead, { id, interactionId: calls[0]!, questionId: 'greeting' });
        expect((await house.results.result(house.lead, id)).questions.find(each => each.questionId === 'greeting')!.reference[0]!.source).toBe('expert');
        await expect(house.results.withdraw(house.lead, { id, interactionId: calls[0]!, questionId: 'greeting' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await house.database.read().selectFrom('core.audit_entry').select('actor_id').where('action', '=', 'calibration.agreement-withdrawn').execute()).toEqual([{ actor_id: house.lead.personId }]);
        await house.results.agree(house.lead, { id, interactionId: calls[0]!, questionId: 'greeting', rating: 0 });
        const fresh = await house.reader.get(raters[0]!, await house.evaluations.begin(raters[0]!, (await house.call({ agent: '1' })).id, house.formId));
        expect(fresh.rulings).toMatchObject([{ questionId: 'greeting', text: 'Name and bank, in either order.' }]);
        await act('settle');
        await expect(house.results.agree(house.lead, { id, interactionId: calls[0]!, questionId: 'greeting', rating: 1 })).rejects.toMatchObject({ data: { reason: 'session-settled' } });
        await expect(house.results.withdraw(house.lead, { id, interactionId: calls[0]!, questionId: 'greeting' })).rejects.toMatchObject({ data: { reason: 'session-settled' } });
    });
    it('enters the trend, and the record of when everybody was last calibrated', async () => {
        expect(await house.results.trend(house.lead, undefined)).toMatchObject([{ sessionId: id, exact: { n: 6 } }]);
        const status = await house.results.evaluators(house.lead);
        expect(status.find(each => each.personId === raters[0]!.personId)).toMatchObject({ overdue: false, sessions: 1 });
        expect(status.find(each => each.personId === stranger.personId)).toMatchObject({ overdue: true, lastCalibratedAt: null, leniency: null, sessions: 0 });
    });
});

it('is seen by whoever prepared it, also where they read only their own', async () => {
    const narrow = allowed(await house.person('narrow', { roles: ['qa-lead'] }), { 'calibration:read': 'own', 'calibration:lead': 'all', 'evaluation:write': 'own' });
    const session = await house.calibrations.create(narrow, { title: 'Narrow', formId: house.formId, interactionIds: calls, raterIds: raters.map(each => each.personId), expertId: null, dueAt: null, tolerance: 5 });
    expect(await house.calibrations.get(narrow, session.id)).toMatchObject({ state: 'draft', mine: null });
    expect((await house.calibrations.list(narrow, { limit: 10 })).rows.map(each => each.id)).toEqual([session.id]);
    expect(await house.calibrations.act(narrow, session.id, session.version, 'open')).toMatchObject({ state: 'open' });
});
