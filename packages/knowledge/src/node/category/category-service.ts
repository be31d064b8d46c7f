import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { Category } from '../../common/category/category-contract';
import { type CategoryNode, reviewDays, subtree } from '../../common/category/category-rules';
import { reachOf } from '../article/reach';
import { type ArticleTransaction, articlesChanged, changeArticles, requireVersion } from '../article/article-change';
import type { KnowledgeTables } from '../knowledge-tables';
import { allCategories } from './category-rows';

export type CategorySettings = Omit<CategoryNode, 'id' | 'name'> & { readonly name: Readonly<Partial<Record<string, string>>> };

/** The tree of categories, with the rules that its articles follow. */
@injectable()
export class CategoryService {
    constructor(@inject(Database) private readonly database: Database) { }

    /** All of them, with how many articles in each are within reach: a confidential one is not counted for others. */
    async list(principal: Principal): Promise<Category[]> {
        const reach = await reachOf(this.database.read(), principal);
        const rows = await this.database.read<KnowledgeTables>().selectFrom('knowledge.category as category').selectAll('category')
            .select(sql<number>`(select count(*)::int from knowledge.article as article where article.category_id = category.id and article.state <> 'retired' and ${reach.article})`.as('articles'))
            .orderBy('category.place').orderBy('category.id').execute();
        return rows.map(each => ({
            id: each.id, parentId: each.parent_id, name: { ...each.name } as Record<string, string>, place: each.place, reviewDays: each.review_days, secondApproval: each.second_approval, version: each.version, articles: each.articles
        }));
    }

    /** @throws INVALID 'name-missing', 'unknown-category' for a parent that is none */
    async add(principal: Principal, settings: CategorySettings): Promise<Category> {
        requireName(settings);
        const id = newId();
        await this.change(principal, async (transaction, log) => {
            await this.requireParent(transaction, settings.parentId);
            await transaction.insertInto('knowledge.category').values({ id, ...columns(settings) }).execute();
            log.audit('category.added', 'categories', id);
        });
        return this.find(principal, id);
    }

    /** @throws NOT_FOUND; CONFLICT 'changed-meanwhile'; INVALID 'unknown-category', 'below-itself' */
    async set(principal: Principal, { id, version, ...settings }: CategorySettings & { readonly id: string; readonly version: number }): Promise<Category> {
        requireName(settings);
        await this.change(principal, async (transaction, log) => {
            const row = orNotFound(await transaction.selectFrom('knowledge.category').select('version').where('id', '=', id).forUpdate().executeTakeFirst());
            requireVersion(row, version);
            await this.requireParent(transaction, settings.parentId);
            const before = await allCategories(transaction);
            if (settings.parentId && subtree(before, id).includes(settings.parentId)) {
                throw invalid([{ path: 'parentId', code: 'below-itself' }]);
            }
            await transaction.updateTable('knowledge.category').set({ ...columns(settings), version: version + 1 }).where('id', '=', id).execute();
            const rescheduled = await this.reschedule(transaction, log, before);
            log.audit('category.changed', 'categories', id, { reviewDays: settings.reviewDays, secondApproval: settings.secondApproval, rescheduled });
        });
        return this.find(principal, id);
    }

    /** @throws NOT_FOUND; CONFLICT 'category-in-use' */
    async remove(principal: Principal, id: string): Promise<void> {
        await this.change(principal, async (transaction, log) => {
            orNotFound(await transaction.selectFrom('knowledge.category').select('id').where('id', '=', id).forUpdate().executeTakeFirst());
            const [below, inside] = [
                await transaction.selectFrom('knowledge.category').select('id').where('parent_id', '=', id).limit(1).executeTakeFirst(),
                await transaction.selectFrom('knowledge.revision').select('id').where(sql<boolean>`content ->> 'categoryId' = ${id}`).limit(1).executeTakeFirst()
            ];
            if (below || inside) {
                throw conflict('category-in-use', {});
            }
            await transaction.deleteFrom('knowledge.category').where('id', '=', id).execute();
            log.audit('category.removed', 'categories', id);
        });
    }

    /** Reviews of published articles fall when the rules now say. What is due already stays so until somebody has looked at it. @returns of how many articles */
    private async reschedule(transaction: ArticleTransaction, log: ChangeLog, before: readonly CategoryNode[]): Promise<number> {
        const now = await allCategories(transaction);
        let rescheduled = 0;
        for (const { id } of now.filter(each => reviewDays(now, each.id) !== reviewDays(before, each.id))) {
            const changed = await transaction.updateTable('knowledge.article').set({ review_due_at: sql<Date>`verified_at + ${reviewDays(now, id)} * interval '1 day'` })
                .where('category_id', '=', id).where('state', '=', 'published').where('verified_at', 'is not', null).returning('id').execute();
            rescheduled += changed.length;
        }
        if (rescheduled) {
            articlesChanged(log);
        }
        return rescheduled;
    }

    private async find(principal: Principal, id: string): Promise<Category> {
        return orNotFound((await this.list(principal)).find(each => each.id === id));
    }

    private async requireParent(transaction: ArticleTransaction, parentId: string | null): Promise<void> {
        if (parentId && !await transaction.selectFrom('knowledge.category').select('id').where('id', '=', parentId).executeTakeFirst()) {
            throw invalid([{ path: 'parentId', code: 'unknown-category' }]);
        }
    }

    /** Changes of the tree wait for each other, so that two moves at once make no circle. */
    private change<R>(principal: Principal, change: (transaction: ArticleTransaction, log: ChangeLog) => Promise<R>): Promise<R> {
        return changeArticles(this.database, principal, async (transaction, log) => {
            await sql`lock table knowledge.category in share row exclusive mode`.execute(transaction);
            const result = await change(transaction, log);
            log.event({ type: 'article-category.changed', entityId: '' }, { permission: 'article:read' });
            return result;
        });
    }
}

/** @throws INVALID 'name-missing' */
const requireName = ({ name }: CategorySettings): void => {
    if (!Object.values(name).some(Boolean)) {
        throw invalid([{ path: 'name', code: 'name-missing' }]);
    }
};

const columns = ({ parentId, name, place, reviewDays, secondApproval }: CategorySettings) =>
    ({ parent_id: parentId, name: JSON.stringify(name), place, review_days: reviewDays, second_approval: secondApproval });
