import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';
import type { DrawEvaluator } from '../../common/sampling/division';
import type { DrawInput, EarlierScore } from '../../common/sampling/draw';
import type { SamplingDefinition } from '../../common/sampling/sampling-definition';
import { readingTimeMs } from '../../common/sampling/reading-time';
import { type Deviations, frameOf, stratumKey } from '../../common/sampling/sampling-frame';
import { minuteOfDay, type PeriodRange } from '../../common/sampling/sampling-period';
import { type SamplingUnit, stratumOf } from '../../common/sampling/sampling-unit';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';

type Tables = Kysely<CoreTables & QualityTables>;
const dayMs = 86_400_000;
/** Scores of half a year tell how much they vary. */
const deviationDays = 180;
const longestEarlier = 5000;

/** Of `interaction` with `recording` beside it: can it be listened to, or read, and does the plan draw such. */
const scorable = ({ channels = ['voice'] }: SamplingDefinition) => {
    const written = channels.filter(each => each !== 'voice');
    return sql<boolean>`(${channels.includes('voice') ? sql`recording.state = 'ready' and recording.duration_ms is not null` : sql`false`}
        or ${written.length ? sql`interaction.occasion = 'recorded' and interaction.channel in (${sql.join(written)}) and exists (select from quality.message where interaction_id = interaction.id)` : sql`false`})`;
};
/** Characters of what was written, and how many of them are Chinese. */
const characters = sql<number | null>`(select sum(length(text))::integer from quality.message where interaction_id = interaction.id)`;
const chinese = sql<number | null>`(select sum(length(regexp_replace(text, '[^\u3400-\u9fff]', '', 'g')))::integer from quality.message where interaction_id = interaction.id)`;
/** How long it takes to listen to or to read. */
const effortMs = (row: { readonly duration_ms: number | null; readonly characters: number | null; readonly chinese: number | null }): number => row.duration_ms ?? readingTimeMs(row.characters ?? 0, row.chinese ?? 0);

/** What can be listened to or read, with what plans go by. */
const calls = (database: Tables, definition: SamplingDefinition) => database.selectFrom('quality.interaction as interaction').leftJoin('media.recording as recording', 'recording.id', 'interaction.recording_id').leftJoin('core.person as agent', 'agent.id', 'interaction.agent_id')
    .where(scorable(definition)).select([characters.as('characters'), chinese.as('chinese')])
    .select(['interaction.id', 'interaction.started_at', 'interaction.agent_id', 'interaction.team_id', 'interaction.queue', 'interaction.direction', 'interaction.tags', 'recording.duration_ms', 'recording.figures', 'agent.joined_on']);
type CallRow = Awaited<ReturnType<ReturnType<typeof calls>['executeTakeFirstOrThrow']>>;

/** Every team's id with those above it, nearest first. */
async function teamPaths(database: Tables): Promise<ReadonlyMap<string, readonly string[]>> {
    const teams = new Map((await database.selectFrom('core.team').select(['id', 'parent_id']).execute()).map(each => [each.id, each.parent_id]));
    const path = (id: string, seen: readonly string[] = []): readonly string[] => seen.includes(id) ? seen : teams.get(id) ? path(teams.get(id)!, [...seen, id]) : [...seen, id];
    return new Map([...teams.keys()].map(id => [id, path(id)]));
}

const unitOf = (row: CallRow, paths: ReadonlyMap<string, readonly string[]>, zone: string): SamplingUnit => ({
    id: row.id, startedAt: row.started_at.toISOString(), agentId: row.agent_id, teamId: row.team_id, teamPath: row.team_id ? paths.get(row.team_id) ?? [row.team_id] : [], queue: row.queue, direction: row.direction,
    durationMs: effortMs(row), tags: row.tags, minuteOfDay: minuteOfDay(row.started_at, zone), tenureDays: row.joined_on ? Math.floor((row.started_at.getTime() - Date.parse(`${row.joined_on}T00:00:00Z`)) / dayMs) : null,
    longestSilenceMs: row.figures?.longestSilenceMs ?? null, talkOverCount: row.figures?.talkOverCount ?? null
});

/** Those of these people, or of all, who are active, may evaluate and are qualified on its form, with the teams that count as their own. */
export async function qualifiedEvaluators(database: Tables, { evaluatorIds, formId }: { readonly evaluatorIds: readonly string[] | 'all'; readonly formId: string }): Promise<readonly DrawEvaluator[]> {
    const [people, teams] = await Promise.all([
        permissionHolders(database, 'evaluation:write').innerJoin('quality.evaluator_form as qualified', join => join.onRef('qualified.person_id', '=', 'person.id').on('qualified.form_id', '=', formId))
            .$if(evaluatorIds !== 'all', query => query.where('person.id', 'in', [...evaluatorIds])).orderBy('person.id').select(['person.team_id']).execute(),
        database.selectFrom('core.team').select(['id', 'leader_id']).execute()
    ]);
    const paths = await teamPaths(database);
    return people.map(({ id, team_id: teamId }) => {
        const led = teams.filter(each => each.leader_id === id).map(each => each.id);
        const reached = teams.filter(each => each.id === teamId || (paths.get(each.id) ?? []).some(above => led.includes(above))).map(each => each.id);
        return { id, teamIds: reached.sort() };
    });
}

/** How much earlier scores vary, stratum by stratum; only where the plan's allocation asks. */
async function deviations(database: Tables, definition: SamplingDefinition, zone: string, paths: ReadonlyMap<string, readonly string[]>, before: Date): Promise<Deviations> {
    if (definition.size.kind === 'per-stratum' || definition.size.allocation !== 'neyman') {
        return {};
    }
    const rows = await calls(database, definition).innerJoin('quality.evaluation as evaluation', 'evaluation.interaction_id', 'interaction.id').where('evaluation.form_id', '=', definition.formId).where('evaluation.purpose', '=', 'monitoring')
        .where('evaluation.state', '=', 'submitted').where('evaluation.percent', 'is not', null).where('evaluation.submitted_at', '>', new Date(before.getTime() - deviationDays * dayMs)).select('evaluation.percent').execute();
    const scores = new Map<string, number[]>();
    for (const row of rows) {
        const key = stratumKey(stratumOf(unitOf(row, paths, zone), definition.strata, definition.newStaffDays));
        scores.set(key, [...scores.get(key) ?? [], row.percent!]);
    }
    const deviation = (values: readonly number[]): number => {
        const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
        return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1));
    };
    return Object.fromEntries([...scores].filter(([, values]) => values.length > 1).map(([key, values]) => [key, deviation(values)]));
}

/** What evaluators scored on the form long enough ago to be scored once more; never the same twice. */
async function earlierScores(database: Tables, definition: SamplingDefinition, now: Date): Promise<readonly EarlierScore[]> {
    const { intraShare, intraWeeks, formId, evaluatorIds } = definition;
    if (!intraShare) {
        return [];
    }
    const rows = await database.selectFrom('quality.evaluation as evaluation').innerJoin('quality.interaction as interaction', 'interaction.id', 'evaluation.interaction_id').leftJoin('media.recording as recording', 'recording.id', 'interaction.recording_id')
        .where(scorable(definition)).where('evaluation.form_id', '=', formId).where('evaluation.purpose', '=', 'monitoring').where('evaluation.state', '=', 'submitted').where('evaluation.revises', 'is', null)
        .where('evaluation.evaluator_id', 'in', [...evaluatorIds]).where('evaluation.submitted_at', '<', new Date(now.getTime() - intraWeeks * 7 * dayMs))
        .where(({ not, exists, selectFrom }) => not(exists(selectFrom('quality.sampling_item as item').whereRef('item.earlier_id', '=', 'evaluation.id').select('item.id'))))
        .whereRef('interaction.agent_id', 'is distinct from', 'evaluation.evaluator_id').orderBy('evaluation.submitted_at', 'desc').limit(longestEarlier)
        .select(['evaluation.id', 'evaluation.evaluator_id', 'evaluation.interaction_id', 'recording.duration_ms', characters.as('characters'), chinese.as('chinese')]).execute();
    return rows.map(each => ({ evaluationId: each.id, evaluatorId: each.evaluator_id, interactionId: each.interaction_id, durationMs: effortMs(each) }));
}

/** What can be drawn from in a period, and who may score it, as it is now. */
export async function frameInput(database: Tables, definition: SamplingDefinition, period: PeriodRange, zone: string, now: Date): Promise<Omit<DrawInput, 'earlier'>> {
    const paths = await teamPaths(database);
    const [rows, evaluators, spread] = await Promise.all([
        calls(database, definition).where('interaction.started_at', '>=', period.from).where('interaction.started_at', '<', period.to).execute(),
        qualifiedEvaluators(database, definition), deviations(database, definition, zone, paths, now)
    ]);
    return { definition, frame: frameOf(definition, rows.map(each => unitOf(each, paths, zone))), evaluators, deviations: spread };
}

/** How many calls of the period of a draw are in its population now, and were not when that was frozen. */
export async function lateCalls(database: Tables, drawId: string, definition: SamplingDefinition, period: Pick<PeriodRange, 'from' | 'to'>, zone: string): Promise<number> {
    // what is frozen can be large: it stays where it is
    const late = calls(database, definition).where('interaction.started_at', '>=', period.from).where('interaction.started_at', '<', period.to)
        .where(sql<boolean>`interaction.id not in (select (unit->>'id')::uuid from quality.sampling_draw draw, jsonb_array_elements(draw.input->'frame') unit where draw.id = ${drawId})`);
    const [paths, rows] = await Promise.all([teamPaths(database), late.execute()]);
    return frameOf(definition, rows.map(each => unitOf(each, paths, zone))).length;
}

/** Everything that a draw from a period rests on, as it is now. */
export async function drawInput(database: Tables, definition: SamplingDefinition, period: PeriodRange, zone: string, now: Date): Promise<DrawInput> {
    const [input, earlier, open] = await Promise.all([
        frameInput(database, definition, period, zone, now), earlierScores(database, definition, now),
        database.selectFrom('quality.sampling_item').where('evaluator_id', 'in', definition.evaluatorIds).where('scored_at', 'is', null).where('replaced_by', 'is', null)
            .groupBy('evaluator_id').orderBy('evaluator_id').select(['evaluator_id', sql<string>`sum(duration_ms)`.as('milliseconds')]).execute()
    ]);
    return { ...input, earlier, openMs: Object.fromEntries(open.map(each => [each.evaluator_id!, Number(each.milliseconds)])) };
}
