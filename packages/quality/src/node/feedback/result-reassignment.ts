import { conflict } from '@earshot/core/lib/node/api/failure';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { isDisputeOpen } from '../../common/feedback/feedback-state';
import type { QualityTables } from '../quality-tables';
import { ReleaseService } from './release-service';

type Writing = Transaction<CoreTables & QualityTables>;
interface Owner { readonly id: string; readonly team_id: string | null }

/** The agent of a call was wrong: its results belong to somebody else, who has not responded to them yet. */
@injectable()
export class ResultReassignment {
    constructor(@inject(ReleaseService) private readonly releases: ReleaseService) { }

    /**
     * Results that the wrong agent knew are released anew for the right one, as the policy says; what the wrong one said stays theirs, and their dispute ends.
     * @throws CONFLICT `agent-evaluated-call` where the right agent has evaluated it: nobody evaluates a call of their own. What they have only begun cannot be gone on with.
     */
    async change(transaction: Writing, log: ChangeLog, call: { readonly id: string; readonly call_id: string; readonly agent_id: string | null }, to: Owner | null): Promise<void> {
        if (to && await transaction.selectFrom('quality.evaluation').select('id').where('interaction_id', '=', call.id).where('evaluator_id', '=', to.id).where('state', 'not in', ['draft', 'revision-draft']).limit(1).executeTakeFirst()) {
            throw conflict('agent-evaluated-call');
        }
        const owner = { agent_id: to?.id ?? null, team_id: to?.team_id ?? null };
        const known = await transaction.selectFrom('quality.feedback as feedback').innerJoin('quality.evaluation as evaluation', 'evaluation.id', 'feedback.evaluation_id').where('evaluation.interaction_id', '=', call.id).where('feedback.state', '<>', 'held')
            .orderBy('evaluation.id').select(['evaluation.id', 'evaluation.form_id', 'evaluation.evaluator_id', 'feedback.state']).forUpdate('feedback').execute();
        await transaction.updateTable('quality.evaluation').set(owner).where('interaction_id', '=', call.id).execute();
        if (owner.agent_id === call.agent_id || known.length === 0) {
            return;
        }
        await transaction.updateTable('quality.evaluation').set({ released_at: null }).where('interaction_id', '=', call.id).where('purpose', '=', 'monitoring').execute();
        const rules = await this.releases.rules(transaction);
        for (const { state, ...result } of known) {
            const disputed = isDisputeOpen(state);
            await transaction.updateTable('quality.feedback').set(({ eb }) => ({
                state: 'held', released_by: null, due_at: null, reminded_at: null, acknowledged_at: null, comment: null, disputed_at: null, settled_at: null, first_answered_by: null, since: new Date(), round: eb('round', '+', 1), version: eb('version', '+', 1)
            })).where('evaluation_id', '=', result.id).execute();
            log.audit('feedback.reassigned', 'evaluations', result.id, { from: call.agent_id, to: owner.agent_id, state });
            if (call.agent_id) {
                log.notify(call.agent_id, 'evaluation.reassigned', { title: call.call_id, disputed });
            }
            log.event({ type: 'evaluation.changed', entityId: result.id }, { permission: 'evaluation:read', ownerId: call.agent_id, teamId: owner.team_id, people: [result.evaluator_id] });
            if (rules.policyOf(result.form_id).release === 'at-once') {
                await this.releases.release(transaction, log, { ...result, ...owner, call_id: call.call_id }, null, rules);
            }
        }
    }
}
