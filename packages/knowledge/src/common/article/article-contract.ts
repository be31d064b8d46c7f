import { done, id, moment, operation, page, paging, shortText, z } from '@earshot/core/lib/common/api/operation';
import { seenMentions } from '@earshot/core/lib/common/linking/mentions-schema';
import { revisionActions, revisionStates } from '../workflow/article-workflow';
import { secondApprovals } from '../category/category-rules';
import { areKeepable } from './article-content';
import { isAudience } from './audience';
import { articleKindIds, articleLanguages } from './article-kind';

const kind = z.enum(articleKindIds);
const language = z.enum(articleLanguages);
const version = z.number().int();
const tag = z.string().trim().min(1).max(60);

export const articleContent = z.object({
    kind, language, title: z.string().max(300), categoryId: id, tags: z.array(tag).max(50), audience: z.array(z.string().max(80).refine(isAudience)).max(100),
    validFrom: moment.nullable(), validUntil: moment.nullable(), parts: z.record(z.string().regex(/^[a-z][a-z-]{0,30}$/), z.string().max(100_000)), sourceNumber: z.number().int().min(1).max(1_000_000).nullable(),
    others: z.record(z.string(), z.unknown()).refine(areKeepable).optional()
});

/** `new`: nothing of it was published yet. */
export const articleStates = ['new', 'published', 'due-for-review', 'retired'] as const;
export type ArticleState = typeof articleStates[number];

const openRevision = z.object({ id, number: z.number(), state: z.enum(revisionStates), authorId: id.nullable(), authorName: z.string().nullable(), changedAt: moment });

export const articleRow = z.object({
    id, kind, language, title: z.string(), categoryId: id, tags: z.array(z.string()), state: z.enum(articleStates),
    /** Not everybody may see it. */
    confidential: z.boolean(), ownerId: id.nullable(), ownerName: z.string().nullable(),
    /** A revision that is written or waits, where the caller may know of it. */
    open: openRevision.nullable(), publishedNumber: z.number().nullable(), publishedAt: moment.nullable(), verifiedAt: moment.nullable(), reviewDueAt: moment.nullable(),
    validFrom: moment.nullable(), validUntil: moment.nullable(), changedAt: moment,
    /** Times that it was opened within 90 days. */
    uses: z.number(),
    /** A translation whose original has been published anew since. */
    behind: z.boolean(),
    /** The other languages in which the caller may read it; only where one of each was asked for. */
    languages: z.array(z.object({ id, language })).optional()
});
export type ArticleRow = z.infer<typeof articleRow>;

export const approval = z.object({ personId: id, personName: z.string(), step: z.enum(['first', ...secondApprovals]), hash: z.string(), at: moment, voided: z.boolean() });

export const revision = z.object({
    id, articleId: id, number: z.number(), state: z.enum(revisionStates), content: articleContent, hash: z.string(), authorId: id.nullable(), authorName: z.string().nullable(),
    /** What was changed and why, for whoever approves. */
    note: z.string().nullable(), publishAt: moment.nullable(), changedAt: moment, publishedAt: moment.nullable(), version: z.number(),
    secondApproval: z.enum(secondApprovals).nullable(), approvals: z.array(approval),
    /** What the caller may do with it now. */
    may: z.array(z.enum(revisionActions))
});
export type Revision = z.infer<typeof revision>;

export const revisionRow = revision.omit({ content: true, may: true, approvals: true, secondApproval: true }).extend({ title: z.string() });
export type RevisionRow = z.infer<typeof revisionRow>;

export const article = articleRow.extend({
    /** What readers see; null before the first publication and after retiring. */
    live: revision.nullable(),
    translations: z.array(z.object({ id, language, title: z.string(), original: z.boolean(), behind: z.boolean() })),
    expertTeamId: id.nullable(), expertTeamName: z.string().nullable(), version: z.number(),
    /** Whether the caller may begin or change a revision. */
    mayWrite: z.boolean()
});
export type Article = z.infer<typeof article>;

const route = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: `/${string}`, summary: string) => ({ method, path: `/knowledge${path}` as const, summary, tags: ['knowledge'] });
const flag = z.union([z.boolean(), z.stringbool()]);
export const articleOrders = ['changed', 'title', 'uses', 'due'] as const;
export type ArticleOrder = typeof articleOrders[number];

export const articleFilter = {
    text: z.string().max(200).optional(), kind: kind.optional(), language: language.optional(),
    /** This category and those below it. */
    categoryId: id.optional(), tag: z.string().max(60).optional(), state: z.enum(articleStates).optional(), ownerId: id.optional(),
    /** Only what has a revision that the caller wrote at, or that waits for their approval. */
    waiting: z.enum(['for-me', 'of-mine']).optional(), behind: flag.optional(),
    /** One of each article and its translations: the one in this language, where it is among those that are asked for. */
    inLanguage: language.optional()
};

export const articleOperations = {
    list: operation('article:read').route(route('GET', '/articles', 'Articles that the caller may see')).input(z.object({ ...paging, ...articleFilter, order: z.enum(articleOrders).default('changed') })).output(page(articleRow)),
    get: operation('article:read').route(route('GET', '/articles/{id}', 'One article with what readers see')).input(z.object({ id })).output(article),
    titles: operation('article:read').route(route('GET', '/article-titles', 'What linked articles are called; those that the caller may not see are left out'))
        .input(z.object({ ids: z.string().max(4000).transform(text => text.split(',').filter(each => id.safeParse(each).success).slice(0, 100)) })).output(z.array(z.object({ id, title: z.string(), state: z.enum(articleStates) }))),
    suggest: operation('article:read').route(route('GET', '/article-suggestions', 'Articles by the beginning or a part of their title')).input(z.object({ text: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(10) })).output(z.array(articleRow)),
    tags: operation('article:read').route(route('GET', '/tags', 'Tags in use, the most frequent first')).output(z.array(z.object({ tag: z.string(), articles: z.number() }))),
    audiences: operation('article:write').route(route('GET', '/audiences', 'The roles and teams that an audience can name')).output(z.array(z.object({ word: z.string(), kind: z.enum(['role', 'team']), code: z.string().nullable(), name: z.string().nullable() }))),
    create: operation('article:write').route(route('POST', '/articles', 'Begin an article; its first revision is a draft, as the templates of its kind begin it'))
        .input(z.object({ kind, language, title: shortText, categoryId: id, /** The article of which this is a translation. */ sourceId: id.optional() })).output(revision),
    own: operation('article:write').route(route('PATCH', '/articles/{id}', 'Say who answers for an article')).input(z.object({ id, version, ownerId: id.nullable(), expertTeamId: id.nullable() })).output(article),
    opened: operation('article:read').route(route('POST', '/articles/{id}/uses', 'Count that an article was opened, read out or copied')).input(z.object({ id, how: z.enum(['opened', 'read-out', 'copied']) })).output(done),
    linking: operation('article:read').route(route('GET', '/articles/{id}/linking', 'What links to this article, in whichever part of the house: articles, scripts and documents, questions, forms, coaching plans')).input(z.object({ id })).output(seenMentions)
};

/** What an article said while it was published, and whether it says so still. `gone`: it is retired, or no longer valid. */
export const pastRevision = z.object({ id, articleId: id, number: z.number(), content: articleContent, publishedAt: moment.nullable(), state: z.enum(['current', 'changed', 'gone']) });
export type PastRevision = z.infer<typeof pastRevision>;

export const revisionOperations = {
    past: operation('article:read').route(route('GET', '/revisions/{id}/past', 'What an article said while this revision was published, for those it was for')).input(z.object({ id })).output(pastRevision),
    list: operation('article:read').route(route('GET', '/articles/{id}/revisions', 'The revisions of an article, newest first; readers see those that were published')).input(z.object({ id })).output(z.array(revisionRow)),
    get: operation('article:read').route(route('GET', '/revisions/{id}', 'One revision')).input(z.object({ id })).output(revision),
    begin: operation('article:write').route(route('POST', '/articles/{id}/revisions', 'Begin a new revision: from what is published, or from any earlier one to restore it'))
        .input(z.object({ id, from: id.optional() })).output(revision),
    save: operation('article:write').route(route('PUT', '/revisions/{id}', 'Save a draft')).input(z.object({ id, version, content: articleContent, note: z.string().max(2000).nullable() })).output(revision),
    discard: operation('article:write').route(route('DELETE', '/revisions/{id}', 'Discard a draft, and with its only revision the article')).input(z.object({ id })).output(done),
    act: operation('article:read').route(route('POST', '/revisions/{id}/actions', 'A step in the life of a revision; who may take which is said by `may`'))
        .input(z.object({ id, version, action: z.enum(revisionActions), /** For `schedule`. */ publishAt: moment.optional(), /** For `return`: why. */ reason: z.string().trim().max(2000).optional() })).output(revision)
};
