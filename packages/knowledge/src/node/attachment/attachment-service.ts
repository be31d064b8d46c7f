import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { BlobFailure, BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Selectable, sql } from 'kysely';
import { type Attachment, attachmentLimits } from '../../common/attachment/attachment-contract';
import { withoutMetadata } from '../../common/attachment/picture-metadata';
import { recogniseFile } from '../../common/attachment/recognise-file';
import { articleNames } from '../article/article-query';
import { articleChanged, type ArticleTransaction, changeArticles, holdArticle } from '../article/article-change';
import { requireWritable } from '../article/article-editing';
import { type Reach, reachOf } from '../article/reach';
import type { KnowledgeTables } from '../knowledge-tables';
import { addAttachment, attachmentsWithin, shownEver, shownNow } from './attachment-rows';
import type { AttachmentTable } from './attachment-tables';

/** Until when what was taken away can be brought back. */
export const restorableMs = 86_400_000;

/** Files of articles: who may see a revision may see what it shows. */
@injectable()
export class AttachmentService {
    constructor(@inject(Database) private readonly database: Database, @inject(BlobStore) private readonly blobs: BlobStore) { }

    /** In the order in which they were added. To whoever may not write the article, those that its published revision shows. @throws NOT_FOUND */
    async list(principal: Principal, articleId: string): Promise<Attachment[]> {
        const reach = await reachOf(this.database.read(), principal);
        const { writable } = orNotFound(await articleNames(this.database.read<KnowledgeTables>(), reach).select(reach.writable.as('writable')).where('article.id', '=', articleId).executeTakeFirst());
        const shown = sql<boolean>`exists (select from knowledge.revision_attachment mine join knowledge.revision on revision.id = mine.revision_id where mine.attachment_id = attachment.id and revision.article_id = ${articleId}
            and (revision.state in ('published', 'due-for-review') or ${writable} and revision.state not in ('superseded', 'retired')))`;
        const rows = await shownAttachments(this.database, reach).where(writable ? sql<boolean>`(attachment.article_id = ${articleId} and attachment.removed_at is null or ${shown})` : shown).orderBy('attachment.id').limit(attachmentLimits.files * 2).execute();
        return rows.map(show);
    }

    /** @throws NOT_FOUND, also for what is out of reach */
    async find(principal: Principal, id: string): Promise<Selectable<AttachmentTable>> {
        const reach = await reachOf(this.database.read(), principal);
        return orNotFound(await attachmentsWithin(this.database.read<KnowledgeTables>(), reach).selectAll('attachment').where('attachment.id', '=', id).executeTakeFirst());
    }

    /** Before a file is on its way at all. @throws NOT_FOUND; FORBIDDEN */
    async requireWritable(principal: Principal, articleId: string): Promise<void> {
        const reach = await reachOf(this.database.read(), principal);
        requireWritable(orNotFound(await articleNames(this.database.read<KnowledgeTables>(), reach).select(reach.writable.as('writable')).where('article.id', '=', articleId).executeTakeFirst()).writable);
    }

    /**
     * Takes a file in, recognised by its content; a picture without what its camera wrote about it. The same bytes are one file of an article, under the name that they had first.
     * @throws NOT_FOUND; FORBIDDEN; INVALID 'file-empty', 'attachment-too-large', 'attachment-unknown', 'too-many-attachments'
     */
    async add(principal: Principal, articleId: string, name: string, stream: Readable): Promise<Attachment> {
        const sent = await this.blobs.put(stream, { mediaType: 'application/octet-stream', maxBytes: attachmentLimits.bytes }).catch((error: unknown) => {
            throw error instanceof BlobFailure && error.code === 'too-large' ? invalid([{ path: 'file', code: 'attachment-too-large' }]) : error;
        });
        const bytes = sent.bytes > 0 ? await buffer(this.blobs.open(sent.hash)) : undefined;
        const file = bytes && recogniseFile(bytes);
        if (!file) {
            throw invalid([{ path: 'file', code: sent.bytes === 0 ? 'file-empty' : 'attachment-unknown' }]);
        }
        const cleaned = withoutMetadata(bytes, file.mediaType);
        // What was sent belongs to nothing then, and is swept away.
        const blob = cleaned === bytes ? sent : await this.blobs.put(Readable.from([Buffer.from(cleaned)]), { mediaType: 'application/octet-stream', maxBytes: attachmentLimits.bytes });
        const id = await changeArticles(this.database, principal, async (transaction, log) => {
            const { article, writable } = await holdArticle(transaction, principal, articleId);
            requireWritable(writable);
            const present = await transaction.selectFrom('knowledge.attachment').select(['id', 'blob_hash']).where('article_id', '=', articleId).where('removed_at', 'is', null).execute();
            const same = present.find(each => each.blob_hash === blob.hash);
            if (!same && present.length >= attachmentLimits.files) {
                throw invalid([{ path: 'file', code: 'too-many-attachments' }]);
            }
            const added = same?.id ?? await addAttachment(transaction, principal, { articleId }, { name, blob, file });
            log.audit('article.file-added', 'articles', articleId, { attachment: added, hash: blob.hash, bytes: blob.bytes, mediaType: file.mediaType });
            articleChanged(log, { id: articleId, audience: article.audience, ownerId: article.owner_id });
            return added;
        });
        const reach = await reachOf(this.database.read(), principal);
        return show(await shownAttachments(this.database, reach).where('attachment.id', '=', id).executeTakeFirstOrThrow());
    }

    /** @throws NOT_FOUND; FORBIDDEN; CONFLICT 'attachment-in-use' while something that is published or written shows it */
    async remove(principal: Principal, id: string): Promise<void> {
        await this.change(principal, id, 'article.file-removed', async transaction => {
            const { used } = await transaction.selectFrom('knowledge.attachment as attachment').select(shownNow.as('used')).where('attachment.id', '=', id).executeTakeFirstOrThrow();
            if (used) {
                throw conflict('attachment-in-use', {});
            }
            await transaction.updateTable('knowledge.attachment').set({ removed_at: new Date() }).where('id', '=', id).where('removed_at', 'is', null).execute();
        });
    }

    /** @throws NOT_FOUND, also when it is gone for good; FORBIDDEN */
    async restore(principal: Principal, id: string): Promise<void> {
        await this.change(principal, id, 'article.file-restored', async transaction => void await transaction.updateTable('knowledge.attachment').set({ removed_at: null }).where('id', '=', id).execute());
    }

    private async change(principal: Principal, id: string, action: string, change: (transaction: ArticleTransaction) => Promise<void>): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const reach = await reachOf(transaction, principal);
            const { article_id: articleId } = orNotFound(await attachmentsWithin(transaction, reach).select('attachment.article_id').where('attachment.id', '=', id).executeTakeFirst());
            const { article, writable } = await holdArticle(transaction, principal, orNotFound(articleId ?? undefined));
            requireWritable(writable);
            await change(transaction);
            log.audit(action, 'articles', article.id, { attachment: id });
            articleChanged(log, { id: article.id, audience: article.audience, ownerId: article.owner_id });
        });
    }
}

const shownAttachments = (database: Database, reach: Reach) => attachmentsWithin(database.read<KnowledgeTables>(), reach).leftJoin('core.person as person', 'person.id', 'attachment.person_id').selectAll('attachment')
    .select('person.name as person_name').select([shownNow.as('now'), shownEver.as('ever')]);

type Shown = Awaited<ReturnType<ReturnType<typeof shownAttachments>['executeTakeFirstOrThrow']>>;

const show = ({ now, ever, ...row }: Shown): Attachment => ({
    id: row.id, articleId: row.article_id, name: row.name, mediaType: row.media_type, bytes: Number(row.bytes), hash: row.blob_hash, width: row.width, height: row.height, personName: row.person_name, createdAt: row.created_at.toISOString(),
    place: now ? 'current' : ever ? 'earlier' : 'nowhere'
});
