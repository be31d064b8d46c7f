import { decodeText } from '@earshot/core/lib/common/files/decode-text';
import { injectable } from '@theia/core/shared/inversify';
import { languageOfPath, readLanguage, stemOf } from '../../common/import/file-names';
import type { ImportSettings } from '../../common/import/import-file';
import { htmlToMarkdown } from '@earshot/writing/lib/common/markdown/html-to-markdown';
import type { ArticleFormat, FormatFile, FormatReading } from './article-format';
import { articlesOfText } from './written-text';

const declared = /<meta[^<>]+charset\s*=\s*(?:["']\s*)?([\w-]+)/i;

/** Web pages: their text and its structure, nothing that acts. */
@injectable()
export class HtmlFormat implements ArticleFormat {
    readonly endings = ['html', 'htm', 'xhtml'];

    async read({ path, bytes }: FormatFile, settings: ImportSettings): Promise<FormatReading> {
        const html = htmlText(bytes);
        const named = titleOf(html)?.replace(/&[a-z#0-9]+;/gi, ' ').replace(/\s+/g, ' ').trim();
        const language = readLanguage(/\slang\s*=\s*["']?([\w-]+)/i.exec(openingOf(html, /<html/i)?.attributes ?? '')?.[1] ?? '') ?? languageOfPath(path) ?? settings.language;
        return { articles: articlesOfText({ path, text: htmlToMarkdown(html, { relativeLinks: true }), title: named || stemOf(path), language }, settings) };
    }
}

/** The first element of a name: its attributes as they are written, and where its content begins. Undefined where there is none. */
function openingOf(html: string, name: RegExp): { readonly attributes: string; readonly end: number } | undefined {
    const start = html.search(name);
    const end = start < 0 ? -1 : html.indexOf('>', start);
    return end < 0 ? undefined : { attributes: html.slice(start, end), end: end + 1 };
}

/** What the page calls itself. */
function titleOf(html: string): string | undefined {
    const opening = openingOf(html, /<title/i);
    const end = opening ? html.indexOf('<', opening.end) : -1;
    return opening && end >= 0 ? html.slice(opening.end, end) : undefined;
}

/** By what the page declares where that can be read; pages of old systems declare GB2312 or Big5 and mean it. */
function htmlText(bytes: Uint8Array): string {
    const name = declared.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1];
    try {
        return name ? new TextDecoder(name, { fatal: true }).decode(bytes) : decodeText(bytes).text;
    } catch {
        return decodeText(bytes).text;
    }
}
