import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { UnpackFailure } from '@earshot/core/lib/node/archive/unpack-failure';
import type { BlobStore, StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { type JobHandle, JobProblem } from '@earshot/core/lib/node/jobs/job-contribution';
import { attachmentLimits } from '../../common/attachment/attachment-contract';
import { withoutMetadata } from '../../common/attachment/picture-metadata';
import { recogniseFile, type RecognisedFile } from '../../common/attachment/recognise-file';
import { filesFolder } from '../../common/export/exported-article';
import { endingOf, isLeftover, safePath } from '../../common/import/file-names';
import { type FoundArticle, importLimits, type ImportSettings } from '../../common/import/import-file';
import type { ArticleFormat, FormatFile, FormatReading } from './article-format';
import { unpack } from './unpack';

/** How long a text of a problem may be: it comes from a file of unknown descent. */
const longestSource = 500;

/** What came out of a file. */
export interface Findings { readonly articles: readonly FoundArticle[]; readonly heading?: readonly string[]; /** By their paths. */ readonly files: ReadonlyMap<string, FoundFile> }

/** A picture or another file that stood beside or within an article. Its bytes are kept, but nothing refers to them yet. */
export interface FoundFile { readonly blob: StoredBlob; readonly file: RecognisedFile }

/** What is no article, and may be shown in one. */
const shownEndings = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'pdf', 'pptx'];
const isShown = (path: string): boolean => shownEndings.includes(endingOf(path)) || path.split('/').slice(0, -1).some(each => each.endsWith(filesFolder));

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
    const files = new Map<string, FoundFile>();
    const keep = async ({ path, bytes }: FormatFile): Promise<void> => {
        const file = bytes.length <= attachmentLimits.bytes ? recogniseFile(bytes) : undefined;
        if (file) {
            files.set(path, { file, blob: await blobs.put(Readable.from([Buffer.from(withoutMetadata(bytes, file.mediaType))]), { mediaType: 'application/octet-stream', maxBytes: attachmentLimits.bytes }) });
        }
    };
    const add = async (reading: FormatReading): Promise<void> => {
        articles.push(...reading.articles.map(each => ({ ...each, source: each.source.slice(0, longestSource), title: each.title.slice(0, longestSource) })));
        heading ??= reading.heading;
        if (articles.length > importLimits.articles) {
            throw new JobProblem('too-many-articles', { most: importLimits.articles });
        }
        for (const each of reading.files ?? []) {
            await keep(each);
        }
    };
    if (endingOf(name) !== 'zip') {
        const format = formatOf(name);
        const bytes = await blobs.size(hash) ?? 0;
        if (!format || bytes > importLimits.fileBytes) {
            throw format ? new JobProblem('file-too-large', { most: importLimits.fileBytes }) : new JobProblem('format-unknown');
        }
        await add(await readFile(format, { path: name, bytes: await buffer(blobs.open(hash)) }, settings));
        return { articles, files, ...heading ? { heading } : {} };
    }
    try {
        for await (const file of unpack(blobs.open(hash), importLimits, each => !isLeftover(each) && (formatOf(each) !== undefined || isShown(each)))) {
            job.signal.throwIfAborted();
            const path = safePath(file.name);
            if (path === undefined || !file.bytes) {
                await add({ articles: [{ source: file.name, title: '', problems: [{ code: path === undefined ? 'path-unsafe' : 'file-too-large' }] }] });
            } else if (isShown(path)) {
                await keep({ path, bytes: file.bytes });
            } else {
                await add(await readFile(formatOf(path)!, { path, bytes: file.bytes }, settings));
            }
            job.progress(null, String(articles.length));
            await new Promise(setImmediate); // others are served while many small files are read
        }
    } catch (error) {
        throw error instanceof UnpackFailure ? new JobProblem(error.code) : error;
    }
    // The order of an archive is that of whoever packed it.
    return { files, articles: articles.sort((one, other) => one.source < other.source ? -1 : one.source > other.source ? 1 : 0), ...heading ? { heading } : {} };
}

async function readFile(format: ArticleFormat, file: FormatFile, settings: ImportSettings): Promise<FormatReading> {
    try {
        return await format.read(file, settings);
    } catch {
        return { articles: [{ source: file.path, title: '', problems: [{ code: 'file-unreadable' }] }] };
    }
}
