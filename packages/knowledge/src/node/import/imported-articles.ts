import { type Principal, scopeOf } from '@earshot/core/lib/node/api/context';
import { conflict } from '@earshot/core/lib/node/api/failure';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import type { ArticleContent } from '../../common/article/article-content';
import { liveStates } from '../../common/workflow/article-workflow';
import { articleChanged, type ArticleTransaction, holdArticle, listedColumns, openRevision } from '../article/article-change';
import { addDraft, requireNoTranslation, requireSound, requireWritable, touch, withSourceNumber } from '../article/article-editing';
import { hashOfContent } from '../article/revision-rows';

export interface ImportedArticle { readonly id: string; readonly content: ArticleContent }
export interface WrittenDraft { readonly revision: string; readonly hash: string }

/** One transaction writes several articles: what is refused is refused before anything of it is written. */
export interface Writing { readonly transaction: ArticleTransaction; readonly log: ChangeLog; readonly principal: Principal }

/**
 * Writes an article that was imported, under the id that was chosen for it.
 * @throws FORBIDDEN; INVALID 'unknown-category', 'unknown-part'; NOT_FOUND for an original out of reach; CONFLICT 'translation-exists'
 */
export async function writeImported({ transaction, log, principal }: Writing, { id, content: found, sourceId }: ImportedArticle & { readonly sourceId: string | null }): Promise<WrittenDraft> {
    scopeOf(principal, 'article:write');
    await requireSound(transaction, found);
    const source = sourceId ? (await holdArticle(transaction, principal, sourceId)).article : undefined;
    const originalId = source?.source_id ?? source?.id ?? null;
    if (originalId) {
        await requireNoTranslation(transaction, originalId, found.language);
    }
    const content = await withSourceNumber(transaction, found, originalId);
    const now = new Date();
    await transaction.insertInto('knowledge.article').values({
        id, ...listedColumns(content), owner_id: principal.personId, expert_team_id: source?.expert_team_id ?? null, source_id: originalId, published_number: null, created_at: now, changed_at: now
    }).execute();
    const revision = await addDraft(transaction, principal, id, content, null);
    const hash = hashOfContent(content);
    log.audit('article.imported', 'articles', id, { hash, revision });
    articleChanged(log, { id, audience: content.audience, ownerId: principal.personId });
    return { revision, hash };
}

/** A draft of what was imported, over what was published when the import was looked at. @throws NOT_FOUND; FORBIDDEN; CONFLICT 'draft-exists', 'changed-meanwhile'; INVALID */
export async function writeImportedChange({ transaction, log, principal }: Writing, { id, content, baseHash }: ImportedArticle & { readonly baseHash: string }): Promise<WrittenDraft> {
    const { article, writable } = await holdArticle(transaction, principal, id);
    requireWritable(writable);
    if (await openRevision(transaction, id)) {
        throw conflict('draft-exists', {});
    }
    await requireSound(transaction, content);
    const live = await transaction.selectFrom('knowledge.revision').select(['id', 'hash']).where('article_id', '=', id).where('state', 'in', [...liveStates]).executeTakeFirst();
    if (live?.hash !== baseHash) {
        throw conflict('changed-meanwhile', {});
    }
    const revision = await addDraft(transaction, principal, id, content, live.id);
    await touch(transaction, id);
    const hash = hashOfContent(content);
    log.audit('article.imported', 'articles', id, { hash, revision });
    articleChanged(log, { id, audience: article.audience, ownerId: article.owner_id });
    return { revision, hash };
}
