import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { articleKind } from '../../common/article/article-kind';
import { linesOf } from '../../common/article/article-content';
import { articleLinkTitles } from '../../common/link/article-links';
import type { ExportedArticle } from '../../common/export/exported-article';
import { renderMarkdown } from '@earshot/writing/lib/common/markdown/render-markdown';
import { pageWords, plainKinds } from './page-words';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, each => entities[each]!);

/** Looks of pages that leave the house: readable on a screen in either light, and printed. */
export const pageStyle = `:root{color-scheme:light dark;--ink:#1c2430;--quiet:#5a6472;--line:#d9dde3;--soft:#f1f4f9;--accent:#1f4fd1;--paper:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf0;--quiet:#a3adba;--line:#3a424d;--soft:#242b35;--accent:#8fb0ff;--paper:#171c23}}
body{max-width:46rem;margin:0 auto;padding:1.5rem;font:16px/1.65 system-ui,"PingFang SC","PingFang TC","Microsoft YaHei","Microsoft JhengHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem;line-height:1.35}h2{font-size:1.15rem}a{color:var(--accent)}.quiet{color:var(--quiet);font-size:.875rem}.short{background:var(--soft);padding:1rem;border-radius:.5rem;font-size:1.1rem}
table{border-collapse:collapse;max-width:100%;display:block;overflow-x:auto}th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:start}article{padding-bottom:2rem;break-inside:avoid-page}article+article{border-top:1px solid var(--line)}
[data-align=right]{text-align:right}[data-align=center]{text-align:center}img{max-width:100%;height:auto}pre,code{background:var(--soft);overflow-x:auto}nav ul{padding-inline-start:1.2rem}input{width:100%;box-sizing:border-box;font:inherit;padding:.6rem .8rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:inherit}`;

const link = /<a href="#" data-entity="([^"]*)"(?: data-gone="true")?>([\s\S]*?)<\/a>/g;
const articleOf = (address: string): string | undefined => /^earshot:\/knowledge\/articles\/([0-9a-f-]{36})$/.exec(address)?.[1];

const picture = /<img data-attachment="([^"]*)" alt="([^"]*)">/g;
const file = /<a href="#" data-attachment="([^"]*)">([\s\S]*?)<\/a>/g;

/** Where other things stand; undefined for what does not go out: a link to it becomes words. */
export interface Places { article(id: string): string | undefined; file(id: string): string | undefined }

/** One article as HTML. */
export function articleHtml({ id, content, categories, verifiedAt }: ExportedArticle, titles: ReadonlyMap<string, string>, places: Places, headingLevel: 1 | 2): string {
    const words = pageWords(content.language);
    const markdown = (text: string): string => renderMarkdown(text, articleLinkTitles([text], titles)).replace(link, (_whole, address: string, inner: string) => {
        const href = places.article(articleOf(address) ?? '');
        return href === undefined ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`;
    }).replace(picture, (_whole, found: string, alt: string) => {
        const source = places.file(found);
        return source === undefined ? alt : `<img src="${escapeHtml(source)}" alt="${alt}">`;
    }).replace(file, (_whole, found: string, inner: string) => {
        const href = places.file(found);
        return href === undefined ? inner : `<a href="${escapeHtml(href)}" download>${inner}</a>`;
    });
    const list = (lines: readonly string[]): string => `<ul>${lines.map(each => `<li>${/^https?:\/\/\S+$/.test(each) ? `<a href="${escapeHtml(each)}" rel="noopener noreferrer">${escapeHtml(each)}</a>` : escapeHtml(each)}</li>`).join('')}</ul>`;
    const parts = articleKind(content.kind).parts.flatMap(({ id: part, form }) => {
        const text = content.parts[part] ?? '';
        if (linesOf(text).length === 0) {
            return [];
        }
        const heading = plainKinds.includes(content.kind) && form === 'markdown' ? '' : `<h${headingLevel + 1}>${escapeHtml(words.parts[part] ?? part)}</h${headingLevel + 1}>`;
        return [form === 'spoken' ? `<p class="short">${escapeHtml(text.trim()).replace(/\n/g, '<br>')}</p>` : heading + (form === 'markdown' ? markdown(text) : list(linesOf(text)))];
    });
    const facts = [categories.join(' / '), content.tags.join(', '), verifiedAt ? words.verified(verifiedAt.slice(0, 10)) : ''].filter(Boolean).map(escapeHtml).join(' · ');
    return `<article id="a-${id}" lang="${languageTags[content.language]}"><h${headingLevel}>${escapeHtml(content.title)}</h${headingLevel}><p class="quiet">${facts}</p>${parts.join('\n')}</article>`;
}

/** Where a page's pictures may come from: out of itself, or from files beside it, whether it is opened from a disk (`file:` is no `'self'` in every browser) or from a web server. */
const pictureSources = { within: 'data:', beside: "'self' file:" } as const;

/** A whole page. Nothing in it acts, apart from the scripts named. */
export const htmlPage = ({ title, language, body, scripts = [], pictures = 'within' }: {
    readonly title: string; readonly language: string; readonly body: string; readonly scripts?: readonly string[]; readonly pictures?: keyof typeof pictureSources;
}): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${scripts.length ? '' : `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src ${pictureSources[pictures]}">`}<title>${escapeHtml(title)}</title><style>${pageStyle}</style></head>
<body>${body}${scripts.map(each => `<script src="${each}"></script>`).join('')}</body></html>
`;
