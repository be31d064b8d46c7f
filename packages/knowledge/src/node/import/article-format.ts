import type { FoundArticle, ImportSettings } from '../../common/import/import-file';

export interface FormatFile { /** Within the archive, or its own name. */ readonly path: string; readonly bytes: Uint8Array }

/** What a file was found to hold. `heading` is of a table: the names of its columns. */
export interface FormatReading { readonly articles: readonly FoundArticle[]; readonly heading?: readonly string[]; /** Pictures that stood within the file: by the path by which its text names them. */ readonly files?: readonly FormatFile[] }

/** Contribution point: a form in which articles come in, recognised by the ending of a file's name. A zip may hold files of all forms. */
export const ArticleFormat = Symbol('ArticleFormat');
export interface ArticleFormat {
    /** Without dot, lower case. */
    readonly endings: readonly string[];
    /** Reads one file, without side effects; what is wrong with an article stands with it. What it throws is taken for a file that cannot be read. */
    read(file: FormatFile, settings: ImportSettings): Promise<FormatReading>;
}
