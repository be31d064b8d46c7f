import { describe, expect, it } from 'vitest';
import { canonicalContent, linesOf, newContent } from './article-content';
import { articleKind, articleKinds, articleLanguages } from './article-kind';
import { isAudience, isConfidential, readAudience } from './audience';
import { articleProblems, longestSpoken } from './check-article';
import { articleLink, linkedArticles } from '../link/article-links';

const categoryId = '0190a000-0000-7000-8000-000000000001';
const faq = newContent({ kind: 'faq', language: 'zh-cn', title: '信用卡丢了怎么办？', categoryId, parts: { short: '请立即挂失。', full: '拨打热线。' } });

describe('the kinds of articles', () => {
    it.each(articleKinds.flatMap(kind => articleLanguages.map(language => [kind.id, language] as const)))('a new %s in %s lacks exactly what is required', (kind, language) => {
        const content = newContent({ kind, language, title: 'x', categoryId });
        expect(Object.keys(content.parts)).toEqual(articleKind(kind).parts.map(each => each.id));
        expect(articleProblems(content).map(each => each.path)).toEqual(articleKind(kind).parts.filter(each => each.required).map(each => `parts.${each.id}`));
    });

    it('has nothing against a complete article', () => expect(articleProblems(faq)).toEqual([]));

    it('names what stands in the way of a review', () => {
        const codes = (change: object) => articleProblems({ ...faq, ...change }).map(each => each.code);
        expect(codes({ title: ' ' })).toEqual(['title-missing']);
        expect(codes({ audience: [] })).toEqual(['audience-missing']);
        expect(codes({ validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-02-01T00:00:00.000Z' })).toEqual(['validity-reversed']);
        expect(codes({ parts: { short: '答'.repeat(longestSpoken), full: 'x' } })).toEqual([]);
        expect(codes({ parts: { short: '答'.repeat(longestSpoken + 1), full: 'x' } })).toEqual(['spoken-too-long']);
        expect(codes({ parts: { short: 'a'.repeat(longestSpoken * 2), full: 'x' } })).toEqual([]);
        const template = articleKind('product-fact').parts.find(each => each.id === 'facts')!.template!['zh-cn'];
        expect(articleProblems({ ...faq, kind: 'product-fact', parts: { short: 'x', facts: template, sources: 'x' } })).toEqual([{ path: 'parts.facts', code: 'part-as-template' }]);
    });
});

describe('the canonical text', () => {
    it('is the same for the same content, however it was written down', () => {
        const reordered = Object.fromEntries(Object.entries({ ...faq, parts: Object.fromEntries(Object.entries(faq.parts).reverse()) }).reverse()) as unknown as typeof faq;
        expect(canonicalContent(reordered)).toBe(canonicalContent(faq));
        expect(canonicalContent({ ...faq, tags: ['b', 'a', 'b'] })).toBe(canonicalContent({ ...faq, tags: ['a', 'b'] }));
        expect(canonicalContent({ ...faq, parts: { full: 'a\r\nb', short: 'é' } })).toBe(canonicalContent({ ...faq, parts: { full: 'a\nb', short: 'e\u0301' } }));
    });

    it.each<[string, object]>([
        ['title', { title: 'x' }], ['a part', { parts: { ...faq.parts, full: '拨打热线' } }], ['the audience', { audience: ['role:agent'] }], ['validity', { validUntil: '2027-01-01T00:00:00Z' }], ['category', { categoryId: 'other' }], ['tags', { tags: ['x'] }]
    ])('is another when %s changes', (_, change) => expect(canonicalContent({ ...faq, ...change })).not.toBe(canonicalContent(faq)));

    it('does not take backslashes in the text for line ends', () => expect(canonicalContent({ ...faq, title: 'a\\r\\nb' })).not.toBe(canonicalContent({ ...faq, title: 'a\\nb' })));
});

it('reads a part of lines without gaps', () => expect([linesOf(' a \n\nb\r\n'), linesOf(undefined)]).toEqual([['a', 'b'], []]));

describe('audiences', () => {
    it('knows its words', () => {
        expect(['everyone', 'role:qa-lead', `team:${categoryId}`].map(readAudience)).toEqual([{ kind: 'everyone' }, { kind: 'role', code: 'qa-lead' }, { kind: 'team', id: categoryId }]);
        expect(['', 'Everyone', 'role:', 'team:1', 'everyone role:a', 'person:x'].filter(isAudience)).toEqual([]);
        expect([isConfidential(['role:agent']), isConfidential(['role:agent', 'everyone'])]).toEqual([true, false]);
    });
});

describe('links between articles', () => {
    const other = '0190a000-0000-7000-8000-000000000002';
    it('finds each once, in order, and nothing else', () => {
        expect(linkedArticles([`[a](earshot:/knowledge/articles/${other}) [b](earshot:/quality/interactions/${categoryId})`, `[](earshot:/knowledge/articles/${categoryId}) ${articleLink(other)}`])).toEqual([other, categoryId]);
    });
    it('writes one whose text cannot break out', () => expect(articleLink(other, 'a]\\(x)\n[b')).toBe(`[a\\]\\\\(x) \\[b](earshot:/knowledge/articles/${other})`));
});
