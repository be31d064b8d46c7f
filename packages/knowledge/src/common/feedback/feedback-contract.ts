import { done, id, moment, operation, page, paging, z } from '@earshot/core/lib/common/api/operation';

export const feedbackReasons = ['outdated', 'wrong', 'unclear', 'incomplete', 'not-what-i-sought'] as const;
export type FeedbackReason = typeof feedbackReasons[number];
export const flagStates = ['open', 'taken', 'declined'] as const;

export const flag = z.object({
    id, articleId: id, articleTitle: z.string(), revisionNumber: z.number(), personName: z.string(), reason: z.enum(feedbackReasons), text: z.string(),
    /** A suggested wording of one part. */
    part: z.string().nullable(), suggestion: z.string().nullable(),
    /** The part as it stood when it was flagged. */
    original: z.string().nullable(), state: z.enum(flagStates), createdAt: moment, answer: z.string().nullable()
});
export type Flag = z.infer<typeof flag>;

export const verdicts = z.object({ helpful: z.number(), notHelpful: z.number(), reasons: z.array(z.object({ reason: z.enum(feedbackReasons), count: z.number() })), /** What the caller said of the present revision. */ mine: z.boolean().nullable() });
export type Verdicts = z.infer<typeof verdicts>;

const route = (method: 'GET' | 'POST' | 'PUT', path: `/${string}`, summary: string) => ({ method, path: `/knowledge${path}` as const, summary, tags: ['knowledge'] });

export const feedbackOperations = {
    verdicts: operation('article:read').route(route('GET', '/articles/{id}/verdicts', 'How helpful the present revision was')).input(z.object({ id })).output(verdicts),
    say: operation('article:read').route(route('PUT', '/articles/{id}/verdict', 'Say whether an article helped; a later word replaces the earlier')).input(z.object({ id, helpful: z.boolean(), reason: z.enum(feedbackReasons).nullable().default(null) })).output(verdicts),
    flag: operation('article:read').route(route('POST', '/articles/{id}/flags', 'Point out what is wrong, with a suggested wording if there is one'))
        .input(z.object({ id, reason: z.enum(feedbackReasons), text: z.string().trim().min(1).max(2000), part: z.string().max(40).nullable().default(null), suggestion: z.string().max(100_000).nullable().default(null) })).output(done),
    flags: operation('article:write').route(route('GET', '/flags', 'What readers have pointed out, of articles that the caller may write')).input(z.object({ ...paging, articleId: id.optional(), state: z.enum(flagStates).optional() })).output(page(flag)),
    decide: operation('article:write').route(route('POST', '/flags/{id}/decision', 'Take up or decline what was pointed out; whoever did is told')).input(z.object({ id, state: z.enum(['taken', 'declined']), answer: z.string().trim().max(2000).nullable().default(null) })).output(done)
};
