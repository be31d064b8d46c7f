import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { requestOperations, reviewOperations } from '../../common/document/care-contract';
import type { RequestService } from './request-service';
import type { ReviewService } from './review-service';

export function requestRouter(requests: RequestService) {
    const os = implementOperations(requestOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => requests.list(caller(context), input)),
        add: os.add.handler(({ context, input }) => requests.add(caller(context), input)),
        decide: os.decide.handler(({ context, input }) => requests.decide(caller(context), input))
    });
}

export function reviewRouter(reviews: ReviewService) {
    const os = implementOperations(reviewOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => reviews.list(caller(context), input)),
        add: os.add.handler(({ context, input }) => reviews.add(caller(context), input)),
        settle: os.settle.handler(({ context, input }) => reviews.settle(caller(context), input.id))
    });
}
