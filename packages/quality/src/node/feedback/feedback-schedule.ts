import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal, scopeOf, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { dayAt, deadline, latestRelease, momentOf } from '../../common/feedback/business-days';
import { answeringLevel } from '../../common/feedback/feedback-state';
import { visibleEvaluations } from '../evaluation/evaluation-query';
import type { QualityTables } from '../quality-tables';
import { answerersOf } from './feedback-people';
import { FeedbackPolicies } from './feedback-policies';
import { type FeedbackFound, visibleFeedback } from './feedback-query';
import { tell, type Writing } from './feedback-step';
import { ReleaseService } from './release-service';

type Change = (transaction: Writing, log: ChangeLog) => Promise<void>;
const house = systemPrincipal('feedback');
/** Results that one run looks at; what is left waits for the next. */
const batch = 500;

/** What happens to results by the clock: release at set times, reminders, and the end of the time in which an answer can be taken further. */
@injectable()
export class FeedbackSchedule implements ScheduleContribution {
    readonly name = 'quality-feedback';
    readonly when = { everySeconds: 300 };

    constructor(@inject(Database) private readonly database: Database, @inject(FeedbackPolicies) private readonly policies: FeedbackPolicies, @inject(ReleaseService) private readonly releases: ReleaseService) { }

    async run(now = new Date()): Promise<void> {
        await this.releaseDue(now);
        await this.expire(now);
        await this.remind(now);
    }

    /** Lets one result go by hand. @throws NOT_FOUND outside the caller's reach, CONFLICT `wrong-state` */
    async release(principal: Principal & { readonly personId: string }, id: string): Promise<void> {
        scopeOf(principal, 'feedback:release');
        const row = orNotFound(await visibleFeedback(this.database.read<QualityTables>(), principal).where('evaluation.id', '=', id).executeTakeFirst());
        orNotFound(await visibleEvaluations(this.database.read<QualityTables>(), principal, 'feedback:release').where('evaluation.id', '=', id).executeTakeFirst());
        if (row.agent_id === principal.personId) {
            throw conflict('own-call');
        }
        if (row.feedback !== 'held') {
            throw conflict('wrong-state', { state: row.feedback });
        }
        await this.change(principal, row, (transaction, log) => this.releases.release(transaction, log, row, principal.personId));
    }

    /**
     * Lets several results go by hand, in one transaction. What is not held any more, out of reach, or about the caller, stays as it is.
     * @returns how many agents' results that were
     */
    async releaseMany(principal: Principal & { readonly personId: string }, ids: readonly string[]): Promise<number> {
        const database = this.database.read<QualityTables>();
        const reach = visibleEvaluations(database, principal, 'feedback:release').where('evaluation.id', 'in', [...ids]).clearSelect().select('evaluation.id');
        const rows = await visibleFeedback(database, principal).where('evaluation.id', 'in', reach).where('feedback.state', '=', 'held').where('evaluation.state', '=', 'submitted').execute();
        const others = rows.filter(each => each.agent_id !== principal.personId);
        return others.length === 0 ? 0 : this.database.write<number, QualityTables>(principal, async (transaction, log) => {
            // in one order, so that two who release the same never wait for each other in a circle
            const held = await transaction.selectFrom('quality.feedback').select('evaluation_id').where('evaluation_id', 'in', others.map(each => each.id)).where('state', '=', 'held').orderBy('evaluation_id').forUpdate().execute();
            const released = others.filter(each => held.some(one => one.evaluation_id === each.id));
            const rules = await this.releases.rules(transaction);
            for (const each of released) {
                await this.releases.release(transaction, log, each, principal.personId, rules);
            }
            log.audit('feedback.released', 'feedback', principal.personId, { results: released.length });
            return released.length;
        });
    }

    /** @throws CONFLICT `wrong-state` where it is not any more what it was when it was found. */
    private async change(principal: Principal, row: FeedbackFound, change: Change): Promise<void> {
        await this.database.write<void, QualityTables>(principal, async (transaction, log) => {
            const found = await transaction.selectFrom('quality.feedback').select('state').where('evaluation_id', '=', row.id).forUpdate().executeTakeFirst();
            if (found?.state !== row.feedback) {
                throw conflict('wrong-state', { state: found?.state });
            }
            await change(transaction, log);
        });
    }

    /** What somebody has done to it a moment ago stands: then there is nothing to do. */
    private async changeByClock(row: FeedbackFound, change: Change): Promise<void> {
        await this.change(house, row, change).catch((error: unknown) => {
            if ((error as { readonly code?: unknown }).code !== 'CONFLICT') {
                throw error;
            }
        });
    }

    private async releaseDue(now: Date): Promise<void> {
        const database = this.database.read<QualityTables>();
        const [policyOf, { zone }] = await Promise.all([this.policies.every(database), this.policies.calendar(database)]);
        const forms = await database.selectFrom('quality.feedback as feedback').innerJoin('quality.evaluation as evaluation', 'evaluation.id', 'feedback.evaluation_id').where('feedback.state', '=', 'held').select('evaluation.form_id').distinct().execute();
        for (const { form_id: formId } of forms) { // form by form: those that wait for a review must not fill the batch of the others
            const { release, releaseTimes } = policyOf(formId);
            const latest = release === 'at-times' ? latestRelease(now, releaseTimes, zone) : release === 'at-once' ? now : undefined;
            const due = latest ? await visibleFeedback(database, house).where('feedback.state', '=', 'held').where('evaluation.state', '=', 'submitted').where('evaluation.form_id', '=', formId)
                .where('evaluation.submitted_at', '<=', latest).orderBy('evaluation.submitted_at').limit(batch).execute() : [];
            for (const row of due) {
                await this.changeByClock(row, (transaction, log) => this.releases.release(transaction, log, row, null));
            }
        }
    }

    /** What is not taken further stands; so does what was, when nobody is left who could answer it. */
    private async expire(now: Date): Promise<void> {
        const database = this.database.read<QualityTables>();
        const policyOf = await this.policies.every(database);
        // those that wait for somebody's answer must not fill the batch of the others
        const over = (await Promise.all((['answered', 'escalated'] as const).map(state => visibleFeedback(database, house).where('feedback.state', '=', state).where('feedback.due_at', '<', now).orderBy('feedback.due_at').limit(batch).execute()))).flat();
        for (const row of over) {
            const escalated = row.feedback === 'escalated';
            if (escalated && (await answerersOf(database, row, 2, policyOf(row.form_id), row.first_answered_by)).length > 0) {
                continue; // an answer that is late is still an answer
            }
            await this.changeByClock(row, async (transaction, log) => {
                if (escalated) {
                    log.notify(row.agent_id!, 'dispute.expired', { title: row.call_id }, linkTo('quality', 'evaluations', row.id));
                }
                await transaction.updateTable('quality.feedback').set(({ eb }) => ({ state: 'settled', settled_at: now, due_at: null, version: eb('version', '+', 1) })).where('evaluation_id', '=', row.id).execute();
                log.audit('dispute.expired', 'evaluations', row.id);
                tell(log, row);
            });
        }
    }

    /** A working day before the end, but not on the day on which the time began, and once more when an answer is overdue. */
    private async remind(now: Date): Promise<void> {
        const database = this.database.read<QualityTables>();
        const calendar = await this.policies.calendar(database);
        const soon = deadline(now, 1, calendar);
        const today = momentOf(dayAt(now, calendar.zone), 0, calendar.zone);
        const waiting = await visibleFeedback(database, house).where('feedback.state', 'in', ['released', 'disputed', 'answered', 'escalated']).where('feedback.due_at', '<=', soon)
            .where(({ or, and, eb, ref }) => or([
                and([eb('feedback.reminded_at', 'is', null), eb('feedback.due_at', '>', now), or([eb('feedback.since', 'is', null), eb('feedback.since', '<', today)])]),
                and([eb('feedback.due_at', '<=', now), eb('feedback.state', 'in', ['disputed', 'escalated']), or([eb('feedback.reminded_at', 'is', null), eb('feedback.reminded_at', '<', ref('feedback.due_at'))])])
            ])).limit(batch).execute();
        const policyOf = await this.policies.every(database);
        for (const row of waiting) {
            await this.changeByClock(row, async (transaction, log) => {
                await transaction.updateTable('quality.feedback').set({ reminded_at: now }).where('evaluation_id', '=', row.id).execute();
                const answering = answeringLevel(row.feedback);
                const whom = answering ? await answerersOf(transaction, row, answering, policyOf(row.form_id), row.first_answered_by) : row.agent_id ? [row.agent_id] : [];
                const overdue = row.due_at! <= now;
                whom.forEach(each => log.notify(each, answering ? overdue ? 'dispute.overdue' : 'dispute.due' : 'feedback.due', { title: row.call_id, agent: row.agent_name, dueAt: row.due_at!.toISOString() }, linkTo('quality', 'evaluations', row.id)));
                log.audit('feedback.reminded', 'evaluations', row.id, { state: row.feedback, people: whom.length });
            });
        }
    }
}
