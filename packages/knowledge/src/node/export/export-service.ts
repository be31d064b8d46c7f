import type { Principal } from '@earshot/core/lib/node/api/context';
import { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { Database } from '@earshot/core/lib/node/storage/database';
import { localized } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { everyone } from '../../common/article/audience';
import type { ArticleLanguage } from '../../common/article/article-kind';
import { type CategoryNode, categoryPath, subtree } from '../../common/category/category-rules';
import { datedFormats, type ExportFilter, type ExportFormat } from '../../common/export/export-contract';
import type { ExportedArticle, ExportedFile, ListedArticle } from '../../common/export/exported-article';
import { liveStates } from '../../common/workflow/article-workflow';
import { withOthers } from '../article/article-editing';
import { changeArticles } from '../article/article-change';
import { reachOf } from '../article/reach';
import { allCategories } from '../category/category-rows';
import type { KnowledgeTables } from '../knowledge-tables';
import type { Export } from './article-export';

/** Texts that are in memory at a time. */
const batch = 100;

/** What is asked for. */
interface Going { readonly filter: ExportFilter; readonly categories: readonly CategoryNode[]; /** Only what holds then; undefined: whenever it holds. */ readonly validAt: Date | undefined }

/** Published articles on their way out: what the caller may see, and of that nothing confidential unless it is asked for. */
@injectable()
export class ExportService {
    constructor(@inject(Database) private readonly database: Database, @inject(BlobStore) private readonly blobs: BlobStore) { }

    /** Decides what goes out, and notes that it does. @throws FORBIDDEN */
    async begin(principal: Principal, format: ExportFormat, filter: ExportFilter): Promise<Export> {
        const categories = await allCategories(this.database.read<KnowledgeTables>());
        const at = new Date();
        const going: Going = { filter, categories, validAt: datedFormats.includes(format) ? undefined : at };
        const rows = await (await this.live(principal, going)).select(['article.id', 'article.title', 'article.language', 'article.category_id']).orderBy('article.category_id').orderBy('article.title').orderBy('article.id').execute();
        const listed: ListedArticle[] = rows.map(each => ({ id: each.id, title: each.title, language: each.language, categories: names(categories, each.category_id, each.language) }));
        await changeArticles(this.database, principal, async (_transaction, log) => {
            log.audit('article.exported', 'articles', filter.id ?? '00000000-0000-7000-8000-000000000000', { format, articles: listed.length, confidential: filter.confidential });
        });
        return { listed, words: filter.words, at, bytes: hash => this.blobs.open(hash), articles: () => this.read(principal, going, listed.map(each => each.id)) };
    }

    private async *read(principal: Principal, going: Going, ids: readonly string[]): AsyncGenerator<ExportedArticle> {
        for (let start = 0; start < ids.length; start += batch) {
            const some = ids.slice(start, start + batch);
            // Within reach still: an audience may change while a large export is on its way.
            const rows = await (await this.live(principal, going)).where('article.id', 'in', some).select(['article.id', 'live.id as live_id', 'article.source_id', 'article.others', 'article.verified_at', 'live.content', 'live.published_at'])
                .select(sql<boolean>`exists (select from knowledge.article other where other.source_id = article.id)`.as('translated')).execute();
            const found = new Map(rows.map(each => [each.id, each]));
            const files = await this.files(rows.map(each => each.live_id));
            for (const row of some.flatMap(id => found.get(id) ?? [])) {
                yield {
                    id: row.id, content: withOthers(row.content, row.others), categories: names(going.categories, row.content.categoryId, row.content.language), translationKey: row.source_id ?? (row.translated ? row.id : null),
                    publishedAt: row.published_at?.toISOString() ?? null, verifiedAt: row.verified_at?.toISOString() ?? null,
                    files: files.get(row.live_id) ?? []
                };
            }
        }
    }

    /** The files that revisions show, by their ids. */
    private async files(revisionIds: readonly string[]): Promise<ReadonlyMap<string, readonly ExportedFile[]>> {
        const rows = revisionIds.length === 0 ? [] : await this.database.read<KnowledgeTables>().selectFrom('knowledge.revision_attachment as shown').innerJoin('knowledge.attachment as attachment', 'attachment.id', 'shown.attachment_id')
            .select(['shown.revision_id', 'attachment.id', 'attachment.name', 'attachment.media_type', 'attachment.bytes', 'attachment.blob_hash', 'attachment.width', 'attachment.height'])
            .where('shown.revision_id', 'in', [...revisionIds]).orderBy('attachment.id').execute();
        return new Map(revisionIds.map(revision => [revision, rows.filter(each => each.revision_id === revision).map(each => ({
            id: each.id, name: each.name, mediaType: each.media_type, bytes: Number(each.bytes), hash: each.blob_hash, width: each.width, height: each.height
        }))]));
    }

    private async live(principal: Principal, { filter: { kind, language, categoryId, tag, id, confidential }, categories, validAt }: Going) {
        const reach = await reachOf(this.database.read(), principal);
        let select = this.database.read<KnowledgeTables>().selectFrom('knowledge.article as article').innerJoin('knowledge.revision as live', join => join.onRef('live.article_id', '=', 'article.id').on('live.state', 'in', [...liveStates])).where(reach.article);
        if (kind) { select = select.where('article.kind', '=', kind); }
        if (language) { select = select.where('article.language', '=', language); }
        if (categoryId) { select = select.where('article.category_id', 'in', [categoryId, ...subtree(categories, categoryId)]); }
        if (tag) { select = select.where(sql<boolean>`article.tags @> ${[tag]}::text[]`); }
        if (id) { select = select.where('article.id', '=', id); }
        if (!confidential) { select = select.where(sql<boolean>`${everyone} = any(article.audience)`); }
        if (validAt) { select = select.where(sql<boolean>`coalesce(article.valid_from <= ${validAt}, true) and coalesce(${validAt} < article.valid_until, true)`); }
        return select;
    }
}

const names = (categories: readonly CategoryNode[], id: string, language: ArticleLanguage): readonly string[] => categoryPath(categories, id).map(each => localized(each.name, language));
