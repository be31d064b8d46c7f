import { caller } from '@earshot/core/lib/node/api/context';
import { implementOperations } from '@earshot/core/lib/node/api/implementation';
import { commentOperations } from '../../common/comment/comment-contract';
import type { CommentService } from './comment-service';

export function commentRouter(comments: CommentService) {
    const os = implementOperations(commentOperations);
    return os.router({
        list: os.list.handler(({ context, input }) => comments.list(caller(context), input.id)),
        add: os.add.handler(({ context, input }) => comments.add(caller(context), input)),
        resolve: os.resolve.handler(async ({ context, input }) => {
            await comments.resolve(caller(context), input.id, input.resolved);
            return { done: true as const };
        })
    });
}
