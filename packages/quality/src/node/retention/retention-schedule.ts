import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { inject, injectable } from '@theia/core/shared/inversify';
import { ContentDeletion } from './content-deletion';

/** Every night, before files that nothing refers to any more are swept away. */
@injectable()
export class RetentionSchedule implements ScheduleContribution {
    readonly name = 'retention';
    readonly when = { cron: '30 2 * * *' };

    constructor(@inject(ContentDeletion) private readonly deletion: ContentDeletion) { }

    async run(): Promise<void> {
        await this.deletion.deleteDue(new Date());
    }
}
