import { createHash } from 'node:crypto';
import { canonical } from '@earshot/core/lib/node/audit/audit-chain';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { SearchTables } from '@earshot/core/lib/node/search/search-tables';
import { MinutesActions, namesOfPeople } from '@earshot/writing/lib/node/minutes/minutes-actions';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AnnualReviewContent, ReviewFigures } from '../../common/annual-review/annual-review';
import type { AnnualReview } from '../../common/annual-review/annual-review-contract';
import { liveStates } from '../../common/workflow/article-workflow';
import { belowCategory } from '../article/article-query';
import { approvalPermissions, reachOf } from '../article/reach';
import type { Tables } from '../knowledge-tables';

export const minutesActions = new MinutesActions('knowledge');

/** SHA-256 of the canonical text, hexadecimal: closed minutes are recognised by it. */
export const hashOfMinutes = (content: AnnualReviewContent): string => createHash('sha256').update(canonical(content)).digest('hex');

/** Whether somebody sees the minutes of all reviews; others see those that they had a part in. */
export const seesAllMinutes = (principal: Principal): boolean => principal.via === 'system' || principal.permissions.get('article:write') === 'all'
    || ['article:read-all', 'knowledge:administer', ...approvalPermissions].some(each => principal.permissions.has(each));

const recordsReviews = (principal: Principal): boolean => principal.permissions.has('knowledge:administer');

/** On `review`: no later one of the same scope, which is still there. */
export const isLatest = sql<boolean>`(not exists (select from knowledge.annual_review later where later.category_id is not distinct from review.category_id and (later.held_on, later.id) > (review.held_on, review.id))
    and (review.category_id is null or exists (select from knowledge.category where category.id = review.category_id)))`;

/** On `review`: those whose minutes are for the person. */
const within = (principal: Principal): RawBuilder<boolean> => seesAllMinutes(principal) ? sql<boolean>`true` : sql<boolean>`(${principal.personId}::uuid in (review.recorded_by, review.next_owner_id)
    or jsonb_exists(review.content -> 'participantIds', ${principal.personId}::text) or exists (select from knowledge.review_action mine where mine.review_id = review.id and mine.owner_id = ${principal.personId}::uuid))`;

export const reviewsWithin = (database: Kysely<Tables>, principal: Principal) => database.selectFrom('knowledge.annual_review as review')
    .innerJoin('core.person as recorder', 'recorder.id', 'review.recorded_by').innerJoin('core.person as next_owner', 'next_owner.id', 'review.next_owner_id')
    .selectAll('review').select(['recorder.name as recorder_name', 'next_owner.name as next_owner_name']).where(within(principal));

export type ReviewFound = Awaited<ReturnType<ReturnType<typeof reviewsWithin>['executeTakeFirstOrThrow']>>;

export async function showReviews(database: Kysely<Tables>, principal: Principal, rows: readonly ReviewFound[]): Promise<AnnualReview[]> {
    const names = await namesOfPeople(database, rows.flatMap(each => each.content.participantIds));
    const actions = await minutesActions.of(database, rows.map(each => each.id), principal.personId, () => recordsReviews(principal));
    return rows.map(({ id, content, hash, ...row }) => ({
        id, categoryId: content.categoryId, categoryName: content.categoryName && { ...content.categoryName }, heldOn: content.heldOn, scope: content.scope, participants: content.participantIds.map(each => ({ id: each, name: names.get(each) ?? '' })),
        completeness: content.completeness, fitness: content.fitness, figures: { ...content.figures }, actions: actions.get(id)!, nextOn: row.next_on, nextOwnerId: row.next_owner_id, nextOwnerName: row.next_owner_name,
        recordedByName: row.recorder_name, recordedAt: row.recorded_at.toISOString(), hash, intact: hashOfMinutes(content) === hash
    }));
}

/** Who records a review counts what is within their reach: a confidential article that is not for them leaves no trace in the minutes. */
export async function figuresOf(database: Kysely<Tables>, principal: Principal, categoryId: string | null, now: Date): Promise<ReviewFigures> {
    const reach = await reachOf(database, principal);
    let select = database.selectFrom('knowledge.article as article').where(reach.article).where('article.state', 'in', [...liveStates]).select([
        sql<number>`count(*)::int`.as('articles'), sql<number>`(count(*) filter (where article.review_due_at <= ${now}))::int`.as('overdue'),
        sql<number>`(count(*) filter (where coalesce(article.verified_at <= article.published_at, true)))::int`.as('unconfirmed'), sql<number>`(count(*) filter (where not exists (select from core.person owner where owner.id = article.owner_id and owner.status = 'active')))::int`.as('withoutOwner'),
        sql<number>`(count(*) filter (where exists (select from knowledge.flag where flag.article_id = article.id and flag.state = 'open')))::int`.as('flagged')
    ]);
    if (categoryId) { select = select.where(belowCategory(categoryId)); }
    return { ...await select.executeTakeFirstOrThrow(), searchedInVain: categoryId ? null : await searchedInVain(database) };
}

/** A query that only one search asked may be about one customer; the log is kept for 90 days. */
async function searchedInVain(database: Kysely<Tables>): Promise<number> {
    const empty = (database as unknown as Kysely<Tables & SearchTables>).selectFrom('core.search_log').select('query').where('total', '=', 0).groupBy('query').having(sql<boolean>`count(*) >= 2`).as('empty');
    return (await database.selectFrom(empty).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()).count;
}
