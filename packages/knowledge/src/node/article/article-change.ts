import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { Selectable, Transaction } from 'kysely';
import { type ArticleContent, linesOf } from '../../common/article/article-content';
import { isConfidential } from '../../common/article/audience';
import { linkedArticles } from '../../common/link/article-links';
import { liveStates, openStates } from '../../common/workflow/article-workflow';
import type { ArticleTable, KnowledgeTables, RevisionTable, Tables } from '../knowledge-tables';
import { reachOf } from './reach';

export type ArticleTransaction = Transaction<Tables>;

/** An entity id that nothing has. */
const nobody = '00000000-0000-7000-8000-000000000000';

/**
 * Tells the browsers, and the search index. Of a confidential article only those may learn the id who see everything or answer for it; the others are
 * told that something changed, and find out by asking whether it is theirs to see.
 */
export function articleChanged(log: ChangeLog, article: { readonly id: string; readonly audience: readonly string[]; readonly ownerId: string | null }, people: readonly string[] = []): void {
    if (isConfidential(article.audience)) {
        log.event({ type: 'article.changed', entityId: article.id }, { permission: 'article:read-all', people: [...people, ...article.ownerId ? [article.ownerId] : []] });
        log.event({ type: 'article.changed', entityId: nobody }, { permission: 'article:read' });
    } else {
        log.event({ type: 'article.changed', entityId: article.id }, { permission: 'article:read' });
    }
}

/** Tells the browsers that several articles have changed; none is named. */
export const articlesChanged = (log: ChangeLog): void => log.event({ type: 'article.changed', entityId: nobody }, { permission: 'article:read' });

export interface Held { readonly article: Selectable<ArticleTable>; readonly writable: boolean; readonly reachable: (revision: Selectable<RevisionTable>) => Promise<boolean> }

/** Holds an article until the transaction ends: changes of its revisions wait for each other. @throws NOT_FOUND when it is out of reach */
export async function holdArticle(transaction: ArticleTransaction, principal: Principal, id: string): Promise<Held> {
    const reach = await reachOf(transaction, principal);
    const { writable, ...article } = orNotFound(await transaction.selectFrom('knowledge.article as article').selectAll('article').select(reach.writable.as('writable')).where('article.id', '=', id).where(reach.article).forUpdate('article').executeTakeFirst());
    return {
        article, writable,
        reachable: async revision => !!await transaction.selectFrom('knowledge.revision as revision').innerJoin('knowledge.article as article', 'article.id', 'revision.article_id').select('revision.id')
            .where('revision.id', '=', revision.id).where(reach.open('revision')).executeTakeFirst()
    };
}

/** A revision whose article is held. @throws NOT_FOUND */
export async function holdRevision(transaction: ArticleTransaction, principal: Principal, id: string): Promise<Held & { readonly row: Selectable<RevisionTable> }> {
    const { article_id: articleId } = orNotFound(await transaction.selectFrom('knowledge.revision').select('article_id').where('id', '=', id).executeTakeFirst());
    const held = await holdArticle(transaction, principal, articleId);
    const row = orNotFound(await transaction.selectFrom('knowledge.revision').selectAll().where('id', '=', id).executeTakeFirst());
    orNotFound(await held.reachable(row) || undefined);
    return { ...held, row };
}

export const openRevision = (transaction: ArticleTransaction, articleId: string) =>
    transaction.selectFrom('knowledge.revision').selectAll().where('article_id', '=', articleId).where('state', 'in', [...openStates]).executeTakeFirst();

/** @throws CONFLICT 'changed-meanwhile' when it is no longer the version that the caller saw. */
export const requireVersion = (row: { readonly version: number }, seen: number): void => {
    if (row.version !== seen) {
        throw conflict('changed-meanwhile', { version: row.version });
    }
};

const asDate = (moment: string | null): Date | null => moment === null ? null : new Date(moment);

/** What lists ask for, out of a content. */
export const listedColumns = (content: ArticleContent) => ({
    kind: content.kind, language: content.language, title: content.title, category_id: content.categoryId, tags: [...content.tags], audience: [...content.audience], valid_from: asDate(content.validFrom), valid_until: asDate(content.validUntil),
    source_number: content.sourceNumber, keywords: [...content.tags, ...linesOf(content.parts.similar)].join('\n')
});

/** The links out of what is published and what is written, anew. */
export async function keepLinks(transaction: ArticleTransaction, articleId: string): Promise<void> {
    const revisions = await transaction.selectFrom('knowledge.revision').select('content').where('article_id', '=', articleId).where('state', 'in', [...openStates, ...liveStates]).execute();
    const targets = linkedArticles(revisions.flatMap(({ content }) => Object.values(content.parts))).filter(each => each !== articleId);
    await transaction.deleteFrom('knowledge.link').where('article_id', '=', articleId).execute();
    if (targets.length) {
        await transaction.insertInto('knowledge.link').values(targets.map(each => ({ article_id: articleId, target_id: each }))).execute();
    }
}

export const changeArticles = <R>(database: Database, principal: Principal, change: (transaction: ArticleTransaction, log: ChangeLog) => Promise<R>): Promise<R> =>
    database.write<R, KnowledgeTables>(principal, change);
