/** A text and what of it is selected, in UTF-16 units; and the one after a press of a button of the toolbar. */
export interface MarkdownSelection { readonly text: string; readonly from: number; readonly to: number }

/** Replace what stands between `from` and `to`, and select this of the new text. */
export interface MarkdownEdit { readonly from: number; readonly to: number; readonly insert: string; readonly select: { readonly from: number; readonly to: number } }

export const markdownTools = ['bold', 'italic', 'heading', 'bullets', 'numbers', 'quote', 'table', 'link'] as const;
export type MarkdownTool = typeof markdownTools[number];

/** Puts marks around the selection, or takes them away where they stand. */
function around({ text, from, to }: MarkdownSelection, mark: string): MarkdownEdit {
    const { length } = mark;
    const selected = text.slice(from, to);
    if (text.slice(from - length, from) === mark && text.slice(to, to + length) === mark) {
        return { from: from - length, to: to + length, insert: selected, select: { from: from - length, to: to - length } };
    }
    return { from, to, insert: `${mark}${selected}${mark}`, select: { from: from + length, to: to + length } };
}

/** Puts something before every line that the selection touches, or takes it away where all have it. */
function before({ text, from, to }: MarkdownSelection, pattern: RegExp, mark: (line: number) => string): MarkdownEdit {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const next = text.indexOf('\n', Math.max(from, to - (text[to - 1] === '\n' && to > from ? 1 : 0)));
    const end = next < 0 ? text.length : next;
    const lines = text.slice(start, end).split('\n');
    const marked = lines.every(each => pattern.test(each));
    const insert = lines.map((each, index) => marked ? each.replace(pattern, '') : mark(index) + each.replace(pattern, '')).join('\n');
    return { from: start, to: end, insert, select: { from: lines.length > 1 ? start : start + insert.length, to: start + insert.length } };
}

function block({ text, to }: MarkdownSelection, content: string): MarkdownEdit {
    const lead = to === 0 || text.slice(0, to).endsWith('\n\n') ? '' : text[to - 1] === '\n' ? '\n' : '\n\n';
    return { from: to, to, insert: `${lead}${content}\n`, select: { from: to + lead.length, to: to + lead.length + content.length } };
}

/** What a tool does to a text. */
export function markdownEdit(tool: MarkdownTool, selection: MarkdownSelection): MarkdownEdit {
    const { text, from, to } = selection;
    switch (tool) {
        case 'bold': return around(selection, '**');
        case 'italic': return around(selection, '*');
        case 'heading': return before(selection, /^#{1,6} /, () => '## ');
        case 'bullets': return before(selection, /^[-*] /, () => '- ');
        case 'numbers': return before(selection, /^\d+\. /, line => `${line + 1}. `);
        case 'quote': return before(selection, /^> ?/, () => '> ');
        case 'table': return block(selection, '|  |  |\n| --- | --- |\n|  |  |');
        case 'link': {
            const selected = text.slice(from, to);
            const address = 'https://';
            return { from, to, insert: `[${selected}](${address})`, select: { from: from + selected.length + 3, to: from + selected.length + 3 + address.length } };
        }
    }
}

/** Puts a text in the place of the selection and the cursor behind it. */
export const insertion = ({ from, to }: MarkdownSelection, insert: string): MarkdownEdit => ({ from, to, insert, select: { from: from + insert.length, to: from + insert.length } });
