import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { Transaction } from 'kysely';
import { type EvaluationAction, evaluationTransition, possibleEvaluationActions } from '../../common/evaluation/evaluation-state';
import type { QualityTables } from '../quality-tables';
import { type EvaluationFound, visibleEvaluations } from './evaluation-query';

type Caller = Principal & { readonly personId: string };
type Writing = Transaction<CoreTables & QualityTables>;

/** What the caller may do with it now. */
export function evaluationActions(principal: Principal, seen: Pick<EvaluationFound, 'state' | 'evaluator_id' | 'agent_id' | 'purpose' | 'session_state'>): readonly EvaluationAction[] {
    const author = seen.evaluator_id === principal.personId && principal.permissions.has('evaluation:write');
    return possibleEvaluationActions(seen.state, { author, approver: principal.permissions.has('evaluation:approve') })
        .filter(each => each !== 'revise' || seen.purpose === 'monitoring')
        .filter(each => each === 'discard' || seen.agent_id !== principal.personId && (seen.session_state === null || seen.session_state === 'open'));
}

/** One's own, in whatever state. @throws NOT_FOUND */
export async function ownEvaluation(database: Database, principal: Caller, id: string): Promise<EvaluationFound> {
    scopeOf(principal, 'evaluation:write');
    return orNotFound(await visibleEvaluations(database.read<QualityTables>(), principal).where('evaluation.id', '=', id).where('evaluation.evaluator_id', '=', principal.personId).executeTakeFirst());
}

/** @throws why not, where the caller may not do this with it now. */
export function demandAction(principal: Principal, seen: EvaluationFound, action: EvaluationAction): void {
    if (!evaluationActions(principal, seen).includes(action)) {
        if (seen.agent_id === principal.personId) {
            throw conflict('own-call');
        }
        if (seen.session_state !== null && seen.session_state !== 'open') {
            throw conflict('session-closed');
        }
        throw evaluationTransition(seen.state, action) ? forbidden('evaluation:approve') : conflict('wrong-state', { state: seen.state });
    }
}

/** Takes the row for this transaction, if it is still in the state that the caller saw. */
export async function claimEvaluation(transaction: Writing, seen: EvaluationFound): Promise<void> {
    const row = orNotFound(await transaction.selectFrom('quality.evaluation').select(['state', 'filled_form_id']).where('id', '=', seen.id).forUpdate().executeTakeFirst());
    if (row.state !== seen.state || row.filled_form_id !== seen.filled_form_id) {
        throw conflict('changed-meanwhile', { state: row.state });
    }
}

/**
 * Notes a step and tells whom it concerns.
 * @param inForce whether it counts from now on, for everybody who may see results; until then only its author hears of it.
 * @param released whether its agent may see it.
 */
export function recordEvaluation(
    log: ChangeLog, action: string, about: Pick<EvaluationFound, 'id' | 'evaluator_id' | 'agent_id' | 'team_id' | 'session_id'>, detail: Readonly<Record<string, unknown>> = {}, inForce = false, released = false
): void {
    log.audit(action, 'evaluations', about.id, detail);
    log.event({ type: 'evaluation.changed', entityId: about.id }, about.session_id || !inForce
        ? { people: [about.evaluator_id] }
        : { permission: 'evaluation:read', ownerId: released ? about.agent_id : about.evaluator_id, teamId: about.team_id, people: [about.evaluator_id] });
}
