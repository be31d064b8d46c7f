import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import { demandNoDispute, demandNotLower } from '../feedback/correction-rules';
import { ReleaseService } from '../feedback/release-service';
import type { QualityTables } from '../quality-tables';
import { type EvaluationFound, visibleEvaluations } from './evaluation-query';
import { claimEvaluation, demandAction, ownEvaluation, recordEvaluation } from './evaluation-steps';

type Caller = Principal & { readonly personId: string };

/** What was submitted is never edited: it is corrected by a revision, which counts when somebody else has approved it. */
@injectable()
export class CorrectionService {
    constructor(@inject(Database) private readonly database: Database, @inject(FilledFormService) private readonly forms: FilledFormService, @inject(ReleaseService) private readonly releases: ReleaseService) { }

    /** Begins a correction of what was submitted: a copy with the next revision number and a reason. @returns its id. */
    async revise(principal: Caller, id: string, reason: string): Promise<string> {
        const seen = await ownEvaluation(this.database, principal, id);
        demandAction(principal, seen, 'revise');
        if (seen.purpose === 'calibration') {
            throw conflict('blind-evaluation');
        }
        const revisionId = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await demandNoDispute(transaction, id);
            await claimEvaluation(transaction, seen); // another correction may have replaced it meanwhile
            const filled = await this.forms.copy(transaction, seen.filled_form_id, { authorId: principal.personId });
            await transaction.insertInto('quality.evaluation').values({
                id: revisionId, interaction_id: seen.interaction_id, filled_form_id: filled.id, form_id: seen.form_id, form_version_id: seen.form_version_id, evaluator_id: principal.personId, agent_id: seen.agent_id, team_id: seen.team_id,
                state: 'revision-draft', purpose: 'monitoring', session_id: null, revision: seen.revision + 1, revises: id, reason, listened: JSON.stringify(seen.listened), listened_share: seen.listened_share,
                percent: seen.percent, auto_fail: seen.auto_fail, critical_errors: seen.critical_errors, approved_by: null
            }).execute();
            recordEvaluation(log, 'evaluation.revision-begun', { ...seen, id: revisionId }, { revises: id, revision: seen.revision + 1 });
        });
        return revisionId;
    }

    /** The percentage below which no correction of it, or this correction itself, may go; null without such a bound. */
    async notBelow(seen: Pick<EvaluationFound, 'id' | 'state' | 'revises'>): Promise<number | null> {
        const corrected = seen.state === 'submitted' ? seen.id : seen.state === 'revision-draft' || seen.state === 'revision-pending' ? seen.revises : null;
        return corrected === null ? null : this.releases.floorOf(this.database.read<QualityTables>(), corrected);
    }

    /**
     * Decides on a correction: approved it replaces the earlier revision, rejected it goes back to its author with a reason.
     * @throws CONFLICT `dispute-open` while the agent's dispute is not over, `lower-on-appeal` where the policy forbids it.
     */
    async decide(principal: Caller, action: 'approve' | 'reject', id: string, version: number, reason?: string): Promise<void> {
        const seen = orNotFound(await visibleEvaluations(this.database.read<QualityTables>(), principal, 'evaluation:approve').where('evaluation.id', '=', id).executeTakeFirst());
        if (seen.evaluator_id === principal.personId) {
            throw conflict('own-correction');
        }
        demandAction(principal, seen, action);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (action === 'approve') {
                await demandNoDispute(transaction, seen.revises!);
            }
            await claimEvaluation(transaction, seen);
            if (seen.version !== version) {
                throw conflict('changed-meanwhile', { version: seen.version });
            }
            let released = false;
            if (action === 'approve') {
                demandNotLower(await this.releases.floorOf(transaction, seen.revises!), seen.percent);
                await transaction.updateTable('quality.evaluation').set({ state: 'superseded', changed_at: new Date() }).where('id', '=', seen.revises).execute();
                await transaction.updateTable('quality.evaluation').set({ state: 'submitted', approved_by: principal.personId, changed_at: new Date() }).where('id', '=', id).execute();
                released = await this.releases.corrected(transaction, log, seen.revises!, seen);
            } else {
                const again = await this.forms.copy(transaction, seen.filled_form_id, { authorId: seen.evaluator_id }); // what was submitted stays as it was
                await transaction.updateTable('quality.evaluation').set({ state: 'revision-draft', filled_form_id: again.id, submitted_at: null, returned_reason: reason ?? null, changed_at: new Date() }).where('id', '=', id).execute();
            }
            log.notify(seen.evaluator_id, `evaluation.correction-${action === 'approve' ? 'approved' : 'rejected'}`, { evaluation: id, ...(reason ? { reason } : {}) }, linkTo('quality', 'evaluations', id));
            recordEvaluation(log, `evaluation.correction-${action === 'approve' ? 'approved' : 'rejected'}`, seen, { revises: seen.revises }, action === 'approve', released);
        });
    }
}
