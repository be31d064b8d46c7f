import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { forgetBlob, recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import type { StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { JobService } from '@earshot/core/lib/node/jobs/job-service';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type Selectable, sql } from 'kysely';
import type { ArticleImport, ImportRow } from '../../common/import/import-contract';
import type { ImportOutcome, ImportResult, ImportSettings } from '../../common/import/import-file';
import { type ImportAction, type KeptImportState, mayDo, shownImportState } from '../../common/import/import-state';
import { type ArticleTransaction, changeArticles, requireVersion } from '../article/article-change';
import type { KnowledgeTables } from '../knowledge-tables';
import { importChanged } from './import-changed';
import { importJobKind } from './import-job';
import type { ArticleImportTable } from './import-tables';

type Importer = Principal & { readonly personId: string };
type Held = Selectable<ArticleImportTable> & { readonly job_ended: boolean };
const scope = { owners: ['import.person_id'] } as const;
const jobEnded = sql<boolean>`coalesce((select job.state in ('failed', 'cancelled') from core.job where job.id = import.job_id), false)`;

/** Imports of articles: handed in, looked at, written, undone. */
@injectable()
export class ImportService {
    constructor(@inject(Database) private readonly database: Database, @inject(JobService) private readonly jobs: JobService) { }

    async list(principal: Principal, { after, limit }: { readonly after?: string; readonly limit: number }): Promise<{ rows: ArticleImport[]; next?: string }> {
        const select = this.rowsFor(principal);
        const found = await (after ? select.where('import.id', '<', String(fromCursor(after, 1)[0])) : select).orderBy('import.id', 'desc').limit(limit + 1).execute();
        return pageOf(found, limit, each => [each.id], show);
    }

    /** @throws NOT_FOUND */
    async get(principal: Principal, id: string): Promise<ArticleImport> {
        return show(orNotFound(await this.rowsFor(principal).where('import.id', '=', id).executeTakeFirst()));
    }

    /** @throws NOT_FOUND */
    async rows(principal: Principal, { id, after, limit, outcome, result }: { readonly id: string; readonly after?: string; readonly limit: number; readonly outcome?: ImportOutcome; readonly result?: ImportResult }): Promise<{ rows: ImportRow[]; next?: string }> {
        await this.get(principal, id);
        let select = this.database.read<KnowledgeTables>().selectFrom('knowledge.article_import_row').select(['place', 'source', 'title', 'outcome', 'result', 'problems', 'article_id']).where('import_id', '=', id);
        if (outcome) { select = select.where('outcome', '=', outcome); }
        if (result) { select = select.where('result', '=', result); }
        if (after) { select = select.where('place', '>', Number(fromCursor(after, 1)[0])); }
        const found = await select.orderBy('place').limit(limit + 1).execute();
        return pageOf(found, limit, each => [each.place], each => ({
            place: each.place, source: each.source, title: each.title, outcome: each.outcome, result: each.result, problems: each.problems.map(problem => ({ ...problem })),
            articleId: each.outcome === 'new' && each.result !== 'written' && each.result !== 'kept' ? null : each.article_id
        }));
    }

    async add(principal: Importer, { name, settings, blob }: { readonly name: string; readonly settings: ImportSettings; readonly blob: StoredBlob }): Promise<ArticleImport> {
        const id = newId();
        await changeArticles(this.database, principal, async (transaction, log) => {
            await recordBlob(transaction, blob);
            await transaction.insertInto('knowledge.article_import').values({
                id, name, blob_hash: blob.hash, bytes: blob.bytes, settings: JSON.stringify(settings), heading: null, state: 'reading', person_id: principal.personId, job_id: null, created_at: new Date()
            }).execute();
            log.audit('article-import.added', 'article-imports', id, { hash: blob.hash, bytes: blob.bytes });
            await this.start(transaction, log, principal, { id, person_id: principal.personId }, 'reading');
        });
        return this.get(principal, id);
    }

    /** Reads the file anew. @throws NOT_FOUND; CONFLICT 'import-not-now', 'changed-meanwhile' */
    async set(principal: Principal, { id, version, settings }: { readonly id: string; readonly version: number; readonly settings: ImportSettings }): Promise<ArticleImport> {
        return this.change(principal, id, 'set', version, async (transaction, log, held) => {
            await transaction.updateTable('knowledge.article_import').set({ settings: JSON.stringify(settings) }).where('id', '=', id).execute();
            log.audit('article-import.set', 'article-imports', id, { language: settings.language, kind: settings.kind, category: settings.categoryId });
            await this.start(transaction, log, principal, held, 'reading');
        });
    }

    /** @throws NOT_FOUND; CONFLICT 'import-not-now', 'changed-meanwhile' */
    async write(principal: Principal, { id, version }: { readonly id: string; readonly version: number }): Promise<ArticleImport> {
        return this.change(principal, id, 'write', version, async (transaction, log, held) => {
            log.audit('article-import.writing', 'article-imports', id);
            await this.start(transaction, log, principal, held, 'writing');
        });
    }

    /** @throws NOT_FOUND; CONFLICT 'import-not-now', 'changed-meanwhile' */
    async undo(principal: Principal, { id, version }: { readonly id: string; readonly version: number }): Promise<ArticleImport> {
        return this.change(principal, id, 'undo', version, async (transaction, log, held) => {
            log.audit('article-import.undoing', 'article-imports', id);
            await this.start(transaction, log, principal, held, 'undoing');
        });
    }

    /** Whoever may import may stop their own import, whatever they may do with jobs. @throws NOT_FOUND; CONFLICT 'import-not-now', 'job-finished' */
    async cancel(principal: Principal, id: string): Promise<ArticleImport> {
        const { state, jobId } = await this.get(principal, id);
        if (!mayDo(state, 'cancel') || !jobId) {
            throw conflict('import-not-now', { state });
        }
        await this.jobs.cancel({ ...principal, via: 'system' }, jobId);
        return this.get(principal, id);
    }

    /** @throws NOT_FOUND; CONFLICT 'import-not-now' */
    async remove(principal: Principal, id: string): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const held = await this.hold(transaction, principal, id, 'remove');
            await transaction.deleteFrom('knowledge.article_import').where('id', '=', id).execute();
            await forgetBlob(transaction, held.blob_hash);
            log.audit('article-import.removed', 'article-imports', id);
            importChanged(log, held.id, held.person_id);
        });
    }

    private async change(principal: Principal, id: string, action: ImportAction, version: number, change: (transaction: ArticleTransaction, log: ChangeLog, held: Held) => Promise<void>): Promise<ArticleImport> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            const held = await this.hold(transaction, principal, id, action);
            requireVersion(held, version);
            await change(transaction, log, held);
        });
        return this.get(principal, id);
    }

    private async hold(transaction: ArticleTransaction, principal: Principal, id: string, action: ImportAction): Promise<Held> {
        const held = orNotFound(await transaction.selectFrom('knowledge.article_import as import').selectAll('import').select(jobEnded.as('job_ended')).where('import.id', '=', id).where(withinScope(principal, 'article:import', scope)).forUpdate('import').executeTakeFirst());
        const state = shownImportState(held.state, held.job_ended);
        if (!mayDo(state, action)) {
            throw conflict('import-not-now', { state });
        }
        return held;
    }

    private async start(transaction: ArticleTransaction, log: ChangeLog, principal: Principal, { id, person_id: ownerId }: Pick<Held, 'id' | 'person_id'>, state: KeptImportState): Promise<void> {
        // Others see jobs: their kind says what they do, and what the file is called is nobody else's.
        const job = await this.jobs.startInTransaction(transaction, log, principal, importJobKind, '', { importId: id });
        await transaction.updateTable('knowledge.article_import').set(({ eb }) => ({ state, job_id: job.id, version: eb('version', '+', 1) })).where('id', '=', id).execute();
        importChanged(log, id, ownerId);
    }

    private rowsFor(principal: Principal) {
        const counts = (column: 'outcome' | 'result') => sql<Record<string, number>>`coalesce((select jsonb_object_agg(kind, count) from (select ${sql.ref(column)} as kind, count(*)::int as count from knowledge.article_import_row where import_id = import.id and ${sql.ref(column)} is not null group by 1) counted), '{}')`;
        return this.database.read<KnowledgeTables>().selectFrom('knowledge.article_import as import').innerJoin('core.person as person', 'person.id', 'import.person_id').leftJoin('core.job as job', 'job.id', 'import.job_id')
            .where(withinScope(principal, 'article:import', scope)).selectAll('import').select(['person.name as person_name', 'job.progress', 'job.problem', 'job.state as job_state'])
            .select(jobEnded.as('job_ended')).select([counts('outcome').as('outcomes'), counts('result').as('results')]);
    }
}

type Found = Awaited<ReturnType<ReturnType<ImportService['rowsFor']>['executeTakeFirstOrThrow']>>;

const show = (row: Found): ArticleImport => {
    const state = shownImportState(row.state, row.job_ended);
    return {
        id: row.id, name: row.name, bytes: row.bytes, settings: { ...row.settings, columns: row.settings.columns && { ...row.settings.columns } }, heading: row.heading, state, jobId: row.job_id,
        problem: (state === 'failed' || state === 'stopped') && row.problem ? { code: row.problem.code } : null, progress: row.job_state === 'running' ? row.progress : null, personId: row.person_id, personName: row.person_name, createdAt: row.created_at.toISOString(),
        writtenAt: row.written_at?.toISOString() ?? null, undoneAt: row.undone_at?.toISOString() ?? null, version: row.version, outcomes: row.outcomes as ArticleImport['outcomes'], results: row.results as ArticleImport['results']
    };
};
