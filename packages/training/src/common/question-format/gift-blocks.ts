import { categoryOf } from './read-parts';

/** A stretch of a GIFT file that holds one question, with what the comments and lines before it say. Comments are blanked out, so that places stay. */
export interface GiftBlock { readonly text: string; /** Of its first line, from 1. */ readonly line: number; readonly category: string; readonly tags: readonly string[]; readonly id: string | null }

/** As many as a question has at most. */
const mostTags = 30;

interface Line { readonly text: string; readonly line: number }

/**
 * Questions are separated by empty lines (https://docs.moodle.org/en/GIFT_format). Within braces an empty line separates only where the
 * brace would not be closed before the next one is opened: so a forgotten brace costs one question, not the rest of the file.
 */
export function giftBlocks(file: string): readonly GiftBlock[] {
    const blocks: GiftBlock[] = [];
    let category = '';
    let tags: string[] = [];
    let id: string | null = null;
    let gathered: Line[] = [];
    const finish = (): void => {
        if (gathered.length) {
            blocks.push({ text: gathered.map(each => each.text).join('\n'), line: gathered[0]!.line, category, tags, id });
        }
        [gathered, tags, id] = [[], [], null];
    };
    const lines = file.replaceAll(/\r\n?/gu, '\n').split('\n');
    const closing = closingAhead(lines);
    let open = false;
    lines.forEach((text, at) => {
        const trimmed = text.trim();
        if (trimmed.startsWith('//')) {
            for (const found of trimmed.matchAll(/\[tag:((?:[^\]\\]|\\.){1,200})\]/gu)) {
                if (tags.length === mostTags) { break; }
                tags.push((found[1] ?? '').replaceAll(/\\(.)/gu, '$1'));
            }
            id = /\[id:((?:[^\]\\]|\\.){1,200})\]/u.exec(trimmed)?.[1]?.replaceAll(/\\(.)/gu, '$1') ?? id;
            if (gathered.length) { gathered.push({ text: '', line: at + 1 }); }
            return;
        }
        if (trimmed === '' && !(open && closing[at])) {
            finish();
            open = false;
            return;
        }
        if (!open && /^\$CATEGORY:/u.test(trimmed)) {
            finish();
            category = categoryOf(trimmed.slice('$CATEGORY:'.length));
            return;
        }
        if (gathered.length || trimmed !== '') {
            gathered.push({ text, line: at + 1 });
        }
        open = opensAfter(text, open);
    });
    finish();
    return blocks;
}

const brace = /\\.|[{}]/gu;

function opensAfter(line: string, before: boolean): boolean {
    let open = before;
    for (const [sign] of line.matchAll(brace)) {
        if (sign === '{') { open = true; } else if (sign === '}') { open = false; }
    }
    return open;
}

/** For each line, whether from there on a brace is closed before one is opened, or a question with a title begins. */
function closingAhead(lines: readonly string[]): readonly boolean[] {
    const ahead = new Array<boolean>(lines.length).fill(false);
    for (let at = lines.length - 1; at >= 0; at--) {
        const line = lines[at]!;
        const first = line.trim().startsWith('//') ? undefined : [...line.matchAll(brace)].map(([sign]) => sign).find(sign => sign === '{' || sign === '}');
        ahead[at] = line.startsWith('::') ? false : first === undefined ? ahead[at + 1] ?? false : first === '}';
    }
    return ahead;
}
