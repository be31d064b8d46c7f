import { injectable } from '@theia/core/shared/inversify';
import type { ArticleExport, Export } from './article-export';
import { articleHtml, escapeHtml, htmlPage } from './article-html';
import { languageTags, pageWords } from './page-words';

const middle = '<!-- articles -->';

/** All articles in one page, with a table of contents: to be read anywhere, and printed. */
@injectable()
export class PageExport implements ArticleExport {
    readonly format = 'page';
    readonly mediaType = 'text/html; charset=utf-8';
    readonly ending = 'html';

    async *write({ listed, articles, words, at }: Export): AsyncGenerator<Uint8Array> {
        const says = pageWords(words);
        const titles = new Map(listed.map(each => [each.id, each.title]));
        const contents = listed.length < 2 ? '' : `<nav aria-label="${says.all}"><ul>${listed.map(each => `<li><a href="#a-${each.id}">${escapeHtml(each.title)}</a></li>`).join('')}</ul></nav>`;
        const title = listed.length === 1 ? listed[0]!.title : says.title;
        const [before, after] = htmlPage({ title, language: languageTags[words], body: `${listed.length === 1 ? '' : `<h1>${says.title}</h1>`}<p class="quiet">${says.asOf(at.toISOString().slice(0, 10))}</p>${contents}${middle}` }).split(middle) as [string, string];
        yield Buffer.from(before);
        for await (const each of articles()) {
            yield Buffer.from(articleHtml(each, titles, id => titles.has(id) ? `#a-${id}` : undefined, listed.length === 1 ? 1 : 2));
        }
        yield Buffer.from(after);
    }
}
