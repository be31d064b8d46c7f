import { done, id, moment, operation, z } from '@earshot/core/lib/common/api/operation';

/** A passage, found again after edits by its words and what stood around them (W3C Web Annotation, TextQuoteSelector and TextPositionSelector). */
export const passage = z.object({ part: z.string().max(40), start: z.number().int().min(0), exact: z.string().min(1).max(2000), prefix: z.string().max(64), suffix: z.string().max(64) });

export const comment = z.object({
    id, articleId: id, revisionNumber: z.number(), parentId: id.nullable(), passage: passage.nullable(), text: z.string(), authorId: id, authorName: z.string(), createdAt: moment,
    resolvedAt: moment.nullable(), resolvedByName: z.string().nullable()
});
export type Comment = z.infer<typeof comment>;

const route = (method: 'GET' | 'POST', path: `/${string}`, summary: string) => ({ method, path: `/knowledge${path}` as const, summary, tags: ['knowledge'] });
const text = z.string().trim().min(1).max(5000);

export const commentOperations = {
    list: operation('article:read').route(route('GET', '/articles/{id}/comments', 'Comments of those who write and approve an article')).input(z.object({ id })).output(z.array(comment)),
    add: operation('article:read').route(route('POST', '/revisions/{id}/comments', 'Comment on a revision, on a passage of it, or in answer to a comment')).input(z.object({ id, text, passage: passage.nullable().default(null), parentId: id.nullable().default(null) })).output(comment),
    resolve: operation('article:read').route(route('POST', '/comments/{id}/resolution', 'Mark a comment as settled, or as open again')).input(z.object({ id, resolved: z.boolean() })).output(done)
};
