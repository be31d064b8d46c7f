import { id, moment, z } from '@earshot/core/lib/common/api/operation';

/** A passage, found again after edits by its words and what stood around them (W3C Web Annotation, TextQuoteSelector and TextPositionSelector). */
export const passage = z.object({ part: z.string().max(40), start: z.number().int().min(0), exact: z.string().min(1).max(2000), prefix: z.string().max(64), suffix: z.string().max(64) });

/** What somebody said about something written, or in answer to somebody: threads are one level deep. What it is about stands beside these, as each package has it. */
export const comment = z.object({
    id, parentId: id.nullable(), passage: passage.nullable(), text: z.string(), authorId: id, authorName: z.string(), createdAt: moment, resolvedAt: moment.nullable(), resolvedByName: z.string().nullable()
});
export type Comment = z.infer<typeof comment>;

export const commentText = z.string().trim().min(1).max(5000);

/** The same as it is said. */
export const newCommentFields = { text: commentText, passage: passage.nullable().default(null), parentId: id.nullable().default(null) };
export interface NewComment { readonly text: string; readonly passage: Comment['passage']; readonly parentId: string | null }

/** Threads that nobody has settled. */
export const openThreads = (comments: readonly Comment[]): number => comments.filter(each => each.parentId === null && each.resolvedAt === null).length;
