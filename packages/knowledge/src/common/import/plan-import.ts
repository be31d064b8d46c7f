import { areKeepable, type ArticleContent, canonicalContent, linesOf } from '../article/article-content';
import { articleKind, type ArticleLanguage } from '../article/article-kind';
import { isAudience } from '../article/audience';
import { type CategoryNode, categoryPath } from '../category/category-rules';
import { type ArticleFile } from '../front-matter/article-file';
import { linkFiles } from '../front-matter/file-links';
import { linkedPath } from './file-names';
import { contentProblems, type FoundArticle, type ImportOutcome, type ImportProblem, type ImportSettings } from './import-file';

/** An article that is there already, as far as the plan needs it. */
export interface PresentArticle { readonly id: string; readonly title: string; readonly language: ArticleLanguage; readonly sourceId: string | null; readonly writable: boolean; readonly content: ArticleContent; readonly hash: string; readonly open: boolean }

export interface PlannedArticle {
    readonly source: string; readonly title: string; readonly outcome: ImportOutcome; readonly problems: readonly ImportProblem[];
    readonly content: ArticleContent | null; readonly baseHash: string | null; readonly articleId: string | null; readonly sourceId: string | null;
}

export interface PlanInput {
    readonly found: readonly FoundArticle[]; readonly present: readonly PresentArticle[]; readonly categories: readonly CategoryNode[]; readonly settings: ImportSettings;
    /** Ids for new articles, as many as are found. */
    readonly ids: readonly string[];
}

const keyOf = (language: ArticleLanguage, title: string): string => `${language} ${title.normalize('NFC').trim().toLowerCase()}`;
const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
const pathOf = (source: string): string => source.replace(/(#.*|:\d+)$/, '');

/** The category with these names from the top down, in any language; else the only one with the last name. */
export function namedCategory(categories: readonly CategoryNode[], names: readonly string[]): string | undefined {
    const isCalled = (node: CategoryNode | undefined, name: string): boolean => node !== undefined && Object.values(node.name).some(each => each !== undefined && folded(each) === folded(name));
    const whole = categories.find(({ id }) => {
        const path = categoryPath(categories, id);
        return path.length === names.length && names.every((name, depth) => isCalled(path[depth], name));
    });
    const last = categories.filter(each => names.length > 0 && isCalled(each, names.at(-1)!));
    return whole?.id ?? (last.length === 1 ? last[0]!.id : undefined);
}

const moment = (text: string | undefined): string | null | undefined => {
    const time = text === undefined ? undefined : Date.parse(/^\d{4}[/.]/.test(text) ? text.replace(/[/.]/g, '-') : text);
    return time === undefined ? null : Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** The content that a file asks for. What it does not say stays as it is; of what is new, as the settings have it. */
function contentOf(file: ArticleFile, partial: boolean, before: ArticleContent | undefined, categories: readonly CategoryNode[], settings: ImportSettings): { readonly content: ArticleContent | null; readonly problems: readonly ImportProblem[] } {
    const named = file.categories.length ? namedCategory(categories, file.categories) : undefined;
    const categoryId = named ?? before?.categoryId ?? settings.categoryId;
    const [validFrom, validUntil] = [moment(file.publishDate), moment(file.expiryDate)];
    const notes: ImportProblem[] = file.categories.length && !named ? [{ code: 'category-unknown', detail: file.categories.join(' / ') }] : [];
    const foreign = (file.audience ?? []).filter(each => !isAudience(each));
    const parts = { ...partial && before?.kind === file.kind ? before.parts : {}, ...file.parts };
    const known = articleKind(file.kind).parts.map(each => each.id);
    const wrong: ImportProblem[] = [
        ...categoryId ? [] : [{ code: 'category-missing' as const }], ...foreign.map(each => ({ code: 'audience-unknown' as const, detail: each })),
        ...[[validFrom, file.publishDate], [validUntil, file.expiryDate]].filter(([read]) => read === undefined).map(([, text]) => ({ code: 'date-unreadable' as const, detail: text! })),
        ...Object.keys(parts).filter(each => !known.includes(each)).map(each => ({ code: 'part-unknown' as const, detail: each })), ...contentProblems({ title: file.title, parts, tags: file.tags })
    ];
    const others = Object.keys(file.others).length || !partial ? file.others : before?.others ?? {};
    if (!areKeepable(others)) {
        wrong.push({ code: 'front-matter-too-long' });
    }
    if (wrong.length || !categoryId) {
        return { content: null, problems: [...wrong, ...notes] };
    }
    return {
        problems: notes,
        content: {
            kind: file.kind, language: file.language, title: file.title, categoryId, tags: partial && file.tags.length === 0 ? before?.tags ?? [] : file.tags, audience: file.audience ?? before?.audience ?? ['everyone'],
            validFrom: file.publishDate === undefined ? before?.validFrom ?? null : validFrom!, validUntil: file.expiryDate === undefined ? before?.validUntil ?? null : validUntil!, parts, sourceNumber: before?.sourceNumber ?? null,
            ...Object.keys(others).length ? { others } : {}
        }
    };
}

/** The text by which a file is found to say nothing new: blank lines at the ends of parts, and parts without text, are no difference. */
const comparable = (content: ArticleContent): string => {
    const forms = new Map(articleKind(content.kind).parts.map(each => [each.id, each.form]));
    const plain = (id: string, text: string): string => forms.get(id) === 'lines' ? linesOf(text.replace(/\r\n?/g, '\n')).join('\n') : forms.get(id) === 'markdown' ? text.replace(/\r\n?/g, '\n').replace(/^(?:[^\S\n]*\n)+/, '').trimEnd() : text.trim();
    const parts = Object.entries(content.parts).map(([id, text]) => [id, plain(id, text)] as const).filter(([, text]) => text.trim() !== '');
    const { others, ...said } = content;
    return canonicalContent({ ...said, title: content.title.trim(), parts: Object.fromEntries(parts), ...others && Object.keys(others).length ? { others } : {} });
};

/** What would become of each article that was found: nothing is decided later that is not said here. */
export function planImport({ found, present, categories, settings, ids }: PlanInput): readonly PlannedArticle[] {
    const byId = new Map(present.map(each => [each.id, each]));
    const byTitle = new Map(present.map(each => [keyOf(each.language, each.title), each]));
    const taken = new Set<string>();
    const matched = found.map((each, index) => {
        const { article } = each;
        const before = article && (byId.get(article.id ?? '') ?? byTitle.get(keyOf(article.language, article.title)));
        const mark = article && (before?.id ?? keyOf(article.language, article.title));
        const twice = mark !== undefined && taken.has(mark);
        taken.add(mark ?? '');
        const read = article && !twice ? contentOf(article, each.partial ?? false, before?.content, categories, settings) : undefined;
        // What is neither there nor comes now is no end of a link, and nobody's original.
        return { ...each, before, twice, read, there: !twice && (before !== undefined || Boolean(read?.content)), id: before?.id ?? ids[index]! };
    });
    const idOfPath = new Map([...matched].reverse().filter(each => each.there).map(each => [pathOf(each.source), each.id]));
    const originals = originalsOf(matched.filter(each => each.there));
    return matched.map(({ source, title, article, problems, before, twice, read, id }) => {
        const none = { source, title, content: null, baseHash: null, articleId: before?.id ?? null, sourceId: null };
        if (!article || !read) {
            return { ...none, outcome: 'invalid', problems: twice ? [{ code: 'title-twice' }] : problems };
        }
        if (!read.content) {
            return { ...none, outcome: 'invalid', problems: [...problems, ...read.problems] };
        }
        const parts = Object.fromEntries(Object.entries(read.content.parts).map(([part, text]) => [part, linkFiles(text, link => idOfPath.get(linkedPath(source, link) ?? ''))]));
        const content = { ...read.content, parts };
        const notes = [...problems, ...read.problems];
        if (!before) {
            const original = article.translationKey ? originals.get(article.translationKey) : undefined;
            return { ...none, outcome: 'new', problems: notes, content, articleId: id, sourceId: original === id ? null : original ?? null };
        }
        if (comparable(content) === comparable(before.content)) {
            return { ...none, outcome: 'unchanged', problems: notes };
        }
        const reason = !before.writable ? 'not-yours' as const : before.open ? 'being-written' as const : undefined;
        return reason ? { ...none, outcome: 'conflict', problems: [{ code: reason }, ...notes] } : { ...none, outcome: 'changed', problems: notes, content, baseHash: before.hash };
    });
}

/** By the key that translations share: the id of the article that they are translations of. */
function originalsOf(matched: readonly { readonly article?: ArticleFile; readonly id: string; readonly before?: PresentArticle }[]): ReadonlyMap<string, string> {
    const originals = new Map<string, string>();
    for (const { article, id, before } of matched.filter(each => each.before)) {
        if (article?.translationKey && !originals.has(article.translationKey)) {
            originals.set(article.translationKey, before!.sourceId ?? id);
        }
    }
    for (const pick of [({ article }: { article?: ArticleFile }) => article?.translationKey === article?.id, () => true]) {
        for (const each of matched.filter(pick)) {
            if (each.article?.translationKey && !originals.has(each.article.translationKey)) {
                originals.set(each.article.translationKey, each.id);
            }
        }
    }
    return originals;
}
