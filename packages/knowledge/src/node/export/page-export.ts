import { buffer } from 'node:stream/consumers';
import { injectable } from '@theia/core/shared/inversify';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import type { ArticleExport, Export } from './article-export';
import { articleHtml, escapeHtml, htmlPage } from './article-html';
import { pageWords } from './page-words';

/** A larger one stays behind as its words: a page is read into memory as a whole. */
const largestPicture = 2 * 1024 ** 2;
const middle = '<!-- articles -->';

/** All articles in one page, with a table of contents: to be read anywhere, and printed. */
@injectable()
export class PageExport implements ArticleExport {
    readonly format = 'page';
    readonly mediaType = 'text/html; charset=utf-8';
    readonly ending = 'html';

    async *write({ listed, articles, bytes, words, at }: Export): AsyncGenerator<Uint8Array> {
        const says = pageWords(words);
        const titles = new Map(listed.map(each => [each.id, each.title]));
        const contents = listed.length < 2 ? '' : `<nav aria-label="${says.all}"><ul>${listed.map(each => `<li><a href="#a-${each.id}">${escapeHtml(each.title)}</a></li>`).join('')}</ul></nav>`;
        const title = listed.length === 1 ? listed[0]!.title : says.title;
        const [before, after] = htmlPage({ title, language: languageTags[words], body: `${listed.length === 1 ? '' : `<h1>${says.title}</h1>`}<p class="quiet">${says.asOf(at.toISOString().slice(0, 10))}</p>${contents}${middle}` }).split(middle) as [string, string];
        yield Buffer.from(before);
        for await (const each of articles()) {
            // A page of its own has its pictures within it. Other files would be a download that no browser offers from there by name.
            const pictures = new Map<string, string>();
            for (const { id, mediaType, hash } of each.files.filter(file => file.width !== null && file.bytes <= largestPicture)) {
                pictures.set(id, `data:${mediaType};base64,${(await buffer(bytes(hash))).toString('base64')}`);
            }
            yield Buffer.from(articleHtml(each, titles, { article: id => titles.has(id) ? `#a-${id}` : undefined, file: id => pictures.get(id) }, listed.length === 1 ? 1 : 2));
        }
        yield Buffer.from(after);
    }
}
