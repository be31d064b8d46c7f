import { expect, it } from 'vitest';
import { leadingTitle, splitText } from './split-text';

it('begins anew at each heading of the level or above', () => {
    expect(splitText('before\n# One\na\n## Below\nb\n# **Two** {#two}\n```\n# code\n```\n', 1)).toEqual([
        { title: undefined, text: 'before' }, { title: 'One', text: 'a\n## Below\nb' }, { title: 'Two', text: '```\n# code\n```' }
    ]);
    expect(splitText('# One\n## Below\nb', 2).map(each => each.title)).toEqual(['One', 'Below']);
    expect(splitText('no heading', 1)).toEqual([{ title: undefined, text: 'no heading' }]);
});
it('takes the heading at the beginning for the title', () => {
    expect(leadingTitle('\n# 挂失 [卡](x.md) #\n\ntext')).toEqual({ title: '挂失 卡', text: 'text' });
    expect(leadingTitle('Old style\n===\n\ntext')).toEqual({ title: 'Old style', text: 'text' });
    expect(leadingTitle('## Second\ntext')).toEqual({ title: undefined, text: '## Second\ntext' });
});
it('takes for a title what CommonMark takes for one', () => {
    expect(leadingTitle('# ##\n\ntext').title).toBe('#');
    expect(leadingTitle('#\nnext').title).toBeUndefined();
    expect(leadingTitle('# See [fees (2026)](a(1).md) {#fees}\nx').title).toBe('See fees (2026)');
});
const million = 1_000_000;
it.each([
    ['spaces', `# a${' '.repeat(million)}b`], ['number signs', `# ${'# '.repeat(million / 2)}x`], ['signs', `# ${'#'.repeat(million)}x`], ['brackets', `# ${'['.repeat(million)}`], ['links', `# ${'[]('.repeat(million / 3)}`],
    ['spaces before an anchor', `# a${' '.repeat(million)}{#`], ['anchors', `# ${'{#a'.repeat(million / 3)}`], ['stars', `# ${'**a*'.repeat(million / 4)}`], ['lines', `#${' \n#'.repeat(million / 3)}`]
])('ends, whatever a million %s stand in a heading', (_, text) => {
    expect(splitText(text, 6).length).toBeGreaterThan(0);
    expect(leadingTitle(text)).toBeDefined();
});
