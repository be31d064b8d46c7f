import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../knowledge-tables';
import { audienceWords, ownWords, ownWordsOfArticle } from './audience-words';

export const approvalPermissions = ['article:approve', 'article:approve-legal', 'article:approve-compliance'] as const;

/** What a person sees of the knowledge base: conditions for inside the queries, so that what is outside is never read, counted or named. */
export interface Reach {
    readonly personId: string | null;
    /** On `article`: the articles that they may know of. */
    readonly article: RawBuilder<boolean>;
    /** On `article` and a revision with this name: whether they may know of a revision that is not published yet. */
    open(revision: string): RawBuilder<boolean>;
    /** On `article` and a revision with this name that was published once: whether they may know what it said, whatever is published by now. */
    past(revision: string): RawBuilder<boolean>;
    /** On `article`: those that they may write. */
    readonly writable: RawBuilder<boolean>;
}

/** @throws FORBIDDEN without `article:read` */
export async function reachOf(database: Kysely<Tables>, principal: Principal): Promise<Reach> {
    scopeOf(principal, 'article:read');
    const { personId } = principal;
    const all = sql<boolean>`true`;
    if (principal.via === 'system') {
        return { personId, article: all, open: () => all, past: () => all, writable: all };
    }
    const words = sql`${[...await audienceWords(database, principal)]}::text[]`;
    const writes = principal.permissions.get('article:write');
    const seesAll = principal.permissions.has('article:read-all');
    const seesDrafts = writes === 'all' || approvalPermissions.some(each => principal.permissions.has(each));
    const owns = sql`article.owner_id is not distinct from ${personId}::uuid`;
    const own = sql`(${ownWordsOfArticle} && ${[...ownWords(principal)]}::text[])`;
    const current = sql`(article.state in ('published', 'due-for-review') and coalesce(article.valid_from <= now(), true) and coalesce(article.valid_until > now(), true))`;
    const article = seesAll ? all : sql<boolean>`((article.audience && ${words} or ${own}) and (${current} or ${seesDrafts} or ${own}))`;
    return {
        personId, article,
        open: revision => seesAll ? all : sql<boolean>`(${owns} or ${personId} = any(${sql.ref(`${revision}.contributors`)}) or ${seesDrafts} and ${sql.ref(`${revision}.audience`)} && ${words})`,
        past: revision => seesAll ? all : sql<boolean>`(${own} or ${sql.ref(`${revision}.audience`)} && ${words})`,
        writable: writes === 'all' ? article : writes ? sql<boolean>`(${article} and ${own})` : sql<boolean>`false`
    };
}
