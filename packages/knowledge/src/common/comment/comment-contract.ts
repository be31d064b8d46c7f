import { done, id, operation, z } from '@earshot/core/lib/common/api/operation';
import { comment as said, newCommentFields } from '@earshot/writing/lib/common/comment/comment-contract';

export const comment = said.extend({ articleId: id, revisionNumber: z.number() });
export type Comment = z.infer<typeof comment>;

const route = (method: 'GET' | 'POST', path: `/${string}`, summary: string) => ({ method, path: `/knowledge${path}` as const, summary, tags: ['knowledge'] });

export const commentOperations = {
    list: operation('article:read').route(route('GET', '/articles/{id}/comments', 'Comments of those who write and approve an article')).input(z.object({ id })).output(z.array(comment)),
    add: operation('article:read').route(route('POST', '/revisions/{id}/comments', 'Comment on a revision, on a passage of it, or in answer to a comment')).input(z.object({ id, ...newCommentFields })).output(comment),
    resolve: operation('article:read').route(route('POST', '/comments/{id}/resolution', 'Mark a comment as settled, or as open again')).input(z.object({ id, resolved: z.boolean() })).output(done)
};
