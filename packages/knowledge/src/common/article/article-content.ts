import { articleKind, type ArticleKindId, type ArticleLanguage } from './article-kind';

/** All that is reviewed and approved of an article: what it says, and to whom and when it says it. */
export interface ArticleContent {
    readonly kind: ArticleKindId;
    readonly language: ArticleLanguage;
    /** In an FAQ the question itself. */
    readonly title: string;
    readonly categoryId: string;
    readonly tags: readonly string[];
    /** Who may see it; see `audience.ts`. */
    readonly audience: readonly string[];
    /** Moments, ISO 8601; shown from then on, and not from then on. */
    readonly validFrom: string | null;
    readonly validUntil: string | null;
    /** By the ids of the kind's parts. A part of lines has one entry a line. */
    readonly parts: Readonly<Record<string, string>>;
    /** Of a translation: the number of the original's published revision that it renders. */
    readonly sourceNumber: number | null;
    /** What the file that it was imported from said besides, by names of front matter: it goes out with the article again. */
    readonly others?: FurtherFields;
}

/** Values of JSON by names of front matter that mean nothing to Earshot. */
export type FurtherFields = Readonly<Record<string, unknown>>;

/** Characters as JSON, and levels of lists and maps within each other. */
const [longestFields, deepestFields] = [100_000, 20];
const within = (value: unknown, levels: number): boolean => value === null || typeof value !== 'object' || levels > 0 && Object.values(value).every(each => within(each, levels - 1));

/** Whether further fields are few and flat enough to be kept with an article: as much as front matter may be long. */
export const areKeepable = (others: FurtherFields): boolean => within(others, deepestFields) && JSON.stringify(others).length <= longestFields;

/** A new article as its kind's templates begin it. */
export const newContent = (about: Pick<ArticleContent, 'kind' | 'language' | 'title' | 'categoryId'> & Partial<ArticleContent>): ArticleContent => ({
    tags: [], audience: ['everyone'], validFrom: null, validUntil: null, sourceNumber: null,
    parts: Object.fromEntries(articleKind(about.kind).parts.map(each => [each.id, each.template?.[about.language] ?? ''])),
    ...about
});

/** The entries of a part of lines. */
export const linesOf = (text: string | undefined): readonly string[] => (text ?? '').split('\n').map(each => each.trim()).filter(Boolean);

/** Values of objects in the order of their names, texts in one form: the same content is always the same text. */
const sorted = (value: unknown): unknown => {
    if (typeof value === 'string') {
        return value.replace(/\r\n?/g, '\n').normalize('NFC');
    }
    if (Array.isArray(value)) {
        return value.map(sorted);
    }
    return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1).map(([name, each]) => [name, sorted(each)])) : value;
};

/**
 * The one text of a content, for hashes and comparisons: JSON with sorted names (after RFC 8785), in Unicode's composed form,
 * lines ended by a line feed only, tags and audience in order and once.
 */
export const canonicalContent = (content: ArticleContent): string => {
    const once = (values: readonly string[]): string[] => [...new Set(values)].sort();
    return JSON.stringify(sorted({ ...content, tags: once(content.tags), audience: once(content.audience) }));
};

/** The text that a near-duplicate is recognised by. */
export const comparableText = ({ title, kind, parts }: ArticleContent): string =>
    [title, ...articleKind(kind).parts.filter(each => each.id !== 'sources').map(each => parts[each.id] ?? '')].join('\n');
