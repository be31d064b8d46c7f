import { articleKind, type ArticleLanguage } from '../../common/article/article-kind';
import type { FoundArticle, ImportSettings } from '../../common/import/import-file';
import { leadingTitle, splitText } from '../../common/import/split-text';

export interface WrittenText { readonly path: string; /** Markdown. */ readonly text: string; /** What it is called where it does not say so itself. */ readonly title: string; readonly language: ArticleLanguage }

/** The articles of a text that knows nothing but headings: one of all of it, or one of each section. */
export function articlesOfText({ path, text, title, language }: WrittenText, { kind, splitAt }: ImportSettings): readonly FoundArticle[] {
    const leading = leadingTitle(text);
    const sections = splitAt === null ? [{ title: leading.title ?? title, text: leading.text }] : splitText(text, splitAt).map(each => ({ title: each.title ?? title, text: each.text }));
    // A heading that only holds others together has no text of its own.
    const filled = sections.filter(each => each.text !== '');
    if (filled.length === 0) {
        return [{ source: path, title, problems: [{ code: 'file-empty' }] }];
    }
    const part = articleKind(kind).parts.find(each => each.form === 'markdown')!.id;
    return filled.map(each => ({
        source: splitAt === null ? path : `${path}#${each.title}`, title: each.title, problems: [], partial: true,
        article: { title: each.title, kind, language, categories: [], tags: [], draft: true, others: {}, parts: { [part]: each.text } }
    }));
}
