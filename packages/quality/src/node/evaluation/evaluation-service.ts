import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { publishedFormFor } from '@earshot/assessment/lib/node/form/published-form';
import type { FormScore } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { evaluationTransition } from '../../common/evaluation/evaluation-state';
import { joinRanges, listenedShare, type Range } from '../../common/evaluation/listening';
import { demandNoDispute, demandNotLower } from '../feedback/correction-rules';
import { ReleaseService } from '../feedback/release-service';
import { visibleInteractions } from '../interaction/interaction-query';
import type { QualityTables } from '../quality-tables';
import { keepFigures } from '../report/result-figures';
import { markScored } from '../sampling/scored-items';
import { claimEvaluation, demandAction, ownEvaluation, recordEvaluation } from './evaluation-steps';

type Caller = Principal & { readonly personId: string };
type Writing = Transaction<CoreTables & QualityTables>;
/** PostgreSQL: there is a row of this kind already. */
const uniqueViolation = '23505';
export interface Content extends FilledContent { readonly id: string; readonly version: number }

/** What happens to an evaluation, from the first answer to its submission. What follows stands in `CorrectionService`, reading in `EvaluationReader`. */
@injectable()
export class EvaluationService {
    constructor(@inject(Database) private readonly database: Database, @inject(FilledFormService) private readonly forms: FilledFormService, @inject(ReleaseService) private readonly releases: ReleaseService) { }

    /** Begins, or finds again, the caller's draft about a call. @returns the evaluation's id. @throws NOT_FOUND; CONFLICT 'own-call', 'form-rates-otherwise' */
    async begin(principal: Caller, interactionId: string, formId: string): Promise<string> {
        const interaction = orNotFound(await visibleInteractions(this.database.read<QualityTables>(), principal).where('interaction.id', '=', interactionId).executeTakeFirst());
        if (interaction.agent_id === principal.personId) {
            throw conflict('own-call');
        }
        const formVersionId = await publishedFormFor(this.database.read<QualityTables>(), formId, 'interaction');
        return this.once(
            () => this.database.read<QualityTables>().selectFrom('quality.evaluation').select('id').where('interaction_id', '=', interactionId).where('form_id', '=', formId)
                .where('evaluator_id', '=', principal.personId).where('purpose', '=', 'monitoring').where('state', 'in', ['draft', 'submitted']).orderBy('id', 'desc').executeTakeFirst(),
            () => this.open(principal, { interactionId, formId, formVersionId: orNotFound(formVersionId), agentId: interaction.agent_id, teamId: interaction.team_id, sessionId: null })
        );
    }

    /** What is there already or, where nothing is, what is made now. Two tabs that begin at the same moment are led to the same. */
    async once(find: () => Promise<{ readonly id: string } | undefined>, make: () => Promise<string>): Promise<string> {
        const found = await find();
        if (found) {
            return found.id;
        }
        try {
            return await make();
        } catch (error) {
            const meanwhile = (error as { readonly code?: unknown }).code === uniqueViolation ? await find() : undefined;
            if (meanwhile) {
                return meanwhile.id;
            }
            throw error;
        }
    }

    /** Makes a draft; used for monitoring, with a session for a blind evaluation, and for a second scoring. */
    async open(principal: Caller, about: { interactionId: string; formId: string; formVersionId: string; agentId: string | null; teamId: string | null; sessionId: string | null; purpose?: 'agreement' }): Promise<string> {
        const id = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const filled = await this.forms.open(transaction, { formVersionId: about.formVersionId, rates: 'interaction', subject: linkTo('quality', 'interactions', about.interactionId), authorId: principal.personId });
            await transaction.insertInto('quality.evaluation').values({
                id, interaction_id: about.interactionId, filled_form_id: filled.id, form_id: about.formId, form_version_id: about.formVersionId, evaluator_id: principal.personId, agent_id: about.agentId, team_id: about.teamId,
                state: 'draft', purpose: about.purpose ?? (about.sessionId ? 'calibration' : 'monitoring'), session_id: about.sessionId, revises: null, reason: null, listened: '[]', percent: null, approved_by: null
            }).execute();
            recordEvaluation(log, 'evaluation.begun', { id, evaluator_id: principal.personId, agent_id: about.agentId, team_id: about.teamId, session_id: about.sessionId });
        });
        return id;
    }

    /** Saves the draft whole. @throws CONFLICT `changed-meanwhile` when another tab has saved since, INVALID for answers that do not fit. */
    async save(principal: Caller, content: Content): Promise<{ version: number; savedAt: string; score: Record<string, unknown> }> {
        const seen = await ownEvaluation(this.database, principal, content.id);
        demandAction(principal, seen, 'edit');
        return this.database.write<{ version: number; savedAt: string; score: Record<string, unknown> }, QualityTables>(principal, async (transaction, log) => {
            await claimEvaluation(transaction, seen);
            await this.demandOpenSession(transaction, seen.session_id);
            const { version, changedAt, score } = await this.forms.save(transaction, seen.filled_form_id, content.version, content);
            await this.keepScore(transaction, content.id, score);
            recordEvaluation(log, 'evaluation.saved', seen);
            return { version, savedAt: changedAt, score: { ...score } };
        });
    }

    /** Submits; a second submission of the same content is answered like the first. @throws for a correction CONFLICT `dispute-open`, `lower-on-appeal` */
    async submit(principal: Caller, content: Content): Promise<void> {
        const seen = await ownEvaluation(this.database, principal, content.id);
        const again = seen.state === 'submitted' || seen.state === 'revision-pending';
        if (!again) {
            demandAction(principal, seen, 'submit');
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (!again && seen.revises) {
                await demandNoDispute(transaction, seen.revises);
            }
            await claimEvaluation(transaction, seen);
            if (!again) {
                await this.demandOpenSession(transaction, seen.session_id);
            }
            const { score } = await this.forms.submit(transaction, seen.filled_form_id, content.version, content);
            if (again) {
                log.audit('evaluation.submitted-again', 'evaluations', content.id); // the same content: its answer was lost on the way
                return;
            }
            if (seen.revises) {
                demandNotLower(await this.releases.floorOf(transaction, seen.revises), score.percent);
            }
            await this.keepScore(transaction, content.id, score);
            await keepFigures(transaction, content.id, score);
            await transaction.updateTable('quality.evaluation').set({ state: evaluationTransition(seen.state, 'submit')!.next!, submitted_at: new Date() }).where('id', '=', content.id).execute();
            await markScored(transaction, log, seen);
            const released = seen.state === 'draft' && seen.purpose === 'monitoring' && await this.releases.submitted(transaction, log, seen);
            recordEvaluation(log, 'evaluation.submitted', seen, { revision: seen.revision }, seen.state === 'draft' && seen.purpose !== 'agreement', released);
            if (seen.state === 'revision-draft') {
                log.event({ type: 'evaluation.changed', entityId: seen.id }, { permission: 'evaluation:approve', teamId: seen.team_id });
            }
        });
    }

    async discard(principal: Caller, id: string): Promise<void> {
        const seen = await ownEvaluation(this.database, principal, id);
        demandAction(principal, seen, 'discard');
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.deleteFrom('quality.evaluation').where('id', '=', id).where('state', '=', seen.state).returning('id').executeTakeFirst());
            await this.forms.discard(transaction, seen.filled_form_id);
            recordEvaluation(log, 'evaluation.discarded', seen);
        });
    }

    /** Adds what was played. Counts what was heard at least once, never twice, and only up to the submission: what is heard later had no part in the rating. */
    async listened(principal: Caller, id: string, ranges: readonly Range[]): Promise<number> {
        const seen = await ownEvaluation(this.database, principal, id);
        return this.database.write<number, QualityTables>(principal, async (transaction, log) => {
            const { listened, listened_share: before, state, duration_ms: durationMs } = await transaction.selectFrom('quality.evaluation as evaluation').innerJoin('quality.interaction as interaction', 'interaction.id', 'evaluation.interaction_id')
                .leftJoin('media.recording as recording', 'recording.id', 'interaction.recording_id').where('evaluation.id', '=', id).select(['evaluation.listened', 'evaluation.listened_share', 'evaluation.state', 'recording.duration_ms']).forUpdate('evaluation').executeTakeFirstOrThrow();
            const joined = joinRanges([...listened, ...ranges], durationMs ?? 0);
            const share = listenedShare(joined, durationMs ?? 0);
            log.audit('recording.listened', 'interactions', seen.interaction_id, { evaluation: id, milliseconds: ranges.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0) });
            if (state !== 'draft' && state !== 'revision-draft') {
                return before;
            }
            await transaction.updateTable('quality.evaluation').set({ listened: JSON.stringify(joined), listened_share: share }).where('id', '=', id).execute();
            return share;
        });
    }

    /** Blind evaluations end with their session: what others have said is known from then on. The session cannot close before the transaction ends. */
    private async demandOpenSession(transaction: Writing, sessionId: string | null): Promise<void> {
        if (sessionId) {
            const session = await transaction.selectFrom('quality.calibration').select('state').where('id', '=', sessionId).forShare().executeTakeFirst();
            if (session?.state !== 'open') {
                throw conflict('session-closed');
            }
        }
    }

    private async keepScore(transaction: Writing, id: string, score: FormScore): Promise<void> {
        await transaction.updateTable('quality.evaluation').set({
            percent: score.percent, auto_fail: score.autoFail, critical_errors: Object.values(score.criticalErrors).reduce((sum, each) => sum + each.failed, 0), changed_at: new Date()
        }).where('id', '=', id).execute();
    }
}
