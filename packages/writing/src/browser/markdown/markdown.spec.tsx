import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../common/markdown/render-markdown';
import { attacks } from '../../common/markdown/attacks';
import { markdownFromHtml } from './from-html';
import { safeForeignHtml, safeHtml } from './sanitise';

/** Everything in a document that could act, be fetched, or cover the page. */
function dangers(html: string): string[] {
    const page = new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html');
    const inert = ['p', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 's', 'code', 'pre', 'blockquote', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'b', 'i', 'del', 'strike', 'div', 'span', 'section', 'article', 'dl', 'dt', 'dd', 'caption', 'tfoot', 'colgroup', 'col', 'img'];
    const attributes = ['data-attachment', 'alt', 'href', 'target', 'rel', 'start', 'data-entity', 'data-gone', 'data-align', 'colspan', 'rowspan'];
    return [...page.querySelectorAll('main *'), ...page.head.children].flatMap(element => [
        ...inert.includes(element.localName) ? [] : [element.outerHTML],
        ...[...element.attributes].filter(({ name, value }) => !attributes.includes(name) || name === 'href' && !/^(https?:|mailto:|tel:|#)/i.test(value) || name === 'target' && value !== '_blank').map(({ name, value }) => `${element.localName} ${name}="${value}"`)
    ]);
}

describe('attacks', () => {
    it('are recognised by this test', () => expect(['<script>x</script>', '<img src=x onerror=y>', '<a href="javascript:x">x</a>', '<p style="x">x</p>'].map(each => dangers(each).length > 0)).toEqual([true, true, true, true]));

    it.each(attacks)('in Markdown do nothing: %s', attack => {
        expect(dangers(safeHtml(renderMarkdown(attack)))).toEqual([]);
        expect(dangers(safeHtml(renderMarkdown(`text\n\n${attack}\n\n| a |\n| --- |\n| ${attack.replaceAll('\n', ' ')} |`)))).toEqual([]);
    });

    it.each(attacks)('are stopped by either lock alone: %s', attack => {
        expect(dangers(renderMarkdown(attack)).filter(each => !each.startsWith('code class='))).toEqual([]); // the class of a code block names its language
        expect(dangers(safeHtml(attack))).toEqual([]);
    });

    it.each(attacks)('pasted as HTML leave nothing that acts: %s', attack => {
        expect(dangers(safeForeignHtml(attack))).toEqual([]);
        expect(dangers(safeHtml(renderMarkdown(markdownFromHtml(`<p>before</p>${attack}<p>after</p>`))))).toEqual([]);
    });
});

it('what Markdown means survives both locks', () => {
    const id = '0190a000-0000-7000-8000-000000000001';
    const markdown = `# a\n\n3. [](earshot:/knowledge/articles/${id}) [x](earshot:/knowledge/articles/${id.replace(/1$/, '2')}) [y](https://example.org) <tel:+441234>\n\n| a |\n| :---: |\n| ~~b~~ \`c\` |`;
    const html = renderMarkdown(markdown, new Map([[`earshot:/knowledge/articles/${id}`, 'Fees'], [`earshot:/knowledge/articles/${id.replace(/1$/, '2')}`, null]]));
    expect(html).toContain(`data-entity="earshot:/knowledge/articles/${id}">Fees</a>`);
    expect(safeHtml(html)).toBe(html);
});

it('a picture that is kept with the text is named, and fetched by nobody but the page; one from elsewhere becomes its words', () => {
    const id = '0190a000-0000-7000-8000-000000000001';
    const html = renderMarkdown(`![Where "<to>" tap](attachment:${id}) [fees.pdf](attachment:${id}) ![words](https://example.org/x.png) [no](attachment:1)`);
    expect(html).toBe(`<p><img data-attachment="${id}" alt="Where &quot;&lt;to&gt;&quot; tap"> <a href="#" data-attachment="${id}">fees.pdf</a> words [no](attachment:1)</p>\n`);
    const safe = new DOMParser().parseFromString(safeHtml(html), 'text/html');
    expect([...safe.querySelectorAll('[data-attachment]')].map(each => each.outerHTML.replace(/&lt;|</g, '<').replace(/&gt;|>/g, '>'))).toEqual([`<img data-attachment="${id}" alt="Where &quot;<to>&quot; tap">`, `<a href="#" data-attachment="${id}">fees.pdf</a>`]);
    expect(safeHtml(`<img src="x" data-attachment="${id}" alt="a"><img data-attachment="../x" alt="b"><img alt="c">`)).toBe(`<img data-attachment="${id}" alt="a">`);
});

describe('HTML that is pasted', () => {
    it('keeps its structure', () => {
        expect(markdownFromHtml('<h2>Fees</h2><p>The <b>yearly</b> fee&nbsp;is <i>20</i>, <del>25</del>.</p><ul><li>one</li><li>two</li></ul><p><a href="https://example.org/x">more</a></p>'))
            .toBe('## Fees\n\nThe **yearly** fee is *20*, ~~25~~.\n\n- one\n- two\n\n[more](https://example.org/x)');
    });
    it('keeps tables', () => expect(markdownFromHtml('<table><thead><tr><th>等级</th><th>时限</th></tr></thead><tbody><tr><td>一般</td><td>3 天</td></tr></tbody></table>')).toBe('| 等级 | 时限 |\n| --- | --- |\n| 一般 | 3 天 |'));
    it('of a word processor loses what only that one understands', () => {
        const word = '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style><title>Doc</title></head><body><!--StartFragment--><p class=MsoNormal style="mso-x:1"><span lang=ZH-CN>挂失<o:p></o:p></span></p><!--EndFragment--></body></html>';
        expect(markdownFromHtml(word)).toBe('挂失');
    });
});
