import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { StartTask } from '../start/start-task';
import { Database } from '../storage/database';
import { JobQueue } from './job-queue';

/**
 * Contribution point: something to do again and again. However many back ends there are, it is done as often as with one.
 * Two runs may overlap when one takes longer than the time between; what throws is written to the server's log, and done again next time.
 */
export const ScheduleContribution = Symbol('ScheduleContribution');
export interface ScheduleContribution {
    /** `audit-sealing`; letters, digits and hyphens. */
    readonly name: string;
    readonly when: { readonly everySeconds: number } | { /** Minute, hour, day, month, weekday, in the server's time zone. */ readonly cron: string };
    run(): Promise<void>;
}

const prefix = 'schedule.';
const queueOf = ({ name }: ScheduleContribution): string => `${prefix}${name}`;
const longestSeconds = 6 * 3600;
/** Timers are never exact: a run counts as due a little before its time. */
const tolerance = 0.8;

/** Keeps the schedules of all packages. Those by the clock go through the job queue, so none is missed while the server is down. */
@injectable()
export class Schedules implements StartTask {
    readonly order = 90;
    private readonly timers: NodeJS.Timeout[] = [];
    private readonly underWay = new Map<string, Promise<void>>();

    constructor(
        @inject(Database) private readonly database: Database,
        @inject(JobQueue) private readonly queue: JobQueue,
        @inject(ContributionProvider) @named(ScheduleContribution) private readonly contributions: ContributionProvider<ScheduleContribution>
    ) { }

    async run(): Promise<void> {
        const byClock: string[] = [];
        for (const each of this.contributions.getContributions()) {
            if ('everySeconds' in each.when) {
                const { everySeconds } = each.when;
                this.timers.push(setInterval(() => this.tick(each, everySeconds), everySeconds * 1000));
                this.tick(each, everySeconds);
            } else {
                await this.queue.open(queueOf(each), { retries: 2, delay: 60, limit: longestSeconds });
                await this.queue.work(queueOf(each), 1, () => each.run());
                await this.queue.schedule(queueOf(each), each.when.cron);
                byClock.push(queueOf(each));
            }
        }
        await this.queue.unscheduleOthers(prefix, byClock);
    }

    async stop(): Promise<void> {
        this.timers.forEach(clearInterval);
        await Promise.all(this.underWay.values());
    }

    private tick(schedule: ScheduleContribution, everySeconds: number): void {
        if (!this.underWay.has(schedule.name)) {
            this.underWay.set(schedule.name, this.take(schedule, everySeconds).finally(() => this.underWay.delete(schedule.name)));
        }
    }

    private async take(schedule: ScheduleContribution, everySeconds: number): Promise<void> {
        try {
            const { rows } = await sql`insert into core.schedule (name, taken_at) values (${schedule.name}, now())
                on conflict (name) do update set taken_at = now() where schedule.taken_at <= now() - make_interval(secs => ${everySeconds * tolerance}) returning name`.execute(this.database.read());
            if (rows.length) {
                await schedule.run();
            }
        } catch (error) {
            console.error(`Schedule ${schedule.name}:`, error);
        }
    }
}
