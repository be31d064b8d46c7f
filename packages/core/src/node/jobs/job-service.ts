import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Job } from '../../common/house-contract';
import { isFinished, type JobState } from '../../common/jobs/job-states';
import { withinScope } from '../access/scope';
import { conflict, orNotFound } from '../api/failure';
import type { Principal } from '../api/context';
import type { CoreTables } from '../storage/core-tables';
import { type ChangeLog, Database } from '../storage/database';
import { newId } from '../storage/identifier';
import { idCursor } from './id-cursor';
import { JobContribution } from './job-contribution';
import { JobQueue } from './job-queue';
import { jobAudience } from './running-job';

/** What is sent to the queue of a job's kind. */
export interface JobMessage { readonly jobId: string; readonly input: Readonly<Record<string, unknown>> }
export const queueOfKind = (kind: string): string => `job.${kind}`;

const jobScope = { owners: ['job.person_id'], team: 'owner.team_id' } as const;

/** Starts long work, shows how far it is, and cancels it. */
@injectable()
export class JobService {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(JobQueue) private readonly queue: JobQueue,
        @inject(ContributionProvider) @named(JobContribution) private readonly contributions: ContributionProvider<JobContribution>
    ) { }

    /** Starts a job. @param title for people: the name of the file, of the form …; not translated. */
    async start(principal: Principal, kind: string, title: string, input: Readonly<Record<string, unknown>>): Promise<Job> {
        return this.database.write(principal, (transaction, log) => this.startInTransaction(transaction, log, principal, kind, title, input));
    }

    /** Starts a job if, and when, the transaction commits. @throws Error for a kind that no package contributes. */
    async startInTransaction<T>(change: Transaction<CoreTables & T>, log: ChangeLog, principal: Principal, kind: string, title: string, input: Readonly<Record<string, unknown>>): Promise<Job> {
        const transaction = change as unknown as Transaction<CoreTables>;
        if (!this.contributions.getContributions().some(each => each.kind === kind)) {
            throw new Error(`No package contributes jobs of kind '${kind}'.`);
        }
        const id = newId();
        await transaction.insertInto('core.job').values({ id, kind, title: title.slice(0, 200), person_id: principal.personId, state: 'waiting', progress: null, message: null }).execute();
        const message: JobMessage = { jobId: id, input };
        await this.queue.send(transaction, queueOfKind(kind), message);
        log.audit('job.started', 'jobs', id, { kind });
        log.event({ type: 'job.changed', entityId: id, detail: { state: 'waiting' } }, jobAudience(principal.personId));
        return jobById(transaction, id);
    }

    /** Jobs within the caller's scope, newest first. */
    async list(principal: Principal, query: { readonly after?: string; readonly limit: number; readonly state?: JobState }): Promise<{ rows: Job[]; next?: string }> {
        let select = jobRows(this.database.read()).where(withinScope(principal, 'job:read', jobScope));
        if (query.after) { select = select.where('job.id', '<', idCursor(query.after)); }
        if (query.state) { select = select.where('job.state', '=', query.state); }
        const found = await select.orderBy('job.id', 'desc').limit(query.limit + 1).execute();
        const rows = found.slice(0, query.limit).map(asJob);
        return found.length > query.limit ? { rows, next: rows[rows.length - 1]!.id } : { rows };
    }

    async get(principal: Principal, id: string): Promise<Job> {
        return asJob(orNotFound(await jobRows(this.database.read()).where('job.id', '=', id).where(withinScope(principal, 'job:read', jobScope)).executeTakeFirst()));
    }

    /** A waiting job is cancelled at once; a running one is asked to stop, wherever it runs, and is cancelled when it does. */
    async cancel(principal: Principal, id: string): Promise<Job> {
        return this.database.write(principal, async (transaction, log) => {
            const job = orNotFound(await transaction.selectFrom('core.job as job').leftJoin('core.person as owner', 'owner.id', 'job.person_id').select(['job.state', 'job.kind', 'job.person_id'])
                .where('job.id', '=', id).where(withinScope(principal, 'job:cancel', jobScope)).forUpdate('job').executeTakeFirst());
            if (isFinished(job.state)) {
                throw conflict('job-finished', { state: job.state });
            }
            const change = job.state === 'waiting' ? { state: 'cancelled' as const, finished_at: new Date() } : {};
            await transaction.updateTable('core.job').set({ cancel_requested: true, ...change }).where('id', '=', id).execute();
            log.audit('job.cancelled', 'jobs', id, { kind: job.kind, was: job.state });
            const after = await jobById(transaction, id);
            log.event({ type: 'job.changed', entityId: id, detail: { state: after.state } }, jobAudience(job.person_id));
            return after;
        });
    }
}

const jobRows = (database: Kysely<CoreTables>) => database.selectFrom('core.job as job').leftJoin('core.person as owner', 'owner.id', 'job.person_id')
    .select(['job.id', 'job.kind', 'job.title', 'job.person_id', 'job.state', 'job.progress', 'job.message', 'job.problem', 'job.result', sql<Date>`job.created_at`.as('created_at'), 'job.finished_at']);
type JobRow = Awaited<ReturnType<ReturnType<typeof jobRows>['executeTakeFirstOrThrow']>>;

export const jobById = async (database: Kysely<CoreTables>, id: string): Promise<Job> => asJob(await jobRows(database).where('job.id', '=', id).executeTakeFirstOrThrow());

const asJob = (row: JobRow): Job => ({
    id: row.id, kind: row.kind, title: row.title, personId: row.person_id, state: row.state, progress: row.progress, message: row.message,
    problem: row.problem, result: row.result, createdAt: row.created_at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null
});
