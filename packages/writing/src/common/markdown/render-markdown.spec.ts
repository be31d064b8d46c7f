import { describe, expect, it } from 'vitest';
import { plainText, renderMarkdown } from './render-markdown';

const id = '0190a000-0000-7000-8000-000000000001';
const link = `earshot:/knowledge/articles/${id}`;

describe('Markdown', () => {
    it('knows tables, lists and line breaks', () => {
        expect(renderMarkdown('| a | b |\n| --- | --- |\n| 1 | 2 |')).toContain('<td>1</td>');
        expect(renderMarkdown('一\n二')).toContain('<br>');
    });
    it('shows HTML as text, and pictures as their words', () => {
        expect(renderMarkdown('<script>alert(1)</script> <b>x</b>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;</p>\n');
        expect(renderMarkdown('![a "b"](https://example.org/x.png)')).toBe('<p>a &quot;b&quot;</p>\n');
    });
    it('names a link within the suite as what it leads to is called now', () => {
        const titles = new Map([[link, 'Lost <card>']]);
        expect(renderMarkdown(`[](${link})`, titles)).toContain(`data-entity="${link}">Lost &lt;card&gt;</a>`);
        expect(renderMarkdown(`[own words](${link})`, titles)).toContain('>own words</a>');
        expect(renderMarkdown(`[x](${link})`, new Map([[link, null]]))).toContain('data-gone="true"');
        expect(renderMarkdown(`[x](${link})`, new Map())).not.toContain('data-gone');
    });
    it('opens what is elsewhere elsewhere', () => expect(renderMarkdown('[x](https://example.org)')).toContain('target="_blank" rel="noopener noreferrer"'));
    it.each([['# a\n## b', '<h3>a</h3>\n<h4>b</h4>\n'], ['## a\n### b\n## c', '<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>\n'], ['###### a', '<h3>a</h3>\n'], ['# a\n###### b', '<h3>a</h3>\n<h6>b</h6>\n']])('has its headings below those of the page: %j', (text, html) => expect(renderMarkdown(text)).toBe(html));
    it('aligns cells without a style', () => expect(renderMarkdown('| a |\n| ---: |\n| 1 |')).toContain('<td data-align="right">1</td>'));
    it('gives the words alone', () => expect(plainText('# 标题\n\n- **一**\n- 二 `三`\n\n[四](https://example.org) <b>')).toBe('标题\n一\n二 三\n四 <b>'));
});
