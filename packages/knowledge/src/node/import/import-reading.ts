import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import type { JobHandle } from '@earshot/core/lib/node/jobs/job-contribution';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { planImport, type PlannedArticle } from '../../common/import/plan-import';
import { changeArticles } from '../article/article-change';
import { reachOf } from '../article/reach';
import { allCategories } from '../category/category-rows';
import type { KnowledgeTables } from '../knowledge-tables';
import { ArticleFormat } from './article-format';
import { embedFiles } from './embed-files';
import { findArticles } from './find-articles';
import { importChanged } from './import-changed';
import { knownArticles } from './known-articles';

/** Rows of one insert: far below what a statement may have in parameters. */
const batch = 500;

/** Reads the file of an import and plans what would become of it; writes nothing but that. */
@injectable()
export class ImportReading {
    constructor(
        @inject(Database) private readonly database: Database, @inject(BlobStore) private readonly blobs: BlobStore, @inject(ContributionProvider) @named(ArticleFormat) private readonly formats: ContributionProvider<ArticleFormat>
    ) { }

    /** @throws JobProblem for a file that cannot be read at all */
    async read(importId: string, job: JobHandle): Promise<void> {
        const { principal } = job;
        const row = await this.database.read<KnowledgeTables>().selectFrom('knowledge.article_import').selectAll().where('id', '=', importId).executeTakeFirstOrThrow();
        const { articles: found, heading, files: foundFiles } = await findArticles({ blobs: this.blobs, formats: this.formats.getContributions(), hash: row.blob_hash, name: row.name, settings: row.settings, job });
        const database = this.database.read<KnowledgeTables>();
        const reach = await reachOf(this.database.read(), principal);
        const articles = await embedFiles({ database: this.database, reach, importId, principal, found, files: foundFiles });
        const files = articles.flatMap(each => each.article ?? []);
        const isId = (text: string | undefined): text is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '');
        const present = await knownArticles(database, reach, files.map(each => each.id).filter(isId), files);
        const plan = planImport({ found: articles, present, categories: await allCategories(database), settings: row.settings, ids: articles.map(() => newId()) });
        await this.keep(importId, principal, plan, heading);
    }

    private async keep(importId: string, principal: JobHandle['principal'], plan: readonly PlannedArticle[], heading: readonly string[] | undefined): Promise<void> {
        await changeArticles(this.database, principal, async (transaction, log) => {
            await transaction.deleteFrom('knowledge.article_import_row').where('import_id', '=', importId).execute();
            for (let start = 0; start < plan.length; start += batch) {
                await transaction.insertInto('knowledge.article_import_row').values(plan.slice(start, start + batch).map((each, index) => ({
                    import_id: importId, place: start + index + 1, source: each.source, title: each.title, outcome: each.outcome, problems: JSON.stringify(each.problems), content: each.content && JSON.stringify(each.content),
                    base_hash: each.baseHash, article_id: each.articleId, source_id: each.sourceId, revision_id: null, written_hash: null, result: null
                }))).execute();
            }
            await transaction.updateTable('knowledge.article_import').set(({ eb }) => ({ state: 'ready', heading: heading ? [...heading] : null, version: eb('version', '+', 1) })).where('id', '=', importId).execute();
            log.audit('article-import.read', 'article-imports', importId, { articles: plan.length });
            importChanged(log, importId, principal.personId);
        });
    }
}
