import { htmlToMarkdown } from '../../common/markdown/html-to-markdown';
import { safeForeignHtml } from './sanitise';

/** HTML from the clipboard as Markdown: cleaned first, so that nothing but text and its structure gets as far as the conversion. */
export const markdownFromHtml = (html: string): string => htmlToMarkdown(safeForeignHtml(html));
