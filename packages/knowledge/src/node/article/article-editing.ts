import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, invalid, notFound, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { ORPCError } from '@orpc/server';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type ArticleContent, type FurtherFields, newContent } from '../../common/article/article-content';
import { articleKind, type ArticleKindId, type ArticleLanguage } from '../../common/article/article-kind';
import { liveStates } from '../../common/workflow/article-workflow';
import type { ArticleTable, RevisionTable } from '../knowledge-tables';
import { type ArticleTransaction, articleChanged, changeArticles, holdArticle, holdRevision, keepLinks, listedColumns, openRevision, requireVersion } from './article-change';
import { hashOfContent } from './revision-rows';
import { keepAttachments } from '../attachment/attachment-rows';
import { type Selectable, sql } from 'kysely';

export interface NewArticle { readonly kind: ArticleKindId; readonly language: ArticleLanguage; readonly title: string; readonly categoryId: string; readonly sourceId?: string }

/** Begins, writes and discards revisions; says who answers for an article. */
@injectable()
export class ArticleEditing {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @returns the id of the first revision, a draft. @throws INVALID 'unknown-category'; NOT_FOUND for an original out of reach; CONFLICT 'translation-exists' */
    async create(principal: Principal, about: NewArticle, content: ArticleContent = newContent(about)): Promise<string> {
        scopeOf(principal, 'article:write');
        return changeArticles(this.database, principal, async (transaction, log) => {
            await requireSound(transaction, content);
            const source = about.sourceId ? (await holdArticle(transaction, principal, about.sourceId)).article : undefined;
            const originalId = source?.source_id ?? source?.id ?? null;
            if (originalId) {
                await requireNoTranslation(transaction, originalId, content.language);
            }
            const begun = await withSourceNumber(transaction, content, originalId);
            const id = newId();
            const now = new Date();
            await transaction.insertInto('knowledge.article').values({
                id, ...listedColumns(begun), owner_id: principal.personId, expert_team_id: source?.expert_team_id ?? null, source_id: originalId, published_number: null, created_at: now, changed_at: now
            }).execute();
            log.audit('article.created', 'articles', id, { kind: begun.kind, language: begun.language, ...originalId ? { source: originalId } : {} });
            const revision = await addDraft(transaction, principal, id, begun, null);
            articleChanged(log, { id, audience: begun.audience, ownerId: principal.personId });
            return revision;
        });
    }

    /**
     * Discards a draft that nobody has touched since it was written: not its text, its note or its way through the workflow, which all show in its version,
     * nor whom the article belongs to where it would go with the draft; and of which nobody has spoken, made a translation or taken a picture in.
     * @returns false where somebody has, or where it was never there for the caller
     */
    async discardUntouched(principal: Principal, { id, hash }: { readonly id: string; readonly hash: string }): Promise<boolean> {
        try {
            await this.discard(principal, id, hash);
            return true;
        } catch (error) {
            if (error instanceof ORPCError && ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT'].includes(error.code)) {
                return false;
            }
            throw error;
        }
    }

    /** A draft from what is published, or from any revision within reach to restore it. @returns its id. @throws NOT_FOUND; CONFLICT 'draft-exists' */
    async begin(principal: Principal, articleId: string, from?: string): Promise<string> {
        return this.write(principal, articleId, async (transaction, log, { article, writable, reachable }) => {
            requireWritable(writable);
            const open = await openRevision(transaction, articleId);
            if (open) {
                throw conflict('draft-exists', await reachable(open) ? { id: open.id } : {});
            }
            const all = await transaction.selectFrom('knowledge.revision').selectAll().where('article_id', '=', articleId).orderBy('number', 'desc').execute();
            const wanted = from ? all.find(each => each.id === from) : undefined;
            if (from && !(wanted && (isLive(wanted) || await reachable(wanted)))) {
                throw notFound();
            }
            const base = orNotFound(wanted ?? all.find(isLive) ?? all[0]);
            const id = await addDraft(transaction, principal, articleId, withOthers(base.content, article.others), base.id);
            log.audit('article.revision-begun', 'articles', articleId, { revision: id, from: base.number });
            await touch(transaction, articleId);
            articleChanged(log, { id: articleId, audience: article.audience, ownerId: article.owner_id });
            return id;
        });
    }

    /**
     * Saves a draft, with gaps. Saving what is there already changes nothing, so that a repeated request is recognised.
     * @throws NOT_FOUND; CONFLICT 'not-a-draft', 'changed-meanwhile'; 'translation-exists'; INVALID for parts that the kind does not have.
     */
    async save(principal: Principal, { id, version, content, note }: { readonly id: string; readonly version: number; readonly content: ArticleContent; readonly note: string | null }): Promise<void> {
        const hash = hashOfContent(content);
        await changeArticles(this.database, principal, async (transaction, log) => {
            const { row, article, writable } = await holdRevision(transaction, principal, id);
            requireWritable(writable);
            requireDraft(row);
            await requireSound(transaction, content);
            if (content.language !== row.content.language) {
                await requireNoTranslation(transaction, article.source_id ?? article.id, content.language, article.id);
            }
            if (row.hash !== hash || row.note !== note) {
                requireVersion(row, version);
                const contributors = [...new Set([...row.contributors, ...principal.personId ? [principal.personId] : []])];
                await transaction.updateTable('knowledge.revision').set({ content: JSON.stringify(content), hash, note, audience: [...content.audience], author_id: principal.personId, contributors, changed_at: new Date(), version: version + 1 })
                    .where('id', '=', id).execute();
                if (article.state === 'new') {
                    await transaction.updateTable('knowledge.article').set(listedColumns(content)).where('id', '=', article.id).execute();
                }
                await keepLinks(transaction, article.id);
                await keepAttachments(transaction, principal, id, content);
                await touch(transaction, article.id);
                articleChanged(log, { id: article.id, audience: article.state === 'new' ? content.audience : article.audience, ownerId: article.owner_id }, contributors);
            }
            log.audit('article.draft-saved', 'articles', article.id, { revision: id, hash });
        });
    }

    /** @param untouched where given, only a draft with this hash at which nobody has been since it was written. @throws NOT_FOUND; CONFLICT 'not-a-draft', 'changed-meanwhile' */
    async discard(principal: Principal, id: string, untouched?: string): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const { row, article, writable } = await holdRevision(transaction, principal, id);
            requireWritable(writable);
            requireDraft(row);
            if (untouched !== undefined && (row.hash !== untouched || await wasTouched(transaction, row, article))) {
                throw conflict('changed-meanwhile', { version: row.version });
            }
            await transaction.deleteFrom('knowledge.revision').where('id', '=', id).execute();
            log.audit('article.draft-discarded', 'articles', article.id, { number: row.number });
            const other = await transaction.selectFrom('knowledge.revision').select('id').where('article_id', '=', article.id).limit(1).executeTakeFirst();
            if (other) {
                await keepLinks(transaction, article.id);
                await touch(transaction, article.id);
            } else {
                await transaction.updateTable('knowledge.article').set({ source_id: null }).where('source_id', '=', article.id).execute();
                await transaction.deleteFrom('knowledge.article').where('id', '=', article.id).execute();
                log.audit('article.discarded', 'articles', article.id);
            }
            articleChanged(log, { id: article.id, audience: article.audience, ownerId: article.owner_id });
        });
    }

    /** Owner and expert group are no part of what is approved. @throws NOT_FOUND; CONFLICT 'changed-meanwhile'; INVALID 'unknown-person', 'unknown-team' */
    async own(principal: Principal, { id, version, ownerId, expertTeamId }: { readonly id: string; readonly version: number; readonly ownerId: string | null; readonly expertTeamId: string | null }): Promise<void> {
        await this.write(principal, id, async (transaction, log, { article, writable }) => {
            requireWritable(writable);
            requireVersion(article, version);
            if (ownerId) {
                await requireOwner(transaction, ownerId);
            }
            if (expertTeamId && !await transaction.selectFrom('core.team').select('id').where('id', '=', expertTeamId).executeTakeFirst()) {
                throw invalid([{ path: 'expertTeamId', code: 'unknown-team' }]);
            }
            await changeOwner(transaction, log, article, ownerId, expertTeamId);
        });
    }

    private write<R>(principal: Principal, articleId: string, change: (transaction: ArticleTransaction, log: ChangeLog, held: Awaited<ReturnType<typeof holdArticle>>) => Promise<R>): Promise<R> {
        return changeArticles(this.database, principal, async (transaction, log) => change(transaction, log, await holdArticle(transaction, principal, articleId)));
    }
}

/** What the file of an import said besides stood with the article once, and not with what was approved. */
export const withOthers = (content: ArticleContent, others: FurtherFields | null): ArticleContent => content.others || !others ? content : { ...content, others };

const isLive = ({ state }: Selectable<RevisionTable>): boolean => (liveStates as readonly string[]).includes(state);

/** A new translation says which revision of its original it renders: the published one or, where nothing is published yet, the newest. */
export async function withSourceNumber(transaction: ArticleTransaction, content: ArticleContent, originalId: string | null): Promise<ArticleContent> {
    if (originalId === null || content.sourceNumber !== null) {
        return content;
    }
    const original = await transaction.selectFrom('knowledge.article').select('published_number').where('id', '=', originalId).executeTakeFirst();
    const newest = await transaction.selectFrom('knowledge.revision').select(({ fn }) => fn.max('number').as('number')).where('article_id', '=', originalId).executeTakeFirst();
    return { ...content, sourceNumber: original?.published_number ?? newest?.number ?? null };
}

/** Within reach, but not theirs to write. */
export const requireWritable = (writable: boolean): void => {
    if (!writable) {
        throw forbidden('article:write');
    }
};

/** Only who works here can answer for something. @throws INVALID 'unknown-person' */
export async function requireOwner(transaction: ArticleTransaction, ownerId: string): Promise<void> {
    if (!await transaction.selectFrom('core.person').select('id').where('id', '=', ownerId).where('status', '=', 'active').executeTakeFirst()) {
        throw invalid([{ path: 'ownerId', code: 'unknown-person' }]);
    }
}

/** Lets somebody, with a group of experts, answer for an article that is held. */
export async function changeOwner(transaction: ArticleTransaction, log: ChangeLog, { id, audience, version }: Selectable<ArticleTable>, ownerId: string | null, expertTeamId: string | null): Promise<void> {
    await transaction.updateTable('knowledge.article').set({ owner_id: ownerId, expert_team_id: expertTeamId, version: version + 1, changed_at: new Date() }).where('id', '=', id).execute();
    log.audit('article.owned', 'articles', id, { owner: ownerId, team: expertTeamId });
    articleChanged(log, { id, audience, ownerId });
}

/**
 * Whether somebody has been at a draft since it was begun. Every save, with its note, and every step to and fro counts up its version, and a change of owner
 * that of the article, which matters where nothing else is left of it; so do a translation and a file that came later.
 */
async function wasTouched(transaction: ArticleTransaction, row: Selectable<RevisionTable>, article: Selectable<ArticleTable>): Promise<boolean> {
    const { spoken, alone, used } = await transaction.selectNoFrom([
        sql<boolean>`exists (select from knowledge.comment where revision_id = ${row.id})`.as('spoken'), sql<boolean>`not exists (select from knowledge.revision where article_id = ${article.id} and id <> ${row.id})`.as('alone'),
        sql<boolean>`exists (select from knowledge.article where source_id = ${article.id}) or exists (select from knowledge.attachment where article_id = ${article.id} and import_id is null)`.as('used')
    ]).executeTakeFirstOrThrow();
    return row.version !== 1 || spoken || alone && (article.version !== 1 || used);
}

const requireDraft = (row: Selectable<RevisionTable>): void => {
    if (row.state !== 'draft') {
        throw conflict('not-a-draft', { state: row.state });
    }
};

export const touch = (transaction: ArticleTransaction, articleId: string) => transaction.updateTable('knowledge.article').set({ changed_at: new Date() }).where('id', '=', articleId).execute();

export async function addDraft(transaction: ArticleTransaction, principal: Principal, articleId: string, content: ArticleContent, begunFrom: string | null): Promise<string> {
    const { last } = await transaction.selectFrom('knowledge.revision').select(({ fn }) => fn.max('number').as('last')).where('article_id', '=', articleId).executeTakeFirstOrThrow();
    const id = newId();
    const now = new Date();
    await transaction.insertInto('knowledge.revision').values({
        id, article_id: articleId, number: (last ?? 0) + 1, state: 'draft', content: JSON.stringify(content), hash: hashOfContent(content), audience: [...content.audience], author_id: principal.personId,
        contributors: principal.personId ? [principal.personId] : [], note: null, begun_from: begunFrom, created_at: now, changed_at: now
    }).execute();
    await keepLinks(transaction, articleId);
    await keepAttachments(transaction, principal, id, content);
    return id;
}

export async function requireSound(transaction: ArticleTransaction, content: ArticleContent): Promise<void> {
    const known = articleKind(content.kind).parts.map(each => each.id);
    const foreign = Object.keys(content.parts).filter(each => !known.includes(each));
    if (foreign.length) {
        throw invalid(foreign.map(each => ({ path: `content.parts.${each}`, code: 'unknown-part' })));
    }
    if (!await transaction.selectFrom('knowledge.category').select('id').where('id', '=', content.categoryId).executeTakeFirst()) {
        throw invalid([{ path: 'categoryId', code: 'unknown-category' }]);
    }
}

/** @param besides the article itself, where it is there already. @throws CONFLICT 'translation-exists' */
export async function requireNoTranslation(transaction: ArticleTransaction, originalId: string, language: ArticleLanguage, besides?: string): Promise<void> {
    const taken = await transaction.selectFrom('knowledge.article').select('id').where(({ or, eb }) => or([eb('id', '=', originalId), eb('source_id', '=', originalId)])).where('language', '=', language).$if(besides !== undefined, others => others.where('id', '<>', besides!)).executeTakeFirst();
    if (taken) {
        throw conflict('translation-exists', {});
    }
}
