import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { samplingDefinition } from '../../common/sampling/sampling-definition';
import type { QualityTables } from '../quality-tables';
import type { TestQualityHouse } from '../testing/quality-house';
import { allPrepared, openTestSampling } from '../testing/sampling-house';
import { Qualifications } from './qualifications';
import type { SamplingDraws } from './sampling-draws';
import type { SamplingPlans } from './sampling-plans';
import type { SamplingQueueService } from './sampling-queue';
import type { SamplingResults } from './sampling-results';
import { SamplingSchedule } from './sampling-schedule';
import { SamplingHandOver, SamplingWork } from './sampling-work';

let house: TestQualityHouse;
let plans: SamplingPlans;
let draws: SamplingDraws;
let results: SamplingResults;
let queue: SamplingQueueService;
let qualifications: Qualifications;
let first: TestPerson;
let second: TestPerson;
const day = '2026-11-18';
/** In a week of which nobody has scored anything. */
const earlier = '2026-11-04';
const answers = { greeting: { value: true }, tone: { value: 3 } };
const reason = (name: string) => ({ data: { reason: name } });

beforeAll(async () => {
    ({ house, plans, draws, results, queue } = await openTestSampling());
    qualifications = new Qualifications(house.database);
    const teamId = await house.team('cards');
    await house.person('agent', { roles: ['agent'], teamId, employeeNumber: '1' });
    first = await house.person('first', { roles: ['qa-evaluator'], teamId });
    second = await house.person('second', { roles: ['qa-evaluator'] });
    for (let place = 0; place < 12; place++) {
        await house.call({ agent: '1', queue: place < 8 ? 'cards' : 'loans', tags: place === 0 ? ['complaint'] : [], startedAt: new Date(Date.UTC(2026, 10, 18, 3, place)).toISOString() });
    }
    for (let place = 0; place < 4; place++) {
        await house.call({ agent: '1', queue: 'loans', startedAt: new Date(Date.UTC(2026, 10, 4, 3, place)).toISOString() });
    }
    await allPrepared(house, 16);
}, 120_000);
afterAll(() => house.close());

const definition = (about: Readonly<Record<string, unknown>> = {}) => samplingDefinition.parse({
    formId: house.formId, population: {}, strata: ['queue'], period: 'week', size: { kind: 'per-stratum', calls: 2 }, rules: [{ name: 'Complaints', condition: { tags: ['complaint'] }, share: 1 }],
    evaluatorIds: [first.personId, second.personId], notOwnTeam: false, ...about
});
const plan = (about?: Readonly<Record<string, unknown>>, active = false) => plans.create(house.lead, { title: 'Weekly', definition: definition(about), active });
const itemsOf = async (id: string) => (await results.items(house.lead, id, { limit: 100 })).rows;
const score = async (person: TestPerson): Promise<string | null> => {
    const id = await queue.next(person);
    if (id) {
        await house.evaluations.submit(person, { id, version: 1, answers, evidence: [] });
    }
    return id;
};

describe('a plan', () => {
    it('says what it would draw, and draws nothing for nobody qualified', async () => {
        const { id, nextDrawOn } = await plan();
        expect(nextDrawOn).toBeNull();
        const outline = await plans.outline(definition(), day);
        expect(outline).toMatchObject({ firstDay: '2026-11-16', lastDay: '2026-11-22', population: 12, random: 5, byRules: 0, drawn: false, rules: [{ name: 'Complaints', population: 1, wanted: 1, calls: 1 }] });
        expect(outline.strata.map(each => [each.stratum[0].value, each.population, each.calls])).toEqual([['cards', 8, 3], ['loans', 4, 2]]);
        expect(outline.evaluators.map(each => each.qualified)).toEqual([false, false]);
        await expect(draws.draw(house.lead, id, day)).rejects.toMatchObject(reason('nobody-qualified'));
    });

    it('has only evaluators who may evaluate, and changes by whoever has seen its state', async () => {
        await expect(plan({ evaluatorIds: [(await house.person('other', { roles: ['agent'] })).personId] })).rejects.toMatchObject({ data: { problems: [{ path: 'definition.evaluatorIds', code: 'may-not-evaluate' }] } });
        const { id, version } = await plan();
        expect(await plans.change(house.lead, { id, version, title: 'Renamed', definition: definition(), active: true })).toMatchObject({ title: 'Renamed', active: true, version: version + 1 });
        await expect(plans.change(house.lead, { id, version, title: 'Late', definition: definition(), active: true })).rejects.toMatchObject(reason('changed-meanwhile'));
    });
});

describe('a draw', () => {
    beforeAll(async () => {
        for (const person of [first, second]) {
            await qualifications.set(house.lead, { personId: person.personId, formId: house.formId, qualified: true });
        }
    });

    it('happens once for a period, can be repeated, and hands its calls out one by one', async () => {
        const { id } = await plan();
        const draw = await draws.draw(house.lead, id, day);
        expect(draw).toMatchObject({ population: 12, drawn: 5, scored: 0, unassigned: 0, firstDay: '2026-11-16' });
        await expect(draws.draw(house.lead, id, '2026-11-20')).rejects.toMatchObject(reason('drawn-already'));
        expect(await draws.repeat(draw.id)).toEqual({ populationKept: true, sameCalls: true, calls: 5 });
        const items = await itemsOf(draw.id);
        expect(items.filter(each => each.rule === 'Complaints').map(each => [each.kind, each.probability])).toEqual([['rule', 1]]);
        expect(items.filter(each => each.kind === 'random').map(each => each.probability).sort()).toEqual([2 / 7, 2 / 7, 0.5, 0.5]);

        const work = new SamplingWork(house.database);
        const mine = items.filter(each => each.evaluatorId === first.personId).length;
        expect(await work.items(first)).toMatchObject([{ kind: 'sampling.score', detail: { done: 0, of: mine } }]);
        expect(await queue.queue(first)).toMatchObject({ open: mine, scored: 0, next: { begun: false } });
        const begun = await queue.next(first);
        expect(await queue.next(first)).toBe(begun);
        expect(await queue.queue(first)).toMatchObject({ next: { begun: true } });
        for (const person of [first, second]) {
            while (await score(person)) { /* until nothing is left */ }
        }
        expect(await queue.queue(first)).toMatchObject({ open: 0, next: null });
        const result = await results.result(draw.id);
        expect(result.overall).toMatchObject({ population: 12, covered: 12, drawn: 5, scored: 5 });
        expect(result.overall.mean).toBeCloseTo(result.strata[0].estimate.mean!, 10);
        expect(result.draw.scored).toBe(5);
    });

    it('replaces a call by the next of its stratum, with a reason, until none is left', async () => {
        const draw = await draws.draw(house.lead, (await plan({ rules: [] })).id, earlier);
        const replaced = (await itemsOf(draw.id)).find(each => each.stratum[0].value === 'loans' && each.state === 'open')!;
        await draws.replace(house.lead, replaced.id, 'unusable-recording', 'Only noise.');
        await expect(draws.replace(house.lead, replaced.id, 'other', 'Again.')).rejects.toMatchObject(reason('wrong-state'));
        let items = await itemsOf(draw.id);
        const successor = items.find(each => each.id === items.find(one => one.id === replaced.id)!.replacedBy)!;
        expect(successor).toMatchObject({ kind: 'random', probability: 0.5, stratum: [{ value: 'loans' }] });
        expect(items.find(each => each.id === replaced.id)).toMatchObject({ state: 'replaced', reason: 'unusable-recording', reasonText: 'Only noise.' });
        expect(await draws.repeat(draw.id)).toMatchObject({ sameCalls: true });
        for (;;) {
            items = await itemsOf(draw.id);
            const open = items.find(each => each.stratum[0].value === 'loans' && each.state === 'open');
            if (!open || items.filter(each => each.stratum[0].value === 'loans').length === 4) {
                break;
            }
            await draws.replace(house.lead, open.id, 'wrong-facts', 'Not a loan.');
        }
        const last = items.find(each => each.stratum[0].value === 'loans' && each.state === 'open');
        if (last) {
            await expect(draws.replace(house.lead, last.id, 'other', 'One more.')).rejects.toMatchObject(reason('reserve-exhausted'));
        }
        const { detail } = await house.database.read().selectFrom('core.audit_entry').select('detail').where('action', '=', 'sampling.replaced').orderBy('id').executeTakeFirstOrThrow();
        expect(JSON.stringify(detail)).not.toContain('noise');
        for (const person of [first, second]) {
            while (await score(person)) { /* until nothing is left for the tests that follow */ }
        }
    });

    it('lets somebody else score a share again, unseen by the agent and without counting', async () => {
        const draw = await draws.draw(house.lead, (await plan({ rules: [], shadowShare: 0.5 })).id, day);
        const shadow = (await itemsOf(draw.id)).filter(each => each.kind === 'shadow');
        expect(shadow).toHaveLength(2);
        for (const person of [first, second]) {
            while (await score(person)) { /* until nothing is left */ }
        }
        const result = await results.result(draw.id);
        expect(result.shadow).toMatchObject({ pairs: 2, bias: 0 });
        const scored = (await itemsOf(draw.id)).find(each => each.kind === 'shadow')!;
        const agent = await house.sessions.principalOfPerson((await house.database.read().selectFrom('core.person').select('id').where('login', '=', 'agent').executeTakeFirstOrThrow()).id, 'session');
        await expect(house.reader.get(agent!, scored.evaluationId!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect(await house.reader.get(house.lead, scored.evaluationId!)).toMatchObject({ purpose: 'agreement' });
        // What a correction makes of a score changes the estimate; how far the two agreed stays.
        const corrected = (await itemsOf(draw.id)).find(each => each.kind === 'random' && each.interactionId === scored.interactionId)!;
        const author = corrected.evaluatorId === first.personId ? first : second;
        const revision = await house.corrections.revise(author, corrected.evaluationId!, 'The greeting was missing.');
        await house.evaluations.submit(author, { id: revision, version: (await house.reader.get(author, revision)).version, answers: { ...answers, greeting: { value: false } }, evidence: [] });
        await house.corrections.decide(house.lead, 'approve', revision, (await house.reader.get(house.lead, revision)).version);
        const after = await results.result(draw.id);
        expect(after.overall.mean).toBeLessThan(result.overall.mean!);
        expect(after.shadow).toMatchObject({ pairs: 2, bias: 0 });
    });

    it('keeps evaluators from their own team, and says what nobody may score', async () => {
        const draw = await draws.draw(house.lead, (await plan({ rules: [], notOwnTeam: true, evaluatorIds: [first.personId] })).id, day);
        expect(draw).toMatchObject({ drawn: 4, unassigned: 4 });
        expect((await new SamplingWork(house.database).items(house.lead)).map(each => each.kind)).toContain('sampling.unassigned');
    });

    it('is made by the clock when a period is over, once, and not for the time before the plan', async () => {
        const clock = new SamplingSchedule(house.database, draws);
        const { id } = await plan({ rules: [], size: { kind: 'total', calls: 2, allocation: 'neyman' } }, true);
        const since = (at: string) => house.database.read<QualityTables>().updateTable('quality.sampling_plan').set({ active_since: new Date(at) }).where('id', '=', id).execute();
        await since('2026-11-25T00:00:00Z');
        await clock.run(new Date('2026-11-24T00:00:00Z'));
        expect((await plans.get(id)).draws).toEqual([]);
        await since('2026-11-18T00:00:00Z');
        await clock.run(new Date('2026-11-24T00:00:00Z'));
        await clock.run(new Date('2026-11-24T01:00:00Z'));
        expect((await plans.get(id)).draws).toMatchObject([{ drawn: 2, drawnBy: null }]);
    });

    it('waits the days of grace of its plan, and says how many calls came after it', async () => {
        const clock = new SamplingSchedule(house.database, draws);
        const { id } = await plan({ rules: [], graceDays: 3, population: { queues: ['cards'] } }, true);
        await house.database.read<QualityTables>().updateTable('quality.sampling_plan').set({ active_since: new Date('2026-11-18T00:00:00Z') }).where('id', '=', id).execute();
        await clock.run(new Date('2026-11-25T12:00:00Z'));
        expect((await plans.get(id)).draws).toEqual([]);
        await clock.run(new Date('2026-11-26T12:00:00Z'));
        const [draw] = (await plans.get(id)).draws;
        expect(draw).toMatchObject({ firstDay: '2026-11-16', population: 8 });
        expect((await results.result(draw!.id)).late).toBe(0);
        await house.call({ agent: '1', queue: 'cards', startedAt: '2026-11-18T05:00:00.000Z' });
        await house.call({ agent: '1', queue: 'other', startedAt: '2026-11-18T05:00:00.000Z' });
        await vi.waitFor(async () => { expect((await results.result(draw!.id)).late).toBe(1); }, { timeout: 30_000, interval: 250 });
    });

    it('hands what is open over to a successor', async () => {
        await house.call({ agent: '1', queue: 'new', startedAt: '2026-11-10T03:00:00.000Z' });
        await vi.waitFor(async () => { expect((await plans.outline(definition(), '2026-11-10')).population).toBe(1); }, { timeout: 30_000, interval: 250 });
        const draw = await draws.draw(house.lead, (await plan({ rules: [], evaluatorIds: [first.personId] })).id, '2026-11-10');
        const handOver = new SamplingHandOver(house.database);
        expect(await handOver.count(first.personId)).toBeGreaterThan(0);
        await house.database.write(house.lead, (transaction, log) => handOver.handOver(transaction, log, first.personId, second.personId));
        expect(await handOver.count(first.personId)).toBe(0);
        expect((await itemsOf(draw.id)).map(each => each.evaluatorId)).toEqual([second.personId]);
    });
});

it('Who scores a call once more does not see what they gave before until they have submitted again', async () => {
    const call = await house.call({ agent: '1', queue: 'once-more', startedAt: '2026-11-18T09:00:00.000Z' });
    const before = await house.evaluations.begin(first, call.id, house.formId);
    await house.evaluations.submit(first, { id: before, version: 1, answers, evidence: [] });
    const { id: drawId } = await draws.draw(house.lead, (await plan({ population: {}, rules: [] })).id, earlier);
    const database = house.database.read<QualityTables>();
    const item = await database.updateTable('quality.sampling_item').set({ kind: 'intra', interaction_id: call.id, evaluator_id: first.personId, earlier_id: before, cell: null, probability: null, evaluation_id: null, scored_at: null })
        .where('draw_id', '=', drawId).where('place', '=', 0).returning('id').executeTakeFirstOrThrow();
    await database.updateTable('quality.sampling_item').set({ evaluator_id: second.personId }).where('evaluator_id', '=', first.personId).where('id', '<>', item.id).where('scored_at', 'is', null).execute();
    await expect(house.reader.get(first, before)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await house.reader.list(first, { limit: 50, interactionId: call.id })).rows).toEqual([]);
    expect(await house.reader.get(house.lead, before)).toMatchObject({ percent: expect.any(Number) as number });
    const again = (await queue.next(first))!;
    expect((await house.reader.list(first, { limit: 50, interactionId: call.id })).rows.map(each => each.id)).toEqual([again]);
    await house.evaluations.submit(first, { id: again, version: 1, answers: { ...answers, tone: { value: 4 } }, evidence: [] });
    expect((await house.reader.list(first, { limit: 50, interactionId: call.id })).rows.map(each => each.id).sort()).toEqual([before, again].sort());
});
