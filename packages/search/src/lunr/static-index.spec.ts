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

it('refuses an index of another version', () => {
    expect(() => openStaticIndex(JSON.stringify({ analyser: '0', index: {} }))).toThrow('another version');
});

it('writes Han characters in few letters, and reads them again', () => {
    for (const term of ['信用卡', 'wi-fi', '㐀鿿', '𠮷a退', '々']) {
        expect(decodeHan(encodeHan(term))).toBe(term);
    }
    expect(encodeHan('信用卡').startsWith(encodeHan('信用'))).toBe(true);
});
