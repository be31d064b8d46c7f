import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DomainEvent } from '../../common/events/domain-event';
import type { Job } from '../../common/house-contract';
import { AccountService } from '../people/account-service';
import { allowed, openTestHouse, type TestHouse, type TestPerson } from '../people/test-house';
import { EventHub } from '../events/event-hub';
import { type JobContribution, JobProblem } from './job-contribution';
import { JobQueue } from './job-queue';
import { JobRunner } from './job-runner';
import { JobService, queueOfKind } from './job-service';

let house: TestHouse;
let admin: TestPerson;
let hub: EventHub;
const events: DomainEvent[] = [];

const counting: JobContribution = {
    kind: 'counting',
    run: async ({ to }, job) => {
        for (let done = 1; done <= Number(to); done++) {
            job.progress(done / Number(to), `${done}`);
            await pause(20);
        }
        return { counted: to, by: job.principal.login };
    }
};
const troubled: JobContribution = {
    kind: 'troubled',
    run: async ({ known }) => {
        throw known ? new JobProblem('file-unreadable', { line: 3 }) : new Error('a password in a message');
    }
};
const tries: string[] = [];
const waiting: JobContribution = {
    kind: 'waiting', concurrency: 2,
    run: async (_input, job) => {
        tries.push(job.id);
        job.progress(null, 'waiting');
        await pause(30_000, undefined, { signal: job.signal });
        return {};
    }
};
const contributions = { getContributions: () => [counting, troubled, waiting] };

/** A back end of its own, as far as jobs are concerned. */
async function backEnd() {
    const queue = new JobQueue(house.connection);
    const runner = new JobRunner(house.database, queue, house.sessions, contributions);
    await queue.run();
    return { queue, runner, jobs: new JobService(house.database, queue, contributions), stop: async () => { await runner.stop(); await queue.stop(); } };
}
let first: Awaited<ReturnType<typeof backEnd>>;

beforeAll(async () => {
    house = await openTestHouse();
    admin = await house.person('admin', { roles: ['administrator'] });
    hub = new EventHub(house.connection);
    await hub.start();
    hub.listen(event => events.push(event));
    first = await backEnd();
    await first.runner.run();
});
afterAll(async () => {
    await first.stop();
    await hub.stop();
    await house.close();
});

const until = (id: string, ready: (job: Job) => boolean, ms = 15_000): Promise<Job> => vi.waitFor(async () => {
    const job = await first.jobs.get(admin, id);
    if (!ready(job)) {
        throw new Error(`Job is ${JSON.stringify(job)}`);
    }
    return job;
}, { timeout: ms, interval: 50 });

describe('a job', () => {
    it('runs soon, with progress, the rights of its owner and a result', async () => {
        const started = Date.now();
        const job = await first.jobs.start(admin, 'counting', 'Count to 100', { to: 100 });
        expect(job).toMatchObject({ state: 'waiting', progress: null, personId: admin.personId, title: 'Count to 100' });
        await until(job.id, each => each.state === 'running', 1900);
        expect(Date.now() - started).toBeLessThan(20_000);
        const half = await until(job.id, each => (each.progress ?? 0) > 0.2);
        expect(Number(half.message)).toBeGreaterThan(20);
        const done = await until(job.id, each => each.state === 'done');
        expect(done).toMatchObject({ progress: 1, result: { counted: 100, by: 'admin' }, problem: null, message: expect.stringMatching(/^\d+$/) });
        expect(done.finishedAt).not.toBeNull();
        const told = events.filter(each => each.entityId === job.id);
        const progressed = told.filter(each => each.type === 'job.progressed').length;
        expect(progressed).toBeGreaterThanOrEqual(3);
        expect(progressed).toBeLessThan(10);
        expect(told.filter(each => each.type === 'job.changed').map(each => each.detail?.state)).toEqual(['waiting', 'running', 'done']);
    });

    it('does not exist when the transaction that started it fails', async () => {
        let id = '';
        await expect(house.database.write(admin, async (transaction, log) => {
            id = (await first.jobs.startInTransaction(transaction, log, admin, 'counting', 'Never', { to: 1 })).id;
            throw new Error('changed my mind');
        })).rejects.toThrow('changed my mind');
        await expect(first.jobs.get(admin, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        const { rows } = await sql<{ count: number }>`select count(*) from pgboss.job where data->>'jobId' = ${id}`.execute(house.database.read());
        expect(rows[0]!.count).toBe(0);
    });

    it('says by a code why it failed, and keeps what is unexpected for the log', async () => {
        const log = vi.spyOn(console, 'error').mockImplementation(() => { });
        const known = await first.jobs.start(admin, 'troubled', 'Known', { known: true });
        expect(await until(known.id, each => each.state === 'failed')).toMatchObject({ problem: { code: 'file-unreadable', detail: { line: 3 } }, result: null });
        expect(log).not.toHaveBeenCalled();
        const unknown = await first.jobs.start(admin, 'troubled', 'Unknown', {});
        const failed = await until(unknown.id, each => each.state === 'failed');
        expect(failed.problem).toEqual({ code: 'unexpected', detail: {} });
        expect(log).toHaveBeenCalledOnce();
        log.mockRestore();
        const told = await house.database.read().selectFrom('core.notification').select(['kind', 'detail', 'link']).where('person_id', '=', admin.personId).orderBy('id').execute();
        expect(told).toEqual([
            { kind: 'job.failed', detail: { title: 'Known', kind: 'troubled', code: 'file-unreadable' }, link: `earshot:/core/jobs/${known.id}` },
            { kind: 'job.failed', detail: { title: 'Unknown', kind: 'troubled', code: 'unexpected' }, link: `earshot:/core/jobs/${unknown.id}` }
        ]);
    });

    it('of no known kind is a mistake of ours', async () => {
        await expect(first.jobs.start(admin, 'unheard-of', 'x', {})).rejects.toThrow('unheard-of');
    });

    it('of somebody who was deactivated meanwhile does not run', async () => {
        const person = await house.person('gone', { roles: ['qa-lead'] });
        await first.queue.rest([queueOfKind('counting')]);
        const job = await first.jobs.start(person, 'counting', 'Mine', { to: 1 });
        await new AccountService(house.database, house.sessions, { getContributions: () => [] }).deactivate(admin, { id: person.personId, version: 1, successorId: null });
        const second = await backEnd();
        await second.runner.run();
        expect(await until(job.id, each => each.state === 'failed')).toMatchObject({ problem: { code: 'owner-inactive' } });
        await second.stop();
        await first.runner.run();
    });
});

describe('cancelling', () => {
    it('stops a running job', async () => {
        const job = await first.jobs.start(admin, 'waiting', 'Wait', {});
        await until(job.id, each => each.message === 'waiting');
        expect(await first.jobs.cancel(admin, job.id)).toMatchObject({ state: 'running' });
        const ended = await until(job.id, each => each.state === 'cancelled', 4000);
        expect(ended).toMatchObject({ problem: null, result: null });
        await expect(first.jobs.cancel(admin, job.id)).rejects.toMatchObject({ code: 'CONFLICT', data: { reason: 'job-finished' } });
    });

    it('takes a waiting job out of the queue at once', async () => {
        await first.queue.rest([queueOfKind('counting')]);
        const job = await first.jobs.start(admin, 'counting', 'Never begun', { to: 1 });
        expect(await first.jobs.cancel(admin, job.id)).toMatchObject({ state: 'cancelled' });
        const second = await backEnd();
        await second.runner.run();
        const other = await first.jobs.start(admin, 'counting', 'After it', { to: 1 });
        await until(other.id, each => each.state === 'done');
        expect(await first.jobs.get(admin, job.id)).toMatchObject({ state: 'cancelled', result: null });
        await second.stop();
        await first.runner.run();
    });

    it('and reading keep to the scope of the caller', async () => {
        const [lead, other] = [await house.person('lead', { roles: ['qa-lead'] }), await house.person('other', { roles: ['qa-lead'] })];
        const job = await first.jobs.start(lead, 'waiting', 'Lead’s', {});
        await expect(first.jobs.get(other, job.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(first.jobs.cancel(other, job.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await first.jobs.list(other, { limit: 10 })).rows).toEqual([]);
        expect((await first.jobs.list(lead, { limit: 10 })).rows.map(each => each.id)).toEqual([job.id]);
        await expect(first.jobs.cancel(allowed(lead, { 'job:read': 'own' }), job.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        await first.jobs.cancel(lead, job.id);
        await until(job.id, each => each.state === 'cancelled');
        const { rows: [newest], next } = await first.jobs.list(admin, { limit: 1 });
        expect(newest!.id).toBe(job.id);
        expect((await first.jobs.list(admin, { limit: 1, after: next })).rows[0]!.id < job.id).toBe(true);
        await expect(first.jobs.list(admin, { limit: 1, after: 'later' })).rejects.toMatchObject({ code: 'INVALID' });
        expect((await first.jobs.list(admin, { limit: 50, state: 'cancelled' })).rows.every(each => each.state === 'cancelled')).toBe(true);
    });
});

describe('a back end that ends', () => {
    it('in good order gives its jobs back, and they begin anew', async () => {
        const second = await backEnd();
        await first.queue.rest([queueOfKind('waiting')]);
        await second.runner.run();
        const job = await first.jobs.start(admin, 'waiting', 'Interrupted', {});
        await until(job.id, each => each.state === 'running');
        await second.stop();
        expect(await first.jobs.get(admin, job.id)).toMatchObject({ state: 'waiting', progress: null, message: null });
        await first.runner.run();
        await until(job.id, each => each.state === 'running');
        await vi.waitFor(() => expect(tries.filter(each => each === job.id)).toHaveLength(2), { timeout: 15_000 });
        await first.jobs.cancel(admin, job.id);
        await until(job.id, each => each.state === 'cancelled');
    });

    it('gives back what it had taken and not yet begun, too', async () => {
        const second = await backEnd();
        await first.queue.rest([queueOfKind('waiting')]);
        let letGo = (): void => undefined;
        const held = new Promise<void>(resolve => { letGo = resolve; });
        const principalOf = house.sessions.principalOfPerson.bind(house.sessions);
        const looking = vi.spyOn(house.sessions, 'principalOfPerson').mockImplementation(async (...args) => {
            await held;
            return principalOf(...args);
        });
        await second.runner.run();
        const job = await first.jobs.start(admin, 'waiting', 'Taken', {});
        await vi.waitFor(() => expect(looking).toHaveBeenCalled(), { timeout: 15_000 });
        const stopped = second.runner.stop();
        letGo();
        await stopped;
        looking.mockRestore();
        expect(await first.jobs.get(admin, job.id)).toMatchObject({ state: 'waiting' });
        await second.queue.stop();
        await first.jobs.cancel(admin, job.id);
        await first.runner.run();
        await until(job.id, each => each.state === 'cancelled');
    });

    it('without a word has its jobs taken over', async () => {
        const second = await backEnd();
        await first.queue.rest([queueOfKind('waiting')]);
        await second.runner.run();
        const job = await first.jobs.start(admin, 'waiting', 'Taken over', {});
        await until(job.id, each => each.state === 'running');
        const quiet = vi.spyOn(console, 'error').mockImplementation(() => { });
        await dieSilently(second.queue);
        await first.runner.run();
        await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where data->>'jobId' = ${job.id} and state = 'active'`.execute(house.database.read());
        await vi.waitFor(() => expect(tries.filter(each => each === job.id)).toHaveLength(2), { timeout: 40_000, interval: 200 });
        await first.jobs.cancel(admin, job.id);
        await until(job.id, each => each.state === 'cancelled');
        await second.queue.stop().catch(() => { });
        quiet.mockRestore();
    }, 60_000);

    it('again and again over the same job fails the job', async () => {
        await first.queue.rest([queueOfKind('counting')]);
        const job = await first.jobs.start(admin, 'counting', 'Poison', { to: 1 });
        await sql`update pgboss.job set state = 'retry', started_on = now(), retry_count = 2 where data->>'jobId' = ${job.id}`.execute(house.database.read());
        await first.runner.run();
        expect(await until(job.id, each => each.state === 'failed')).toMatchObject({ problem: { code: 'interrupted', detail: { tries: 3 } } });
    });
});

/** Cuts a queue's own connections: what it held stays taken, and nobody gives a sign of life for it any more. */
async function dieSilently(queue: JobQueue): Promise<void> {
    const { boss } = queue as unknown as { boss: { getDb(): { pool: { end(): Promise<void> } } } };
    await boss.getDb().pool.end();
}
