import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { reviewOperations } from '../../common/review/review-contract';
import type { ReviewService } from './review-service';

export function reviewRouter(reviews: ReviewService) {
    const os = implementOperations(reviewOperations);
    return os.router({
        queue: os.queue.handler(({ context, input }) => reviews.queue(caller(context), input)),
        count: os.count.handler(({ context, input }) => reviews.count(caller(context), input)),
        confirm: os.confirm.handler(({ context, input }) => reviews.confirm(caller(context), input.items)),
        takeBack: os.takeBack.handler(async ({ context, input }) => ({ takenBack: await reviews.takeBack(caller(context), input.revisionIds) })),
        handOver: os.handOver.handler(async ({ context, input }) => {
            await reviews.handOver(caller(context), input.articleIds, input.ownerId);
            return { done: true as const };
        })
    });
}
