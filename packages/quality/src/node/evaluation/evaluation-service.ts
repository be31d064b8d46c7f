import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { publishedFormFor } from '@earshot/assessment/lib/node/form/published-form';
import type { FormScore } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { type EvaluationAction, evaluationTransition, possibleEvaluationActions } from '../../common/evaluation/evaluation-state';
import { joinRanges, listenedShare, type Range } from '../../common/evaluation/listening';
import { demandNoDispute, demandNotLower } from '../feedback/correction-rules';
import { ReleaseService } from '../feedback/release-service';
import { visibleInteractions } from '../interaction/interaction-query';
import type { QualityTables } from '../quality-tables';
import { keepFigures } from '../report/result-figures';
import { markScored } from '../sampling/scored-items';
import { type EvaluationFound, visibleEvaluations } from './evaluation-query';

type Caller = Principal & { readonly personId: string };
type Writing = Transaction<CoreTables & QualityTables>;
/** PostgreSQL: there is a row of this kind already. */
const uniqueViolation = '23505';
export interface Content extends FilledContent { readonly id: string; readonly version: number }

/** What happens to an evaluation, from the first answer to its corrections. Reading stands in `EvaluationReader`. */
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
            this.record(log, 'evaluation.begun', { id, evaluator_id: principal.personId, agent_id: about.agentId, team_id: about.teamId, session_id: about.sessionId });
        });
        return id;
    }

    /** Saves the draft whole. @throws CONFLICT `changed-meanwhile` when another tab has saved since, INVALID for answers that do not fit. */
    async save(principal: Caller, content: Content): Promise<{ version: number; savedAt: string; score: Record<string, unknown> }> {
        const seen = await this.own(principal, content.id);
        this.demand(principal, seen, 'edit');
        return this.database.write<{ version: number; savedAt: string; score: Record<string, unknown> }, QualityTables>(principal, async (transaction, log) => {
            await this.claim(transaction, seen);
            await this.demandOpenSession(transaction, seen.session_id);
            const { version, changedAt, score } = await this.forms.save(transaction, seen.filled_form_id, content.version, content);
            await this.keepScore(transaction, content.id, score);
            this.record(log, 'evaluation.saved', seen);
            return { version, savedAt: changedAt, score: { ...score } };
        });
    }

    /** Submits; a second submission of the same content is answered like the first. @throws for a correction CONFLICT `dispute-open`, `lower-on-appeal` */
    async submit(principal: Caller, content: Content): Promise<void> {
        const seen = await this.own(principal, content.id);
        const again = seen.state === 'submitted' || seen.state === 'revision-pending';
        if (!again) {
            this.demand(principal, seen, 'submit');
        }
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (!again && seen.revises) {
                await demandNoDispute(transaction, seen.revises);
            }
            await this.claim(transaction, seen);
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
            this.record(log, 'evaluation.submitted', seen, { revision: seen.revision }, seen.state === 'draft' && seen.purpose !== 'agreement', released);
            if (seen.state === 'revision-draft') {
                log.event({ type: 'evaluation.changed', entityId: seen.id }, { permission: 'evaluation:approve', teamId: seen.team_id });
            }
        });
    }

    async discard(principal: Caller, id: string): Promise<void> {
        const seen = await this.own(principal, id);
        this.demand(principal, seen, 'discard');
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            orNotFound(await transaction.deleteFrom('quality.evaluation').where('id', '=', id).where('state', '=', seen.state).returning('id').executeTakeFirst());
            await this.forms.discard(transaction, seen.filled_form_id);
            this.record(log, 'evaluation.discarded', seen);
        });
    }

    /** Adds what was played. Counts what was heard at least once, never twice, and only up to the submission: what is heard later had no part in the rating. */
    async listened(principal: Caller, id: string, ranges: readonly Range[]): Promise<number> {
        const seen = await this.own(principal, id);
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

    /** Begins a correction of what was submitted: a copy with the next revision number and a reason. @returns its id. */
    async revise(principal: Caller, id: string, reason: string): Promise<string> {
        const seen = await this.own(principal, id);
        this.demand(principal, seen, 'revise');
        if (seen.purpose === 'calibration') {
            throw conflict('blind-evaluation');
        }
        const revisionId = newId();
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            await demandNoDispute(transaction, id);
            await this.claim(transaction, seen); // another correction may have replaced it meanwhile
            const filled = await this.forms.copy(transaction, seen.filled_form_id, { authorId: principal.personId });
            await transaction.insertInto('quality.evaluation').values({
                id: revisionId, interaction_id: seen.interaction_id, filled_form_id: filled.id, form_id: seen.form_id, form_version_id: seen.form_version_id, evaluator_id: principal.personId, agent_id: seen.agent_id, team_id: seen.team_id,
                state: 'revision-draft', purpose: 'monitoring', session_id: null, revision: seen.revision + 1, revises: id, reason, listened: JSON.stringify(seen.listened), listened_share: seen.listened_share,
                percent: seen.percent, auto_fail: seen.auto_fail, critical_errors: seen.critical_errors, approved_by: null
            }).execute();
            this.record(log, 'evaluation.revision-begun', { ...seen, id: revisionId }, { revises: id, revision: seen.revision + 1 });
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
        this.demand(principal, seen, action);
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            if (action === 'approve') {
                await demandNoDispute(transaction, seen.revises!);
            }
            await this.claim(transaction, seen);
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
            this.record(log, `evaluation.correction-${action === 'approve' ? 'approved' : 'rejected'}`, seen, { revises: seen.revises }, action === 'approve', released);
        });
    }

    /** What the caller may do with it now. */
    actions(principal: Principal, seen: Pick<EvaluationFound, 'state' | 'evaluator_id' | 'agent_id' | 'purpose' | 'session_state'>): readonly EvaluationAction[] {
        const author = seen.evaluator_id === principal.personId && principal.permissions.has('evaluation:write');
        return possibleEvaluationActions(seen.state, { author, approver: principal.permissions.has('evaluation:approve') })
            .filter(each => each !== 'revise' || seen.purpose === 'monitoring')
            .filter(each => each === 'discard' || seen.agent_id !== principal.personId && (seen.session_state === null || seen.session_state === 'open'));
    }

    private async own(principal: Caller, id: string): Promise<EvaluationFound> {
        scopeOf(principal, 'evaluation:write');
        return orNotFound(await visibleEvaluations(this.database.read<QualityTables>(), principal).where('evaluation.id', '=', id).where('evaluation.evaluator_id', '=', principal.personId).executeTakeFirst());
    }

    private demand(principal: Principal, seen: EvaluationFound, action: EvaluationAction): void {
        if (!this.actions(principal, seen).includes(action)) {
            if (seen.agent_id === principal.personId) {
                throw conflict('own-call');
            }
            if (seen.session_state !== null && seen.session_state !== 'open') {
                throw conflict('session-closed');
            }
            throw evaluationTransition(seen.state, action) ? forbidden('evaluation:approve') : conflict('wrong-state', { state: seen.state });
        }
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

    /** Takes the row for this transaction, if it is still in the state that the caller saw. */
    private async claim(transaction: Writing, seen: EvaluationFound): Promise<void> {
        const row = orNotFound(await transaction.selectFrom('quality.evaluation').select(['state', 'filled_form_id']).where('id', '=', seen.id).forUpdate().executeTakeFirst());
        if (row.state !== seen.state || row.filled_form_id !== seen.filled_form_id) {
            throw conflict('changed-meanwhile', { state: row.state });
        }
    }

    private async keepScore(transaction: Writing, id: string, score: FormScore): Promise<void> {
        await transaction.updateTable('quality.evaluation').set({
            percent: score.percent, auto_fail: score.autoFail, critical_errors: Object.values(score.criticalErrors).reduce((sum, each) => sum + each.failed, 0), changed_at: new Date()
        }).where('id', '=', id).execute();
    }

    /**
     * @param inForce whether it counts from now on, for everybody who may see results; until then only its author hears of it.
     * @param released whether its agent may see it.
     */
    private record(
        log: ChangeLog, action: string, about: Pick<EvaluationFound, 'id' | 'evaluator_id' | 'agent_id' | 'team_id' | 'session_id'>, detail: Readonly<Record<string, unknown>> = {}, inForce = false, released = false
    ): void {
        log.audit(action, 'evaluations', about.id, detail);
        log.event({ type: 'evaluation.changed', entityId: about.id }, about.session_id || !inForce
            ? { people: [about.evaluator_id] }
            : { permission: 'evaluation:read', ownerId: released ? about.agent_id : about.evaluator_id, teamId: about.team_id, people: [about.evaluator_id] });
    }
}
