import type { Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { ShownVersion } from '@earshot/core/lib/common/search/search-contract';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { EntityType, Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import { articleChanged, type ArticleTransaction } from '../article/article-change';
import { articlesWithin, type ArticleFound, decidable } from '../article/article-query';
import { PastRevisions } from '../article/past-revisions';
import { approvalPermissions, reachOf } from '../article/reach';
import { allCategories } from '../category/category-rows';
import { openStates } from '../../common/workflow/article-workflow';
import type { KnowledgeTables } from '../knowledge-tables';

const longestList = 50;
const item = (kind: string, row: ArticleFound, since: Date, dueAt: Date | null = null): WorkItem =>
    ({ kind, title: row.title, detail: { author: row.open_author_name, uses: row.uses }, link: linkTo('knowledge', 'articles', row.id), dueAt: dueAt?.toISOString() ?? null, since: since.toISOString() });

/** What waits for somebody in the knowledge base: to approve, to finish, to publish, to look at again, pointed out by readers. */
@injectable()
export class ArticleWork implements WorkItemSource {
    readonly name = 'articles';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Person): Promise<WorkItem[]> {
        const writes = principal.permissions.has('article:write');
        if (!writes && !approvalPermissions.some(each => principal.permissions.has(each))) {
            return [];
        }
        const reach = await reachOf(this.database.read(), principal);
        const database = this.database.read<KnowledgeTables>();
        const articles = () => articlesWithin(database, reach);
        const waiting = await articles().where(decidable(principal, await allCategories(database))).orderBy('open.changed_at').limit(longestList).execute();
        const items = waiting.map(each => item(each.open_state === 'second-review' ? 'article.approve-second' : 'article.approve', each, each.open_changed_at!));
        if (!writes) {
            return items;
        }
        const mine = await articles().where('open.state', 'in', ['draft', 'approved']).where('open.author_id', '=', principal.personId).orderBy('open.changed_at').limit(longestList).execute();
        const due = await articles().where('article.state', '=', 'due-for-review').where('article.owner_id', '=', principal.personId).orderBy('article.review_due_at').limit(longestList).execute();
        const flagged = await articles().where('article.owner_id', '=', principal.personId).select(sql<Date>`(select min(created_at) from knowledge.flag where flag.article_id = article.id and flag.state = 'open')`.as('flagged_at'))
            .where(sql<boolean>`exists (select from knowledge.flag where flag.article_id = article.id and flag.state = 'open')`).limit(longestList).execute();
        return [
            ...items, ...mine.map(each => item(each.open_state === 'draft' ? 'article.finish' : 'article.publish', each, each.open_changed_at!)),
            ...due.map(each => item('article.verify', each, each.review_due_at!, each.review_due_at)), ...flagged.map(each => item('article.flagged', each, each.flagged_at))
        ];
    }
}

/** Articles by link. */
@injectable()
export class ArticleEntity implements EntityType {
    readonly package = 'knowledge';
    readonly type = 'articles';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        if (!principal.permissions.has('article:read')) {
            return undefined;
        }
        const row = await articlesWithin(this.database.read<KnowledgeTables>(), await reachOf(this.database.read(), principal)).where('article.id', '=', id).executeTakeFirst();
        return row && { kind: 'article', id, title: row.title, subtitle: row.owner_name ?? '', link: linkTo('knowledge', 'articles', id) };
    }

    version(id: string): Promise<string | undefined> {
        return new PastRevisions(this.database).current(id);
    }

    async past(principal: Person, id: string, version: string): Promise<Hit & ShownVersion> {
        const { articleId, content, state } = await new PastRevisions(this.database).get(principal, version);
        return { kind: 'article', id, title: content.title, subtitle: '', link: linkTo('knowledge', 'articles', articleId), path: `/knowledge/articles/${articleId}/as-published/${version}`, state };
    }
}

/** Articles that somebody answers for, and revisions that they write or have on their way, go to the successor. */
@injectable()
export class ArticleHandOver implements HandOverContribution {
    readonly kind = 'article';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        const { count } = await this.database.read<KnowledgeTables>().selectFrom('knowledge.article as article').where(sql<boolean>`(article.owner_id = ${personId} and article.state <> 'retired'
            or exists (select from knowledge.revision open where open.article_id = article.id and open.author_id = ${personId} and open.state in (${sql.join([...openStates])})))`)
            .select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
        return count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as ArticleTransaction;
        const owned = await own.updateTable('knowledge.article').set(({ eb }) => ({ owner_id: toId, version: eb('version', '+', 1), changed_at: new Date() })).where('owner_id', '=', fromId).returning(['id', 'audience']).execute();
        // Who has approved a revision has not written at it: as a contributor, their approval would count no longer.
        const open = await own.updateTable('knowledge.revision as revision').from('knowledge.article as article').whereRef('article.id', '=', 'revision.article_id')
            .set({ author_id: toId, contributors: sql<string[]>`case when ${toId}::uuid = any(revision.contributors) or exists (select from knowledge.approval where approval.revision_id = revision.id and approval.person_id = ${toId} and approval.voided_at is null)
                then revision.contributors else array_append(revision.contributors, ${toId}::uuid) end` })
            .where('revision.state', 'in', [...openStates]).where('revision.author_id', '=', fromId).returning(['article.id', 'article.audience', 'article.owner_id']).execute();
        for (const { id, audience, owner_id: ownerId } of open.filter(each => !owned.some(({ id: already }) => already === each.id))) {
            log.audit('article.handed-over', 'articles', id, { from: fromId, to: toId });
            articleChanged(log, { id, audience, ownerId }, [toId]);
        }
        for (const { id, audience } of owned) {
            log.audit('article.handed-over', 'articles', id, { from: fromId, to: toId });
            articleChanged(log, { id, audience, ownerId: toId });
        }
    }
}
