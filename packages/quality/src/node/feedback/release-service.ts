import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type ChangeLog } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely, Transaction } from 'kysely';
import { deadline, type WorkCalendar } from '../../common/feedback/business-days';
import type { FeedbackPolicy } from '../../common/feedback/feedback-policy';
import type { QualityTables } from '../quality-tables';
import { appealFloor } from './correction-rules';
import { FeedbackPolicies } from './feedback-policies';

type Writing = Transaction<CoreTables & QualityTables>;
export interface ReleasedEvaluation { readonly id: string; readonly form_id: string; readonly evaluator_id: string; readonly agent_id: string | null; readonly team_id: string | null; readonly call_id: string }
/** What says until when results can be disputed. */
export interface ReleaseRules { readonly policyOf: (formId: string) => FeedbackPolicy; readonly calendar: WorkCalendar }

/** Lets agents see their results. Until then a result is not there for its agent: not in lists, figures, counts or events. */
@injectable()
export class ReleaseService {
    constructor(@inject(FeedbackPolicies) private readonly policies: FeedbackPolicies) { }

    /** A result is there: released at once, or held until its time. @returns whether the agent sees it now. */
    async submitted(transaction: Writing, log: ChangeLog, evaluation: ReleasedEvaluation): Promise<boolean> {
        await transaction.insertInto('quality.feedback').values({ evaluation_id: evaluation.id, state: 'held', released_by: null, comment: null, first_answered_by: null }).execute();
        const { release } = await this.policies.of(transaction, evaluation.form_id);
        if (release === 'at-once') {
            await this.release(transaction, log, evaluation, null);
        }
        return release === 'at-once';
    }

    /** For several releases in one transaction. */
    async rules(transaction: Writing): Promise<ReleaseRules> {
        const [policyOf, calendar] = await Promise.all([this.policies.every(transaction), this.policies.calendar(transaction)]);
        return { policyOf, calendar };
    }

    /**
     * @param by who let it go; null for the policy
     * @param rules as they were read in this transaction; read anew without
     */
    async release(transaction: Writing, log: ChangeLog, evaluation: ReleasedEvaluation, by: string | null, rules?: ReleaseRules): Promise<void> {
        const { policyOf, calendar } = rules ?? await this.rules(transaction);
        const now = new Date();
        await transaction.updateTable('quality.feedback').set(({ eb }) => ({ state: 'released', released_by: by, due_at: deadline(now, policyOf(evaluation.form_id).disputeDays, calendar), reminded_at: null, acknowledged_at: null, since: now, version: eb('version', '+', 1) }))
            .where('evaluation_id', '=', evaluation.id).execute();
        await transaction.updateTable('quality.evaluation').set({ released_at: now }).where('id', '=', evaluation.id).execute();
        log.audit('evaluation.released', 'evaluations', evaluation.id);
        if (evaluation.agent_id) {
            log.notify(evaluation.agent_id, 'evaluation.released', { title: evaluation.call_id }, linkTo('quality', 'evaluations', evaluation.id));
        }
        log.event({ type: 'evaluation.changed', entityId: evaluation.id }, { permission: 'evaluation:read', ownerId: evaluation.agent_id, teamId: evaluation.team_id, people: [evaluation.evaluator_id] });
    }

    /**
     * A correction counts from now on. Where the agent knew the earlier result, they are told of the new one and may respond to it
     * anew, also where a dispute about it was settled. @returns whether the agent sees it.
     */
    async corrected(transaction: Writing, log: ChangeLog, earlierId: string, evaluation: ReleasedEvaluation): Promise<boolean> {
        const { state } = await this.moveOn(transaction, earlierId, evaluation.id);
        if (state !== 'held') {
            await transaction.updateTable('quality.feedback').set(({ eb }) => ({ round: eb('round', '+', 1), settled_at: null, first_answered_by: null })).where('evaluation_id', '=', evaluation.id).execute();
            await this.release(transaction, log, evaluation, null);
        }
        return state !== 'held';
    }

    /** Below which percentage no correction of this result may go; null without such a bound. */
    async floorOf(database: Kysely<CoreTables & QualityTables>, evaluationId: string): Promise<number | null> {
        return appealFloor(database, await this.policies.every(database), evaluationId);
    }

    /** What became of an evaluation belongs to the revision that replaces it. */
    async moveOn(transaction: Writing, earlierId: string, laterId: string): Promise<{ readonly state: string }> {
        return transaction.updateTable('quality.feedback').set(({ eb }) => ({ evaluation_id: laterId, version: eb('version', '+', 1) })).where('evaluation_id', '=', earlierId).returning('state').executeTakeFirstOrThrow();
    }
}
