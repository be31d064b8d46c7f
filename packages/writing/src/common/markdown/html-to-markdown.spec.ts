import { expect, it } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown';

it('keeps lists and tables narrow', () => {
    expect(htmlToMarkdown('<ul><li>a<ul><li>b</li></ul></li></ul>')).toMatch(/^- a\n {2,4}- b$/);
    expect(htmlToMarkdown('<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>')).toBe('| a |\n| --- |\n| b |');
});
it.each([
    ['blank lines', `<pre>x${'\n'.repeat(1_000_000)}x</pre>`], ['lines of other kinds', `<pre>x${'\r\u2028'.repeat(500_000)}x</pre>`], ['spaces in a line like one of a table', `<pre>|${' '.repeat(1_000_000)}x|</pre>`]
])('ends, whatever a million %s', (_, html) => {
    expect(htmlToMarkdown(html)).toContain('x');
});
