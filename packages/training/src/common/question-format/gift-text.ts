import type { TextFormat } from './plain-markdown';

/** What GIFT gives a meaning, besides line breaks (https://docs.moodle.org/en/GIFT_format, "Special Characters"). */
const signs = '~=#{}:';

/** Escapes undone: `\=` `\n`, and two backslashes for one. A backslash before anything else is one. */
export function unescapeGift(text: string): string {
    return text.replaceAll(/\\([~=#{}:\\n])/gu, (_, sign: string) => sign === 'n' ? '\n' : sign);
}

export function escapeGift(text: string): string {
    return text.replaceAll('\r\n', '\n').replaceAll(/[~=#{}:\\]/gu, '\\$&').replaceAll('\n', '\\n');
}

/** Whether the sign at this place is text because of a backslash before it. Runs of backslashes are taken in pairs. */
export function isEscaped(text: string, at: number): boolean {
    let before = at;
    while (before > 0 && text[before - 1] === '\\') {
        before--;
    }
    return (at - before) % 2 === 1 && signs.includes(text[at] ?? '');
}

const formatTag = /^\s*\[(html|markdown|plain|moodle)\]/u;

/** A piece of text without the format that is named at its beginning. */
export function taggedText(text: string, otherwise: TextFormat): { readonly text: string; readonly format: TextFormat } {
    const found = formatTag.exec(text);
    return found ? { text: text.slice(found[0].length), format: found[1] as TextFormat } : { text, format: otherwise };
}

export const isTagged = (text: string): boolean => formatTag.test(text);
