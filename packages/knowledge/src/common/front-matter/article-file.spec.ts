import { describe, expect, it } from 'vitest';
import { articleKindIds } from '../article/article-kind';
import { type ArticleFile, readArticleFile, writeArticleFile } from './article-file';
import { readFrontMatter } from './front-matter';

const valid = '---\ntitle: 挂失\nlanguage: zh-cn\ncategories: [卡片, 安全]\ndescription: 请先挂失。\nquestions:\n  - 卡丢了\nweight: 3\n---\n\n正文\n';

describe('front matter', () => {
    it('is read as data', () => expect(readFrontMatter(valid)).toEqual({ file: { values: { title: '挂失', language: 'zh-cn', categories: ['卡片', '安全'], description: '请先挂失。', questions: ['卡丢了'], weight: 3 }, body: '正文' } }));

    it.each<[string, string, object]>([
        ['without any', '# Text', { code: 'front-matter-missing' }], ['that does not end', '---\ntitle: x\n', { code: 'front-matter-unclosed' }], ['that is a list', '---\n- a\n---\n', { code: 'front-matter-not-a-map' }],
        ['with a tag that makes something', '---\ntitle: !!js/function "function () { return 1 }"\n---\n', { code: 'front-matter-invalid', line: 2 }], ['with a tag of its own', '---\na: 1\ntitle: !exec x\n---\n', { code: 'front-matter-invalid', line: 3 }],
        ['with a name twice', '---\na: 1\na: 2\n---\n', { code: 'front-matter-invalid', line: 3 }], ['that is endless', `---\ntitle: ${'x'.repeat(100_001)}\n---\n`, { code: 'front-matter-too-long' }],
        ['in JavaScript', '---js\nmodule.exports = { title: process.env.HOME }\n---\n', { code: 'front-matter-missing' }]
    ])('%s is refused', (_, text, problem) => expect(readFrontMatter(text)).toEqual({ problem }));

    it('does not let aliases multiply', () => {
        const laughs = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map((each, index) => `${each}: &${each} [${Array(10).fill(`*${'abcdefg'[index]}`).join(',')}]`)].join('\n');
        expect(readFrontMatter(`---\n${laughs}\n---\n`)).toEqual({ problem: { code: 'front-matter-invalid' } });
    });

    it('does not reach the prototypes of others', () => {
        const reading = readFrontMatter('---\n__proto__:\n  polluted: true\nconstructor: x\n---\n');
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        expect('file' in reading && Object.getPrototypeOf(reading.file.values) === Object.prototype).toBe(true);
    });
});

describe('an article as a file', () => {
    it('is read with what Hugo calls it, and keeps what it does not know', () => expect(readArticleFile(valid)).toEqual({
        article: { title: '挂失', kind: 'faq', language: 'zh-cn', categories: ['卡片', '安全'], tags: [], draft: false, parts: { short: '请先挂失。', similar: '卡丢了', full: '正文' }, others: { weight: 3 } }
    }));

    it.each(articleKindIds)('of the kind %s comes back as it went', kind => {
        const parts: Record<string, Record<string, string>> = {
            faq: { similar: 'a\nb', short: 'yes: "no" #', full: '# Title\n\n| a | b |\n| --- | --- |\n| 1 | 2 |', sources: 'https://example.org/?a=1#b' }, 'product-fact': { short: 's', facts: 'f', conditions: '---\nc', sources: 'x' },
            'complaint-handling': { short: 's', classify: 'c', grade: 'g', offer: 'o', escalate: 'e' }, 'survey-plan': { short: 's', sample: 'a', questions: 'q', schedule: 'd' }, 'link-collection': { links: '- [x](https://example.org)' }
        };
        const article: ArticleFile = {
            title: 'a: b [c] 繁體 "d"', kind, language: 'zh-tw', categories: ['一', '二'], tags: ['1', 'yes', 'null', '2026-01-01'], translationKey: 'loss', audience: ['role:agent'], owner: 'kai', publishDate: '2026-01-01T00:00:00.000Z', expiryDate: '2027-01-01',
            lastmod: '2026-02-02', draft: true, parts: parts[kind]!, others: { weight: 3, custom: { deep: ['x', null, true] } }
        };
        expect(readArticleFile(writeArticleFile(article))).toEqual({ article });
        expect(readArticleFile(writeArticleFile(article).replaceAll('\n', '\r\n'))).toEqual({ article });
    });

    it('says everything that is wrong', () => {
        expect(readArticleFile('---\nkind: poem\ncategories: {a: 1}\n---\n')).toEqual({ problems: [{ code: 'title-missing' }, { code: 'kind-unknown' }, { code: 'language-unknown' }, { code: 'value-not-text', name: 'categories' }] });
        expect(readArticleFile('---\ntitle: x\nlanguage: en\n---\n<!-- part: grade -->\nx')).toEqual({ problems: [{ code: 'part-unknown', name: 'grade' }] });
    });
});

describe('a text of a million blank lines', () => {
    it('is read, and written', () => {
        const text = `x${'\n'.repeat(1_000_000)}x`;
        expect(readFrontMatter(`---\ntitle: x\n---\n${text}${' '.repeat(1_000_000)}x`)).toHaveProperty('file');
        const file = writeArticleFile({ title: 'x', kind: 'faq', language: 'en', categories: [], tags: [], draft: false, parts: { full: text }, others: {} });
        expect(file.endsWith(`${text}\n`)).toBe(true);
    });
});
it.each(['\r', '\u2028', '\r\n', '\n  '])('what is like a marker comes back after %j', separator => {
    const article: ArticleFile = { title: 'x', kind: 'faq', language: 'en', categories: [], tags: [], draft: false, parts: { full: `a${separator}<!-- part: full -->` }, others: {} };
    expect(readArticleFile(writeArticleFile(article))).toMatchObject({ article: { parts: { full: article.parts.full!.replace(/\r\n?/g, '\n') } } });
});
