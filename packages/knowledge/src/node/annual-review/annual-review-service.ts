import { type Principal, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { forbidden, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import type { NewMinutes } from '@earshot/writing/lib/common/minutes/minutes-contract';
import { requireSoundMinutes } from '@earshot/writing/lib/node/minutes/minutes-actions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { type AnnualReviewContent, isNextInTime, lastDayAhead, type ReviewFigures } from '../../common/annual-review/annual-review';
import type { AnnualReview, ReviewScope } from '../../common/annual-review/annual-review-contract';
import { changeArticles } from '../article/article-change';
import type { KnowledgeTables } from '../knowledge-tables';
import { figuresOf, hashOfMinutes, isLatest, minutesActions, reviewsWithin, seesAllMinutes, showReviews } from './annual-review-query';

type Writer = Principal & { readonly personId: string };
export interface NewAnnualReview extends NewMinutes { readonly categoryId: string | null; readonly completeness: string; readonly fitness: string; readonly nextOn: string; readonly nextOwnerId: string }

const linkToReview = (id: string): string => linkTo('knowledge', 'annual-reviews', id);

/** Once a year at least a category, or the whole base, is looked at with those concerned: is it complete, is it fit? The result is kept (CC-CMM-OC 61). */
@injectable()
export class AnnualReviewService {
    constructor(@inject(Database) private readonly database: Database) { }

    async list(principal: Principal, { after, limit, categoryId, base }: { readonly after?: string; readonly limit: number; readonly categoryId?: string; readonly base?: boolean }): Promise<{ rows: AnnualReview[]; next?: string }> {
        const tables = this.database.read<KnowledgeTables>();
        let select = reviewsWithin(tables, principal).orderBy('review.id', 'desc').limit(limit + 1);
        if (categoryId) { select = select.where('review.category_id', '=', categoryId); }
        if (base !== undefined) { select = select.where('review.category_id', base ? 'is' : 'is not', null); }
        if (after) { select = select.where('review.id', '<', String(fromCursor(after, 1)[0])); }
        const found = await select.execute();
        const shown = new Map((await showReviews(tables, principal, found)).map(each => [each.id, each]));
        return pageOf(found, limit, row => [row.id], row => shown.get(row.id)!);
    }

    /** @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<AnnualReview> {
        const tables = this.database.read<KnowledgeTables>();
        return (await showReviews(tables, principal, [orNotFound(await reviewsWithin(tables, principal).where('review.id', '=', id).executeTakeFirst())]))[0]!;
    }

    /** The whole base, the categories on top, and those below them that were reviewed once. */
    async scopes(principal: Principal): Promise<ReviewScope[]> {
        if (!seesAllMinutes(principal)) {
            return [];
        }
        const tables = this.database.read<KnowledgeTables>();
        const latest = await reviewsWithin(tables, principal).where(isLatest).execute();
        const today = new Date().toISOString().slice(0, 10);
        const open = await tables.selectFrom('knowledge.review_action as action').innerJoin('knowledge.annual_review as review', 'review.id', 'action.review_id').where('action.done_at', 'is', null).groupBy('review.category_id')
            .select(['review.category_id', sql<number>`count(*)::int`.as('open'), sql<number>`(count(*) filter (where action.due_on < ${today}))::int`.as('overdue')]).execute();
        const categories = await tables.selectFrom('knowledge.category').select(['id', 'parent_id']).orderBy('place').orderBy('id').execute();
        return [null, ...categories.filter(each => each.parent_id === null || latest.some(review => review.category_id === each.id)).map(each => each.id)].map(categoryId => {
            const review = latest.find(each => each.category_id === categoryId);
            const actions = open.find(each => each.category_id === categoryId);
            return { categoryId, last: review ? { id: review.id, heldOn: review.held_on } : null, nextOn: review?.next_on ?? null, nextOwnerName: review?.next_owner_name ?? null, openActions: actions?.open ?? 0, overdueActions: actions?.overdue ?? 0 };
        });
    }

    /** @throws NOT_FOUND for a category that is none */
    async figures(principal: Principal, categoryId: string | null, now = new Date()): Promise<ReviewFigures> {
        const tables = this.database.read<KnowledgeTables>();
        if (categoryId) {
            orNotFound(await tables.selectFrom('knowledge.category').select('id').where('id', '=', categoryId).executeTakeFirst());
        }
        return figuresOf(tables, principal, categoryId, now);
    }

    /** @throws INVALID 'unknown-category', 'unknown-person', 'review-to-come', 'next-review-late' */
    async add(principal: Writer, input: NewAnnualReview, now = new Date()): Promise<AnnualReview> {
        const id = newId();
        const { categoryId, heldOn, scope, completeness, fitness, nextOn, nextOwnerId, actions } = input;
        if (!isNextInTime(heldOn, nextOn)) {
            throw invalid([{ path: 'nextOn', code: 'next-review-late' }]);
        }
        await changeArticles(this.database, principal, async (transaction, log) => {
            await requireSoundMinutes(transaction, input, now, [nextOwnerId]);
            const category = categoryId ? await transaction.selectFrom('knowledge.category').select('name').where('id', '=', categoryId).executeTakeFirst() : undefined;
            if (categoryId && !category) {
                throw invalid([{ path: 'categoryId', code: 'unknown-category' }]);
            }
            const content: AnnualReviewContent = {
                categoryId, categoryName: category ? { ...category.name } as Record<string, string> : null, heldOn, scope, participantIds: [...new Set(input.participantIds)], completeness, fitness, figures: await figuresOf(transaction, principal, categoryId, now),
                actions: actions.map(({ text, ownerId, dueOn }) => ({ text, ownerId, dueOn })), nextOn, nextOwnerId, recordedBy: principal.personId, recordedAt: now.toISOString()
            };
            await transaction.insertInto('knowledge.annual_review').values({
                id, category_id: categoryId, held_on: heldOn, content: JSON.stringify(content), hash: hashOfMinutes(content), next_on: nextOn, next_owner_id: nextOwnerId, recorded_by: principal.personId, recorded_at: now
            }).execute();
            await minutesActions.keep(transaction, id, actions);
            log.audit('annual-review.recorded', 'annual-reviews', id, { category: categoryId, hash: hashOfMinutes(content), actions: actions.length });
            log.event({ type: 'annual-review.changed', entityId: id }, { permission: 'article:read' });
            for (const ownerId of new Set(actions.map(each => each.ownerId).filter(each => each !== principal.personId))) {
                const theirs = actions.filter(each => each.ownerId === ownerId);
                log.notify(ownerId, 'annual-review.action', { title: theirs[0]!.text, others: theirs.length - 1 }, linkToReview(id));
            }
        });
        return this.get(principal, id);
    }

    /** Doing it twice changes nothing. @throws NOT_FOUND; FORBIDDEN for an action of somebody else */
    async settle(principal: Writer, actionId: string): Promise<AnnualReview> {
        const id = await changeArticles(this.database, principal, async (transaction, log) => {
            const action = await minutesActions.hold(transaction, actionId);
            const review = orNotFound(await reviewsWithin(transaction, principal).where('review.id', '=', action.review_id).executeTakeFirst());
            if (action.owner_id !== principal.personId && !principal.permissions.has('knowledge:administer')) {
                throw forbidden('knowledge:administer');
            }
            await minutesActions.complete(transaction, actionId, principal.personId, new Date());
            log.audit('annual-review.action-done', 'annual-reviews', review.id, { action: actionId });
            log.event({ type: 'annual-review.changed', entityId: review.id }, { permission: 'article:read' });
            return review.id;
        });
        return this.get(principal, id);
    }

    /** Tells whoever answers for a review two weeks before it is due, and whoever has an action when it is; each once. @returns how many were told */
    async remind(now: Date): Promise<number> {
        const tables = this.database.read<KnowledgeTables>();
        const today = now.toISOString().slice(0, 10);
        const due = await tables.selectFrom('knowledge.annual_review as review').select(['review.id', 'review.next_owner_id', 'review.next_on']).where(isLatest).where('review.reminded_at', 'is', null).where('review.next_on', '<=', lastDayAhead(now.getTime())).execute();
        const actions = await tables.selectFrom('knowledge.review_action').select(['id', 'review_id', 'owner_id', 'text']).where('done_at', 'is', null).where('reminded_at', 'is', null).where('due_on', '<=', today).execute();
        if (due.length + actions.length > 0) {
            await changeArticles(this.database, systemPrincipal('calendar'), async (transaction, log) => {
                for (const each of due) {
                    await transaction.updateTable('knowledge.annual_review').set({ reminded_at: now }).where('id', '=', each.id).execute();
                    log.notify(each.next_owner_id, 'annual-review.due-soon', { on: each.next_on }, linkToReview(each.id));
                    log.audit('annual-review.reminded', 'annual-reviews', each.id);
                }
                for (const each of actions) {
                    await transaction.updateTable('knowledge.review_action').set({ reminded_at: now }).where('id', '=', each.id).execute();
                    log.notify(each.owner_id, 'annual-review.action-due', { title: each.text }, linkToReview(each.review_id));
                    log.audit('annual-review.reminded', 'annual-reviews', each.review_id, { action: each.id });
                }
            });
        }
        return due.length + actions.length;
    }
}
