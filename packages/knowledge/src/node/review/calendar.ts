import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { inject, injectable } from '@theia/core/shared/inversify';
import { RevisionWorkflow } from '../article/revision-workflow';

/** Publishes what is scheduled and marks what is due for review, to the minute. */
@injectable()
export class KnowledgeCalendar implements ScheduleContribution {
    readonly name = 'knowledge-calendar';
    readonly when = { everySeconds: 60 };

    constructor(@inject(RevisionWorkflow) private readonly workflow: RevisionWorkflow) { }

    async run(): Promise<void> {
        await this.workflow.followCalendar(new Date());
    }
}
