import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import type { DrawRow } from '../../common/sampling/sampling-contract';
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
let first: TestPerson;
let second: TestPerson;
const day = '2026-11-18';

const database = () => house.database.read<QualityTables>();
const qualify = (person: TestPerson, qualified: boolean) => new Qualifications(house.database).set(house.lead, { personId: person.personId, formId: house.formId, qualified });
const plan = (evaluators: readonly TestPerson[], about: Readonly<Record<string, unknown>> = {}, active = false) => plans.create(house.lead, {
    title: 'Weekly', active, definition: samplingDefinition.parse({ formId: house.formId, population: {}, strata: [], period: 'week', size: { kind: 'per-stratum', calls: 2 }, evaluatorIds: evaluators.map(each => each.personId), notOwnTeam: false, ...about })
});
const drawn = async (evaluators: readonly TestPerson[], about?: Readonly<Record<string, unknown>>): Promise<DrawRow> => draws.draw(house.lead, (await plan(evaluators, about)).id, day);
const itemsOf = async (id: string) => (await results.items(house.lead, id, { limit: 100 })).rows;
const handOver = (from: TestPerson, to: TestPerson) => house.database.write(house.lead, (transaction, log) => new SamplingHandOver(house.database).handOver(transaction, log, from.personId, to.personId));

beforeAll(async () => {
    ({ house, plans, draws, results, queue } = await openTestSampling());
    const teamId = await house.team('cards');
    await house.person('agent', { roles: ['agent'], teamId, employeeNumber: '1' });
    first = await house.person('first', { roles: ['qa-evaluator'], teamId });
    second = await house.person('second', { roles: ['qa-evaluator'] });
    for (let place = 0; place < 6; place++) {
        await house.call({ agent: '1', startedAt: new Date(Date.UTC(2026, 10, 18, 3, place)).toISOString() });
    }
    await allPrepared(house, 6);
}, 120_000);
beforeEach(async () => {
    await qualify(first, true);
    await qualify(second, true);
});
afterAll(() => house.close());

describe('a replacement', () => {
    it('goes to those who are qualified now', async () => {
        const draw = await drawn([first, second]);
        await qualify(first, false);
        await qualify(second, false);
        const [item] = await itemsOf(draw.id);
        await draws.replace(house.lead, item.id, 'no-conversation', 'Nobody speaks.');
        const { replacedBy } = (await itemsOf(draw.id)).find(each => each.id === item.id)!;
        expect((await itemsOf(draw.id)).find(each => each.id === replacedBy)).toMatchObject({ state: 'open', evaluatorId: null });
    });

    it('is not made by whoever has to score the call, first or second', async () => {
        const draw = await drawn([first, second], { shadowShare: 0.5 });
        const items = await itemsOf(draw.id);
        const shadow = items.find(each => each.kind === 'shadow')!;
        const item = items.find(each => each.kind === 'random' && each.interactionId === shadow.interactionId)!;
        for (const person of [first, second]) {
            await expect(draws.replace(person, item.id, 'other', 'Too long.')).rejects.toMatchObject({ data: { reason: 'own-item' } });
        }
        await draws.replace(house.lead, item.id, 'other', 'Too long.');
    });
});

describe('what somebody leaves behind', () => {
    it('does not go to a successor who is not qualified', async () => {
        const draw = await drawn([first]);
        await qualify(second, false);
        await handOver(first, second);
        expect((await itemsOf(draw.id)).map(each => each.evaluatorId)).toEqual([null, null]);
    });

    it('does not go to a successor from the team of the agent, where the plan keeps them apart', async () => {
        const [apart, together] = [await drawn([second], { notOwnTeam: true }), await drawn([second])];
        await handOver(second, first);
        expect((await itemsOf(apart.id)).map(each => each.evaluatorId)).toEqual([null, null]);
        expect((await itemsOf(together.id)).map(each => each.evaluatorId)).toEqual([first.personId, first.personId]);
    });

    it('counts as nobody’s as soon as they are not active', async () => {
        const leaver = await house.person('leaver', { roles: ['qa-evaluator'] });
        await qualify(leaver, true);
        const { id } = await plan([leaver]);
        await draws.draw(house.lead, id, day);
        expect((await plans.get(id)).draws).toMatchObject([{ unassigned: 0 }]);
        await database().updateTable('core.person').set({ status: 'deactivated' }).where('id', '=', leaver.personId).execute();
        expect((await plans.get(id)).draws).toMatchObject([{ unassigned: 2 }]);
        expect((await new SamplingWork(house.database).items(house.lead)).map(each => [each.kind, each.link, each.detail])).toContainEqual(['sampling.unassigned', expect.stringContaining(id), { calls: 2 }]);
    });
});

describe('the queue', () => {
    it('passes over what cannot be begun', async () => {
        const scorer = await house.person('scorer', { roles: ['qa-evaluator'] });
        await qualify(scorer, true);
        const [own, other] = await itemsOf((await drawn([scorer])).id);
        const { agent_id: agentId } = await database().selectFrom('quality.interaction').select('agent_id').where('id', '=', own.interactionId).executeTakeFirstOrThrow();
        await database().updateTable('quality.interaction').set({ agent_id: scorer.personId }).where('id', '=', own.interactionId).execute();
        const begun = await queue.next(scorer);
        expect(await house.reader.get(scorer, begun!)).toMatchObject({ interactionId: other.interactionId });
        await database().updateTable('quality.interaction').set({ agent_id: agentId }).where('id', '=', own.interactionId).execute();
    });

    it('begins nothing that went to somebody else meanwhile', async () => {
        const slow = await house.person('slow', { roles: ['qa-evaluator'] });
        await qualify(slow, true);
        const draw = await drawn([slow]);
        const begin = house.evaluations.begin.bind(house.evaluations);
        const meanwhile = vi.spyOn(house.evaluations, 'begin').mockImplementationOnce(async (...call) => {
            const evaluationId = await begin(...call);
            await handOver(slow, second);
            return evaluationId;
        });
        expect(await queue.next(slow)).toBeNull();
        meanwhile.mockRestore();
        expect((await itemsOf(draw.id)).map(each => [each.evaluatorId, each.state])).toEqual([[second.personId, 'open'], [second.personId, 'open']]);
    });
});

it('A plan that fails does not keep the others from drawing', async () => {
    const ids = [(await plan([first], {}, true)).id, (await plan([second], {}, true)).id];
    await database().updateTable('quality.sampling_plan').set({ active_since: new Date('2026-11-18T00:00:00Z') }).where('id', 'in', ids).execute();
    const asked: string[] = [];
    const failing = Object.assign(Object.create(draws) as SamplingDraws, {
        drawPeriod: async (_: unknown, { id }: { readonly id: string }) => {
            asked.push(id);
            throw new Error('broken');
        }
    });
    await expect(new SamplingSchedule(house.database, failing).run(new Date('2026-11-24T00:00:00Z'))).rejects.toMatchObject({ errors: [{ message: 'broken' }, { message: 'broken' }] });
    expect(asked.sort()).toEqual(ids.sort());
});
