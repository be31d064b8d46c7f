import { type Principal } from '@earshot/core/lib/node/api/context';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import { fromCursor } from '@earshot/core/lib/node/storage/cursor';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { containing, escaped } from '@earshot/core/lib/node/storage/like-pattern';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Interaction, interactionFilter } from '../../common/interaction/interaction-contract';
import type { QualityTables } from '../quality-tables';
import { teamsBelow } from '../teams-below';

type Filter = { readonly [K in keyof typeof interactionFilter]?: z.output<(typeof interactionFilter)[K]> };
type Tables = Kysely<CoreTables & QualityTables>;

/** Of the recording, once it is measured; of what has none, as it was taken in. */
const duration = sql<number | null>`coalesce(recording.duration_ms, interaction.duration_ms)`;

/** A mystery contact is one only as long as its agent does not know: they see it with its first result that was released. */
const unknownTo = (personId: string) => sql<boolean>`(interaction.occasion <> 'mystery' or interaction.agent_id is distinct from ${personId}
    or exists (select from quality.evaluation where interaction_id = interaction.id and released_at is not null))`;

/** Calls that the caller may see, with what a row of the list shows. */
export const visibleInteractions = (database: Tables, principal: Principal, permission = 'interaction:read') => database
    .selectFrom('quality.interaction as interaction')
    .leftJoin('media.recording as recording', 'recording.id', 'interaction.recording_id')
    .leftJoin('core.person as agent', 'agent.id', 'interaction.agent_id')
    .leftJoin('core.team as team', 'team.id', 'interaction.team_id')
    .where(withinScope(principal, permission, { owners: ['interaction.agent_id'], team: 'interaction.team_id' }))
    .where(principal.personId === null ? sql<boolean>`true` : unknownTo(principal.personId))
    .select(({ selectFrom }) => [
        'interaction.id', 'interaction.call_id', 'interaction.started_at', 'interaction.agent_id', 'agent.name as agent_name', 'agent.employee_number as agent_number', 'interaction.team_id', 'team.name as team_name',
        'interaction.queue', 'interaction.direction', 'interaction.tags', 'interaction.customer_masked', 'interaction.recording_id', 'interaction.channel', 'interaction.occasion', 'interaction.scenario', 'recording.state as recording_state', duration.as('duration_ms'),
        'interaction.imported_at', 'interaction.version',
        selectFrom('quality.evaluation').whereRef('interaction_id', '=', 'interaction.id').where('purpose', '=', 'monitoring').where('state', '=', 'submitted')
            .where(sql<boolean>`(interaction.agent_id is distinct from ${principal.personId} or released_at is not null)`).select(({ fn }) => fn.countAll<number>().as('count')).as('evaluations')
    ]);

/** Text in which an index of three letters in a row has something to hold on to. */
const searchable = /[a-z0-9]{3}/i;
const mostPeople = 500;

/**
 * Calls by their own number, or by name, number or pinyin of their agent. The few people are looked up first: what is asked of a
 * hundred thousand calls is then found by indexes. Fewer than three letters or digits in a row are looked for where a call's
 * number begins and ends.
 */
export async function namedBy(database: Tables, text: string): Promise<RawBuilder<boolean>> {
    const pattern = containing(text);
    const agents = await database.selectFrom('core.person').where(({ or, eb }) => or([eb('name', 'ilike', pattern), eb('employee_number', 'ilike', pattern), eb('pinyin', 'ilike', pattern)])).select('id').limit(mostPeople).execute();
    const number = searchable.test(text) ? sql<boolean>`interaction.call_id ilike ${pattern}`
        : sql<boolean>`(lower(interaction.call_id) like lower(${`${escaped(text)}%`}) or reverse(lower(interaction.call_id)) like reverse(lower(${text.replace(/[\\%_]/g, '$&\\')})) || '%')`;
    return agents.length ? sql<boolean>`(${number} or interaction.agent_id = any(${agents.map(each => each.id)}::uuid[]))` : number;
}

/** @param named what `namedBy` made of the filter's text, where it has one */
export function filtered(query: ReturnType<typeof visibleInteractions>, principal: Principal, filter: Filter & { readonly after?: string; readonly limit: number }, named?: RawBuilder<boolean>) {
    let select = query.orderBy('interaction.started_at', 'desc').orderBy('interaction.id', 'desc').limit(filter.limit + 1);
    if (filter.from) { select = select.where('interaction.started_at', '>=', new Date(filter.from)); }
    if (filter.to) { select = select.where('interaction.started_at', '<', new Date(filter.to)); }
    if (filter.agentId) { select = select.where('interaction.agent_id', '=', filter.agentId); }
    if (filter.teamId) { select = select.where(sql<boolean>`interaction.team_id in ${teamsBelow(filter.teamId)}`); }
    if (filter.queue) { select = select.where('interaction.queue', '=', filter.queue); }
    if (filter.direction) { select = select.where('interaction.direction', '=', filter.direction); }
    if (filter.minDurationMs !== undefined) { select = select.where(duration, '>=', filter.minDurationMs); }
    if (filter.maxDurationMs !== undefined) { select = select.where(duration, '<=', filter.maxDurationMs); }
    if (filter.tag) { select = select.where(sql<boolean>`interaction.tags @> array[${filter.tag}]`); }
    if (filter.state) { select = select.where(sql<string>`coalesce(recording.state, 'ready')`, '=', filter.state); }
    if (filter.channel) { select = select.where('interaction.channel', '=', filter.channel); }
    if (filter.occasion) { select = select.where('interaction.occasion', '=', filter.occasion); }
    if (named) { select = select.where(named); }
    if (filter.evaluated) {
        const mine = filter.evaluated.endsWith('by-me') ? sql`and evaluator_id = ${principal.personId}` : sql``;
        // That somebody is at a draft is known to those who evaluate, so that they do not do it twice, and to nobody else.
        const done = principal.permissions.has('evaluation:write') ? sql`in ('submitted', 'draft', 'revision-draft', 'revision-pending')` : sql`= 'submitted'`;
        const found = sql<boolean>`exists (select from quality.evaluation where interaction_id = interaction.id and purpose = 'monitoring' and state ${done} ${mine}
            and (interaction.agent_id is distinct from ${principal.personId} or evaluator_id = ${principal.personId} or released_at is not null))`;
        select = select.where(filter.evaluated.startsWith('no') ? sql<boolean>`not ${found}` : found);
    }
    if (filter.after) {
        const [startedAt, id] = fromCursor(filter.after, 2);
        select = select.where(sql<boolean>`(interaction.started_at, interaction.id) < (${startedAt}::timestamptz, ${id}::uuid)`);
    }
    return select;
}

export type InteractionRow = Awaited<ReturnType<ReturnType<typeof visibleInteractions>['executeTakeFirstOrThrow']>>;

export const showInteraction = (row: InteractionRow): Interaction => ({
    id: row.id, callId: row.call_id, startedAt: row.started_at.toISOString(), agentId: row.agent_id, agentName: row.agent_name, agentNumber: row.agent_number, teamId: row.team_id, teamName: row.team_name,
    queue: row.queue, direction: row.direction, durationMs: row.duration_ms, tags: row.tags, customerNumber: row.customer_masked, channel: row.channel, occasion: row.occasion, scenario: row.scenario, recordingId: row.recording_id, recordingState: row.recording_state,
    evaluations: row.evaluations ?? 0, importedAt: row.imported_at.toISOString(), version: row.version
});
