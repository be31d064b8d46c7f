import { type Principal, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { conflict } from '@earshot/core/lib/node/api/failure';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { ORPCError } from '@orpc/server';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { longestLead, reminderAt } from '../../common/review/reminder';
import { type refusals, type ReviewRow, takeBackMs } from '../../common/review/review-contract';
import { liveStates } from '../../common/workflow/article-workflow';
import { articleChanged, changeArticles, holdArticle, holdRevision } from '../article/article-change';
import { changeOwner, requireOwner, requireWritable } from '../article/article-editing';
import { articlesWithin, belowCategory, showArticle, uses } from '../article/article-query';
import { type Reach, reachOf } from '../article/reach';
import { RevisionWorkflow } from '../article/revision-workflow';
import { quality } from '../evaluation/evaluation-query';
import type { KnowledgeTables } from '../knowledge-tables';

const day = 86_400_000;
export interface ReviewFilter { readonly days: number; readonly ownerId?: string; readonly categoryId?: string }
export interface Confirmation { readonly revisionId: string; readonly version: number }
type Refusal = typeof refusals[number];

/** Noted as the answer to a call, within 90 days. */
const calls = sql<number>`(select count(distinct answer.interaction) from core.linked_answer answer where answer.link = 'earshot:/knowledge/articles/' || article.id and answer.at > now() - interval '90 days')::int`;
/** What is used most does the most harm when it is wrong. */
const weight = sql<number>`(${uses} + ${calls})`;

/** The earlier it was due, the greater. */
const lateness = sql<number>`-extract(epoch from article.review_due_at)::float8`;

/** What is due for review, and what becomes of it. */
@injectable()
export class ReviewService {
    constructor(@inject(Database) private readonly database: Database, @inject(RevisionWorkflow) private readonly workflow: RevisionWorkflow) { }

    async queue(principal: Principal, { after, limit, ...filter }: ReviewFilter & { readonly after?: string; readonly limit: number }): Promise<{ rows: ReviewRow[]; next?: string }> {
        const now = new Date();
        const overdue = sql<boolean>`article.review_due_at <= ${now}`;
        const [wasOverdue, lastWeight, wasLate, id] = after ? fromCursor(after, 4) : [];
        let select = this.due(await reachOf(this.database.read(), principal), filter, now).innerJoin('knowledge.revision as live', join => join.onRef('live.article_id', '=', 'article.id').on('live.state', 'in', [...liveStates]))
            .select(['live.id as live_id', 'live.version as live_version', calls.as('calls'), quality.as('quality'), overdue.as('overdue'), lateness.as('lateness')]);
        if (after) {
            select = select.where(sql<boolean>`(${overdue}, ${weight}, ${lateness}, article.id) < (${wasOverdue === 1}, ${lastWeight}::int, ${wasLate}::float8, ${id}::uuid)`);
        }
        const rows = await select.orderBy(overdue, 'desc').orderBy(weight, 'desc').orderBy(lateness, 'desc').orderBy('article.id', 'desc').limit(limit + 1).execute();
        return pageOf(rows, limit, each => [each.overdue ? 1 : 0, each.uses + each.calls, each.lateness, each.id], each => ({ ...showArticle(each), revisionId: each.live_id, revisionVersion: each.live_version, calls: each.calls, overdue: each.overdue, quality: each.quality }));
    }

    async count(principal: Principal, filter: ReviewFilter): Promise<{ overdue: number; soon: number }> {
        const now = new Date();
        const counted = this.due(await reachOf(this.database.read(), principal), filter, now).clearSelect();
        return counted.select([sql<number>`count(*) filter (where article.review_due_at <= ${now})::int`.as('overdue'), sql<number>`count(*) filter (where article.review_due_at > ${now})::int`.as('soon')]).executeTakeFirstOrThrow();
    }

    /** Each on its own: one that has changed does not hold up the others. */
    async confirm(principal: Principal, items: readonly Confirmation[]): Promise<{ confirmed: number; refused: { revisionId: string; reason: Refusal }[] }> {
        const refused: { revisionId: string; reason: Refusal }[] = [];
        for (const { revisionId, version } of items) {
            try {
                await this.workflow.act(principal, { id: revisionId, version, action: 'verify' });
            } catch (error) {
                refused.push({ revisionId, reason: refusalOf(error) });
            }
        }
        return { confirmed: items.length - refused.length, refused };
    }

    /** Gives those their former review date that the caller confirmed within the last hour and that nobody has touched since; passes over the others. @returns how many */
    async takeBack(principal: Principal, revisionIds: readonly string[], now = new Date()): Promise<number> {
        let takenBack = 0;
        for (const id of new Set(revisionIds)) {
            takenBack += await this.takeBackOne(principal, id, now).then(() => 1, (error: unknown) => {
                if ((error as { readonly code?: unknown }).code === 'CONFLICT') {
                    return 0;
                }
                throw error;
            });
        }
        return takenBack;
    }

    /** @throws NOT_FOUND; FORBIDDEN; CONFLICT 'not-possible-now' */
    private async takeBackOne(principal: Principal, id: string, now: Date): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const { row, article, writable } = await holdRevision(transaction, principal, id);
            requireWritable(writable);
            const before = article.before_confirming;
            if (!before || before.revisionId !== id || before.version !== row.version || before.by !== principal.personId || Date.parse(before.at) < now.getTime() - takeBackMs) {
                throw conflict('not-possible-now', {});
            }
            await transaction.updateTable('knowledge.revision').set({ state: before.state, version: row.version + 1 }).where('id', '=', id).execute();
            await transaction.updateTable('knowledge.article').set({ state: before.state, verified_at: before.verifiedAt, review_due_at: before.reviewDueAt, before_confirming: null, changed_at: now }).where('id', '=', article.id).execute();
            log.audit('article.verify-undone', 'articles', article.id, { revision: id, number: row.number });
            articleChanged(log, { id: article.id, audience: article.audience, ownerId: article.owner_id });
        });
    }

    /** @throws NOT_FOUND and FORBIDDEN for any of them; INVALID 'unknown-person' */
    async handOver(principal: Principal, articleIds: readonly string[], ownerId: string): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            await requireOwner(transaction, ownerId);
            // In one order, so that two who hand over the same articles wait for each other instead of for ever.
            for (const id of [...new Set(articleIds)].sort()) {
                const { article, writable } = await holdArticle(transaction, principal, id);
                requireWritable(writable);
                await changeOwner(transaction, log, article, ownerId, article.expert_team_id);
            }
            if (ownerId !== principal.personId) {
                log.notify(ownerId, 'article.given', { count: new Set(articleIds).size }, linkTo('knowledge', 'articles', articleIds[0]!));
            }
        });
    }

    /** Tells whoever answers for articles what is due soon: one message a person, once for each review. @returns how many articles */
    async remind(now: Date): Promise<number> {
        const rows = await this.database.read<KnowledgeTables>().selectFrom('knowledge.article').select(['id', 'title', 'owner_id', 'verified_at', 'review_due_at']).where('state', '=', 'published').where('owner_id', 'is not', null)
            .where('review_due_at', '>', now).where('review_due_at', '<=', new Date(now.getTime() + longestLead)).where(sql<boolean>`reminded_of is distinct from review_due_at`).orderBy('review_due_at').execute();
        const ripe = rows.filter(each => reminderAt(each.verified_at?.getTime() ?? 0, each.review_due_at!.getTime()) <= now.getTime());
        for (const ownerId of new Set(ripe.map(each => each.owner_id!))) {
            const theirs = ripe.filter(each => each.owner_id === ownerId);
            await changeArticles(this.database, systemPrincipal('calendar'), async (transaction, log) => {
                await transaction.updateTable('knowledge.article').set(({ ref }) => ({ reminded_of: ref('review_due_at') })).where('id', 'in', theirs.map(each => each.id)).execute();
                log.audit('article.reminded', 'articles', theirs[0]!.id, { articles: theirs.length });
                log.notify(ownerId, 'article.due-soon', { title: theirs[0]!.title, others: theirs.length - 1 }, linkTo('knowledge', 'articles', theirs[0]!.id));
            });
        }
        return ripe.length;
    }

    private due(reach: Reach, { days, ownerId, categoryId }: ReviewFilter, now: Date) {
        let select = articlesWithin(this.database.read<KnowledgeTables>(), reach).where(reach.writable).where('article.state', 'in', [...liveStates]).where('article.review_due_at', '<=', new Date(now.getTime() + days * day));
        if (ownerId) { select = select.where('article.owner_id', '=', ownerId); }
        if (categoryId) { select = select.where(belowCategory(categoryId)); }
        return select;
    }
}

/** @throws what is no refusal */
function refusalOf(error: unknown): Refusal {
    const { code, data } = error instanceof ORPCError ? error as { code: string; data?: { reason?: string } } : { code: '', data: undefined };
    if (code === 'CONFLICT' && (data?.reason === 'changed-meanwhile' || data?.reason === 'not-possible-now')) {
        return data.reason;
    }
    if (code === 'FORBIDDEN' || code === 'NOT_FOUND') {
        return 'not-yours';
    }
    throw error;
}
