import type { FormDefinition, FormScore } from '@earshot/forms';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../../../core/src/node/people/test-house';
import { lostPoints, questionOrder } from '../../common/report/lost-points';
import type { QualityTables } from '../quality-tables';
import { openTestQualityHouse, type TestQualityHouse } from '../testing/quality-house';
import { teamsBelow } from '../teams-below';
import type { ResultFilter } from './chosen-results';
import { lossDayMigration } from './loss-day-migration';
import { addUpRecorded } from './occasion-migration';
import { questionLosses, type QuestionLosses } from './question-losses';

let house: TestQualityHouse;
let evaluator: TestPerson;
let agents: readonly TestPerson[];
let teams: readonly string[];
const queue = 'Cards';

const tables = () => house.database.read<QualityTables>();
/** Numbers from 0 to below the limit that are the same at every run. */
const numbers = (state: number) => (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * limit);
};
const upTo = numbers(7);
const anAnswer = () => ({ greeting: upTo(4) === 0 ? { value: null, notApplicable: true as const } : { value: upTo(2) === 0 }, tone: { value: 1 + upTo(4), comment: 'Heard.' } });
const aMoment = (): Date => new Date(Date.UTC(2026, 9, 1) + upTo(20 * 86_400) * 1000);
const inOrder = (found: readonly QuestionLosses[]) => [...found].sort((one, other) => one.place - other.place);

const rated = async (): Promise<string> => {
    const id = await house.evaluations.begin(evaluator, (await house.call({ agent: String(1 + upTo(agents.length)), queue })).id, house.formId);
    await house.evaluations.submit(evaluator, { id, version: 1, answers: anAnswer(), evidence: [] });
    return id;
};
const correct = async (id: string): Promise<void> => {
    const revision = await house.corrections.revise(evaluator, id, 'Heard again.');
    const { version } = await house.reader.get(evaluator, revision);
    await house.evaluations.submit(evaluator, { id: revision, version, answers: anAnswer(), evidence: [] });
    await house.corrections.decide(house.lead, 'approve', revision, (await house.reader.get(house.lead, revision)).version);
};
const remove = async (id: string): Promise<void> => {
    await tables().deleteFrom('quality.evaluation').where('id', '=', id).execute();
};

/** Out of what was answered, without anything that reports keep. */
async function fromAnswers({ from, to, teamId }: ResultFilter): Promise<readonly QuestionLosses[]> {
    const rows = await tables().selectFrom('quality.evaluation as evaluation').innerJoin('assessment.filled_form as filled', 'filled.id', 'evaluation.filled_form_id').innerJoin('assessment.form_version as version', 'version.id', 'evaluation.form_version_id')
        .where('evaluation.state', '=', 'submitted').where('evaluation.purpose', '=', 'monitoring').$if(teamId !== undefined, query => query.where(sql<boolean>`evaluation.team_id in ${teamsBelow(teamId!)}`))
        .select(['version.id', 'version.definition', 'filled.score', 'evaluation.submitted_at']).execute();
    const losses = rows.filter(each => (!from || each.submitted_at! >= new Date(from)) && (!to || each.submitted_at! < new Date(to)))
        .map(each => lostPoints(each.score as FormScore, questionOrder(each.definition as FormDefinition)));
    return rows.length && losses.length ? [0, 1].map(place => {
        const known = losses.flatMap(each => each[place] ?? []);
        return { version: rows[0]!.id, place: place + 1, results: losses.length, weight: losses.length, counted: known.length, deducted: known.filter(each => each > 0).length, lost: expect.closeTo(known.reduce((sum, each) => sum + each, 0), 3) as number };
    }) : [];
}

const expectAllAlike = async (): Promise<void> => {
    const [early, late] = [aMoment(), aMoment()].sort((one, other) => one.getTime() - other.getTime()).map(each => each.toISOString());
    for (const filter of [{}, { from: early }, { to: late }, { from: early, to: late }, { teamId: teams[0] }, { from: early, to: late, teamId: teams[1] }, { formId: house.formId, from: '2026-10-05T16:00:00.000Z', to: '2026-10-06T15:59:59.000Z' }] as ResultFilter[]) {
        const found = inOrder(await questionLosses(tables(), house.lead, filter));
        // all calls are of one queue: the same results, one by one
        expect(found).toEqual(inOrder(await questionLosses(tables(), house.lead, { ...filter, queue })));
        expect(found).toEqual(await fromAnswers(filter));
    }
};

beforeAll(async () => {
    house = await openTestQualityHouse();
    const north = await house.team('north', {});
    teams = [north, await house.team('north-east', { parentId: north }), await house.team('south', {})];
    agents = await Promise.all(teams.map((teamId, place) => house.person(`agent ${place}`, { roles: ['agent'], teamId, employeeNumber: String(place + 1) })));
    evaluator = await house.person('eve', { roles: ['qa-evaluator'] });
});
afterAll(() => house.close());

describe('the losses that are kept day by day', () => {
    it('are those of the answers, whatever was corrected, moved and deleted', async () => {
        const ids: string[] = [];
        for (let step = 0; step < 24; step++) {
            const id = await rated();
            ids.push(id);
            await tables().updateTable('quality.evaluation').set({ submitted_at: aMoment() }).where('id', '=', id).execute();
        }
        await expectAllAlike();
        for (let step = 0; step < 5; step++) {
            await correct(ids.splice(upTo(ids.length), 1)[0]!);
        }
        await expectAllAlike();
        for (let step = 0; step < 8; step++) {
            await tables().updateTable('quality.evaluation').set({ team_id: upTo(5) === 0 ? null : teams[upTo(3)]! }).where('id', '=', ids[upTo(ids.length)]!).execute();
        }
        await expectAllAlike();
        for (let step = 0; step < 6; step++) {
            await remove(ids.splice(upTo(ids.length), 1)[0]!);
        }
        await expectAllAlike();
        expect((await questionLosses(tables(), house.lead, {}))[0]!.results).toBe(24 - 6);
    }, 120_000);

    it('are made up for as they would have been kept', async () => {
        const kept = () => tables().selectFrom('quality.loss_day').selectAll().where('results', '>', 0).orderBy('day').orderBy('team_id').execute();
        const before = await kept();
        expect(before.length).toBeGreaterThan(5);
        const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool(house.connection) }) });
        try {
            await sql.raw('drop table quality.loss_day; drop trigger losses on quality.result_figures; drop trigger losses_change on quality.evaluation; drop trigger losses_end on quality.evaluation; drop function quality.count_losses_of_figures, quality.count_losses_of_result, quality.add_losses, quality.sum_by_place').execute(owner);
            await lossDayMigration(owner);
            await addUpRecorded(owner);
        } finally {
            await owner.destroy();
        }
        expect(await kept()).toEqual(before);
    });

    it('do not tell somebody who is rated themselves what is not released to them', async () => {
        const own = await house.person('both', { roles: ['agent', 'qa-lead'], teamId: teams[2], employeeNumber: '9' });
        const before = (await questionLosses(tables(), own, {}))[0]!.results;
        const id = await house.evaluations.begin(evaluator, (await house.call({ agent: '9', queue })).id, house.formId);
        await house.evaluations.submit(evaluator, { id, version: 1, answers: anAnswer(), evidence: [] });
        await tables().updateTable('quality.evaluation').set({ released_at: null }).where('id', '=', id).execute();
        expect((await questionLosses(tables(), own, {}))[0]!.results).toBe(before);
        expect((await questionLosses(tables(), house.lead, {}))[0]!.results).toBe(before + 1);
        await tables().updateTable('quality.evaluation').set({ released_at: new Date() }).where('id', '=', id).execute();
        expect((await questionLosses(tables(), own, {}))[0]!.results).toBe(before + 1);
    });
});
