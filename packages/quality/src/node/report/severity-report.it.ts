import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { reportQuery, type ReportQuery } from '../../common/report/report-contract';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import { fileOf } from './report-file';

let house: TestQualityHouse;
let leader: TestPerson;
const people = new Map<string, TestPerson>();
const read = (query: Partial<ReportQuery> = {}, person: TestPerson = house.lead) => house.reports.read(person, 'severity', { ...reportQuery.parse({}), ...query });

/** The scale's 2 to 4 with the greeting said: 60, 80 and 100 per cent. */
const score = async (agent: string, evaluator: string, ...tones: readonly (2 | 3 | 4)[]): Promise<void> => {
    for (const tone of tones) {
        const id = await house.evaluations.begin(people.get(evaluator)!, (await house.call({ agent })).id, house.formId);
        await house.evaluations.submit(people.get(evaluator)!, { id, version: 1, answers: { greeting: { value: true }, tone: { value: tone } }, evidence: [] });
    }
};

beforeAll(async () => {
    house = await openTestQualityHouse();
    const lead = await house.person('leader', { roles: ['team-leader'] });
    const teamId = await house.team('north', { leaderId: lead.personId });
    leader = await house.again(lead);
    for (const [name, number] of [['annie', '1'], ['bert', '2'], ['cleo', '3']] as const) {
        people.set(name, await house.person(name, { roles: ['agent'], employeeNumber: number, teamId: name === 'cleo' ? undefined : teamId }));
    }
    for (const name of ['mild', 'strict', 'alone']) {
        people.set(name, await house.person(name, { roles: ['qa-evaluator'] }));
    }
    // both work equally well; annie's calls went to the mild one more often
    await score('1', 'mild', 4, 4, 4, 3, 4);
    await score('1', 'strict', 3, 2);
    await score('2', 'mild', 4, 4);
    await score('2', 'strict', 3, 2, 3, 2, 3);
    await score('3', 'alone', 3, 4, 2, 3, 3);
});
afterAll(() => house.close());

describe('severity', () => {
    it('is told of evaluators who have agents in common, the strictest first', async () => {
        const table = await read();
        expect(table.rows.map(each => [each.name, each.n, each.reason])).toEqual([['strict', 7, null], ['mild', 7, null], ['alone', 5, 'disconnected']]);
        expect(table.rows[0]!.effect).toBeLessThan(-5);
        expect(table.rows[1]!.effect).toBeGreaterThan(5);
        expect(table.rows[2]!.effect).toBeNull();
        expect(table.reason).toBeNull();
        expect(table.figures.find(each => each.id === 'severitySpread')!.value).toBeGreaterThan(5);
        expect((await read({ evaluatorId: people.get('mild')!.personId })).rows).toEqual(table.rows.slice(1, 2));
    });
    it('is taken from agents’ scores; where they cannot be told apart, they stand by name and without rank', async () => {
        const table = await read({ by: 'agent' });
        expect(table.rows.map(each => [each.name, each.team, each.n, each.rank])).toEqual([['annie', 'north', 7, null], ['bert', 'north', 7, null], ['cleo', null, 5, null]]);
        expect(table.reason).toBe('no-order');
        const [annie, bert, cleo] = table.rows.map(each => ({ mean: Number(each.mean), adjusted: Number(each.adjusted), added: Number(each.fromEvaluators) + Number(each.fromForms) }));
        // 88.6 and 80 as given; half of that difference and more is who evaluated
        expect(annie!.mean - bert!.mean).toBeCloseTo(60 / 7, 6);
        expect(Math.abs(annie!.adjusted - bert!.adjusted)).toBeLessThan(30 / 7);
        expect(annie!.mean - annie!.added).toBeCloseTo(annie!.adjusted, 9);
        expect(cleo!.mean).toBe(80);
        expect(table.rows[2]).toMatchObject({ adjusted: null, reason: 'disconnected' });
    });
    it('stays within the caller’s reach', async () => {
        expect((await read({ by: 'agent' }, leader)).rows.map(each => each.name)).toEqual(['annie', 'bert']);
        expect((await read({}, people.get('strict'))).rows.map(each => [each.name, each.effect, each.reason])).toEqual([['strict', null, 'too-few-raters']]);
        expect(await read({ from: '2020-01-01T00:00:00.000Z', to: '2020-02-01T00:00:00.000Z' })).toMatchObject({ rows: [], reason: 'too-few-units' });
    });
    it('leaves the house as other reports do', async () => {
        const file = fileOf(await read({ by: 'agent' }), { name: 'Adjusted', language: 'en', timeZone: 'UTC', titles: { adjusted: 'Adjusted' }, words: { disconnected: 'no agent in common' } });
        expect(file.columns.find(each => each.title === 'Adjusted')).toEqual({ title: 'Adjusted', format: 'share' });
        expect(file.rows[2]!.at(-1)).toBe('no agent in common');
    });
});
