/** A clause: a numbered heading of a document, with what stands below it up to the next heading. */
export interface Clause {
    /** Stays with the clause through editing, renumbering and moving; null for a heading that was given none yet. */
    readonly id: string | null;
    /** `2.1`: counted, never written. */
    readonly number: string;
    /** 1 for the outermost. */
    readonly depth: number;
    readonly title: string;
    /** Markdown, without the heading, without empty lines around it. */
    readonly text: string;
}

export interface DocumentOutline {
    /** What stands before the first heading. */
    readonly preamble: string;
    readonly clauses: readonly Clause[];
}

/** A line that is a heading: its place among the lines, its level (1–6), its words and the anchor that it carries. */
export interface HeadingLine { readonly line: number; readonly level: number; readonly title: string; readonly anchor: string | null }

/** Ids of clauses stand in anchors. */
const anchorAtEnd = / ?\{#(c-[a-z0-9]{4,16})\}$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const opening = /^ {0,3}(#{1,6})(?=[ \t]|$)/;

/** Without the signs that may close a heading (`# Title #`); done by hand, since a pattern would look a long row of them through anew from each place. */
function withoutClosing(words: string): string {
    let end = words.length;
    while (words[end - 1] === '#') {
        end--;
    }
    return end === words.length || end > 0 && words[end - 1] !== ' ' && words[end - 1] !== '\t' ? words : words.slice(0, end).trim();
}

/** No anchor with the blank before it is longer. */
const longestAnchor = 22;

/** The words of a heading without the anchors and closing signs at their end, however many there are of both. */
export function wordsAlone(words: string): string {
    let rest = words.trim();
    for (;;) {
        const anchor = anchorAtEnd.exec(rest.slice(-longestAnchor))?.[0] ?? '';
        const shorter = withoutClosing(rest.slice(0, rest.length - anchor.length).trim());
        if (shorter === rest) {
            return rest;
        }
        rest = shorter;
    }
}

export const linesOf = (text: string): readonly string[] => text.replace(/\r\n?/g, '\n').split('\n');

/** The headings of a Markdown text (CommonMark 0.31, ATX headings), those within fenced code left out. */
export function headingLines(lines: readonly string[]): readonly HeadingLine[] {
    const headings: HeadingLine[] = [];
    let open: string | undefined;
    lines.forEach((line, index) => {
        const mark = fence.exec(line)?.[1];
        if (open) {
            if (mark && mark[0] === open[0] && mark.length >= open.length && line.trim() === mark) {
                open = undefined;
            }
            return;
        }
        if (mark) {
            open = mark;
            return;
        }
        const [whole, signs] = opening.exec(line) ?? [];
        if (whole !== undefined && signs) {
            const words = line.slice(whole.length).trim();
            const anchor = anchorAtEnd.exec(words)?.[1] ?? null;
            headings.push({ line: index, level: signs.length, title: withoutClosing(anchor ? words.replace(anchorAtEnd, '').trim() : words), anchor });
        }
    });
    return headings;
}

/** Counts headings by the levels that there are: a level that is left out counts for nothing, and the first heading is always 1. */
function numbered(headings: readonly HeadingLine[]): readonly { readonly number: string; readonly depth: number }[] {
    const levels: number[] = [];
    const counts: number[] = [];
    return headings.map(({ level }) => {
        while (levels.length && levels[levels.length - 1]! >= level) {
            levels.pop();
        }
        levels.push(level);
        const depth = levels.length;
        counts.length = Math.max(counts.length, depth);
        counts[depth - 1] = (counts[depth - 1] ?? 0) + 1;
        counts.length = depth;
        return { number: counts.join('.'), depth };
    });
}

const between = (lines: readonly string[], from: number, to: number): string => lines.slice(from, to).join('\n').replace(/^\n+/, '').trimEnd();

/** The clauses of a document in order. */
export function outlineOf(text: string): DocumentOutline {
    const lines = linesOf(text);
    const headings = headingLines(lines);
    const numbers = numbered(headings);
    return {
        preamble: between(lines, 0, headings[0]?.line ?? lines.length),
        clauses: headings.map(({ line, title, anchor }, index) => ({ id: anchor, ...numbers[index]!, title, text: between(lines, line + 1, headings[index + 1]?.line ?? lines.length) }))
    };
}

/** The text as people write it: without anchors. */
export function withoutAnchors(text: string): string {
    const lines = [...linesOf(text)];
    headingLines(lines).forEach(({ line, anchor }) => { if (anchor) { lines[line] = lines[line]!.trimEnd().replace(anchorAtEnd, ''); } });
    return lines.join('\n');
}

/** The clauses above a clause, from the outermost down, by their places in the list. */
export function clausesAbove(clauses: readonly Clause[], place: number): readonly Clause[] {
    const above: Clause[] = [];
    let depth = clauses[place]!.depth;
    for (let index = place - 1; index >= 0 && depth > 1; index--) {
        if (clauses[index]!.depth < depth) {
            above.unshift(clauses[index]!);
            depth = clauses[index]!.depth;
        }
    }
    return above;
}
