import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AcknowledgementService } from './acknowledgement-service';
import { VersionWorkflow } from './version-workflow';

/** Versions take effect on their day, to the minute; whoever is late with reading is reminded. */
@injectable()
export class DocumentCalendar implements ScheduleContribution {
    readonly name = 'training-documents';
    readonly when = { everySeconds: 60 };

    constructor(@inject(VersionWorkflow) private readonly workflow: VersionWorkflow, @inject(AcknowledgementService) private readonly acknowledgements: AcknowledgementService) { }

    async run(now = new Date()): Promise<void> {
        await this.workflow.followCalendar(now);
        await this.acknowledgements.remindLate(now);
    }
}
