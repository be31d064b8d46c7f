import { htmlToMarkdown } from '@earshot/writing/lib/common/markdown/html-to-markdown';
import { questionLimits } from '../question/question-limits';

/** What Markdown would take for markup within a line: runs of `*`, backticks, links, tags, entities, backslashes before signs, `_` and `~~` around words. */
const inline = /\\(?=[!-/:-@[-`{-~])|[*`[]|<(?=[a-z/!?])|&(?=#?[a-z0-9]{1,31};)|(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_(?![\p{L}\p{N}_])|~(?=~)/giu;
/** And at its beginning: headings, quotations, lists, rules. */
const beginning = /^(\s{0,3})(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|(?:-{3,}|={1,})\s*$)/u;
const numbered = /^(\s{0,3}\d{1,9})([.)])(?=\s|$)/u;

/** A bracket opens a link only where one is closed as such behind it. The last of these is looked for once: to look ahead from each bracket takes a minute for a file of brackets. */
function escapeInline(line: string): string {
    const lastLink = Math.max(line.lastIndexOf(']('), line.lastIndexOf(']['));
    return line.replaceAll(inline, (sign, at: number) => sign === '[' && at > lastLink ? sign : `\\${sign}`);
}

/** A text that means what it says, as Markdown that shows it so. */
export const plainToMarkdown = (text: string): string => text.split('\n')
    .map(line => escapeInline(line).replace(beginning, '$1\\$2').replace(numbered, '$1\\$2').replace(/^ {4,}|^\t+/u, ''))
    .join('\n');

/** How Moodle names what its texts are written in. */
export type TextFormat = 'html' | 'markdown' | 'plain' | 'moodle';

const tag = /<\/?[a-z][a-z0-9]*(?:\s|>|\/>)/iu;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/iu;

/** Longer HTML is taken as text: nobody writes it by hand. */
const longestHtml = 200_000;

/** As Markdown. What Moodle formats by itself is HTML where it has tags, and what it says where it has none. */
export function markdownOf(text: string, format: TextFormat): string {
    const markup = format === 'html' ? tag.test(text) || entity.test(text) : format === 'moodle' && tag.test(text);
    // what is too long for a question is refused as it stands
    if (format === 'markdown' || text.length > (markup ? longestHtml : questionLimits.prompt)) {
        return text.trim();
    }
    return (markup ? htmlToMarkdown(text) : plainToMarkdown(text)).trim();
}

/** What stands in lists to choose from, and what is compared, is plain text. */
export const plainOf = (text: string, format: TextFormat): string =>
    (format === 'html' || format === 'moodle') && (tag.test(text) || entity.test(text)) && text.length <= longestHtml ? withoutTags(text) : text.trim();

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const withoutTags = (html: string): string => html.replaceAll(/<\/?[a-z!][^<>]*>/giu, '').replaceAll(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu, (whole, name: string) => {
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : undefined;
    return code === undefined ? names[name] ?? whole : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}).trim();
