/** A stretch of Markdown below a heading. */
export interface TextSection { readonly title: string | undefined; readonly text: string }

/** Files come from anywhere: every expression here takes a time that grows with the length of the text and no faster. */
const headingMark = /^#{1,6}(?=\s)/;
const fence = /^\s{0,3}(`{3,}|~{3,})/;

/** Marks of emphasis, and links, as plain words: for a title. */
const plain = (text: string): string => text.replace(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1').replace(/(\*\*|__|\*|`)(.*?)\1/g, '$2').replace(/\\([!-/:-@[-`{-~])/g, '$1').trimEnd().replace(/\{#[\w-]+\}$/, '').trim();

/** A line as a heading: its level, and its words without the marks that may close it. */
function headingOf(line: string): { readonly level: number; readonly words: string } | undefined {
    const level = headingMark.exec(line)?.[0].length;
    if (level === undefined) {
        return undefined;
    }
    const words = line.slice(level).trim();
    let end = words.length;
    while (end > 1 && words[end - 1] === '#') {
        end--;
    }
    return words ? { level, words: words.slice(0, end).trimEnd() } : undefined;
}

/** Text from one heading of the level, or of one above it, to the next. What stands before the first has no title; code is no heading. */
export function splitText(markdown: string, level: number): readonly TextSection[] {
    const sections: { title: string | undefined; lines: string[] }[] = [{ title: undefined, lines: [] }];
    let fenced: string | undefined;
    for (const line of markdown.split('\n')) {
        const mark = fence.exec(line)?.[1];
        fenced = fenced === undefined ? mark : mark?.startsWith(fenced) ? undefined : fenced;
        const found = fenced === undefined && mark === undefined ? headingOf(line) : undefined;
        const title = found && found.level <= level ? plain(found.words) : '';
        if (title) {
            sections.push({ title, lines: [] });
        } else {
            sections.at(-1)!.lines.push(line);
        }
    }
    return sections.map(({ title, lines }) => ({ title, text: lines.join('\n').trim() })).filter(each => each.title !== undefined || each.text !== '');
}

/** The title that a text gives itself by the heading at its beginning, and the text below it. */
export function leadingTitle(markdown: string): TextSection {
    const [first, ...rest] = markdown.replace(/^\s+/, '').split('\n');
    const found = headingOf(first ?? '');
    if (found?.level === 1) {
        return { title: plain(found.words) || undefined, text: rest.join('\n').trim() };
    }
    const underlined = first?.trim() && /^={2,}\s*$/.test(rest[0] ?? '');
    return underlined ? { title: plain(first) || undefined, text: rest.slice(1).join('\n').trim() } : { title: undefined, text: markdown.trim() };
}
