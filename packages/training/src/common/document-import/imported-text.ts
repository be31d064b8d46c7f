import { leadsSomewhere, parseMarkdown, plainText } from '@earshot/writing/lib/common/markdown/render-markdown';
import { type WordLoss, wordLosses } from '@earshot/writing/lib/common/word/word-loss';
import { headingLines, linesOf, outlineOf, withoutAnchors, wordsAlone } from '../document/clauses';
import { withoutTypedNumbers } from './typed-numbers';

/** What a file had and the document has not. `html`: it is shown as it is written. `links`: to what lies beside the file. */
export const importLosses = [...wordLosses, 'links', 'html'] as const;
export type ImportLoss = typeof importLosses[number];

/** A text that came out of a file, as the text of a document. */
export interface ImportedText { readonly title: string; /** Markdown, with a heading for each clause. Empty where the file says nothing. */ readonly text: string; readonly left: readonly ImportLoss[] }

/** Longer than any document: of such a text nothing is looked at. */
export const longestText = 300_000;
const longestTitle = 200;

const picture = /!\[([^[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)/gu;
const link = /(?<!!)\[([^[\]]*)\]\(\s*([^()\s]*)(?:\s[^()]*)?\)/gu;
const tag = /<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>/iu;

/**
 * Headings become clauses. A text without any is one clause, named by its title; one heading above all others is the title.
 *
 * @param markdown at most `longestText` long
 * @param title what the file says that it is called, or null
 * @param fileName what it is called where it says nothing
 * @param lost what of it is gone already
 */
export function importedText(markdown: string, { title: said, fileName, lost = [] }: { readonly title: string | null; readonly fileName: string; readonly lost?: readonly WordLoss[] }): ImportedText {
    const front = frontMatter(markdown);
    const { text: shown, left } = withoutForeign(withoutAnchors(front.text));
    const headed = withPlainHeadings(shown);
    const leading = leadingTitle(headed);
    const known = said ?? front.title;
    const title = (known ?? leading?.title ?? fileName).replaceAll(/\s+/gu, ' ').trim().slice(0, longestTitle).trim();
    const rest = leading && (known === null || plainText(known) === leading.title) ? leading.text : headed;
    const body = rest.trim();
    const text = body === '' ? '' : outlineOf(body).clauses.length ? withoutTypedNumbers(body) : `# ${title}\n\n${body}`;
    return { title, text: text === '' ? '' : `${text}\n`, left: importLosses.filter(each => left.has(each) || (lost as readonly ImportLoss[]).includes(each)) };
}

/** What stands between two lines of dashes at the beginning is about the text. */
function frontMatter(markdown: string): { readonly text: string; readonly title: string | null } {
    const lines = linesOf(markdown);
    const end = lines[0]?.trimEnd() === '---' ? lines.slice(1, 200).findIndex(each => /^(?:---|\.\.\.)\s*$/u.test(each)) + 1 : 0;
    if (end === 0 || lines.slice(1, end).some(each => each.trim() === '')) {
        return { text: markdown, title: null };
    }
    const named = lines.slice(1, end).find(each => /^title\s*:/iu.test(each))?.replace(/^title\s*:/iu, '').trim();
    return { text: lines.slice(end + 1).join('\n'), title: named?.replace(/^(["'])(.*)\1$/u, '$2').trim() || null };
}

/** Headings that are underlined get signs before them, and pictures and links that lead nowhere from here leave their words. Code stays as it is. */
function withoutForeign(markdown: string): { readonly text: string; readonly left: ReadonlySet<ImportLoss> } {
    const left = new Set<ImportLoss>();
    const lines: (string | undefined)[] = [...linesOf(markdown)];
    const tokens = parseMarkdown(lines.join('\n'));
    const clean = (from: number, to: number): void => {
        for (let at = from; at < to; at++) {
            lines[at] = lines[at]?.replaceAll(picture, (_, words: string) => { left.add('pictures'); return words; })
                .replaceAll(link, (whole, words: string, address: string) => { if (leadsSomewhere(address)) { return whole; } left.add('links'); return words; });
        }
    };
    tokens.forEach((token, at) => {
        const [from, to] = token.map ?? [0, 0];
        if (token.type === 'inline' || token.type === 'tr_open') { clean(from, to); }
        if (token.children?.some(each => each.type === 'text' && tag.test(each.content))) { left.add('html'); }
        if (token.type === 'heading_open' && token.level === 0 && (token.markup === '=' || token.markup === '-')) {
            lines[from] = `${token.markup === '=' ? '#' : '##'} ${(tokens[at + 1]?.content ?? '').replaceAll('\n', ' ')}`;
            lines.fill(undefined, from + 1, to);
        }
    });
    return { text: lines.filter(each => each !== undefined).join('\n'), left };
}

/** Headings are shown as they are written: without emphasis and links. One without words is none. */
function withPlainHeadings(text: string): string {
    const lines: (string | undefined)[] = [...linesOf(text)];
    headingLines(linesOf(text)).forEach(({ line, level, title }) => {
        const words = wordsAlone(plainText(title).replaceAll(/\s+/gu, ' '));
        lines[line] = words === '' ? undefined : `${'#'.repeat(level)} ${words}`;
    });
    return lines.filter(each => each !== undefined).join('\n');
}

/** The heading at the very beginning, where all others stand below it. */
function leadingTitle(text: string): { readonly title: string; readonly text: string } | undefined {
    const lines = linesOf(text);
    const [first, ...others] = headingLines(lines);
    return first && lines.slice(0, first.line).every(each => each.trim() === '') && others.every(each => each.level > first.level) ? { title: first.title, text: lines.slice(first.line + 1).join('\n') } : undefined;
}
