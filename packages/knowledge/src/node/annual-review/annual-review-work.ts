import type { Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { EntityType, Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { endOfDay } from '@earshot/writing/lib/common/minutes/days';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import { lastDayAhead } from '../../common/annual-review/annual-review';
import type { ArticleTransaction } from '../article/article-change';
import type { KnowledgeTables } from '../knowledge-tables';
import { isLatest, reviewsWithin } from './annual-review-query';

const longestList = 50;
const lateOn = (day: string): string => new Date(endOfDay(day)).toISOString();
/** What was never reviewed is due when its oldest article is a year old. */
const oldEnough = sql<boolean>`article.published_at <= now() - interval '1 year'`;
/** On `article`: in the scope of no review that was ever held, be it of the whole base, its category or one above. */
const neverReviewed = sql<boolean>`not exists (
    with recursive above as (select id, parent_id from knowledge.category where id = article.category_id union select each.id, each.parent_id from knowledge.category each join above on each.id = above.parent_id)
    select from knowledge.annual_review review where review.category_id is null or review.category_id in (select id from above))`;

/** What reviews leave to do: the next one, the actions of the last ones, and the very first. */
@injectable()
export class AnnualReviewWork implements WorkItemSource {
    readonly name = 'annual-reviews';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Person): Promise<WorkItem[]> {
        if (!principal.permissions.has('article:read')) {
            return [];
        }
        const tables = this.database.read<KnowledgeTables>();
        const actions = await tables.selectFrom('knowledge.review_action as action').innerJoin('knowledge.annual_review as review', 'review.id', 'action.review_id').select(['action.text', 'action.due_on', 'review.id', 'review.recorded_at'])
            .where('action.owner_id', '=', principal.personId).where('action.done_at', 'is', null).orderBy('action.due_on').limit(longestList).execute();
        const due = await reviewsWithin(tables, principal).where('review.next_owner_id', '=', principal.personId).where(isLatest).where('review.next_on', '<=', lastDayAhead(Date.now())).orderBy('review.next_on').limit(longestList).execute();
        const items = [
            ...actions.map(each => ({ kind: 'annual-review.action', title: each.text, detail: {}, link: linkTo('knowledge', 'annual-reviews', each.id), dueAt: lateOn(each.due_on), since: each.recorded_at.toISOString() })),
            ...due.map(each => ({ kind: 'annual-review.due', title: '', detail: { category: each.content.categoryName }, link: `/knowledge/annual-reviews?new=${each.category_id ?? 'base'}`, dueAt: lateOn(each.next_on), since: each.recorded_at.toISOString() }))
        ];
        const first = principal.permissions.has('knowledge:administer') ? await this.never() : undefined;
        return first ? [...items, { kind: 'annual-review.due', title: '', detail: { category: null }, link: '/knowledge/annual-reviews?new=base', dueAt: null, since: first.toISOString() }] : items;
    }

    /** Since when there is something that was never in the scope of a review. */
    private async never(): Promise<Date | undefined> {
        const tables = this.database.read<KnowledgeTables>();
        const oldest = await tables.selectFrom('knowledge.article as article').select('article.published_at').where('article.state', 'in', ['published', 'due-for-review']).where(oldEnough).where(neverReviewed).orderBy('article.published_at').limit(1).executeTakeFirst();
        return oldest?.published_at ?? undefined;
    }
}

/** Minutes by link. */
@injectable()
export class AnnualReviewEntity implements EntityType {
    readonly package = 'knowledge';
    readonly type = 'annual-reviews';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        if (!principal.permissions.has('article:read')) {
            return undefined;
        }
        const row = await reviewsWithin(this.database.read<KnowledgeTables>(), principal).where('review.id', '=', id).executeTakeFirst();
        return row && { kind: 'annual-review', id, title: row.held_on, subtitle: row.recorder_name, link: linkTo('knowledge', 'annual-reviews', id) };
    }
}

/** The next review, and actions that are open, go to the successor. The minutes still say who it was to be. */
@injectable()
export class AnnualReviewHandOver implements HandOverContribution {
    readonly kind = 'annual-review';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        const tables = this.database.read<KnowledgeTables>();
        const [next, actions] = [
            await tables.selectFrom('knowledge.annual_review as review').where('review.next_owner_id', '=', personId).where(isLatest).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow(),
            await tables.selectFrom('knowledge.review_action').where('owner_id', '=', personId).where('done_at', 'is', null).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
        ];
        return next.count + actions.count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as ArticleTransaction;
        const next = await own.updateTable('knowledge.annual_review').set({ next_owner_id: toId }).where('next_owner_id', '=', fromId).returning('id').execute();
        const actions = await own.updateTable('knowledge.review_action').set({ owner_id: toId }).where('owner_id', '=', fromId).where('done_at', 'is', null).returning('review_id as id').execute();
        for (const id of new Set([...next, ...actions].map(each => each.id))) {
            log.audit('annual-review.handed-over', 'annual-reviews', id, { from: fromId, to: toId });
            log.event({ type: 'annual-review.changed', entityId: id }, { permission: 'article:read' });
        }
    }
}
