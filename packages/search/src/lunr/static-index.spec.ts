import { expect, it } from 'vitest';
import { ndcg } from '../evaluation/metrics';
import { faqDocuments, faqQueries } from '../testing/faq-collection';
import { decodeHan, encodeHan } from './han-encoding';
import { exportStaticIndex, openStaticIndex } from './static-index';

const index = openStaticIndex(exportStaticIndex(faqDocuments));
const found = (query: string): string[] => index.search(query).map(each => each.id);

it('finds answers without a server', () => {
    for (const queries of [faqQueries.chinese, faqQueries.english, faqQueries.crossScript]) {
        const quality = queries.reduce((sum, { text, answer }) => sum + ndcg(found(text), new Map([[answer, 1]]))!, 0) / queries.length;
        expect(quality).toBeGreaterThan(0.85);
    }
});

it('keeps to the signs of a query', () => {
    expect(found('转账 +撤销 -跨行')).toEqual(['s09']);
    expect(found('+title:发票').sort()).toEqual(['s17', 's18']);
    expect(found('"')).toEqual([]);
    expect(found('')).toEqual([]);
});

it('finds while somebody types, and what is mistyped', () => {
    const page = openStaticIndex(exportStaticIndex([['a', 'Refund policy'], ['b', 'Policy of refund'], ['c', 'Lost card']].map(([id, title]) => ({ id: id!, kind: 'article', language: 'en', audience: [], updatedAt: 0, fields: { title: title!, questions: ['who pays', 'back to you'] } }))));
    const titles = (query: string): string[] => page.search(query).map(each => each.id).sort();
    for (const typed of ['refu', 'refu*', '+refu* policy', 'refnd', 'refnd~1', '+refnd~1', 'lost +refund -zzzz']) {
        expect(titles(typed), typed).toEqual(['a', 'b']);
    }
    expect(titles('"refund policy"')).toEqual(['a']);
    expect(titles('"policy of refund"')).toEqual(['b']);
    // a phrase does not reach from one question into the next
    expect(titles('"pays back"')).toEqual([]);
    expect(titles('"back to you"')).toEqual(['a', 'b', 'c']);
    expect(titles('-refund')).toEqual(['c']);
    expect(titles('policy -"refund policy"')).toEqual(['b']);
    expect(titles('text:refund*')).toEqual([]);
    expect(found('“臨時額度最長”')).toEqual(['s02']);
    expect(found('"还款最低额"')).toEqual([]);
});

it('refuses an index of another version', () => {
    expect(() => openStaticIndex(JSON.stringify({ analyser: '0', index: {} }))).toThrow('another version');
});

it('writes Han characters in few letters, and reads them again', () => {
    for (const term of ['信用卡', 'wi-fi', '㐀鿿', '𠮷a退', '々']) {
        expect(decodeHan(encodeHan(term))).toBe(term);
    }
    expect(encodeHan('信用卡').startsWith(encodeHan('信用'))).toBe(true);
});
