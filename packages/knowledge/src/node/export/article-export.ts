import type { Readable } from 'node:stream';
import type { ArticleLanguage } from '../../common/article/article-kind';
import type { ExportFormat } from '../../common/export/export-contract';
import type { ExportedArticle, ListedArticle } from '../../common/export/exported-article';

/** What goes out. Texts are read as they are needed: a base is larger than what should be in memory at once. */
export interface Export {
    /** All of them, in the order in which they go out. */
    readonly listed: readonly ListedArticle[];
    /** The same with their texts. May be asked for once. */
    articles(): AsyncIterable<ExportedArticle>;
    /** The bytes of a file of an article. */
    bytes(hash: string): Readable;
    /** The language of what stands around the articles. */
    readonly words: ArticleLanguage;
    readonly at: Date;
}

/** Contribution point: a form in which articles go out. */
export const ArticleExport = Symbol('ArticleExport');
export interface ArticleExport {
    readonly format: ExportFormat;
    readonly mediaType: string;
    /** Of the file, without dot. */
    readonly ending: string;
    write(what: Export): AsyncIterable<Uint8Array>;
}
