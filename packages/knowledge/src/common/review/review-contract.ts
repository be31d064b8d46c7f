import { done, id, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';
import { articleRow } from '../article/article-contract';

/** Articles of one request: what is confirmed or handed over together. */
const several = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(200);

/** Days ahead that a queue may look. */
export const mostDaysAhead = 365;

export const reviewRow = articleRow.extend({
    /** What readers see, and its version: both are said when it is confirmed, so that nobody confirms what they have not seen. */
    revisionId: id, revisionVersion: z.number().int(),
    /** Calls within 90 days during which it was noted as the answer. */
    calls: z.number(), overdue: z.boolean(),
    /** What evaluators found of what readers see now: the mean of their scores, 0 to 100, and how many they were; null without any. */
    quality: z.object({ percent: z.number(), evaluations: z.number() }).nullable()
});
export type ReviewRow = z.infer<typeof reviewRow>;

/** How long one’s own confirmation can be taken back. */
export const takeBackMs = 3_600_000;

/** Why an article of several was not confirmed: it has changed since, somebody has done it already, or it is not for the caller. */
export const refusals = ['changed-meanwhile', 'not-possible-now', 'not-yours'] as const;

const filter = { /** Due within so many days; 0: overdue only. */ days: z.coerce.number().int().min(0).max(mostDaysAhead).default(30), ownerId: id.optional(), categoryId: id.optional() };
const route = <M extends 'GET' | 'POST'>(method: M, path: `/${string}`, summary: string) => ({ method, path: `/knowledge/reviews${path}` as const, summary, tags: ['knowledge'] });

export const reviewOperations = {
    queue: operation('article:write').route({ method: 'GET', path: '/knowledge/reviews', summary: 'Articles that the caller may write and that are due for review: overdue ones first, the most used of them on top', tags: ['knowledge'] })
        .input(z.object({ ...paging, ...filter })).output(page(reviewRow)),
    count: operation('article:write').route(route('GET', '/count', 'How many articles are overdue, and how many are due within the days')).input(z.object(filter)).output(z.object({ overdue: z.number(), soon: z.number() })),
    confirm: operation('article:write').route(route('POST', '/confirmations', 'Say of articles that they are still right: each gets its next review date'))
        .input(z.object({ items: several(z.object({ revisionId: id, version: z.number().int() })) })).output(z.object({ confirmed: z.number(), refused: z.array(z.object({ revisionId: id, reason: z.enum(refusals) })) })),
    takeBack: operation('article:write').route(route('POST', '/confirmations/undoing', 'Take back one’s own confirmations, within an hour and while nothing else has happened since; each has its former review date again'))
        .input(z.object({ revisionIds: several(id) })).output(z.object({ takenBack: z.number() })),
    handOver: operation('article:write').route(route('POST', '/hand-overs', 'Let somebody else answer for articles; all of them or none')).input(z.object({ articleIds: several(id), ownerId: id })).output(done)
};
