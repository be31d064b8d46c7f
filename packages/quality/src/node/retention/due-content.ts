import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { byPrecedence, type ContentKind, type RetentionRule } from '../../common/retention/retention-rule';
import type { QualityTables } from '../quality-tables';

type Tables = Kysely<CoreTables & QualityTables>;

/** Of `interaction`. */
export const hasCustomer = sql<boolean>`(interaction.customer_masked is not null or exists (select from quality.customer_number whole where whole.interaction_id = interaction.id))`;
/** Whether there is something of a kind to be deleted, of `interaction`, with `recording` beside it where there is one. */
const present: Readonly<Record<ContentKind, RawBuilder<boolean>>> = {
    recording: sql<boolean>`recording.state in ('ready', 'failed')`,
    transcript: sql<boolean>`exists (select from media.transcript where recording_id = interaction.recording_id)`,
    messages: sql<boolean>`exists (select from quality.message where interaction_id = interaction.id)`,
    customer: hasCustomer
};
export const onHold = sql<boolean>`exists (select from quality.legal_hold hold where hold.interaction_id = interaction.id and hold.lifted_at is null)`;
/** Somebody still has to listen: an agent disputes the result, a panel has not closed its session, the call was drawn and is not scored, or an evaluation of it is being written. */
export const inUse = sql<boolean>`(exists (select from quality.evaluation disputed join quality.feedback on feedback.evaluation_id = disputed.id where disputed.interaction_id = interaction.id and feedback.state in ('disputed', 'answered', 'escalated'))
    or exists (select from quality.calibration_call call join quality.calibration session on session.id = call.session_id where call.interaction_id = interaction.id and session.state in ('draft', 'open'))
    or exists (select from quality.sampling_item item where item.interaction_id = interaction.id and item.scored_at is null and item.replaced_by is null)
    or exists (select from quality.evaluation written where written.interaction_id = interaction.id and written.purpose <> 'calibration' and written.state in ('draft', 'revision-draft', 'revision-pending')))`;

const meeting = ({ queue, tag }: RetentionRule): RawBuilder<boolean> => sql<boolean>`(${queue === null ? sql`true` : sql`interaction.queue = ${queue}`} and ${tag === null ? sql`true` : sql`interaction.tags @> array[${tag}]::text[]`})`;

/** In the order of `byPrecedence`, as one expression: for each interaction the value of the first rule that meets it; null of none. */
const firstOf = <T>(rules: readonly RetentionRule[], value: (rule: RetentionRule) => RawBuilder<T>): RawBuilder<T | null> =>
    rules.length === 0 ? sql<null>`null` : sql<T | null>`case ${sql.join(rules.map(each => sql`when ${meeting(each)} then ${value(each)}`), sql` `)} end`;

/**
 * Interactions whose content of a kind is past its time, with the rule that says so: also those on hold, and in use. This is `ruleFor` and `keptUntil` for many at once,
 * as an SQL expression that is made from them.
 */
export function dueContent(database: Tables, rules: readonly RetentionRule[], kind: ContentKind, now: Date) {
    const ordered = byPrecedence(rules, kind);
    const limited = ordered.map(each => each.months[kind]).filter(each => each > 0);
    const end = sql<Date | null>`interaction.started_at + make_interval(months => nullif(${firstOf(ordered, each => sql<number>`${each.months[kind]}::integer`)}, 0))`;
    return database.selectFrom('quality.interaction as interaction').leftJoin('media.recording as recording', 'recording.id', 'interaction.recording_id')
        // an index finds those that may be meant at all: no month is shorter than 28 days
        .where('interaction.started_at', '<=', new Date(now.getTime() - Math.min(...limited, 12_000) * 28 * 86_400_000)).where(limited.length ? sql<boolean>`${end} <= ${now}::timestamptz` : sql<boolean>`false`).where(present[kind])
        .select(['interaction.id', 'interaction.recording_id', 'interaction.agent_id', 'interaction.team_id', firstOf(ordered, each => sql<string>`${each.id}::uuid`).as('rule_id')]);
}
