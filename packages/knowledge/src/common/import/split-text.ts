/** A stretch of Markdown below a heading. */
export interface TextSection { readonly title: string | undefined; readonly text: string }

const heading = /^(#{1,6})\s+(.+?)\s*#*\s*$/;
const fence = /^\s{0,3}(`{3,}|~{3,})/;

/** Marks of emphasis, and links, as plain words: for a title. */
const plain = (text: string): string => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(\*\*|__|\*|`)(.*?)\1/g, '$2').replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\s*\{#[\w-]+\}$/, '').trim();

/** Text from one heading of the level, or of one above it, to the next. What stands before the first has no title; code is no heading. */
export function splitText(markdown: string, level: number): readonly TextSection[] {
    const sections: { title: string | undefined; lines: string[] }[] = [{ title: undefined, lines: [] }];
    let fenced: string | undefined;
    for (const line of markdown.split('\n')) {
        const mark = fence.exec(line)?.[1];
        fenced = fenced === undefined ? mark : mark?.startsWith(fenced) ? undefined : fenced;
        const found = fenced === undefined && mark === undefined ? heading.exec(line) : null;
        if (found && found[1]!.length <= level && plain(found[2]!)) {
            sections.push({ title: plain(found[2]!), lines: [] });
        } else {
            sections.at(-1)!.lines.push(line);
        }
    }
    return sections.map(({ title, lines }) => ({ title, text: lines.join('\n').trim() })).filter(each => each.title !== undefined || each.text !== '');
}

/** The title that a text gives itself by the heading at its beginning, and the text below it. */
export function leadingTitle(markdown: string): TextSection {
    const [first, ...rest] = markdown.replace(/^\s+/, '').split('\n');
    const found = heading.exec(first ?? '');
    if (found && found[1] === '#') {
        return { title: plain(found[2]!) || undefined, text: rest.join('\n').trim() };
    }
    const underlined = first?.trim() && /^={2,}\s*$/.test(rest[0] ?? '');
    return underlined ? { title: plain(first) || undefined, text: rest.slice(1).join('\n').trim() } : { title: undefined, text: markdown.trim() };
}
