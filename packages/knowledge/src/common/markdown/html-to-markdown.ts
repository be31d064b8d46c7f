import { strikethrough, tables } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';

/** Elements whose content is not text. */
const silent = ['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'svg', 'math', 'object', 'embed', 'form', 'nav', 'button', 'select', 'textarea', 'xmp'] as const;
const addresses = /^(https?:|mailto:|tel:)/i;
const relative = /^(?![a-z][a-z0-9+.-]*:|\/\/)[^\s<>"'`]+$/i;

/** How HTML is made Markdown. Text and its structure come through; a link leads to the web, to mail, to a telephone or, where allowed, to a file beside it. */
export function htmlToMarkdown(html: string, { relativeLinks = false }: { readonly relativeLinks?: boolean } = {}): string {
    const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*' });
    turndown.use([tables, strikethrough]);
    turndown.remove(silent as unknown as TurndownService.Filter);
    turndown.addRule('no-pictures', { filter: 'img', replacement: (_content, node) => (node as Element).getAttribute('alt')?.replace(/([\\[\]*_`<])/g, '\\$1') ?? '' });
    turndown.addRule('no-other-links', {
        filter: node => node.nodeName === 'A' && !isFollowed((node as Element).getAttribute('href')?.trim() ?? '', relativeLinks), replacement: content => content
    });
    return turndown.turndown(html).replace(/\u00a0/g, ' ').replace(/^(\s*)([-*]|\d+\.)[ ]{2,}/gm, '$1$2 ').replace(/^\|.*\|$/gm, row => row.replace(/ {2,}\|/g, ' |')).replace(/\n{3,}/g, '\n\n').trim();
}

const isFollowed = (address: string, relativeLinks: boolean): boolean => addresses.test(address) || relativeLinks && relative.test(address) && !address.startsWith('#');
