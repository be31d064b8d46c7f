import type { Principal } from '@earshot/core/lib/node/api/context';
import type { Database } from '@earshot/core/lib/node/storage/database';
import { fileLinks, replaceFileLinks } from '../../common/attachment/embedded-files';
import type { FoundArticle } from '../../common/import/import-file';
import { endingOf } from '../../common/import/file-names';
import { changeArticles } from '../article/article-change';
import type { Reach } from '../article/reach';
import { addAttachment, attachmentsWithin } from '../attachment/attachment-rows';
import type { KnowledgeTables } from '../knowledge-tables';
import type { FoundFile } from './find-articles';

export interface Embedding {
    readonly database: Database; readonly reach: Reach; readonly principal: Principal; readonly importId: string; readonly found: readonly FoundArticle[];
    /** By their paths within the archive. */
    readonly files: ReadonlyMap<string, FoundFile>;
}

const placeOf = (source: string): string => source.replace(/(#.*|:\d+)$/, '');
/** Formats whose text names pictures that nobody would see as words. */
const foreign = ['html', 'htm', 'xhtml', 'docx'];

/**
 * The articles with the files that they show, by id. The same bytes that somebody may see already are the same file, so that what comes back as it went out is
 * unchanged; others are kept for the import until its articles are written.
 */
export async function embedFiles({ database, reach, principal, importId, found, files }: Embedding): Promise<readonly FoundArticle[]> {
    const named = new Set(found.flatMap(({ source, article }) => Object.values(article?.parts ?? {}).flatMap(text => fileLinks(text, placeOf(source)))));
    const wanted = new Map([...files].filter(([path]) => named.has(path)));
    const present = wanted.size === 0 ? [] : await attachmentsWithin(database.read<KnowledgeTables>(), reach).select(['attachment.id', 'attachment.blob_hash', 'attachment.article_id'])
        .where('attachment.blob_hash', 'in', [...new Set([...wanted.values()].map(each => each.blob.hash))]).where('attachment.removed_at', 'is', null)
        .where(({ or, eb }) => or([eb('attachment.article_id', 'is not', null), eb('attachment.import_id', '=', importId)])).orderBy('attachment.id').execute();
    const added = await keepFiles(database, principal, importId, new Map([...wanted].filter(([, { blob }]) => !present.some(each => each.blob_hash === blob.hash))));
    return found.map(each => {
        const { article } = each;
        const idOf = (path: string): string | undefined => {
            const hash = wanted.get(path)?.blob.hash;
            const same = present.filter(one => one.blob_hash === hash);
            return hash && ((same.find(one => one.article_id === article?.id) ?? same[0])?.id ?? added.get(hash));
        };
        const withoutUnknown = foreign.includes(endingOf(placeOf(each.source)));
        return !article ? each : {
            ...each, article: {
                ...article, parts: Object.fromEntries(Object.entries(article.parts).map(([part, text]) => [part, replaceFileLinks(text, placeOf(each.source), ({ path, words, picture }) => {
                    const id = idOf(path);
                    return id ? `${picture ? '!' : ''}[${words}](attachment:${id})` : picture && withoutUnknown ? words : undefined;
                })]))
            }
        };
    });
}

/** @returns ids by the hashes of the bytes */
async function keepFiles(database: Database, principal: Principal, importId: string, files: ReadonlyMap<string, FoundFile>): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    if (files.size === 0) {
        return ids;
    }
    await changeArticles(database, principal, async (transaction, log) => {
        for (const [path, { blob, file }] of files) {
            if (!ids.has(blob.hash)) {
                ids.set(blob.hash, await addAttachment(transaction, principal, { importId }, { name: path, blob, file }));
            }
        }
        log.audit('article-import.files-kept', 'article-imports', importId, { files: ids.size });
    });
    return ids;
}
