import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { requestOperations, reviewOperations } from '../../common/document/care-contract';
import { requestCommentOperations, versionCommentOperations } from '../../common/document/comment-contract';
import type { RequestComments } from './request-comments';
import type { RequestService } from './request-service';
import type { ReviewService } from './review-service';
import type { VersionComments } from './version-comments';

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

export function versionCommentRouter(comments: VersionComments) {
    const os = implementOperations(versionCommentOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => comments.list(caller(context), input.id)),
        add: os.add.handler(({ context, input }) => comments.add(caller(context), input)),
        resolve: os.resolve.handler(async ({ context, input }) => {
            await comments.resolve(caller(context), input.id, input.resolved);
            return { done: true as const };
        })
    });
}

export function requestCommentRouter(comments: RequestComments) {
    const os = implementOperations(requestCommentOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => comments.list(caller(context), input.id)),
        add: os.add.handler(({ context, input }) => comments.add(caller(context), input))
    });
}
