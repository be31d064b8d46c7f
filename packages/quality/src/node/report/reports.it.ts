import { wilsonInterval } from '@earshot/statistics';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { reportQuery, type ReportQuery } from '../../common/report/report-contract';
import type { ReportRow, ReportTable } from '../../common/report/report-table';
import type { QualityTables } from '../quality-tables';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import { fileOf } from './report-file';
import { keepPastFigures } from './result-figures';

let house: TestQualityHouse;
let leader: TestPerson;
let other: TestPerson;
let strict: TestPerson;
let mild: TestPerson;
let agent: TestPerson;
let stranger: TestPerson;
let northId: string;
let eastId: string;

/** One point for the greeting and four for the tone: "no" loses 20 %, the scale's 1 to 4 lose 60, 40, 20 and 0. A 1 is a customer-critical error. */
const answers = (greeting: boolean | null, tone: 1 | 2 | 3 | 4) => ({ greeting: greeting === null ? { value: null, notApplicable: true as const } : { value: greeting }, tone: { value: tone, comment: 'Heard.' } });
const rated = async (evaluator: TestPerson, agentNumber: string, startedAt: string, given: ReturnType<typeof answers>, queue?: string): Promise<string> => {
    const id = await house.evaluations.begin(evaluator, (await house.call({ agent: agentNumber, startedAt, queue })).id, house.formId);
    await house.evaluations.submit(evaluator, { id, version: 1, answers: given, evidence: [] });
    return id;
};
const submittedOn = async (id: string, at: string): Promise<void> => { await house.database.read<QualityTables>().updateTable('quality.evaluation').set({ submitted_at: new Date(at) }).where('id', '=', id).execute(); };
const read = (report: string, query: Partial<ReportQuery> = {}, person: TestPerson = house.lead): Promise<ReportTable> => house.reports.read(person, report, { ...reportQuery.parse({}), ...query });
const figure = ({ figures }: ReportTable, id: string) => figures.find(each => each.id === id)!;
const picked = (rows: readonly ReportRow[], ...names: readonly string[]) => rows.map(row => names.map(each => row[each]));

beforeAll(async () => {
    house = await openTestQualityHouse();
    leader = await house.person('leader', { roles: ['team-leader'] });
    const north = await house.team('north', { leaderId: leader.personId });
    eastId = await house.team('north-east', { parentId: north });
    northId = north;
    const south = await house.team('south', {});
    leader = await house.again(leader);
    other = await house.person('nobody', { roles: ['agent'] });
    agent = await house.person('annie', { roles: ['agent'], teamId: north, employeeNumber: '1' });
    stranger = await house.person('sue', { roles: ['agent'], teamId: south, employeeNumber: '2' });
    await house.person('eve', { roles: ['agent'], teamId: eastId, employeeNumber: '3' });
    strict = await house.person('strict', { roles: ['qa-evaluator'] });
    mild = await house.person('mild', { roles: ['qa-evaluator'] });
    // 80 and 60 in the week of Monday 2 November; 100 and 20 in the next one, and 80 in the south
    await submittedOn(await rated(strict, '1', '2026-11-01T09:10:00Z', answers(false, 4), 'Cards'), '2026-11-02T00:30:00Z');
    await submittedOn(await rated(strict, '1', '2026-11-01T09:29:59Z', answers(true, 2), 'Cards'), '2026-11-04T09:00:00Z');
    await submittedOn(await rated(mild, '3', '2026-11-08T09:30:00Z', answers(null, 4)), '2026-11-09T09:00:00Z');
    await submittedOn(await rated(mild, '1', '2026-11-08T09:59:59Z', answers(false, 1)), '2026-11-10T09:00:00Z');
    await submittedOn(await rated(mild, '2', '2026-11-08T10:00:00Z', answers(true, 3)), '2026-11-11T09:00:00Z');
});
afterAll(() => house.close());

describe('scores over time', () => {
    it('are means by the weeks of a place, with n and interval', async () => {
        const table = await read('trend', { timeZone: 'Europe/London' });
        expect(picked(table.rows, 'period', 'n', 'mean')).toEqual([['2026-11-02', 2, 70], ['2026-11-09', 3, 200 / 3]]);
        // half past midnight in London is still Sunday in New York
        expect(picked((await read('trend', { timeZone: 'America/New_York' })).rows, 'period', 'n')).toEqual([['2026-10-26', 1], ['2026-11-02', 1], ['2026-11-09', 3]]);
        // by hand: mean 68, variance 3680 / 4, t with 4 degrees of freedom 2.7764
        expect(figure(table, 'mean').value).toBeCloseTo(68, 9);
        expect(68 - figure(table, 'mean').low!).toBeCloseTo(2.7764 * Math.sqrt(920 / 5), 2);
        expect(figure(table, 'mean').high).toBe(100);
        expect(picked((await read('trend', { period: 'month' })).rows, 'period', 'n')).toEqual([['2026-11-01', 5]]);
    });
    it('are about what was filtered, within the caller’s reach', async () => {
        const n = async (query: Partial<ReportQuery>, person?: TestPerson) => figure(await read('trend', query, person), 'evaluations').value;
        expect(await n({ teamId: northId })).toBe(4);
        expect(await n({ teamId: eastId })).toBe(1);
        expect(await n({ queue: 'Cards' })).toBe(2);
        expect(await n({ agentId: stranger.personId })).toBe(1);
        expect(await n({ from: '2026-11-09T00:00:00Z', to: '2026-11-11T00:00:00Z' })).toBe(2);
        expect(await n({}, leader)).toBe(4);
        expect(await n({}, strict)).toBe(2);
        expect(await n({ evaluatorId: mild.personId }, strict)).toBe(0);
        await expect(read('trend', {}, other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await expect(read('unheard-of')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    it('stand by team and by agent', async () => {
        expect(picked((await read('people')).rows, 'name', 'n', 'mean')).toEqual([['north', 3, 160 / 3], ['north-east', 1, 100], ['south', 1, 80]]);
        expect(picked((await read('people', { by: 'agent' })).rows, 'name', 'team', 'n', 'mean', 'criticalErrors')).toEqual([['annie', 'north', 3, 160 / 3, 1], ['eve', 'north-east', 1, 100, 0], ['sue', 'south', 1, 80, 0]]);
    });
});

describe('lost points', () => {
    it('are added up by question, dearest first', async () => {
        const table = await read('questions');
        // tone: 0 + 40 + 0 + 60 + 20; greeting: 20 + 0 + nothing + 20 + 0
        expect(picked(table.rows, 'questionId', 'n', 'deducted', 'lost')).toEqual([['tone', 5, 3, expect.closeTo(120, 4)], ['greeting', 4, 2, expect.closeTo(40, 4)]]);
        expect(table.rows.map(each => each.cumulative)).toEqual([expect.closeTo(0.75, 6), 1]);
        expect(figure(table, 'lostEach').value).toBeCloseTo(32, 4);
        // what lies behind a bar: the evaluations that lost points there
        const behind = await house.reader.list(house.lead, { limit: 50, formId: house.formId, lostOn: 'tone' });
        expect(behind.rows.map(each => each.percent).sort()).toEqual([20, 60, 80]);
        expect((await house.reader.list(house.lead, { limit: 50, formId: house.formId, lostOn: 'unheard-of' })).rows).toEqual([]);
        const onTone = async (filter: { readonly teamId?: string; readonly queue?: string; readonly from?: string; readonly to?: string }) =>
            (await house.reader.list(house.lead, { limit: 50, formId: house.formId, lostOn: 'tone', ...filter })).rows.map(each => each.percent).sort();
        // as many as the report counts: of a team with those below it, of a queue, and of the time of their submission
        expect(await onTone({ teamId: northId })).toEqual([20, 60]);
        expect(await onTone({ teamId: eastId })).toEqual([]);
        expect(await onTone({ queue: 'Cards' })).toEqual([60]);
        expect(await onTone({ from: '2026-11-09T00:00:00Z', to: '2026-11-11T00:00:00Z' })).toEqual([20]);
        expect(figure(table, 'vitalFew')).toMatchObject({ value: 2, n: 2 });
    });
});

describe('critical errors', () => {
    it('are counted by class, each beside the others', async () => {
        const table = await read('critical');
        const { low, high } = wilsonInterval(4, 5);
        expect(figure(table, 'customer')).toMatchObject({ value: 0.8, n: 5, low, high });
        expect(figure(table, 'business')).toMatchObject({ value: null, n: 0 });
        expect(picked(table.rows, 'period', 'customerAssessed', 'customerAccurate')).toEqual([['2026-11-02', 2, 2], ['2026-11-09', 3, 2]]);
    });
    it('are found or missed against the expert of a closed session', async () => {
        const calls = await Promise.all(['a', 'b', 'c'].map(async () => (await house.call({ agent: '1', queue: 'Loans' })).id));
        const { id, version } = await house.calibrations.create(house.lead, { title: 'Together', formId: house.formId, interactionIds: calls, raterIds: [strict.personId, mild.personId], expertId: house.lead.personId, dueAt: null, tolerance: 5 });
        await house.calibrations.act(house.lead, id, version, 'open');
        const tones = { expert: [1, 1, 4], strict: [1, 1, 1], mild: [1, 4, 4] } as const;
        for (const [person, given] of [[house.lead, tones.expert], [strict, tones.strict], [mild, tones.mild]] as const) {
            for (const [place, call] of calls.entries()) {
                const evaluationId = await house.calibrations.score(person, id, call);
                await house.evaluations.submit(person, { id: evaluationId, version: 1, answers: answers(true, given[place]!), evidence: [] });
            }
        }
        expect((await read('detection')).rows).toEqual([]);
        await house.calibrations.act(house.lead, id, (await house.calibrations.find(house.lead, id)).version, 'close');
        const table = await read('detection');
        expect(picked(table.rows, 'name', 'criticalClass', 'hits', 'misses', 'falseAlarms', 'correctRejections')).toEqual([['mild', 'customer', 1, 1, 0, 1], ['strict', 'customer', 2, 0, 1, 0]]);
        expect(figure(table, 'sensitivity')).toMatchObject({ value: 0.75, n: 4 });
        expect(figure(table, 'falseAlarmRate')).toMatchObject({ value: 0.5, n: 2 });
        // the calls of the session are annie's, of the north, and came in by one queue
        const found = async (query: Partial<ReportQuery>) => (await read('detection', query)).rows.length;
        expect([await found({ agentId: agent.personId }), await found({ agentId: stranger.personId }), await found({ teamId: northId }), await found({ teamId: eastId }), await found({ queue: 'Loans' }), await found({ queue: 'Cards' })]).toEqual([2, 0, 2, 0, 2, 0]);
        expect(picked((await read('detection', {}, mild)).rows, 'name')).toEqual([['mild']]);
        expect((await read('trend')).figures[0]!.value).toBe(5);
    });
});

describe('evaluators', () => {
    it('are compared with the others on the same form', async () => {
        const table = await read('evaluators');
        // two and three evaluations: too few to say who is mild
        expect(picked(table.rows, 'name', 'n', 'leniency', 'leniencyLow', 'leniencyHigh', 'compared', 'notApplicableShare', 'ratings')).toEqual([['mild', 3, null, null, null, 3, 1 / 6, 6], ['strict', 2, null, null, null, 2, 0, 4]]);
        expect(table.rows[0]!.lastCalibrated).toMatch(/^\d{4}-/);
        expect((await read('evaluators', { evaluatorId: strict.personId })).rows).toEqual(table.rows.slice(1));
        expect(picked((await read('evaluators', {}, strict)).rows, 'name', 'leniency')).toEqual([['strict', null]]);
    });
});

describe('disputes', () => {
    it('are counted with what became of them', async () => {
        const id = (await house.reader.list(house.lead, { limit: 50, agentId: agent.personId, purpose: 'monitoring' })).rows.find(each => each.percent === 60)!.id;
        const version = async () => (await house.feedback.get(house.lead, id)).version;
        await house.responses.dispute(agent, { id, version: await version(), questions: ['greeting', 'tone'].map(questionId => ({ questionId, reason: 'I did.', evidence: [] })) });
        expect((await read('disputes')).figures).toMatchObject([{ id: 'disputeRate', value: 0.2, n: 5 }, { id: 'overturnRate', value: null, n: 0 }]);
        await house.disputes.answer(house.lead, { id, version: await version(), decisions: [{ questionId: 'greeting', decision: 'upheld', reason: 'It stands.' }, { questionId: 'tone', decision: 'overturned', reason: 'Heard it.', answer: { value: 4 } }] });
        const [byForm, byEvaluator, byQuestion] = await Promise.all((['form', 'evaluator', 'question'] as const).map(by => read('disputes', { by })));
        expect(picked(byForm!.rows, 'name', 'results', 'disputed', 'questions', 'decided', 'overturned')).toEqual([[{ en: 'Test', 'zh-cn': '测试' }, 5, 1, 2, 2, 1]]);
        expect(picked(byEvaluator!.rows, 'name', 'results', 'disputed', 'overturned')).toEqual([[{ en: 'strict' }, 2, 1, 1], [{ en: 'mild' }, 3, 0, 0]]);
        expect(picked(byQuestion!.rows, 'questionId', 'name', 'results', 'disputed', 'overturned')).toEqual([['greeting', { en: 'Greeting' }, 5, 1, 0], ['tone', { en: 'Tone' }, 5, 1, 1]]);
        // what was overturned counts with its new score: 100 instead of 60
        expect((await read('trend')).figures[1]!.value).toBeCloseTo(76, 9);
    });
});

describe('raw figures', () => {
    it('are a series of half hours, page by page', async () => {
        const all = await house.reports.series(house.lead, { minutes: 30, limit: 100 });
        expect(all.rows.map(each => [each.at, each.evaluations])).toEqual([['2026-11-01T09:00:00.000Z', 2], ['2026-11-08T09:30:00.000Z', 2], ['2026-11-08T10:00:00.000Z', 1]]);
        expect(all.next).toBeUndefined();
        const first = await house.reports.series(house.lead, { minutes: 30, limit: 2 });
        const rest = await house.reports.series(house.lead, { minutes: 30, limit: 2, after: first.next });
        expect([...first.rows, ...rest.rows]).toEqual(all.rows);
        const days = await house.reports.series(house.lead, { minutes: 1440, limit: 10 });
        expect(days.rows.map(each => [each.at, each.evaluations])).toEqual([['2026-11-01T00:00:00.000Z', 2], ['2026-11-08T00:00:00.000Z', 3]]);
    });
    it('are of the calls that began in the time, whenever they were scored', async () => {
        // scored on 2, 4, 9, 10 and 11 November
        const of = async (from: string, to: string) => (await house.reports.series(house.lead, { minutes: 30, limit: 10, from, to })).rows.map(each => [each.at, each.evaluations]);
        expect(await of('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z')).toEqual([['2026-11-01T09:00:00.000Z', 2]]);
        expect(await of('2026-11-02T00:00:00Z', '2026-11-08T00:00:00Z')).toEqual([]);
        expect(await of('2026-11-08T09:59:59Z', '2026-11-08T10:00:00Z')).toEqual([['2026-11-08T09:30:00.000Z', 1]]);
    });
    it('are of the days of a place', async () => {
        const days = async (timeZone: string) => (await house.reports.series(house.lead, { minutes: 1440, limit: 10, timeZone })).rows.map(each => [each.at, each.evaluations]);
        expect(await days('Asia/Shanghai')).toEqual([['2026-10-31T16:00:00.000Z', 2], ['2026-11-07T16:00:00.000Z', 3]]);
        // ten in the morning is the next day in Kiritimati, fourteen hours ahead; the half hours before it are not
        expect(await days('Pacific/Kiritimati')).toEqual([['2026-10-31T10:00:00.000Z', 2], ['2026-11-07T10:00:00.000Z', 2], ['2026-11-08T10:00:00.000Z', 1]]);
        const first = await house.reports.series(house.lead, { minutes: 1440, limit: 1, timeZone: 'Asia/Shanghai' });
        expect((await house.reports.series(house.lead, { minutes: 1440, limit: 1, timeZone: 'Asia/Shanghai', after: first.next })).rows.map(each => each.at)).toEqual(['2026-11-07T16:00:00.000Z']);
    });
});

describe('a file', () => {
    it('has words and shares instead of codes and percentages, and no ids', async () => {
        const table = await read('questions');
        const file = fileOf(table, { name: 'Lost', language: 'zh-cn', timeZone: 'UTC', titles: { question: '评分项' }, words: { customer: '客户' } });
        expect(file.columns.slice(0, 3)).toEqual([{ title: '评分项', format: 'text' }, { title: 'form', format: 'text' }, { title: 'criticalClass', format: 'text' }]);
        expect(file.rows[0]!.slice(0, 3)).toEqual(['Tone', '测试', '客户']);
        expect(fileOf(await read('trend'), { name: 'Trend', language: 'en', timeZone: 'UTC', titles: {}, words: {} }).rows[0]![3]).toBeCloseTo(0.9, 9);
    });
    it('is noted when it leaves the house', async () => {
        await house.reports.exported(house.lead, 'trend', { format: 'csv', rows: 2 });
        expect(await house.database.read().selectFrom('core.audit_entry').select(['action', 'entity_id', 'detail']).where('action', '=', 'report.exported').execute()).toEqual([{ action: 'report.exported', entity_id: 'trend', detail: { format: 'csv', rows: 2 } }]);
    });
});

describe('how mild evaluators are', () => {
    it('is said of five evaluations against five, and not of four', async () => {
        const of = { from: '2026-09-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z' };
        const on = async (evaluator: TestPerson, tones: readonly (1 | 2 | 3 | 4)[]): Promise<void> => {
            for (const tone of tones) {
                await submittedOn(await rated(evaluator, '1', '2026-09-01T09:00:00Z', answers(true, tone)), '2026-09-10T09:00:00Z');
            }
        };
        await on(strict, [4, 4, 4, 2, 2]);
        await on(mild, [4, 4, 4, 4]);
        expect(picked((await read('evaluators', of)).rows, 'name', 'leniency', 'leniencyLow', 'compared')).toEqual([['mild', null, null, 4], ['strict', null, null, 5]]);
        await on(mild, [3]);
        // 100, 100, 100, 100, 80 against 100, 100, 100, 60, 60
        expect(picked((await read('evaluators', of)).rows, 'name', 'leniency', 'leniencyLow', 'compared')).toEqual([['mild', expect.closeTo(12, 9), expect.any(Number), 5], ['strict', expect.closeTo(-12, 9), expect.any(Number), 5]]);
    });
});

describe('figures of results that were there before', () => {
    it('are made up for as they would have been kept', async () => {
        const tables = house.database.read<QualityTables>();
        const kept = await tables.selectFrom('quality.result_figures').selectAll().orderBy('evaluation_id').execute();
        await tables.deleteFrom('quality.result_figures').execute();
        await keepPastFigures(tables);
        expect(await tables.selectFrom('quality.result_figures').selectAll().orderBy('evaluation_id').execute()).toEqual(kept);
        expect(kept.length).toBe(5 + 1 + 9 + 10);
    });
});
