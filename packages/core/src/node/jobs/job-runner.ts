import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { type JobAction, stateAfter, statesBefore } from '../../common/jobs/job-states';
import { linkTo } from '../../common/linking/entity-link';
import { SessionService } from '../access/session-service';
import { systemPrincipal } from '../api/context';
import type { StartTask } from '../start/start-task';
import { Database } from '../storage/database';
import { announce } from './announce';
import { JobContribution, JobProblem } from './job-contribution';
import { JobQueue, type Message } from './job-queue';
import { type JobMessage, queueOfKind } from './job-service';
import { jobAudience, RunningJob, type StopReason } from './running-job';

/** A job whose process died is tried again, but not for ever: it may be what kills the process. */
const mostTries = 3;
const defaultHours = 12;
/** Less than the server has for stopping everything. What does not heed in time is taken over by the next process. */
const stopWaitMs = 2000;
/** Whoever started a job that ran at least this long is told that it is done. */
const tellAfterMs = 60_000;

const house = systemPrincipal('jobs');

interface Ending { readonly progress?: number; readonly result?: Record<string, unknown>; readonly problem?: { readonly code: string; readonly detail: Readonly<Record<string, unknown>> } }

/** Runs the jobs of all packages in this process, beside other processes that do the same. */
@injectable()
export class JobRunner implements StartTask {
    readonly order = 21;
    private readonly running = new Set<RunningJob>();
    private stopping = false;

    constructor(
        @inject(Database) private readonly database: Database,
        @inject(JobQueue) private readonly queue: JobQueue,
        @inject(SessionService) private readonly sessions: SessionService,
        @inject(ContributionProvider) @named(JobContribution) private readonly contributions: ContributionProvider<JobContribution>
    ) { }

    async run(): Promise<void> {
        this.stopping = false;
        for (const each of this.contributions.getContributions()) {
            const name = queueOfKind(each.kind);
            // One delivery more than tries: it only finds out that there have been too many.
            await this.queue.open(name, { retries: mostTries, limit: (each.hours ?? defaultHours) * 3600 });
            await this.queue.work<JobMessage>(name, each.concurrency ?? 1, message => this.take(each, message));
        }
    }

    /** Asks what runs to stop, and waits a little; it begins anew at the next start. */
    async stop(): Promise<void> {
        this.stopping = true;
        const resting = this.queue.rest(this.contributions.getContributions().map(each => queueOfKind(each.kind)));
        this.running.forEach(each => each.stop('stopping'));
        await Promise.race([resting, new Promise(resolve => { setTimeout(resolve, stopWaitMs).unref(); })]);
    }

    private async take(contribution: JobContribution, { data, delivery, signal }: Message<JobMessage>): Promise<void> {
        const { jobId, input } = data;
        if (delivery >= mostTries) {
            return this.end(jobId, 'fail', { problem: { code: 'interrupted', detail: { tries: mostTries } } });
        }
        const job = await this.database.read().updateTable('core.job').set({ state: stateAfter('claim') })
            .where('id', '=', jobId).where('state', 'in', statesBefore('claim')).returning(['person_id', 'cancel_requested']).executeTakeFirst();
        if (!job) {
            return;
        }
        if (job.cancel_requested) {
            return this.end(jobId, 'cancel', {});
        }
        const principal = job.person_id ? await this.sessions.principalOfPerson(job.person_id, 'session') : house;
        if (!principal) {
            return this.end(jobId, 'fail', { problem: { code: 'owner-inactive', detail: {} } });
        }
        await announce(this.database.read(), { type: 'job.changed', entityId: jobId, detail: { state: 'running' } }, jobAudience(job.person_id));
        const running = new RunningJob(this.database, jobId, principal);
        const lose = () => running.stop('lost');
        signal.addEventListener('abort', lose);
        this.running.add(running);
        if (this.stopping) {
            running.stop('stopping'); // it was taken, but not yet running, when all that ran were asked to stop
        }
        try {
            const outcome = await this.carryOut(contribution, input, running);
            await running.close();
            if (outcome === 'stopping') {
                await this.giveBack(contribution, data);
            } else if (outcome !== 'lost') {
                await this.end(jobId, ...outcome);
            }
        } finally {
            signal.removeEventListener('abort', lose);
            this.running.delete(running);
            await running.close();
        }
    }

    private async carryOut(contribution: JobContribution, input: JobMessage['input'], job: RunningJob): Promise<readonly [JobAction, Ending] | Exclude<StopReason, 'cancelled'>> {
        try {
            const result = await contribution.run(input, job);
            return job.stopReason === 'lost' ? 'lost' : ['finish', { progress: 1, result }];
        } catch (error) {
            if (job.stopReason) {
                return job.stopReason === 'cancelled' ? ['cancel', {}] : job.stopReason;
            }
            if (error instanceof JobProblem) {
                return ['fail', { problem: { code: error.code, detail: error.detail } }];
            }
            console.error(`Job ${job.id} (${contribution.kind}) failed unexpectedly:`, error);
            return ['fail', { problem: { code: 'unexpected', detail: {} } }];
        }
    }

    /** Being stopped is no fault of the job: it waits as if it were new, with all its tries. */
    private async giveBack(contribution: JobContribution, message: JobMessage): Promise<void> {
        await this.database.write(house, async (transaction, log) => {
            const row = await transaction.updateTable('core.job').set({ state: stateAfter('resume'), progress: null, message: null })
                .where('id', '=', message.jobId).where('state', 'in', statesBefore('resume')).returning('person_id').executeTakeFirst();
            if (row) {
                await this.queue.send(transaction, queueOfKind(contribution.kind), message);
                log.event({ type: 'job.changed', entityId: message.jobId, detail: { state: 'waiting' } }, jobAudience(row.person_id));
            }
            log.audit('job.given-back', 'jobs', message.jobId, { kind: contribution.kind });
        });
    }

    private async end(id: string, action: JobAction, { progress, result, problem }: Ending): Promise<void> {
        await this.database.write(house, async (transaction, log) => {
            const job = await transaction.updateTable('core.job').set({
                state: stateAfter(action), progress, result: result && JSON.stringify(result), problem: problem && JSON.stringify(problem), finished_at: new Date()
            }).where('id', '=', id).where('state', 'in', statesBefore(action)).returning(['kind', 'title', 'person_id', 'state', sql<Date>`created_at`.as('created_at')]).executeTakeFirst();
            log.audit(`job.${stateAfter(action)}`, 'jobs', id, { kind: job?.kind, code: problem?.code });
            if (job) {
                log.event({ type: 'job.changed', entityId: id, detail: { state: job.state } }, jobAudience(job.person_id));
                const tell = problem ? 'job.failed' : action === 'finish' && Date.now() - job.created_at.getTime() >= tellAfterMs ? 'job.done' : undefined;
                if (tell && job.person_id) {
                    log.notify(job.person_id, tell, { title: job.title, kind: job.kind, ...problem && { code: problem.code } }, linkTo('core', 'jobs', id));
                }
            }
        });
    }
}
