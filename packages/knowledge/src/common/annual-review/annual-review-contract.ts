import { id, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';
import { findings, minutesFields, newMinutesFields } from '@earshot/writing/lib/common/minutes/minutes-contract';

const day = z.iso.date();
const count = z.number();
const figures = z.object({ articles: count, overdue: count, unconfirmed: count, withoutOwner: count, flagged: count, searchedInVain: count.nullable() });

/** The minutes of a review of a category, or of the whole base. Closed with their recording: only actions are settled, and what is next is handed over. */
export const annualReview = z.object({
    ...minutesFields, /** Null for the whole base. */ categoryId: id.nullable(), categoryName: z.record(z.string(), z.string()).nullable(), completeness: z.string(), fitness: z.string(), figures,
    nextOn: day, nextOwnerId: id, nextOwnerName: z.string(),
    /** SHA-256 of the canonical text of the minutes, and whether what is stored still has it. */
    hash: z.string(), intact: z.boolean()
});
export type AnnualReview = z.infer<typeof annualReview>;

/** A category, or the whole base, with its last review and what is to come. */
export const reviewScope = z.object({ categoryId: id.nullable(), last: z.object({ id, heldOn: day }).nullable(), nextOn: day.nullable(), nextOwnerName: z.string().nullable(), openActions: count, overdueActions: count });
export type ReviewScope = z.infer<typeof reviewScope>;

const route = (method: 'GET' | 'POST', path: `/${string}`, summary: string) => ({ method, path: `/knowledge${path}` as const, summary, tags: ['knowledge'] });

export const annualReviewOperations = {
    scopes: operation('article:read').route(route('GET', '/annual-review-scopes', 'The whole base and its categories, each with its last review and the next one; for those who see all minutes')).output(z.array(reviewScope)),
    list: operation('article:read').route(route('GET', '/annual-reviews', 'Minutes of reviews, newest first; for those who write all articles, approve or audit, and for whoever had a part in them')).input(z.object({ ...paging, categoryId: id.optional(), base: z.union([z.boolean(), z.stringbool()]).optional() })).output(page(annualReview)),
    get: operation('article:read').route(route('GET', '/annual-reviews/{id}', 'The minutes of one review')).input(z.object({ id })).output(annualReview),
    figures: operation('knowledge:administer').route(route('GET', '/annual-review-figures', 'What is in the scope of a review now')).input(z.object({ /** Left out: the whole base. */ categoryId: id.optional() })).output(figures),
    add: operation('knowledge:administer').route(route('POST', '/annual-reviews', 'Record and close the minutes of a review; its figures are counted then'))
        .input(z.object({ ...newMinutesFields, categoryId: id.nullable(), completeness: findings, fitness: findings, nextOn: day, nextOwnerId: id })).output(annualReview),
    settle: operation('article:read').route(route('POST', '/annual-review-actions/{id}/completion', 'Say that an action is done; its owner, or who records reviews')).input(z.object({ id })).output(annualReview)
};
