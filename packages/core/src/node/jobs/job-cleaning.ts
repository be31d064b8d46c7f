import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { Database } from '../storage/database';
import type { ScheduleContribution } from './schedules';

/** Removes jobs that finished 30 days ago. That they ran, and how they ended, stays in the audit log. */
@injectable()
export class JobCleaning implements ScheduleContribution {
    readonly name = 'job-cleaning';
    readonly when = { cron: '50 3 * * *' };

    constructor(@inject(Database) private readonly database: Database) { }

    async run(): Promise<void> {
        await sql`delete from core.job where finished_at < now() - interval '30 days'`.execute(this.database.read());
    }
}
