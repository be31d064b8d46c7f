import { strikethrough, tables } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import { safeForeignHtml } from './sanitise';

const service = (): TurndownService => {
    const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*' });
    turndown.use([tables, strikethrough]);
    return turndown;
};

/** HTML from the clipboard as Markdown: cleaned first, so that nothing but text and its structure gets as far as the conversion. */
export const markdownFromHtml = (html: string): string =>
    service().turndown(safeForeignHtml(html)).replace(/\u00a0/g, ' ').replace(/^(\s*)([-*]|\d+\.)[ ]{2,}/gm, '$1$2 ')
        .replace(/^\|.*\|$/gm, row => row.replace(/ {2,}\|/g, ' |')).replace(/\n{3,}/g, '\n\n').trim();
