import { exportStaticIndex, type SearchDocument } from '@earshot/search';
import { injectable } from '@theia/core/shared/inversify';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import { type ArticleContent, linesOf } from '../../common/article/article-content';
import { articleKind } from '../../common/article/article-kind';
import { filePaths, relativePath } from '../../common/export/exported-article';
import { plainText } from '@earshot/writing/lib/common/markdown/render-markdown';
import type { ArticleExport, Export } from './article-export';
import { articleHtml, escapeHtml, htmlPage } from './article-html';
import { pageWords } from './page-words';
import { siteSearchScript } from './site-script';
import { type ArchiveFile, zipFiles } from './zip-files';

/** As much text as is indexed of one article: the pages are searched in the memory of a browser. */
const longestText = 20_000;

const spoken = ({ kind, parts }: ArticleContent): string => articleKind(kind).parts.filter(each => each.form === 'spoken' || each.form === 'markdown').map(each => each.form === 'markdown' ? plainText(parts[each.id] ?? '') : parts[each.id] ?? '').join('\n').slice(0, longestText);

/** Data as a script that sets a variable: a page from a disk may not load anything else. */
const asScript = (name: string, value: unknown): string => `window.${name} = ${JSON.stringify(value).replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')};\n`;

/** What happens on the first page: results as one types, or all titles. */
const behaviour = `(function () {
var box = document.getElementById('search'), list = document.getElementById('found'), all = document.getElementById('all'), none = document.getElementById('none');
var index = window.openStaticIndex(JSON.stringify(window.articleIndex)), titles = window.articleTitles;
function show() {
    var text = box.value.trim(), hits = text ? index.search(text, 50) : [];
    list.textContent = '';
    hits.forEach(function (hit) {
        var item = document.createElement('li'), link = document.createElement('a');
        link.href = 'articles/' + hit.id + '.html'; link.textContent = titles[hit.id]; item.appendChild(link); list.appendChild(item);
    });
    all.hidden = !!text; none.hidden = !text || hits.length > 0;
    if (window.history.replaceState) { try { window.history.replaceState(null, '', text ? '#' + encodeURIComponent(text) : '#'); } catch (error) { /* pages from a disk have no history in some browsers */ } }
}
box.addEventListener('input', show);
try { box.value = decodeURIComponent(location.hash.slice(1)); } catch (error) { box.value = ''; }
show(); box.focus();
})();
`;

/** A folder of plain pages with a search that needs no server: for branches, and for the day on which the line is down. */
@injectable()
export class SiteExport implements ArticleExport {
    readonly format = 'site';
    readonly mediaType = 'application/zip';
    readonly ending = 'zip';

    write(what: Export): AsyncIterable<Uint8Array> {
        return zipFiles(siteFiles(what));
    }
}

async function* siteFiles({ listed, articles, bytes, words, at }: Export): AsyncGenerator<ArchiveFile> {
    const says = pageWords(words);
    const titles = new Map(listed.map(each => [each.id, each.title]));
    const documents: SearchDocument[] = [];
    for await (const each of articles()) {
        const { content } = each;
        documents.push({
            id: each.id, kind: 'article', language: languageTags[content.language], audience: content.audience, updatedAt: at.getTime(), fields: { title: content.title, questions: linesOf(content.parts.similar), tags: content.tags, text: spoken(content) }
        });
        const files = filePaths(`articles/${each.id}.html`, each.files);
        const back = `<p class="quiet"><a href="../index.html">${says.all}</a></p>`;
        yield { path: `articles/${each.id}.html`, text: htmlPage({ title: content.title, language: languageTags[content.language], pictures: 'beside', body: back + articleHtml(each, titles, { article: id => titles.has(id) ? `${id}.html` : undefined, file: id => files.get(id) && relativePath('articles/page.html', files.get(id)!) }, 1) }) };
        for (const file of each.files) {
            yield { path: files.get(file.id)!, bytes: bytes(file.hash) };
        }
    }
    const links = listed.map(each => `<li lang="${languageTags[each.language]}"><a href="articles/${each.id}.html">${escapeHtml(each.title)}</a> <span class="quiet">${escapeHtml(each.categories.join(' / '))}</span></li>`).join('\n');
    const body = `<h1>${says.title}</h1><p class="quiet">${says.asOf(at.toISOString().slice(0, 10))}</p><input id="search" type="search" aria-label="${says.search}" placeholder="${says.search}" autocomplete="off"><p id="none" hidden role="status">${says.none}</p><ul id="found"></ul><nav id="all" aria-label="${says.all}"><ul>${links}</ul></nav>`;
    yield { path: 'index.html', text: htmlPage({ title: says.title, language: languageTags[words], body, scripts: ['search/articles.js', 'search/index.js', 'search/search.js', 'search/page.js'] }) };
    yield { path: 'search/articles.js', text: asScript('articleTitles', Object.fromEntries(titles)) };
    yield { path: 'search/index.js', text: asScript('articleIndex', JSON.parse(exportStaticIndex(documents)) as object) };
    yield { path: 'search/search.js', text: await siteSearchScript() };
    yield { path: 'search/page.js', text: behaviour };
}
