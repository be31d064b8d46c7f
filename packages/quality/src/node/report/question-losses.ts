import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { wholeDays } from '../../common/report/whole-days';
import type { ReportBasis } from '../../common/report/report-table';
import type { QualityTables } from '../quality-tables';
import { teamsBelow } from '../teams-below';
import { chosenResults, type ResultFilter } from './chosen-results';
import { onlyDrawn } from './weighted-sums';

type Tables = Kysely<CoreTables & QualityTables>;

/** What one question of one version of a form lost; `place`: from 1, in the order of the version. `weight`: how many calls the results stand for, each for itself or as it was drawn; `lost`: percentage points of as many. */
export interface QuestionLosses { readonly version: string; readonly place: number; readonly results: number; readonly weight: number; readonly counted: number; readonly deducted: number; readonly lost: number }

const millionths = 1e6;
const sums = (from: RawBuilder<unknown>) => sql<QuestionLosses>`select version, place, sum(results)::int as results, sum(weight)::float8 as weight, sum(counted)::int as counted, sum(deducted)::int as deducted, sum(lost)::float8 as lost from (${from}) part group by 1, 2`;

/**
 * Result by result: one expression for each place, which takes half the time of a row for each answer.
 * @param places at least as many as any version has questions
 */
const single = (principal: Principal, filter: ResultFilter, places: number, basis: ReportBasis = 'scored') => {
    const estimated = basis === 'estimated';
    const each = (of: (loss: RawBuilder<unknown>) => RawBuilder<unknown>) => sql`array[${sql.join(Array.from({ length: places }, (_, place) => of(sql`figures.lost[${sql.lit(place + 1)}]`)))}]`;
    return sql`
    select chosen.version, part.place::int as place, chosen.results, chosen.weight, part.counted, part.deducted, part.lost
    from (select evaluation.form_version_id as version, count(*) as results, ${estimated ? sql`sum(figures.weight)` : sql`count(*)`} as weight, max(cardinality(figures.lost)) as places, ${each(loss => sql`count(${loss})`)} as counted, ${each(loss => sql`count(*) filter (where ${loss} > 0)`)} as deducted,
        ${each(loss => estimated ? sql`coalesce(sum(${loss} * figures.weight), 0) * ${sql.lit(millionths)}::float8` : sql`coalesce(sum(round(${loss} * ${sql.lit(millionths)}::float8)::bigint), 0)`)} as lost ${chosenResults(principal, filter)} ${estimated ? onlyDrawn : sql``} group by 1) chosen
    cross join lateral unnest(chosen.counted, chosen.deducted, chosen.lost) with ordinality as part (counted, deducted, lost, place) where part.place <= chosen.places`;
};

/** Questions of the version that has most. */
async function mostQuestions(database: Tables): Promise<number> {
    const { rows: [most] } = await sql<{ questions: number | null }>`select max((select sum(jsonb_array_length(section -> 'questions')) from jsonb_array_elements(definition -> 'sections') section))::int as questions from assessment.form_version`.execute(database);
    return Math.max(1, most?.questions ?? 0);
}

/** From the sums that are kept of every day. */
const daily = (from: string | undefined, to: string | undefined, { teamId, formId }: ResultFilter) => sql`
    select day.form_version_id as version, generate_subscripts(day.lost, 1) as place, day.results, day.results as weight, unnest(day.counted) as counted, unnest(day.deducted) as deducted, unnest(day.lost) as lost
    from quality.loss_day day where day.results > 0 ${from ? sql`and day.day >= ${from}::date` : sql``} ${to ? sql`and day.day < ${to}::date` : sql``}
    ${teamId ? sql`and day.team_id in ${teamsBelow(teamId)}` : sql``} ${formId ? sql`and day.form_version_id in (select id from assessment.form_version where form_id = ${formId}::uuid)` : sql``}`;

/** Whoever is rated themselves does not count what is not released to them, which no sum of a day can leave out. */
async function hasUnreleased(database: Tables, { personId }: Principal): Promise<boolean> {
    return personId !== null && await database.selectFrom('quality.evaluation').select('id').where('agent_id', '=', personId).where('released_at', 'is', null)
        .where('purpose', '=', 'monitoring').where('state', '=', 'submitted').limit(1).executeTakeFirst() !== undefined;
}

/**
 * Losses by question of each version of a form. Where all results of whole days count, their daily sums are taken, and single results only for the
 * rest of the first and the last day; either way the figures are the same to the millionth of a point. An estimate for all calls weighs single results.
 */
export async function questionLosses(database: Tables, principal: Principal, filter: ResultFilter, basis: ReportBasis = 'scored'): Promise<readonly QuestionLosses[]> {
    const days = wholeDays(filter.from, filter.to);
    const byDay = scopeOf(principal, 'report:read') === 'all' && !filter.agentId && !filter.evaluatorId && filter.queue === undefined && (filter.occasion ?? 'recorded') === 'recorded' && basis === 'scored' && days && !await hasUnreleased(database, principal);
    const places = await mostQuestions(database);
    const parts = byDay ? [daily(days.from, days.to, filter), ...days.rest.map(part => single(principal, { ...filter, ...part }, places))] : [single(principal, filter, places, basis)];
    const { rows } = await sums(sql.join(parts, sql` union all `)).execute(database);
    return rows.map(each => ({ ...each, lost: each.lost / millionths }));
}
