import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { type RawBuilder, sql } from 'kysely';
import type { ReportQuery } from '../../common/report/report-contract';
import { released } from '../evaluation/evaluation-query';
import { teamsBelow } from '../teams-below';

export type ResultFilter = Pick<ReportQuery, 'from' | 'to' | 'teamId' | 'agentId' | 'evaluatorId' | 'formId' | 'queue' | 'occasion'>;

const all = (conditions: readonly RawBuilder<unknown>[]) => sql`${sql.join(conditions, sql` and `)}`;

/** Conditions about `evaluation` that calibrations and results of monitoring have in common. */
export const about = ({ from, to, teamId, agentId, evaluatorId, formId }: ResultFilter): readonly RawBuilder<unknown>[] => [
    sql`evaluation.state = 'submitted'`,
    ...from ? [sql`evaluation.submitted_at >= ${new Date(from)}::timestamptz`] : [], ...to ? [sql`evaluation.submitted_at < ${new Date(to)}::timestamptz`] : [],
    ...evaluatorId ? [sql`evaluation.evaluator_id = ${evaluatorId}::uuid`] : [], ...formId ? [sql`evaluation.form_id = ${formId}::uuid`] : [],
    ...teamId ? [sql`evaluation.team_id in ${teamsBelow(teamId)}`] : [], ...agentId ? [sql`evaluation.agent_id = ${agentId}::uuid`] : []
];

/**
 * `from … where …` of every report: results of monitoring that are in force, within the caller's reach, with `figures` beside each `evaluation`.
 * Contacts that somebody was present at, and test contacts, are told apart by their occasion and left out unless they are asked for. `figures.weight`
 * says how many calls a result stands for that was drawn.
 */
export function chosenResults(principal: Principal, filter: ResultFilter, joined: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
    const { queue, occasion = 'recorded' } = filter;
    return sql`from quality.evaluation evaluation join quality.result_figures figures on figures.evaluation_id = evaluation.id
        ${queue === undefined ? sql`` : sql`join quality.interaction queued on queued.id = evaluation.interaction_id and queued.queue = ${queue}`} ${joined}
        where ${all([
            sql`evaluation.purpose = 'monitoring'`, ...occasion === 'any' ? [] : [sql`evaluation.occasion = ${occasion}`], ...about(filter),
            withinScope(principal, 'report:read', { owners: ['evaluation.evaluator_id', 'evaluation.agent_id'], team: 'evaluation.team_id' }), released(principal)
        ])}`;
}
