import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import type { Transaction } from 'kysely';
import type { EvaluationPurpose } from '../../common/evaluation/evaluation-contract';
import type { QualityTables } from '../quality-tables';

export interface SubmittedEvaluation { readonly id: string; readonly interaction_id: string; readonly form_id: string; readonly evaluator_id: string; readonly purpose: EvaluationPurpose }

/** An evaluation is submitted: what was drawn for it is scored, by whichever way its evaluator came to the call. */
export async function markScored(transaction: Transaction<CoreTables & QualityTables>, log: ChangeLog, evaluation: SubmittedEvaluation): Promise<void> {
    const open = transaction.updateTable('quality.sampling_item as item').set({ evaluation_id: evaluation.id, scored_at: new Date() }).from('quality.sampling_draw as draw').whereRef('draw.id', '=', 'item.draw_id')
        .where('item.scored_at', 'is', null).where('item.replaced_by', 'is', null).where('item.interaction_id', '=', evaluation.interaction_id).where('item.evaluator_id', '=', evaluation.evaluator_id).where('draw.form_id', '=', evaluation.form_id);
    const scored = evaluation.purpose === 'monitoring' ? await open.where('item.kind', 'in', ['random', 'rule']).returning('item.draw_id').execute()
        : evaluation.purpose === 'agreement' ? await open.where('item.evaluation_id', '=', evaluation.id).returning('item.draw_id').execute() : [];
    scored.forEach(each => log.event({ type: 'sampling.changed', entityId: each.draw_id }, { permission: 'sampling:read', people: [evaluation.evaluator_id] }));
}
