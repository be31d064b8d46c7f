import { linesOf } from '../article/article-content';
import { articleKind, type ArticleKindId, articleKindIds, type ArticleLanguage, articleLanguages } from '../article/article-kind';
import { readLanguage } from '../import/file-names';
import { leadingTitle } from '../import/split-text';
import { type FrontMatter, type FrontMatterProblem, readFrontMatter, writeFrontMatter } from './front-matter';

/**
 * An article as a file. Names are Hugo's where it has one (title, description, date, lastmod, publishDate, expiryDate, draft, keywords, tags, categories,
 * translationKey), so that the file is of use elsewhere; our own stand beside them (kind, language, questions, sources, audience, owner). The short answer
 * is the description. Where a kind has several parts of Markdown, a comment before each names it, which Markdown readers do not show.
 */
export interface ArticleFile {
    readonly title: string;
    readonly kind: ArticleKindId;
    readonly language: ArticleLanguage;
    /** From the top of the tree down. */
    readonly categories: readonly string[];
    readonly tags: readonly string[];
    /** The same in all translations of one article. */
    readonly translationKey?: string;
    readonly audience?: readonly string[];
    readonly owner?: string;
    /** ISO 8601. */
    readonly publishDate?: string;
    readonly expiryDate?: string;
    readonly lastmod?: string;
    readonly draft: boolean;
    /** Of an article that came out of a knowledge base of this suite: by it the file is recognised when it comes back. */
    readonly id?: string;
    readonly parts: Readonly<Record<string, string>>;
    /** What the file says besides: kept as it is, so that nothing is lost on the way out and in. */
    readonly others: Readonly<Record<string, unknown>>;
}

export type ArticleFileProblem = FrontMatterProblem | { readonly code: 'title-missing' | 'kind-unknown' | 'language-unknown' | 'part-unknown' | 'value-not-text'; readonly name?: string };

const marker = /^<!--\s*part:\s*([a-z-]+)\s*-->$/;
/** A line of the text itself that would be read as a marker goes out with a backslash before it. */
const likeMarker = /^(\s*)(\\*<!--\s*part:)/;
const escapedMarker = /^(\s*)\\(\\*<!--\s*part:)/;
const ours = ['id', 'title', 'description', 'kind', 'language', 'categories', 'tags', 'translationKey', 'questions', 'sources', 'audience', 'owner', 'publishDate', 'expiryDate', 'lastmod', 'draft'];

const texts = (value: unknown): readonly string[] | undefined =>
    value === undefined || value === null ? [] : typeof value === 'string' ? [value] : Array.isArray(value) && value.every(each => typeof each === 'string' || typeof each === 'number') ? value.map(String) : undefined;
const text = (value: unknown): string | undefined => typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** Line by line, as it is read: white space over many lines would be looked through from each of them. */
const bodyOf = (part: string): string => part.split(/\r\n?|\n/).map(line => line.replace(likeMarker, '$1\\$2')).join('\n');
/** Indentation at the beginning means something in Markdown, blank lines do not. */
const withoutBlankEnds = (part: string): string => part.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();

/** The Markdown parts of a body. Without a marker all of it is the kind's first one. */
function bodyParts(kind: ArticleKindId, body: string): { readonly parts: Record<string, string>; readonly unknown?: string } {
    const known = articleKind(kind).parts.filter(each => each.form === 'markdown').map(each => each.id);
    const parts: Record<string, string[]> = {};
    let current = known[0]!;
    for (const line of body.split('\n')) {
        const named = marker.exec(line.trim())?.[1];
        if (named && !known.includes(named)) {
            return { parts: {}, unknown: named };
        }
        current = named ?? current;
        if (!named) {
            (parts[current] ??= []).push(line.replace(escapedMarker, '$1$2'));
        }
    }
    return { parts: Object.fromEntries(Object.entries(parts).map(([id, lines]) => [id, withoutBlankEnds(lines.join('\n'))]).filter(([, content]) => content !== '')) };
}

/** What holds for a file that does not say it: files that were written for something else have no kind, and often no front matter. */
export interface UsualFile { readonly kind: ArticleKindId; readonly language: ArticleLanguage; readonly title: string }

/** Reads an article out of a file, or says what is wrong with it. Without `usual`, the file has to say everything itself. */
export function readArticleFile(content: string, usual?: UsualFile): { readonly article: ArticleFile } | { readonly problems: readonly ArticleFileProblem[] } {
    const bare = usual !== undefined && !/^\uFEFF?---[ \t]*\r?\n/.test(content);
    const reading = bare ? { file: { values: {}, body: content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').trim() } } : readFrontMatter(content);
    if ('problem' in reading) {
        return { problems: [reading.problem] };
    }
    const { values, body: whole } = reading.file as FrontMatter;
    const leading = usual && text(values.title) === undefined ? leadingTitle(whole) : undefined;
    const body = leading?.title === undefined ? whole : leading.text;
    const kind = articleKindIds.find(each => each === (values.kind ?? usual?.kind ?? 'faq'));
    const language = articleLanguages.find(each => each === values.language) ?? (usual && (readLanguage(text(values.language) ?? text(values.lang) ?? '') ?? usual.language));
    const lists = { categories: texts(values.categories), tags: texts(values.tags), questions: texts(values.questions), sources: texts(values.sources), audience: texts(values.audience) };
    const title = (text(values.title) ?? leading?.title ?? usual?.title)?.trim();
    const read = kind && bodyParts(kind, body);
    const problems: ArticleFileProblem[] = [
        ...title ? [] : [{ code: 'title-missing' as const }], ...kind ? [] : [{ code: 'kind-unknown' as const }], ...language ? [] : [{ code: 'language-unknown' as const }],
        ...Object.entries(lists).filter(([, list]) => !list).map(([name]) => ({ code: 'value-not-text' as const, name })), ...read?.unknown ? [{ code: 'part-unknown' as const, name: read.unknown }] : []
    ];
    if (!title || !kind || !language || !read || problems.length) {
        return { problems };
    }
    const optional = (name: string) => text(values[name]) === undefined ? {} : { [name]: text(values[name]) };
    return {
        article: {
            title, kind, language, categories: lists.categories!, tags: lists.tags!, draft: values.draft === true, ...lists.audience!.length ? { audience: lists.audience } : {},
            ...optional('id'), ...optional('translationKey'), ...optional('owner'), ...optional('publishDate'), ...optional('expiryDate'), ...optional('lastmod'),
            parts: { ...text(values.description)?.trim() ? { short: text(values.description)!.trim() } : {}, ...lists.questions!.length ? { similar: lists.questions!.join('\n') } : {}, ...lists.sources!.length ? { sources: lists.sources!.join('\n') } : {}, ...read.parts },
            others: furtherFields(values)
        }
    };
}

const furtherFields = (values: FrontMatter['values']): FrontMatter['values'] => Object.fromEntries(Object.entries(values).filter(([name]) => !ours.includes(name)));

/** The file of an article; `readArticleFile` gives the same article back. */
export function writeArticleFile({ parts, others, draft, kind, ...about }: ArticleFile): string {
    const markdown = articleKind(kind).parts.filter(each => each.form === 'markdown' && (parts[each.id] ?? '') !== '').map(each => each.id);
    const list = (values: readonly string[] | undefined) => values?.length ? values : undefined;
    const first = articleKind(kind).parts.find(each => each.form === 'markdown')!.id;
    return writeFrontMatter({
        values: {
            id: about.id, title: about.title, kind, language: about.language, description: parts.short || undefined, questions: list(linesOf(parts.similar)), sources: list(linesOf(parts.sources)), categories: list(about.categories), tags: list(about.tags), translationKey: about.translationKey,
            audience: list(about.audience), owner: about.owner, publishDate: about.publishDate, expiryDate: about.expiryDate, lastmod: about.lastmod, draft: draft || undefined, ...furtherFields(others)
        },
        body: markdown.length === 1 && markdown[0] === first ? bodyOf(parts[first]!) : markdown.map(each => `<!-- part: ${each} -->\n\n${bodyOf(parts[each]!)}`).join('\n\n')
    });
}
