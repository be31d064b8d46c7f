import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { type ConstructorOptions, fromKysely, PgBoss, type QueueOptions as BossQueueOptions } from 'pg-boss';
import type { StartTask } from '../start/start-task';
import type { CoreTables } from '../storage/core-tables';
import { applicationConnection, DatabaseConnection } from '../storage/database';

/** How a queue treats what is sent to it. Times in seconds. */
export interface QueueOptions {
    /** Deliveries after the first, of messages whose handler threw or whose process died. */
    readonly retries: number;
    /** Before a further delivery; 0 without it. With `longestDelay` it doubles each time, up to that. */
    readonly delay?: number;
    readonly longestDelay?: number;
    /** A handler that works longer than this is taken for stuck. */
    readonly limit: number;
}

export interface Message<D> {
    readonly data: D;
    /** 0 for the first delivery. */
    readonly delivery: number;
    /** Aborted when this process no longer holds the message. */
    readonly signal: AbortSignal;
}

/** A process that has given no sign of life for this long is taken for dead, and what it held is delivered again. */
const heartbeatSeconds = 30;
const superviseSeconds = 10;
/** New messages announce themselves; what is delivered again is found by looking. */
const lookSeconds = 5;
const keepFinishedSeconds = 24 * 3600;

/**
 * Durable queues in the database (pg-boss, in its own schema, owned by the application's role).
 * What is sent within a transaction is there after its commit, and only then. Every message is delivered at least once.
 */
@injectable()
export class JobQueue implements StartTask {
    readonly order = 20;
    private boss: PgBoss | undefined;

    constructor(@inject(DatabaseConnection) private readonly connection: DatabaseConnection) { }

    async run(): Promise<void> {
        const boss = new PgBoss({
            ...applicationConnection(this.connection) as ConstructorOptions, application_name: 'earshot jobs', max: 4, schema: 'pgboss',
            useListenNotify: true, superviseIntervalSeconds: superviseSeconds, monitorIntervalSeconds: superviseSeconds
        });
        // Without a listener an error of its own timers would end the process; it tries again by itself.
        boss.on('error', error => console.error('Job queue:', error.message));
        await boss.start();
        this.boss = boss;
    }

    /** Makes a queue, or brings it to these options. */
    async open(name: string, options: QueueOptions): Promise<void> {
        const queue: BossQueueOptions & { notify: boolean } = {
            retryLimit: options.retries, retryDelay: options.delay ?? 0, retryBackoff: options.longestDelay !== undefined,
            ...options.longestDelay !== undefined && { retryDelayMax: options.longestDelay },
            expireInSeconds: options.limit, heartbeatSeconds, deleteAfterSeconds: keepFinishedSeconds, notify: true
        };
        await this.started.createQueue(name, queue);
        await this.started.updateQueue(name, queue);
    }

    async send<T>(transaction: Transaction<CoreTables & T>, name: string, data: object): Promise<void> {
        await this.started.send(name, data, { db: fromKysely(transaction) });
    }

    /** Handles the messages of a queue, so many at a time in this process. A handler that throws has its message delivered again. */
    async work<D extends object>(name: string, concurrency: number, handle: (message: Message<D>) => Promise<void>): Promise<void> {
        const boss = this.started;
        const options = { includeMetadata: true, notifyPollingIntervalSeconds: lookSeconds } as const;
        for (let index = 0; index < concurrency; index++) {
            const worker = await boss.work<D, void, typeof options>(name, options, async ([job]) => {
                if (job) {
                    boss.notifyWorker(worker); // the next one may be waiting already
                    await handle({ data: job.data, delivery: job.retryCount, signal: job.signal });
                }
            });
        }
    }

    /** Takes no more messages from these queues; resolves when those in hand are finished. */
    async rest(names: readonly string[]): Promise<void> {
        await Promise.all(names.map(each => this.started.offWork(each, { wait: true })));
    }

    /** Sends a message by the clock: cron in the server's time zone. One that was due while nobody ran is sent once. */
    async schedule(name: string, cron: string): Promise<void> {
        await this.started.schedule(name, cron, null, { tz: Intl.DateTimeFormat().resolvedOptions().timeZone, missed: 'once' });
    }

    /** Removes the schedules below a prefix that nobody wants any more. */
    async unscheduleOthers(prefix: string, wanted: readonly string[]): Promise<void> {
        for (const { name } of await this.started.getSchedules()) {
            if (name.startsWith(prefix) && !wanted.includes(name)) {
                await this.started.unschedule(name);
            }
        }
    }

    async stop(): Promise<void> {
        await this.boss?.stop({ graceful: true, timeout: 1000 });
        this.boss = undefined;
    }

    private get started(): PgBoss {
        if (!this.boss) {
            throw new Error('The job queue has not been started.');
        }
        return this.boss;
    }
}
