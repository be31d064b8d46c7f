import { strikethrough, tables } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';

/** Elements whose content is not text. */
const silent = ['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'svg', 'math', 'object', 'embed', 'form', 'nav', 'button', 'select', 'textarea', 'xmp'] as const;
const addresses = /^(https?:|mailto:|tel:)/i;
const relative = /^(?![a-z][a-z0-9+.-]*:|\/\/)[^\s<>"'`]+$/i;

/** Within one line, and spaces from where they begin: otherwise a long stretch of white space is looked through anew from each place of it. */
const listMark = /^([^\S\n\r\u2028\u2029]*)([-*]|\d+\.) {2,}/gm;

/** White space in a row that anybody means; the library looks a stretch through anew from each place of it. */
const longestWhite = 200;
const whiteStretch = /\s{200,}/g;

/** How HTML is made Markdown. Text and its structure come through; a link leads to the web, to mail, to a telephone or, where allowed, to a file beside it; and only such a file is a picture. */
export function htmlToMarkdown(html: string, { relativeLinks = false }: { readonly relativeLinks?: boolean } = {}): string {
    const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*' });
    turndown.use([tables, strikethrough]);
    turndown.remove(silent as unknown as TurndownService.Filter);
    turndown.addRule('no-other-pictures', {
        filter: 'img', replacement: (_content, node) => {
            const words = (node as Element).getAttribute('alt')?.replace(/\s+/g, ' ').replace(/([\\[\]*_`<])/g, '\\$1') ?? '';
            const source = (node as Element).getAttribute('src')?.trim() ?? '';
            return relativeLinks && relative.test(source) && !source.startsWith('#') ? `![${words}](${source.replace(/[()]/g, each => each === '(' ? '%28' : '%29')})` : words;
        }
    });
    turndown.addRule('no-other-links', {
        filter: node => node.nodeName === 'A' && !isFollowed((node as Element).getAttribute('href')?.trim() ?? '', relativeLinks), replacement: content => content
    });
    return turndown.turndown(html.replace(whiteStretch, stretch => stretch.slice(0, longestWhite))).replace(/\u00a0/g, ' ').replace(listMark, '$1$2 ').replace(/^\|.*\|$/gm, row => row.replace(/(?<! ) {2,}\|/g, ' |')).replace(/\n{3,}/g, '\n\n').trim();
}

const isFollowed = (address: string, relativeLinks: boolean): boolean => addresses.test(address) || relativeLinks && relative.test(address) && !address.startsWith('#');
