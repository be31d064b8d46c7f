import type { JobHandle } from '@earshot/core/lib/node/jobs/job-contribution';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { ORPCError } from '@orpc/server';
import type { Kysely, Selectable } from 'kysely';
import type { ImportProblem, ImportResult } from '../../common/import/import-file';
import { ArticleEditing } from '../article/article-editing';
import { changeArticles } from '../article/article-change';
import type { KnowledgeTables, Tables } from '../knowledge-tables';
import { type Writing, writeImported, writeImportedChange } from './imported-articles';
import type { ArticleImportRowTable } from './import-tables';

type Row = Selectable<ArticleImportRowTable>;

/** Refusals that stand beside the row they are about; anything else ends the job. */
const told: Readonly<Record<string, ImportProblem['code']>> = {
    'draft-exists': 'being-written', 'changed-meanwhile': 'changed-meanwhile', 'translation-exists': 'translation-exists', 'unknown-category': 'category-unknown', NOT_FOUND: 'changed-meanwhile', FORBIDDEN: 'not-yours'
};

function refusal(error: unknown): ImportProblem['code'] | undefined {
    const { code, data } = error instanceof ORPCError ? error as { code: string; data?: { reason?: string; problems?: readonly { code: string }[] } } : { code: '', data: undefined };
    return [code, data?.reason, data?.problems?.[0]?.code].map(each => told[each ?? '']).find(Boolean);
}

/** Articles of one transaction: few enough that nothing is held for long, and that calling off is heeded soon. */
const batch = 20;

/** Writes the articles of an import, and takes them away again, in batches: what was done stays done when the job breaks off, and is found done when it begins anew. */
@injectable()
export class ImportWriting {
    constructor(@inject(Database) private readonly database: Database, @inject(ArticleEditing) private readonly editing: ArticleEditing) { }

    /** What is new and changed, as drafts; originals before their translations. */
    async write(importId: string, job: JobHandle): Promise<void> {
        const rows = await this.rows(importId).select(['place', 'result']).where('outcome', 'in', ['new', 'changed']).orderBy('source_id', order => order.desc().nullsFirst()).orderBy('place').execute();
        const left = rows.filter(each => each.result === null);
        for (let start = 0; start < left.length; start += batch) {
            job.signal.throwIfAborted();
            const some = left.slice(start, start + batch);
            const texts = new Map((await this.rows(importId).selectAll().where('place', 'in', some.map(each => each.place)).execute()).map(each => [each.place, each]));
            await changeArticles(this.database, job.principal, async (transaction, log) => {
                for (const { place } of some) {
                    await writeOne({ transaction, log, principal: job.principal }, texts.get(place)!);
                }
                log.audit('article-import.batch', 'article-imports', importId, { articles: some.length });
            });
            job.progress((rows.length - left.length + start + some.length) / rows.length, `${rows.length - left.length + start + some.length} / ${rows.length}`);
        }
    }

    /** The other way round: the last first. What somebody has changed, submitted or published since is kept. */
    async undo(importId: string, job: JobHandle): Promise<void> {
        const rows = await this.rows(importId).select(['import_id', 'place', 'revision_id', 'written_hash']).where('result', '=', 'written').orderBy('source_id', order => order.desc().nullsLast()).orderBy('place', 'desc').execute();
        for (const [index, row] of rows.entries()) {
            job.signal.throwIfAborted();
            const removed = await this.editing.discardUntouched(job.principal, { id: row.revision_id!, hash: row.written_hash! });
            await settle(this.database.read<KnowledgeTables>(), row, { result: removed ? 'removed' : 'kept' });
            job.progress((index + 1) / rows.length, `${index + 1} / ${rows.length}`);
        }
    }

    /** Texts only where they are asked for: those of a large import are more than should be in memory at once. */
    private rows(importId: string) {
        return this.database.read<KnowledgeTables>().selectFrom('knowledge.article_import_row').where('import_id', '=', importId);
    }
}

async function writeOne(writing: Writing, row: Row): Promise<void> {
    const about = { id: row.article_id!, content: row.content! };
    try {
        const { revision, hash } = row.outcome === 'new' ? await writeImported(writing, { ...about, sourceId: row.source_id }) : await writeImportedChange(writing, { ...about, baseHash: row.base_hash! });
        await settle(writing.transaction, row, { result: 'written', revision_id: revision, written_hash: hash });
    } catch (error) {
        const code = refusal(error);
        if (!code) {
            throw error;
        }
        await settle(writing.transaction, row, { result: 'failed', problems: JSON.stringify([{ code }, ...row.problems]) });
    }
}

/** What became of a row is no change of the knowledge base: the audit entries stand with the article, and with the import. */
async function settle(database: Kysely<Tables>, row: Pick<Row, 'import_id' | 'place'>, outcome: { readonly result: ImportResult; readonly revision_id?: string; readonly written_hash?: string; readonly problems?: string }): Promise<void> {
    await database.updateTable('knowledge.article_import_row').set(outcome).where('import_id', '=', row.import_id).where('place', '=', row.place).execute();
}
