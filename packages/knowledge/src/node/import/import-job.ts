import type { JobContribution, JobHandle } from '@earshot/core/lib/node/jobs/job-contribution';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { changeArticles } from '../article/article-change';
import type { KnowledgeTables } from '../knowledge-tables';
import { importChanged } from './import-changed';
import { ImportReading } from './import-reading';
import { ImportWriting } from './import-writing';

export const importJobKind = 'article-import';

/** Reads, writes or undoes an import: whichever its state says is being done. What was done is found done when the job begins anew. */
@injectable()
export class ImportJob implements JobContribution {
    readonly kind = importJobKind;

    constructor(@inject(Database) private readonly database: Database, @inject(ImportReading) private readonly reading: ImportReading, @inject(ImportWriting) private readonly writing: ImportWriting) { }

    async run({ importId }: Readonly<Record<string, unknown>>, job: JobHandle): Promise<Record<string, unknown>> {
        const id = String(importId);
        const row = await this.database.read<KnowledgeTables>().selectFrom('knowledge.article_import').select('state').where('id', '=', id).executeTakeFirst();
        if (row?.state === 'reading') {
            await this.reading.read(id, job);
        } else if (row?.state === 'writing') {
            await this.writing.write(id, job);
            await this.finish(id, job, { state: 'done', written_at: new Date() });
        } else if (row?.state === 'undoing') {
            await this.writing.undo(id, job);
            await this.finish(id, job, { state: 'undone', undone_at: new Date() });
        }
        return { importId: id };
    }

    private async finish(id: string, { principal }: JobHandle, change: { readonly state: 'done'; readonly written_at: Date } | { readonly state: 'undone'; readonly undone_at: Date }): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const { written, kept } = await transaction.selectFrom('knowledge.article_import_row').where('import_id', '=', id)
                .select(({ fn, eb }) => [fn.countAll<number>().filterWhere(eb('result', 'in', ['written', 'removed'])).as('written'), fn.countAll<number>().filterWhere(eb('result', 'in', ['kept', 'failed'])).as('kept')]).executeTakeFirstOrThrow();
            await transaction.updateTable('knowledge.article_import').set(({ eb }) => ({ ...change, version: eb('version', '+', 1) })).where('id', '=', id).execute();
            log.audit(change.state === 'done' ? 'article-import.written' : 'article-import.undone', 'article-imports', id, { articles: written, kept });
            importChanged(log, id, principal.personId);
        });
    }
}
