import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { samplingDefinition } from '../../common/sampling/sampling-definition';
import { readingTimeMs } from '../../common/sampling/reading-time';
import type { QualityTables } from '../quality-tables';
import type { TestQualityHouse } from '../testing/quality-house';
import { allPrepared, openTestSampling } from '../testing/sampling-house';
import { Qualifications } from './qualifications';
import type { SamplingDraws } from './sampling-draws';
import type { SamplingPlans } from './sampling-plans';
import type { SamplingQueueService } from './sampling-queue';
import { SamplingRedistribution } from './sampling-redistribution';
import type { SamplingResults } from './sampling-results';

let house: TestQualityHouse;
let plans: SamplingPlans;
let draws: SamplingDraws;
let results: SamplingResults;
let queue: SamplingQueueService;
let redistribution: SamplingRedistribution;
let first: TestPerson;
let second: TestPerson;
let third: TestPerson;
const day = '2026-11-18';
const answers = { greeting: { value: true }, tone: { value: 3 } };

const qualify = (person: TestPerson, qualified: boolean) => new Qualifications(house.database).set(house.lead, { personId: person.personId, formId: house.formId, qualified });
const drawn = async (evaluators: readonly TestPerson[], about: Readonly<Record<string, unknown>> = {}) => {
    const plan = await plans.create(house.lead, {
        title: 'Weekly', active: false, definition: samplingDefinition.parse({ formId: house.formId, population: {}, strata: [], period: 'week', size: { kind: 'per-stratum', calls: 6 }, evaluatorIds: evaluators.map(each => each.personId), notOwnTeam: false, ...about })
    });
    return { plan, draw: await draws.draw(house.lead, plan.id, day) };
};
const itemsOf = async (id: string, person: TestPerson = house.lead) => (await results.items(person, id, { limit: 100 })).rows;

beforeAll(async () => {
    ({ house, plans, draws, results, queue } = await openTestSampling());
    redistribution = new SamplingRedistribution(house.database);
    await house.person('agent', { roles: ['agent'], employeeNumber: '1' });
    [first, second, third] = [await house.person('first', { roles: ['qa-evaluator'] }), await house.person('second', { roles: ['qa-evaluator'] }), await house.person('third', { roles: ['qa-evaluator'] })];
    for (let place = 0; place < 6; place++) {
        await house.call({ agent: '1', startedAt: new Date(Date.UTC(2026, 10, 18, 3, place)).toISOString() });
    }
    const chat = (callId: string, text: string) => house.conversations.add(house.lead, { callId, agent: '1', direction: 'inbound', tags: [], channel: 'chat', messages: [{ at: '2026-11-18T04:00:00.000Z', author: 'customer', name: null, text }] });
    await chat('short', 'Hello');
    await chat('long', `${'年费'.repeat(255)}${'x'.repeat(987)}`);
    await Promise.all([first, second, third, house.lead].map(each => qualify(each, true)));
    await allPrepared(house, 6);
}, 120_000);
afterAll(() => house.close());

describe('a plan', () => {
    it('draws calls unless it says otherwise', async () => {
        const { draw } = await drawn([first]);
        expect(draw.population).toBe(6);
    });
    it('draws what was written, with the minutes that it takes to read', async () => {
        const { draw } = await drawn([first], { channels: ['chat', 'email'] });
        expect(draw.population).toBe(2);
        expect(Object.fromEntries((await itemsOf(draw.id)).map(each => [each.callId, each.durationMs]))).toEqual({ short: 10_000, long: readingTimeMs(510 + 987, 510) });
        expect(await draws.repeat(draw.id)).toEqual({ populationKept: true, sameCalls: true, calls: 2 });
        for (let next = await queue.next(first); next; next = await queue.next(first)) {
            await house.evaluations.submit(first, { id: next, version: 1, answers, evidence: [] });
        }
        expect((await itemsOf(draw.id)).map(each => each.state)).toEqual(['scored', 'scored']);
    });
    it('draws both where it is asked to', async () => expect((await drawn([first], { channels: ['voice', 'chat'] })).draw.population).toBe(8));
});

const nobodys = { from: null, reason: 'unqualified', among: 'plan' } as const;

describe('handing out again', () => {
    it('divides what somebody has open among the others, leaves what is begun, and says why in the audit log', async () => {
        const { draw } = await drawn([second, third], { shadowShare: 0.5 });
        const before = await itemsOf(draw.id);
        const begun = await queue.next(second);
        const mine = before.filter(each => each.evaluatorId === second.personId);
        const { moved, left } = await redistribution.redistribute(house.lead, draw.id, { from: second.personId, reason: 'absent', among: 'plan' });
        // what the third scores already on the other side of a pair cannot go to them, too
        const paired = mine.filter(each => before.some(one => one.interactionId === each.interactionId && one.evaluatorId === third.personId));
        const after = await itemsOf(draw.id);
        const still = after.filter(each => each.evaluatorId === second.personId);
        expect(moved + left).toBe(mine.length - 1);
        expect(still.filter(each => each.state === 'begun')).toHaveLength(1);
        expect(still.length).toBe(left + 1);
        expect(left).toBeLessThanOrEqual(paired.length);
        for (const each of after) {
            expect(after.filter(one => one.interactionId === each.interactionId && one.evaluatorId === each.evaluatorId)).toHaveLength(1);
        }
        const entries = await house.database.read().selectFrom('core.audit_entry').where('action', '=', 'sampling.redistributed').where('entity_id', '=', draw.id).select('detail').execute();
        expect(entries).toMatchObject([{ detail: { from: second.personId, reason: 'absent', among: 'plan', moved, left } }]);
        await house.evaluations.discard(second, begun!);
    });
    it('finds somebody for what nobody could score, once somebody is qualified', async () => {
        const { plan, draw } = await drawn([second]);
        await house.database.write<void, QualityTables>(house.lead, async (transaction, log) => {
            await transaction.updateTable('quality.sampling_item').set({ evaluator_id: null }).where('draw_id', '=', draw.id).execute();
            log.audit('test.left', 'tests', draw.id);
        });
        await qualify(second, false);
        await expect(redistribution.redistribute(house.lead, draw.id, nobodys)).rejects.toMatchObject({ data: { reason: 'nobody-qualified' } });
        await qualify(second, true);
        await plans.change(house.lead, { id: plan.id, version: plan.version, title: plan.title, active: false, definition: { ...plan.definition, evaluatorIds: [second.personId, third.personId] } });
        expect(await redistribution.redistribute(house.lead, draw.id, nobodys)).toEqual({ moved: 6, left: 0 });
        const items = await itemsOf(draw.id);
        expect([second, third].map(each => items.filter(one => one.evaluatorId === each.personId).length)).toEqual([3, 3]);
        await expect(redistribution.redistribute(house.lead, draw.id, nobodys)).rejects.toMatchObject({ data: { reason: 'nothing-to-hand-out' } });
    });
    it('goes beyond the plan to all who are qualified where it is asked to; what was drawn stays as it was drawn', async () => {
        const { draw } = await drawn([second]);
        const frozen = () => house.database.read<QualityTables>().selectFrom('quality.sampling_item').selectAll().where('draw_id', '=', draw.id).orderBy('place').execute();
        await house.database.write<void, QualityTables>(house.lead, async (transaction, log) => {
            await transaction.updateTable('quality.sampling_item').set({ evaluator_id: null }).where('draw_id', '=', draw.id).execute();
            log.audit('test.left', 'tests', draw.id);
        });
        await qualify(second, false);
        const before = await frozen();
        await expect(redistribution.redistribute(house.lead, draw.id, nobodys)).rejects.toMatchObject({ data: { reason: 'nobody-qualified' } });
        expect(await redistribution.redistribute(house.lead, draw.id, { ...nobodys, among: 'qualified' })).toEqual({ moved: before.length, left: 0 });
        const after = await frozen();
        expect(after.every(each => each.evaluator_id !== null && each.evaluator_id !== second.personId)).toBe(true);
        expect(after.map(each => ({ ...each, evaluator_id: null }))).toEqual(before);
        expect(await draws.repeat(draw.id)).toMatchObject({ populationKept: true, sameCalls: true });
        await qualify(second, true);
    });
});

it('who has still to score a call does not see what others made of it, even where they see everything else', async () => {
    const { draw } = await drawn([first, house.lead], { shadowShare: 0.5, size: { kind: 'per-stratum', calls: 6 } });
    const items = await itemsOf(draw.id, first);
    const pair = items.find(each => each.kind === 'shadow' && each.evaluatorId === house.lead.personId) ?? items.find(each => each.kind !== 'shadow' && each.evaluatorId === house.lead.personId)!;
    const { interactionId } = pair;
    const id = await house.evaluations.begin(third, interactionId, house.formId);
    await house.evaluations.submit(third, { id, version: 1, answers, evidence: [] });
    const seen = async () => (await house.reader.list(house.lead, { limit: 100, interactionId })).rows.map(each => each.id);
    expect(await seen()).not.toContain(id);
    await expect(house.reader.get(house.lead, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (let next = await queue.next(house.lead); next; next = await queue.next(house.lead)) {
        await house.evaluations.submit(house.lead, { id: next, version: 1, answers, evidence: [] });
    }
    expect(await seen()).toContain(id);
});
