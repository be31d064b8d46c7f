import { type Principal } from '@earshot/core/lib/node/api/context';
import { fromCursor } from '@earshot/core/lib/node/storage/cursor';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';
import type { FeedbackRow } from '../../common/feedback/feedback-contract';
import { actorsOf, type FeedbackActor, type FeedbackState } from '../../common/feedback/feedback-state';
import type { FeedbackPolicy } from '../../common/feedback/feedback-policy';
import { showEvaluationRow, visibleEvaluations } from '../evaluation/evaluation-query';
import type { QualityTables } from '../quality-tables';

type Tables = Kysely<CoreTables & QualityTables>;

/** What became of the results that the caller may see. */
export const visibleFeedback = (database: Tables, principal: Principal) => visibleEvaluations(database, principal)
    .innerJoin('quality.feedback as feedback', 'feedback.evaluation_id', 'evaluation.id')
    .select(['feedback.state as feedback', 'feedback.due_at', 'feedback.acknowledged_at', 'feedback.comment', 'feedback.disputed_at', 'feedback.settled_at', 'feedback.first_answered_by', 'feedback.round', 'feedback.since', 'feedback.version as feedback_version', 'evaluation.released_at']);

export type FeedbackFound = Awaited<ReturnType<ReturnType<typeof visibleFeedback>['executeTakeFirstOrThrow']>>;

export interface FeedbackFilter { readonly after?: string; readonly limit: number; readonly state?: FeedbackState; readonly agentId?: string; readonly mine?: boolean }

export function filteredFeedback(query: ReturnType<typeof visibleFeedback>, principal: Principal, filter: FeedbackFilter) {
    let select = query.where('evaluation.state', '=', 'submitted').orderBy('evaluation.changed_at', 'desc').orderBy('evaluation.id', 'desc').limit(filter.limit + 1);
    if (filter.state) { select = select.where('feedback.state', '=', filter.state); }
    if (filter.agentId) { select = select.where('evaluation.agent_id', '=', filter.agentId); }
    if (filter.mine) { select = select.where('evaluation.agent_id', '=', principal.personId); }
    if (filter.after) {
        const [changedAt, id] = fromCursor(filter.after, 2);
        select = select.where(sql<boolean>`(evaluation.changed_at, evaluation.id) < (${changedAt}::timestamptz, ${id}::uuid)`);
    }
    return select;
}

export const showFeedbackRow = (row: FeedbackFound): FeedbackRow => ({
    ...showEvaluationRow(row), feedback: row.feedback, releasedAt: row.released_at?.toISOString() ?? null, dueAt: row.due_at?.toISOString() ?? null, acknowledgedAt: row.acknowledged_at?.toISOString() ?? null
});

/** In which parts the caller can act here. */
export function standingOf(principal: Principal, row: Pick<FeedbackFound, 'agent_id' | 'team_id' | 'evaluator_id' | 'first_answered_by'>, policy: FeedbackPolicy): readonly FeedbackActor[] {
    const reach = (permission: string): 'all' | 'team' | null => {
        const scope = principal.permissions.get(permission);
        return scope === 'all' ? 'all' : scope === 'team' && principal.teamIds.includes(row.team_id ?? '') ? 'team' : null;
    };
    const actors = actorsOf({
        agent: row.agent_id === principal.personId, firstScorer: row.evaluator_id === principal.personId, answeredFirst: row.first_answered_by === principal.personId,
        answers: reach('dispute:answer'), releases: reach('feedback:release') !== null
    }, policy);
    return actors.filter(each => each === 'agent' ? principal.permissions.has('feedback:respond') : each === 'level-1' ? principal.permissions.has('dispute:answer') : true);
}
