import { describe, expect, it } from 'vitest';
import { markdownEdit, type MarkdownTool } from './markdown-edit';

/** Text with the selection between brackets, before and after. */
function press(tool: MarkdownTool, marked: string): string {
    const from = marked.indexOf('⟦');
    const to = marked.indexOf('⟧') - 1;
    const text = marked.replace('⟦', '').replace('⟧', '');
    const edit = markdownEdit(tool, { text, from, to });
    const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
    return `${after.slice(0, edit.select.from)}⟦${after.slice(edit.select.from, edit.select.to)}⟧${after.slice(edit.select.to)}`;
}

describe('the toolbar', () => {
    it.each<[MarkdownTool, string, string]>([
        ['bold', 'a ⟦b⟧ c', 'a **⟦b⟧** c'], ['bold', 'a **⟦b⟧** c', 'a ⟦b⟧ c'], ['bold', '⟦⟧', '**⟦⟧**'], ['italic', '⟦年费⟧', '*⟦年费⟧*'], ['heading', 'a\nb⟦⟧c', 'a\n## bc⟦⟧'], ['heading', '## a⟦⟧', 'a⟦⟧'], ['heading', '#### a⟦⟧', 'a⟦⟧'],
        ['bullets', '⟦a\nb⟧\nc', '⟦- a\n- b⟧\nc'], ['bullets', '⟦- a\n- b⟧', '⟦a\nb⟧'], ['bullets', '⟦- a\nb⟧', '⟦- a\n- b⟧'], ['numbers', '⟦a\nb\n⟧c', '⟦1. a\n2. b⟧\nc'], ['numbers', '⟦1. a\n2. b⟧', '⟦a\nb⟧'], ['quote', 'a⟦⟧', '> a⟦⟧'],
        ['link', 'see ⟦here⟧', 'see [here](⟦https://⟧)'], ['table', 'a⟦⟧', 'a\n\n⟦|  |  |\n| --- | --- |\n|  |  |⟧\n'], ['table', '⟦⟧', '⟦|  |  |\n| --- | --- |\n|  |  |⟧\n']
    ])('%s of %j', (tool, before, after) => expect(press(tool, before)).toBe(after));
});
