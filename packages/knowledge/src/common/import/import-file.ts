import type { ArticleContent } from '../article/article-content';
import type { ArticleKindId, ArticleLanguage } from '../article/article-kind';
import type { ArticleFile } from '../front-matter/article-file';

/** What holds for all that a file does not say of itself. */
export interface ImportSettings {
    readonly language: ArticleLanguage;
    readonly kind: ArticleKindId;
    /** For what names no category, or one that there is none of; null: such articles are not imported. */
    readonly categoryId: string | null;
    /** A heading of this level or above begins an article of its own; null: one file is one article. Word documents and web pages only. */
    readonly splitAt: 1 | 2 | 3 | null;
    /** Of a table: which column holds what, by its heading. Null: as the headings are recognised. */
    readonly columns: Readonly<Record<string, string>> | null;
}

export type ImportProblemCode =
    | 'front-matter-unclosed' | 'front-matter-invalid' | 'front-matter-not-a-map' | 'front-matter-too-long' | 'front-matter-missing' | 'title-missing' | 'kind-unknown' | 'language-unknown' | 'part-unknown' | 'value-not-text'
    | 'file-empty' | 'file-unreadable' | 'file-too-large' | 'path-unsafe' | 'category-unknown' | 'category-missing' | 'audience-unknown' | 'date-unreadable' | 'text-too-long' | 'too-many-values'
    | 'title-twice' | 'being-written' | 'changed-meanwhile' | 'not-yours' | 'translation-exists';

/** Something about one article of an import. `detail` is a name, a line or a value out of the file. */
export interface ImportProblem { readonly code: ImportProblemCode; readonly detail?: string }

/** An article as it was found in a file. */
export interface FoundArticle {
    /** Where it stood: the path of the file, with the line or the heading behind `#`. */
    readonly source: string;
    readonly title: string;
    /** Undefined where the problems leave nothing to be read. */
    readonly article?: ArticleFile;
    /** What is not there stays as it was: a table has no columns for it. */
    readonly partial?: boolean;
    readonly problems: readonly ImportProblem[];
}

/** What would become, or became, of an article in the file. */
export const importOutcomes = ['new', 'changed', 'unchanged', 'conflict', 'invalid'] as const;
export type ImportOutcome = typeof importOutcomes[number];

/** What the import did, or its undoing. `kept`: it was changed since, and is nobody's to take away. */
export const importResults = ['written', 'failed', 'removed', 'kept'] as const;
export type ImportResult = typeof importResults[number];

/** Limits of one file of an import, and of all of it: more is refused before it is unpacked. */
export const importLimits = { uploadBytes: 200 * 1024 ** 2, files: 10_000, fileBytes: 20 * 1024 ** 2, unpackedBytes: 500 * 1024 ** 2, /** What one Word or Excel file may hold unpacked: it is in memory all at once, and as a tree. */ documentBytes: 50 * 1024 ** 2, articles: 20_000, rows: 20_000 } as const;

const mostTags = 50;
const longest = { title: 300, part: 100_000, tag: 60 } as const;

/** What the contract would refuse of a content. */
export function contentProblems({ title, parts, tags }: Pick<ArticleContent, 'title' | 'parts' | 'tags'>): readonly ImportProblem[] {
    return [
        ...title.length > longest.title ? [{ code: 'text-too-long' as const, detail: 'title' }] : [],
        ...Object.entries(parts).filter(([, text]) => text.length > longest.part).map(([name]) => ({ code: 'text-too-long' as const, detail: name })),
        ...tags.length > mostTags ? [{ code: 'too-many-values' as const, detail: 'tags' }] : [], ...tags.filter(each => each.length > longest.tag).map(each => ({ code: 'text-too-long' as const, detail: each.slice(0, longest.tag) }))
    ];
}
