import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import { EvaluationScoreMeasure } from './evaluation-score-measure';

let house: TestQualityHouse;
beforeAll(async () => { house = await openTestQualityHouse(); });
afterAll(() => house.close());

it('is the mean of what counts of somebody in a time, as far as the caller sees it', async () => {
    const leader = await house.person('leader', { roles: ['team-leader'] });
    const team = await house.team('cards', { leaderId: leader.personId });
    const agent = await house.person('agent', { roles: ['agent'], teamId: team, employeeNumber: '1' });
    const other = await house.person('other', { roles: ['agent'], employeeNumber: '2' });
    const evaluator = await house.person('evaluator', { roles: ['qa-evaluator'] });
    const evaluated = async (number: string, startedAt: string, greeting: boolean): Promise<number> => {
        const id = await house.evaluations.begin(evaluator, (await house.call({ agent: number, startedAt })).id, house.formId);
        await house.evaluations.submit(evaluator, { id, version: 1, answers: { greeting: { value: greeting }, tone: { value: 2 } }, evidence: [] });
        return (await house.reader.get(evaluator, id)).percent!;
    };
    const [good, bad] = [await evaluated('1', '2026-10-02T08:00:00.000Z', true), await evaluated('1', '2026-10-03T08:00:00.000Z', false)];
    const after = await evaluated('1', '2026-10-10T08:00:00.000Z', true);
    await evaluated('2', '2026-10-02T08:00:00.000Z', true);
    await house.evaluations.begin(evaluator, (await house.call({ agent: '1', startedAt: '2026-10-04T08:00:00.000Z' })).id, house.formId); // a draft

    const measure = new EvaluationScoreMeasure(house.database);
    const window = (personId: string, from: string, to: string) => ({ personId, from: new Date(`2026-${from}T00:00:00Z`), to: new Date(`2026-${to}T00:00:00Z`) });
    const windows = [window(agent.personId, '10-01', '10-10'), window(agent.personId, '10-10', '10-20'), window(other.personId, '10-01', '10-10'), window(agent.personId, '11-01', '11-10')];
    expect(good).not.toBe(bad);
    expect(await measure.means(house.lead, windows)).toEqual([{ mean: (good + bad) / 2, n: 2 }, { mean: after, n: 1 }, { mean: good, n: 1 }, { mean: null, n: 0 }]);
    expect(await measure.means(await house.again(leader), windows)).toMatchObject([{ n: 2 }, { n: 1 }, { n: 0 }, { n: 0 }]); // not of other teams
    for (const each of [agent, evaluator]) {
        expect(await measure.means(each, windows)).toBeUndefined();
    }
    expect(await measure.means(house.lead, [])).toEqual([]);
});
