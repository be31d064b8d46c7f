import type { Principal } from '@earshot/core/lib/node/api/context';
import { recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import type { StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { linkedAttachments } from '../../common/attachment/attachment-links';
import { safeName } from '../../common/attachment/safe-name';
import type { RecognisedFile } from '../../common/attachment/recognise-file';
import type { ArticleContent } from '../../common/article/article-content';
import { liveStates, openStates } from '../../common/workflow/article-workflow';
import type { ArticleTransaction } from '../article/article-change';
import { type Reach, reachOf } from '../article/reach';
import type { Tables } from '../knowledge-tables';

const live = sql.join([...liveStates]);
const current = sql.join([...liveStates, ...openStates]);

/** On `attachment`: whether a revision in one of the states of what is read or written shows it. */
export const shownNow: RawBuilder<boolean> = sql<boolean>`exists (select from knowledge.revision_attachment shown join knowledge.revision on revision.id = shown.revision_id where shown.attachment_id = attachment.id and revision.state in (${current}))`;
/** On `attachment`: whether any revision shows it. */
export const shownEver: RawBuilder<boolean> = sql<boolean>`exists (select from knowledge.revision_attachment shown where shown.attachment_id = attachment.id)`;

/**
 * On `attachment`: the files that somebody may see. Those of a revision that they may see, those of an article that they may write, and their own
 * of an import that has not been written.
 */
export const withinReach = (reach: Reach): RawBuilder<boolean> => sql<boolean>`(
    exists (select from knowledge.revision_attachment shown join knowledge.revision on revision.id = shown.revision_id join knowledge.article on article.id = revision.article_id
        where shown.attachment_id = attachment.id and ${reach.article} and (revision.state in (${live}) or ${reach.open('revision')}))
    or exists (select from knowledge.article where article.id = attachment.article_id and ${reach.writable})
    or attachment.article_id is null and attachment.person_id is not distinct from ${reach.personId}::uuid)`;

export const attachmentsWithin = (database: Kysely<Tables>, reach: Reach) => database.selectFrom('knowledge.attachment as attachment').where(withinReach(reach));

/** A file that was recognised, of an article or of an import that has yet to make one. @returns its id */
export async function addAttachment(transaction: ArticleTransaction, principal: Principal, of: { readonly articleId: string } | { readonly importId: string }, { name, blob, file }: { readonly name: string; readonly blob: StoredBlob; readonly file: RecognisedFile }): Promise<string> {
    const id = newId();
    await recordBlob(transaction, blob);
    await transaction.insertInto('knowledge.attachment').values({
        id, article_id: 'articleId' in of ? of.articleId : null, import_id: 'importId' in of ? of.importId : null, blob_hash: blob.hash, name: safeName(name, file.ending), media_type: file.mediaType, bytes: blob.bytes,
        width: file.picture?.width ?? null, height: file.picture?.height ?? null, person_id: principal.personId, created_at: new Date()
    }).execute();
    return id;
}

/** Which files a revision shows, anew. One that whoever writes may not see is left out: to name its id must not lead to it. */
export async function keepAttachments(transaction: ArticleTransaction, principal: Principal, revisionId: string, content: ArticleContent): Promise<void> {
    const ids = linkedAttachments(Object.values(content.parts));
    const seen = ids.length ? await attachmentsWithin(transaction, await reachOf(transaction, principal)).select('attachment.id').where('attachment.id', 'in', [...ids]).execute() : [];
    await transaction.deleteFrom('knowledge.revision_attachment').where('revision_id', '=', revisionId).execute();
    if (seen.length) {
        await transaction.insertInto('knowledge.revision_attachment').values(seen.map(each => ({ revision_id: revisionId, attachment_id: each.id }))).execute();
        // What came with an import, or lost its article, belongs to the first that shows it.
        await transaction.updateTable('knowledge.attachment').set({ article_id: sql<string>`(select article_id from knowledge.revision where id = ${revisionId})` }).where('id', 'in', seen.map(each => each.id)).where('article_id', 'is', null).execute();
    }
}
