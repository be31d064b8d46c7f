import { readPrincipal } from '@earshot/core/lib/node/access/read-principal';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { FeedbackReason, Flag, Verdicts } from '../../common/feedback/feedback-contract';
import { articleKind } from '../../common/article/article-kind';
import { liveStates } from '../../common/workflow/article-workflow';
import { type ArticleTransaction, articleChanged, changeArticles, holdArticle } from '../article/article-change';
import { requireWritable } from '../article/article-editing';
import { articleNames } from '../article/article-query';
import { reachOf } from '../article/reach';
import type { KnowledgeTables } from '../knowledge-tables';

type Reader = Principal & { readonly personId: string };
export interface FlagInput { readonly id: string; readonly reason: FeedbackReason; readonly text: string; readonly part: string | null; readonly suggestion: string | null }

/** What readers say of what is published: whether it helped, and what is wrong with it. */
@injectable()
export class FeedbackService {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @throws NOT_FOUND, also while nothing is published */
    async verdicts(principal: Reader, articleId: string): Promise<Verdicts> {
        const live = await this.live(principal, articleId);
        const rows = await this.database.read<KnowledgeTables>().selectFrom('knowledge.verdict').where('revision_id', '=', live).groupBy(['helpful', 'reason'])
            .select(['helpful', 'reason', sql<number>`count(*)::int`.as('count'), sql<boolean>`bool_or(person_id = ${principal.personId})`.as('mine')]).execute();
        const countOf = (helpful: boolean): number => rows.filter(each => each.helpful === helpful).reduce((sum, { count }) => sum + count, 0);
        return {
            helpful: countOf(true), notHelpful: countOf(false), mine: rows.find(each => each.mine)?.helpful ?? null,
            reasons: rows.flatMap(({ reason, count }) => reason === null ? [] : [{ reason, count }])
        };
    }

    /** @throws NOT_FOUND */
    async say(principal: Reader, articleId: string, helpful: boolean, reason: FeedbackReason | null): Promise<Verdicts> {
        const live = await this.live(principal, articleId);
        await changeArticles(this.database, principal, async (transaction, log) => {
            const verdict = { helpful, reason: helpful ? null : reason, at: new Date() };
            await transaction.insertInto('knowledge.verdict').values({ revision_id: live, person_id: principal.personId, ...verdict }).onConflict(conflicting => conflicting.columns(['revision_id', 'person_id']).doUpdateSet(verdict)).execute();
            log.audit('article.judged', 'articles', articleId, { helpful, reason: verdict.reason });
        });
        return this.verdicts(principal, articleId);
    }

    /** @throws NOT_FOUND; INVALID 'unknown-part' */
    async flag(principal: Reader, { id, reason, text, part, suggestion }: FlagInput): Promise<void> {
        const live = await this.live(principal, id);
        await changeArticles(this.database, principal, async (transaction, log) => {
            const { article } = await holdArticle(transaction, principal, id);
            if (part !== null && !articleKind(article.kind).parts.some(each => each.id === part)) {
                throw invalid([{ path: 'part', code: 'unknown-part' }]);
            }
            await transaction.insertInto('knowledge.flag').values({ id: newId(), article_id: id, revision_id: live, person_id: principal.personId, reason, text, part, suggestion: part === null ? null : suggestion, created_at: new Date(), answer: null, decided_by: null }).execute();
            log.audit('article.flagged', 'articles', id, { reason });
            if (article.owner_id && article.owner_id !== principal.personId) {
                log.notify(article.owner_id, 'article.flagged', { title: article.title }, linkTo('knowledge', 'articles', id));
            }
            articleChanged(log, { id, audience: article.audience, ownerId: article.owner_id });
        });
    }

    /** What was pointed out about articles that the caller may write, newest first; not of a revision that was not for them. */
    async flags(principal: Principal, { after, limit, articleId, state }: { readonly after?: string; readonly limit: number; readonly articleId?: string; readonly state?: Flag['state'] }): Promise<{ rows: Flag[]; next?: string }> {
        const reach = await reachOf(this.database.read(), principal);
        let select = this.database.read<KnowledgeTables>().selectFrom('knowledge.flag as flag').innerJoin('knowledge.article as article', 'article.id', 'flag.article_id').innerJoin('knowledge.revision as revision', 'revision.id', 'flag.revision_id')
            .innerJoin('core.person as person', 'person.id', 'flag.person_id').where(reach.writable).where(reach.past('revision'))
            .select(['flag.id', 'flag.article_id', 'article.title', 'revision.number', 'person.name', 'flag.reason', 'flag.text', 'flag.part', 'flag.suggestion', 'flag.state', 'flag.created_at', 'flag.answer'])
            .select(sql<string | null>`revision.content -> 'parts' ->> flag.part`.as('original')).orderBy('flag.id', 'desc').limit(limit + 1);
        if (articleId) { select = select.where('flag.article_id', '=', articleId); }
        if (state) { select = select.where('flag.state', '=', state); }
        if (after) { select = select.where('flag.id', '<', String(fromCursor(after, 1)[0])); }
        return pageOf(await select.execute(), limit, ({ id }) => [id], each => ({
            id: each.id, articleId: each.article_id, articleTitle: each.title, revisionNumber: each.number, personName: each.name, reason: each.reason, text: each.text, part: each.part, suggestion: each.suggestion, original: each.original,
            state: each.state, createdAt: each.created_at.toISOString(), answer: each.answer
        }));
    }

    /** @throws NOT_FOUND; FORBIDDEN; CONFLICT 'flag-decided' */
    async decide(principal: Reader, { id, state, answer }: { readonly id: string; readonly state: 'taken' | 'declined'; readonly answer: string | null }): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const found = orNotFound(await transaction.selectFrom('knowledge.flag').selectAll().where('id', '=', id).executeTakeFirst());
            const { article, writable } = await holdArticle(transaction, principal, found.article_id);
            requireWritable(writable);
            orNotFound(await transaction.selectFrom('knowledge.revision as revision').innerJoin('knowledge.article as article', 'article.id', 'revision.article_id').select('revision.id')
                .where('revision.id', '=', found.revision_id).where((await reachOf(transaction, principal)).past('revision')).executeTakeFirst());
            const decided = await transaction.updateTable('knowledge.flag').set({ state, answer, decided_by: principal.personId, decided_at: new Date() }).where('id', '=', id).where('state', '=', 'open').returning('id').executeTakeFirst();
            if (!decided) {
                throw conflict('flag-decided', {});
            }
            log.audit(`article.flag-${state}`, 'articles', article.id, { flag: id });
            if (await knows(transaction, found.person_id, article.id)) {
                log.notify(found.person_id, 'article.flag-decided', { title: article.title, state, answer: answer ?? '' }, linkTo('knowledge', 'articles', article.id));
            }
            articleChanged(log, { id: article.id, audience: article.audience, ownerId: article.owner_id });
        });
    }

    private async live(principal: Principal, articleId: string): Promise<string> {
        const reach = await reachOf(this.database.read(), principal);
        return orNotFound(await this.database.read<KnowledgeTables>().selectFrom('knowledge.revision as revision').innerJoin('knowledge.article as article', 'article.id', 'revision.article_id').select('revision.id')
            .where('article.id', '=', articleId).where('revision.state', 'in', [...liveStates]).where(reach.article).executeTakeFirst()).id;
    }
}

/** Whether somebody may know of an article now: to those for whom it is no longer, it is not named. */
async function knows(transaction: ArticleTransaction, personId: string, articleId: string): Promise<boolean> {
    const person = await readPrincipal(transaction as unknown as Transaction<CoreTables>, personId, { via: 'session' });
    return !!person?.permissions.has('article:read') && !!await articleNames(transaction, await reachOf(transaction, person)).where('article.id', '=', articleId).executeTakeFirst();
}
