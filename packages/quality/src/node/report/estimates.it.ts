import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { reportQuery, type ReportQuery } from '../../common/report/report-contract';
import type { ReportRow, ReportTable } from '../../common/report/report-table';
import { samplingDefinition } from '../../common/sampling/sampling-definition';
import type { QualityTables } from '../quality-tables';
import type { TestQualityHouse } from '../testing/quality-house';
import { allPrepared, openTestSampling } from '../testing/sampling-house';
import { resultWeightMigration } from './result-weight-migration';

let house: TestQualityHouse;
let evaluator: TestPerson;
let ids: string[];
const tables = () => house.database.read<QualityTables>();
const read = (report: string, query: Partial<ReportQuery> = {}): Promise<ReportTable> => house.reports.read(house.lead, report, { ...reportQuery.parse({}), ...query });
const figure = ({ figures }: ReportTable, id: string) => figures.find(each => each.id === id)!;
const picked = (rows: readonly ReportRow[], ...names: readonly string[]) => rows.map(row => names.map(each => row[each]));
const weights = async () => (await tables().selectFrom('quality.result_figures').select(['evaluation_id', 'weight', 'weight_variance']).orderBy('evaluation_id').execute());

/** Two complaints, which a rule draws for certain and which score 20 with an error that is critical, and three of ten other calls, which score 100. */
beforeAll(async () => {
    const sampling = await openTestSampling();
    ({ house } = sampling);
    const teamId = await house.team('cards');
    await house.person('agent', { roles: ['agent'], teamId, employeeNumber: '1' });
    evaluator = await house.person('eve', { roles: ['qa-evaluator'] });
    for (let place = 0; place < 12; place++) {
        await house.call({ agent: '1', tags: place < 2 ? ['complaint'] : [], startedAt: new Date(Date.UTC(2026, 10, 18, 3, place)).toISOString() });
    }
    await allPrepared(house, 12);
    await tables().insertInto('quality.evaluator_form').values({ person_id: evaluator.personId, form_id: house.formId }).execute();
    const plan = await sampling.plans.create(house.lead, { title: 'Weekly', active: false, definition: samplingDefinition.parse({
        formId: house.formId, population: {}, strata: [], period: 'week', size: { kind: 'total', calls: 3, allocation: 'proportional' }, rules: [{ name: 'Complaints', condition: { tags: ['complaint'] }, share: 1 }], mostByRules: 0.5, evaluatorIds: [evaluator.personId], notOwnTeam: false
    }) });
    await sampling.draws.draw(house.lead, plan.id, '2026-11-18');
    ids = [];
    for (let id = await sampling.queue.next(evaluator); id; id = await sampling.queue.next(evaluator)) {
        const { interaction } = await house.reader.get(evaluator, id);
        await house.evaluations.submit(evaluator, { id, version: 1, answers: interaction.tags.includes('complaint') ? { greeting: { value: false }, tone: { value: 1, comment: 'Shouted.' } } : { greeting: { value: true }, tone: { value: 4 } }, evidence: [] });
        ids.push(id);
    }
}, 120_000);
afterAll(() => house.close());

describe('results that were drawn with unequal chances', () => {
    it('have the weight of their chance', async () => {
        const drawn = await tables().selectFrom('quality.sampling_item').select(['kind', 'probability']).orderBy('probability').execute();
        const others = drawn.filter(each => each.probability! < 1).map(each => each.probability!);
        expect(drawn.length - others.length).toBe(2);
        expect(others.length).toBeGreaterThan(1);
        // as many in ten
        expect(others).toEqual(others.map(() => others.length / 10));
        const w = 10 / others.length;
        expect((await weights()).map(each => [each.weight, each.weight_variance]).sort((one, other) => one[0]! - other[0]!)).toEqual([[1, 0], [1, 0], ...others.map(() => [expect.closeTo(w, 9), expect.closeTo(w * w - w, 9)])]);
    });

    it('say of all twelve calls what they are, and of themselves something else', async () => {
        const [scored, estimated] = [await read('trend'), await read('trend', { basis: 'estimated' })];
        const n = ids.length;
        expect(figure(scored, 'mean').value).toBeCloseTo((2 * 20 + (n - 2) * 100) / n, 9);
        // two calls of 20 and ten of 100; only the ten were drawn by chance, and all of these are alike
        expect(figure(estimated, 'mean')).toMatchObject({ value: expect.closeTo(1040 / 12, 9), n });
        expect(picked(estimated.rows, 'n', 'represented')).toEqual([[n, expect.closeTo(12, 9)]]);
        expect(scored.restsOn).toEqual({ results: n, drawn: n, unequal: true, elsewhere: 0 });
        expect([scored.basis, estimated.basis]).toEqual(['scored', 'estimated']);
        expect(picked((await read('people', { basis: 'estimated' })).rows, 'name', 'n', 'mean')).toEqual([['cards', n, expect.closeTo(1040 / 12, 9)]]);
        // free of customer-critical errors: ten of twelve, with an interval that holds what chance may have left out
        const critical = figure(await read('critical', { basis: 'estimated' }), 'customer');
        expect(critical).toMatchObject({ n, value: expect.closeTo(10 / 12, 9) });
        expect(critical.low).toBeLessThan(critical.value!);
        expect(figure(await read('critical'), 'customer').value).toBeCloseTo((n - 2) / n, 9);
        // 80 points for each of two complaints, of twelve calls
        const questions = await read('questions', { basis: 'estimated' });
        expect(figure(questions, 'lostEach')).toMatchObject({ value: expect.closeTo(160 / 12, 4), n });
        expect(picked(questions.rows, 'questionId', 'lost')).toEqual([['tone', expect.closeTo(120, 3)], ['greeting', expect.closeTo(40, 3)]]);
        expect(figure(await read('questions'), 'lostEach').value).toBeCloseTo(160 / n, 4);
    });

    it('leave what nobody drew out of the estimate, and say so', async () => {
        const { id: call } = await house.call({ agent: '1' });
        const id = await house.evaluations.begin(evaluator, call, house.formId);
        await house.evaluations.submit(evaluator, { id, version: 1, answers: { greeting: { value: false }, tone: { value: 1, comment: 'Shouted.' } }, evidence: [] });
        const estimated = await read('trend', { basis: 'estimated' });
        expect(figure(estimated, 'mean').value).toBeCloseTo(1040 / 12, 9);
        expect(estimated.restsOn).toMatchObject({ results: ids.length + 1, drawn: ids.length });
    });

    it('hand their weight on to the correction that replaces them', async () => {
        const before = await weights();
        const complaint = before.find(each => each.weight === 1)!.evaluation_id;
        const revision = await house.corrections.revise(evaluator, complaint, 'Heard again.');
        await house.evaluations.submit(evaluator, { id: revision, version: (await house.reader.get(evaluator, revision)).version, answers: { greeting: { value: true }, tone: { value: 4 } }, evidence: [] });
        await house.corrections.decide(house.lead, 'approve', revision, (await house.reader.get(house.lead, revision)).version);
        expect((await weights()).find(each => each.evaluation_id === revision)).toMatchObject({ weight: 1, weight_variance: 0 });
        expect(figure(await read('trend', { basis: 'estimated' }), 'mean').value).toBeCloseTo((20 + 11 * 100) / 12, 9);
    });

    it('are weighed afterwards as they would have been', async () => {
        const before = await weights();
        const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool(house.connection) }) });
        try {
            await sql.raw('drop trigger weigh_result on quality.result_figures; drop trigger weigh_item on quality.sampling_item; drop function quality.weigh_result, quality.weigh_item; alter table quality.result_figures drop column weight, drop column weight_variance').execute(owner);
            await resultWeightMigration(owner);
        } finally {
            await owner.destroy();
        }
        expect(await weights()).toEqual(before);
    });
});

describe('what was observed on another occasion', () => {
    it('stands beside the usual results, not among them', async () => {
        const before = figure(await read('trend'), 'evaluations').value!;
        const noted = await house.conversations.observe(evaluator, { callId: 'visit-1', agent: '1', direction: 'inbound', tags: [], channel: 'in-person', occasion: 'mystery', startedAt: '2026-11-18T10:00:00.000Z', durationMs: null, scenario: 'Ask for a credit card.' });
        const id = await house.evaluations.begin(evaluator, noted.id, house.formId);
        await house.evaluations.submit(evaluator, { id, version: 1, answers: { greeting: { value: true }, tone: { value: 2 } }, evidence: [] });
        const usual = await read('trend');
        expect(figure(usual, 'evaluations').value).toBe(before);
        expect(usual.restsOn).toMatchObject({ results: before, elsewhere: 1 });
        expect(figure(await read('trend', { occasion: 'mystery' }), 'mean')).toMatchObject({ value: expect.closeTo(60, 9), n: 1 });
        expect(figure(await read('trend', { occasion: 'any' }), 'evaluations').value).toBe(before + 1);
        expect(picked((await read('people', { by: 'occasion' })).rows, 'name', 'n', 'mean')).toEqual([['recorded', before, expect.any(Number)], ['mystery', 1, expect.closeTo(60, 9)]]);
        // the sums that are kept by day are of the usual ones, too
        const losses = (report: ReportTable) => figure(report, 'lostEach').n;
        expect([losses(await read('questions')), losses(await read('questions', { occasion: 'mystery' })), losses(await read('questions', { occasion: 'any' }))]).toEqual([before, 1, before + 1]);
        const listed = async (occasion?: 'mystery' | 'recorded') => (await house.reader.list(house.lead, { limit: 50, occasion })).rows.map(each => each.id);
        expect(await listed('mystery')).toEqual([id]);
        expect((await listed()).length).toBe((await listed('recorded')).length + 1);
    });
});
