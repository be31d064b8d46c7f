import type { Principal } from '@earshot/core/lib/node/api/context';
import { fromCursor } from '@earshot/core/lib/node/storage/cursor';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isConfidential } from '../../common/article/audience';
import type { ArticleOrder, ArticleRow, ArticleState } from '../../common/article/article-contract';
import type { ArticleKindId, ArticleLanguage } from '../../common/article/article-kind';
import { type CategoryNode, secondApproval } from '../../common/category/category-rules';
import { openStates } from '../../common/workflow/article-workflow';
import type { Tables } from '../knowledge-tables';
import type { Reach } from './reach';

export interface ArticleFilter {
    readonly after?: string; readonly limit: number; readonly order: ArticleOrder; readonly text?: string; readonly kind?: ArticleKindId; readonly language?: ArticleLanguage; readonly categoryId?: string; readonly tag?: string;
    readonly state?: ArticleState; readonly ownerId?: string; readonly waiting?: 'for-me' | 'of-mine'; readonly behind?: boolean;
    /** One of each article and its translations: the one in this language, where it is among those that are asked for. */
    readonly inLanguage?: ArticleLanguage;
}

/** What a translation renders that does not say so: the newest revision that its original had when it was begun. */
const begunFrom = sql<number>`(select max(number) from knowledge.revision rendered where rendered.article_id = source.id and rendered.created_at <= article.created_at)`;
/** A translation renders an older text than the original's present one. */
const behind = sql<boolean>`coalesce(source.published_number > coalesce(article.source_number, ${begunFrom}), false)`;
export const uses = sql<number>`coalesce((select sum(opened) from knowledge.use_count where use_count.article_id = article.id and day > current_date - 90), 0)::int`;

/** The articles within reach, with the open revision where that is within reach as well. */
export const articlesWithin = (database: Kysely<Tables>, reach: Reach) => database.selectFrom('knowledge.article as article')
    .leftJoin('knowledge.revision as open', join => join.onRef('open.article_id', '=', 'article.id').on('open.state', 'in', [...openStates]).on(reach.open('open')))
    .leftJoin('core.person as writer', 'writer.id', 'open.author_id')
    .leftJoin('core.person as owner', 'owner.id', 'article.owner_id')
    .leftJoin('knowledge.article as source', 'source.id', 'article.source_id')
    .where(reach.article)
    .select([
        'article.id', 'article.kind', 'article.language', 'article.title', 'article.category_id', 'article.tags', 'article.audience', 'article.state', 'article.owner_id', 'owner.name as owner_name', 'article.expert_team_id',
        'article.source_id', 'article.published_number', 'article.published_at', 'article.verified_at', 'article.review_due_at', 'article.valid_from', 'article.valid_until', 'article.changed_at', 'article.version',
        'open.id as open_id', 'open.number as open_number', 'open.state as open_state', 'open.author_id as open_author_id', 'writer.name as open_author_name', 'open.changed_at as open_changed_at'
    ]).select([uses.as('uses'), behind.as('behind')]);

/** The articles within reach by name alone: for whether somebody may know of one, and for what it is called. */
export const articleNames = (database: Kysely<Tables>, reach: Reach) => database.selectFrom('knowledge.article as article').where(reach.article).select(['article.id', 'article.title', 'article.state']);

export type ArticleQuery = ReturnType<typeof articlesWithin>;
export type ArticleFound = Awaited<ReturnType<ArticleQuery['executeTakeFirstOrThrow']>>;

/** On `article`: those of a category and of what is below it. */
export const belowCategory = (categoryId: string): RawBuilder<boolean> => sql<boolean>`article.category_id in (with recursive below as (
    select id from knowledge.category where id = ${categoryId} union select each.id from knowledge.category each join below on each.parent_id = below.id) select id from below)`;


/** On `open`: revisions that wait for an approval which the person may give; as the table of steps has it. */
export function decidable(principal: Principal, categories: readonly CategoryNode[]): RawBuilder<boolean> {
    const second = categories.filter(({ id }) => principal.permissions.has(`article:approve-${secondApproval(categories, id)}`)).map(({ id }) => id);
    return sql<boolean>`(not ${principal.personId} = any(open.contributors) and (open.state = 'in-review' and ${principal.permissions.has('article:approve')}
        or open.state = 'second-review' and open.content ->> 'categoryId' = any(${second}::text[])
            and not exists (select from knowledge.approval given where given.revision_id = open.id and given.person_id = ${principal.personId} and given.voided_at is null)))`;
}

/** @param mine on `open`: those that wait for the person's approval, where it is asked for them */
export function filteredArticles(query: ArticleQuery, reach: Reach, filter: ArticleFilter, mine?: RawBuilder<boolean>): ArticleQuery {
    let select = query;
    if (filter.text?.trim()) { select = select.where(sql<boolean>`(article.title ilike ${containing(filter.text.trim())} or article.keywords ilike ${containing(filter.text.trim())})`); }
    if (filter.kind) { select = select.where('article.kind', '=', filter.kind); }
    if (filter.language) { select = select.where('article.language', '=', filter.language); }
    if (filter.categoryId) {
        select = select.where(belowCategory(filter.categoryId));
    }
    if (filter.tag) { select = select.where(sql<boolean>`article.tags @> ${[filter.tag]}::text[]`); }
    if (filter.state) { select = select.where('article.state', '=', filter.state); }
    if (filter.ownerId) { select = select.where('article.owner_id', '=', filter.ownerId); }
    if (filter.waiting === 'of-mine') { select = select.where(sql<boolean>`${reach.personId} = any(open.contributors)`); }
    if (mine) { select = select.where(mine); }
    if (filter.behind) { select = select.where(behind); }
    return select;
}

/** Never due: after everything that is. */
const noReview = '9999-12-31T00:00:00.000Z';
const dueAt = sql`coalesce(article.review_due_at, ${noReview}::timestamptz)`;

/** Those that an article and its translations have in common. */
const family = sql<string>`coalesce(article.source_id, article.id)`;

/** On `article`: of each article and its translations among those of a query the one to show. What readers see goes before what is written, then the language, then the original. */
export const oneOfEach = (query: ArticleQuery, language: ArticleLanguage): RawBuilder<boolean> => {
    const ids = query.clearSelect().distinctOn(family).select('article.id').orderBy(family).orderBy(sql`article.state in ('published', 'due-for-review')`, 'desc').orderBy(sql`article.language = ${language}`, 'desc').orderBy(sql`article.source_id is null`, 'desc').orderBy('article.language');
    return sql<boolean>`article.id in (${ids})`;
};

/** Opened within 90 days, of all articles at once: to put them in order by it, each on its own would take long. */
const usesOfAll = sql<{ article_id: string; uses: number }>`(select article_id, sum(opened)::int as uses from knowledge.use_count where day > current_date - 90 group by article_id)`.as('used');

/** In an order, from the row after the cursor on. */
export async function orderedArticles(query: ArticleQuery, { order, after, limit }: Pick<ArticleFilter, 'order' | 'after' | 'limit'>): Promise<ArticleFound[]> {
    const [value, id] = after ? fromCursor(after, 2) : [];
    const select = query.limit(limit + 1);
    switch (order) {
        case 'changed': return (after ? select.where(sql<boolean>`(article.changed_at, article.id) < (${value}::timestamptz, ${id}::uuid)`) : select).orderBy('article.changed_at', 'desc').orderBy('article.id', 'desc').execute();
        case 'title': return (after ? select.where(sql<boolean>`(article.title, article.id) > (${value}, ${id}::uuid)`) : select).orderBy('article.title').orderBy('article.id').execute();
        case 'uses': {
            const used = sql<number>`coalesce(used.uses, 0)`;
            const joined = select.leftJoin(usesOfAll, 'used.article_id', 'article.id');
            return (after ? joined.where(sql<boolean>`(${used}, article.id) < (${value}::int, ${id}::uuid)`) : joined).orderBy(used, 'desc').orderBy('article.id', 'desc').execute();
        }
        case 'due': return (after ? select.where(sql<boolean>`(${dueAt}, article.id) > (${value}::timestamptz, ${id}::uuid)`) : select).orderBy(dueAt).orderBy('article.id').execute();
    }
}

export const cursorOf = (order: ArticleOrder) => (row: ArticleFound): readonly (string | number)[] => [
    order === 'changed' ? row.changed_at.toISOString() : order === 'title' ? row.title : order === 'uses' ? row.uses : row.review_due_at?.toISOString() ?? noReview, row.id
];

const moment = (value: Date | null): string | null => value?.toISOString() ?? null;

export const showArticle = (row: ArticleFound): ArticleRow => ({
    id: row.id, kind: row.kind, language: row.language, title: row.title, categoryId: row.category_id, tags: row.tags, state: row.state, confidential: isConfidential(row.audience), ownerId: row.owner_id, ownerName: row.owner_name,
    open: row.open_id === null ? null : { id: row.open_id, number: row.open_number!, state: row.open_state!, authorId: row.open_author_id, authorName: row.open_author_name, changedAt: row.open_changed_at!.toISOString() },
    publishedNumber: row.published_number, publishedAt: moment(row.published_at), verifiedAt: moment(row.verified_at), reviewDueAt: moment(row.review_due_at), validFrom: moment(row.valid_from), validUntil: moment(row.valid_until),
    changedAt: row.changed_at.toISOString(), uses: row.uses, behind: row.behind
});
