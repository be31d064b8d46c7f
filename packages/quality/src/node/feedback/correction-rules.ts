import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { conflict } from '@earshot/core/lib/node/api/failure';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { type Kysely, sql, type Transaction } from 'kysely';
import { isDisputeOpen } from '../../common/feedback/feedback-state';
import type { FeedbackPolicy } from '../../common/feedback/feedback-policy';
import { lowers } from '../../common/feedback/never-lower';
import type { QualityTables } from '../quality-tables';

type Writing = Transaction<CoreTables & QualityTables>;

/**
 * A result that is disputed is corrected by answering the dispute. Holds what became of it until the transaction ends, so that no dispute begins meanwhile:
 * whoever takes an evaluation and its feedback takes the feedback first. @throws CONFLICT `dispute-open`
 */
export async function demandNoDispute(transaction: Writing, evaluationId: string): Promise<void> {
    const feedback = await transaction.selectFrom('quality.feedback').select('state').where('evaluation_id', '=', evaluationId).forUpdate().executeTakeFirst();
    if (feedback && isDisputeOpen(feedback.state)) {
        throw conflict('dispute-open');
    }
}

/**
 * Below which percentage no correction of a result in force may go: its own, where its agent's dispute about it was answered and the policy of its form never
 * lowers on appeal. Null without such a bound.
 */
export async function appealFloor(database: Kysely<CoreTables & QualityTables>, policyOf: (formId: string) => FeedbackPolicy, evaluationId: string): Promise<number | null> {
    const result = await database.selectFrom('quality.evaluation as evaluation').where('evaluation.id', '=', evaluationId)
        .where(sql<boolean>`exists (select from quality.dispute_answer answer join quality.disputed_question disputed using (evaluation_id, round, question_id) where answer.evaluation_id = evaluation.id and disputed.agent_id = evaluation.agent_id)`)
        .select(['evaluation.percent', 'evaluation.form_id']).executeTakeFirst();
    return result && policyOf(result.form_id).neverLower ? result.percent : null;
}

/** @throws CONFLICT `lower-on-appeal` */
export function demandNotLower(before: number | null, after: number | null): void {
    if (lowers(before, after)) {
        throw conflict('lower-on-appeal', { before, after });
    }
}

/** What an answer to a dispute overturns is not what a correction began from: the correction ends, and its author, who may begin another, is told. */
export async function setCorrectionAside(transaction: Writing, log: ChangeLog, { id, call_id: title }: { readonly id: string; readonly call_id: string }, discard: (filledFormId: string) => Promise<void>): Promise<void> {
    const open = await transaction.deleteFrom('quality.evaluation').where('revises', '=', id).where('state', 'in', ['revision-draft', 'revision-pending']).returning(['id', 'state', 'evaluator_id', 'filled_form_id']).executeTakeFirst();
    if (open) {
        if (open.state === 'revision-draft') { // what was sent for approval stays, as after a return
            await discard(open.filled_form_id);
        }
        log.audit('evaluation.correction-set-aside', 'evaluations', open.id, { revises: id });
        log.notify(open.evaluator_id, 'evaluation.correction-set-aside', { title }, linkTo('quality', 'evaluations', id));
        log.event({ type: 'evaluation.changed', entityId: open.id }, { people: [open.evaluator_id] });
    }
}
