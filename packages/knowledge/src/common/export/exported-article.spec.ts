import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleContent } from '../article/article-content';
import { articleKind, articleKindIds, articleLanguages } from '../article/article-kind';
import type { CategoryNode } from '../category/category-rules';
import { readArticleFile, writeArticleFile } from '../front-matter/article-file';
import type { FoundArticle } from '../import/import-file';
import { planImport } from '../import/plan-import';
import { type ExportedArticle, exportPaths, fileOf, relativePath } from './exported-article';

it('names files so that every system takes them', () => {
    const listed = (id: string, title: string, categories: readonly string[] = []) => ({ id, title, language: 'en' as const, categories });
    expect([...exportPaths([listed('1', 'How? Now/then', ['Cards & more']), listed('2', 'how? now then', ['Cards & more']), listed('3', '...'), listed('4', 'con'), listed('5', '挂失 流程')], 'md').values()]).toEqual([
        'Cards-more/How-Now-then.en.md', 'Cards-more/how-now-then-2.en.md', 'article.en.md', 'con-.en.md', '挂失-流程.en.md'
    ]);
    expect([relativePath('a/b.md', 'a/c.md'), relativePath('a/b.md', 'd/c.md'), relativePath('b.md', 'a/c.md'), relativePath('a/b/c.md', 'a/d.md')]).toEqual(['c.md', '../d/c.md', 'a/c.md', '../d.md']);
});

describe('out and in again', () => {
    const categories: readonly CategoryNode[] = [{ id: '0190a000-0000-7000-8000-0000000000c1', parentId: null, name: { en: 'Cards', 'zh-cn': '银行卡' }, place: 0, reviewDays: null, secondApproval: null }];
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('---', '<!-- part: offer -->', '\\<!-- part: grade -->', '# Heading', '    indented', '- a\n- b', '| a |\n| - |', 'key: value', "it's", '{{< x >}}', '```\n---\n```', '额度\r\n第二行', '[x](y.md)'));
    const many = fc.array(text, { maxLength: 5 }).map(each => each.join('\n'));
    const word = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.constantFrom('null', 'true', '1e3', '2026-01-01', '- x', '#tag', '"', '@')).map(each => each.trim()).filter(each => each !== '');
    const moment = fc.option(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map(each => each.toISOString()), { nil: null });
    const content: fc.Arbitrary<ArticleContent> = fc.constantFrom(...articleKindIds).chain(kind => fc.record({
        kind: fc.constant(kind), language: fc.constantFrom(...articleLanguages), title: word, categoryId: fc.constant(categories[0]!.id), tags: fc.array(word, { maxLength: 4 }), audience: fc.constantFrom(['everyone'], ['role:agent', 'role:trainer']),
        validFrom: moment, validUntil: moment, sourceNumber: fc.constant(null), parts: fc.record(Object.fromEntries(articleKind(kind).parts.map(({ id }) => [id, many])), { requiredKeys: [] }) as fc.Arbitrary<Record<string, string>>
    }));

    it('is the same article, whatever it says', () => {
        fc.assert(fc.property(fc.array(content, { minLength: 1, maxLength: 3 }), contents => {
            const articles: ExportedArticle[] = contents.map((each, index) => ({
                id: `0190a000-0000-7000-8000-00000000000${index}`, categories: ['Cards'], translationKey: null, publishedAt: null, verifiedAt: null, files: [],
                content: { ...each, others: { weight: 3 }, title: `${index} ${each.title}`, parts: { ...each.parts, ...index > 0 && each.kind === 'faq' ? { full: 'see [the first](earshot:/knowledge/articles/0190a000-0000-7000-8000-000000000000)' } : {} } }
            }));
            const paths = exportPaths(articles.map(each => ({ id: each.id, title: each.content.title, language: each.content.language, categories: each.categories })), 'md');
            const found = articles.map((each): FoundArticle => {
                const reading = readArticleFile(writeArticleFile(fileOf(each, paths)));
                expect(reading).toHaveProperty('article');
                const { article } = reading as Extract<typeof reading, { article: object }>;
                expect(article.others).toEqual({ weight: 3 });
                return { source: paths.get(each.id)!, title: article.title, article, problems: [] };
            });
            const present = articles.map(each => ({ id: each.id, title: each.content.title, language: each.content.language, sourceId: null, writable: true, open: false, hash: 'x', content: each.content }));
            const plan = planImport({ found, present, categories, settings: { language: 'en', kind: 'faq', categoryId: null, splitAt: null, columns: null }, ids: articles.map(each => each.id) });
            expect(plan.map(each => each.outcome)).toEqual(articles.map(() => 'unchanged'));
        }), { numRuns: 400 });
    });
});
