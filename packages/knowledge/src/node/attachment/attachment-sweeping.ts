import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { forgetBlob } from '@earshot/core/lib/node/blobs/blob-records';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { changeArticles } from '../article/article-change';
import type { KnowledgeTables } from '../knowledge-tables';
import { shownEver } from './attachment-rows';
import { restorableMs } from './attachment-service';

/** Whoever adds a file has this long to show it somewhere. */
const unusedMs = 7 * 86_400_000;
const batch = 200;

/** Lets go, every night, of files that no revision shows: taken away, never used, or of an article or an import that is gone. */
@injectable()
export class AttachmentSweeping implements ScheduleContribution {
    readonly name = 'attachment-sweeping';
    readonly when = { cron: '50 2 * * *' };

    constructor(@inject(Database) private readonly database: Database) { }

    async run(): Promise<void> {
        await this.sweep(new Date());
    }

    /** @returns how many files were let go of */
    async sweep(now: Date): Promise<number> {
        let swept = 0;
        for (let found = batch; found === batch;) {
            const rows = await this.database.read<KnowledgeTables>().selectFrom('knowledge.attachment as attachment').select('attachment.id').where(sql<boolean>`not ${shownEver}`)
                .where(sql<boolean>`(attachment.removed_at < ${new Date(now.getTime() - restorableMs)} or attachment.created_at < ${new Date(now.getTime() - unusedMs)}
                    and not exists (select from knowledge.article_import import where import.id = attachment.import_id and import.state in ('reading', 'ready', 'writing')))`).limit(batch).execute();
            found = rows.length;
            swept += found ? await this.remove(rows.map(each => each.id)) : 0;
        }
        return swept;
    }

    private remove(ids: readonly string[]): Promise<number> {
        return changeArticles(this.database, systemPrincipal('attachment-sweeping'), async (transaction, log) => {
            // Somebody may have shown one of them since it was looked for: the reference keeps it.
            const gone = await transaction.deleteFrom('knowledge.attachment as attachment').where('attachment.id', 'in', [...ids]).where(sql<boolean>`not ${shownEver}`).returning(['attachment.id', 'attachment.blob_hash', 'attachment.article_id']).execute();
            for (const hash of new Set(gone.map(each => each.blob_hash))) {
                await forgetBlob(transaction, hash);
            }
            gone.forEach(each => log.audit('article.file-swept', 'articles', each.article_id ?? each.id, { attachment: each.id, hash: each.blob_hash }));
            return gone.length;
        });
    }
}
