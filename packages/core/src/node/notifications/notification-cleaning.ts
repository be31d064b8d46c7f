import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { ScheduleContribution } from '../jobs/schedules';
import { Database } from '../storage/database';

/** Removes notifications that were read three months ago, and those that nobody read for a year. What happened stays in the audit log. */
@injectable()
export class NotificationCleaning implements ScheduleContribution {
    readonly name = 'notification-cleaning';
    readonly when = { cron: '40 3 * * *' };

    constructor(@inject(Database) private readonly database: Database) { }

    async run(): Promise<void> {
        await sql`delete from core.notification where read_at < now() - interval '90 days' or created_at < now() - interval '365 days'`.execute(this.database.read());
    }
}
