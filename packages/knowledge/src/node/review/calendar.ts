import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AnnualReviewService } from '../annual-review/annual-review-service';
import { ReviewService } from './review-service';
import { RevisionWorkflow } from '../article/revision-workflow';

/** Publishes what is scheduled, marks what is due for review and reminds of what will be, to the minute. */
@injectable()
export class KnowledgeCalendar implements ScheduleContribution {
    readonly name = 'knowledge-calendar';
    readonly when = { everySeconds: 60 };

    constructor(@inject(RevisionWorkflow) private readonly workflow: RevisionWorkflow, @inject(ReviewService) private readonly reviews: ReviewService, @inject(AnnualReviewService) private readonly annual: AnnualReviewService) { }

    async run(): Promise<void> {
        await this.workflow.followCalendar(new Date());
        await this.reviews.remind(new Date());
        await this.annual.remind(new Date());
    }
}
