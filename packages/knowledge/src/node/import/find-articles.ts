import { buffer } from 'node:stream/consumers';
import type { BlobStore } from '@earshot/core/lib/node/blobs/blob-store';
import { type JobHandle, JobProblem } from '@earshot/core/lib/node/jobs/job-contribution';
import { endingOf, isLeftover, safePath } from '../../common/import/file-names';
import { type FoundArticle, importLimits, type ImportSettings } from '../../common/import/import-file';
import type { ArticleFormat, FormatFile, FormatReading } from './article-format';
import { unpack, UnpackFailure } from './unpack';

/** How long a text of a problem may be: it comes from a file of unknown descent. */
const longestSource = 500;

/** What came out of a file. */
export interface Findings { readonly articles: readonly FoundArticle[]; readonly heading?: readonly string[] }

/**
 * The articles of a file that was handed in: one of any format, or a zip of them.
 * @throws JobProblem 'format-unknown', 'archive-unreadable', 'archive-too-large', 'too-many-files', 'too-many-articles', 'file-too-large'
 */
export async function findArticles({ blobs, formats, hash, name, settings, job }: {
    readonly blobs: BlobStore; readonly formats: readonly ArticleFormat[]; readonly hash: string; readonly name: string; readonly settings: ImportSettings; readonly job: Pick<JobHandle, 'signal' | 'progress'>;
}): Promise<Findings> {
    const formatOf = (path: string): ArticleFormat | undefined => formats.find(each => each.endings.includes(endingOf(path)));
    const articles: FoundArticle[] = [];
    let heading: readonly string[] | undefined;
    const add = (reading: FormatReading): void => {
        articles.push(...reading.articles.map(each => ({ ...each, source: each.source.slice(0, longestSource), title: each.title.slice(0, longestSource) })));
        heading ??= reading.heading;
        if (articles.length > importLimits.articles) {
            throw new JobProblem('too-many-articles', { most: importLimits.articles });
        }
    };
    if (endingOf(name) !== 'zip') {
        const format = formatOf(name);
        const bytes = await blobs.size(hash) ?? 0;
        if (!format || bytes > importLimits.fileBytes) {
            throw format ? new JobProblem('file-too-large', { most: importLimits.fileBytes }) : new JobProblem('format-unknown');
        }
        add(await readFile(format, { path: name, bytes: await buffer(blobs.open(hash)) }, settings));
        return { articles, ...heading ? { heading } : {} };
    }
    try {
        for await (const file of unpack(blobs.open(hash), importLimits, each => !isLeftover(each) && formatOf(each) !== undefined)) {
            job.signal.throwIfAborted();
            const path = safePath(file.name);
            if (path === undefined || !file.bytes) {
                add({ articles: [{ source: file.name, title: '', problems: [{ code: path === undefined ? 'path-unsafe' : 'file-too-large' }] }] });
            } else {
                add(await readFile(formatOf(path)!, { path, bytes: file.bytes }, settings));
            }
            job.progress(null, String(articles.length));
            await new Promise(setImmediate); // others are served while many small files are read
        }
    } catch (error) {
        throw error instanceof UnpackFailure ? new JobProblem(error.code) : error;
    }
    // The order of an archive is that of whoever packed it.
    return { articles: articles.sort((one, other) => one.source < other.source ? -1 : one.source > other.source ? 1 : 0), ...heading ? { heading } : {} };
}

async function readFile(format: ArticleFormat, file: FormatFile, settings: ImportSettings): Promise<FormatReading> {
    try {
        return await format.read(file, settings);
    } catch {
        return { articles: [{ source: file.path, title: '', problems: [{ code: 'file-unreadable' }] }] };
    }
}
