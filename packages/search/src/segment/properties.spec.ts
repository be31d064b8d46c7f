import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../document';
import type { SearchOptions } from '../search-engine';
import { faqDocuments } from '../testing/faq-collection';
import { SegmentEngine } from './segment-engine';

const everything: SearchOptions = { viewer: { audience: 'unrestricted', at: 'always' }, limit: 100, facets: ['kind', 'category', 'language'] };

const words = ['退款', '信用卡', '額度', 'refund', 'Wi-Fi', '密码', 'cards', '投诉', '的', '轉帳', 'password', '，', ' ', '年费', '㈱'];
const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map(each => each.join(''));
const audiences = fc.subarray(['agents', 'leads', 'board']);

const document: fc.Arbitrary<SearchDocument> = fc.record({
    id: fc.constantFrom(...'abcdefghijkl'), kind: fc.constantFrom('article', 'script'), language: fc.constantFrom('zh-Hans', 'en'),
    category: fc.option(fc.constantFrom('cards', 'fees'), { nil: undefined }), audience: audiences,
    validFrom: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }), validUntil: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    updatedAt: fc.integer({ min: 0, max: 5 }), fields: fc.record({ title: text, text, questions: fc.option(fc.array(text, { maxLength: 3 }), { nil: undefined }) })
});
const query = fc.array(fc.constantFrom(...words, '+', '-', '"', 'title:', 'refnd', 'xyk', '^2', '~1', '*'), { minLength: 1, maxLength: 6 }).map(each => each.join(''));
const change = fc.oneof(fc.record({ put: fc.array(document, { maxLength: 4 }) }), fc.record({ remove: fc.array(fc.constantFrom(...'abcdefghijkl'), { maxLength: 3 }) }));

const changed = (changes: readonly ({ put: SearchDocument[] } | { remove: string[] })[]): { engine: SegmentEngine; documents: Map<string, SearchDocument> } => {
    const engine = new SegmentEngine();
    const documents = new Map<string, SearchDocument>();
    for (const each of changes) {
        if ('put' in each) {
            engine.put(each.put);
            each.put.forEach(one => documents.set(one.id, one));
        } else {
            engine.remove(each.remove);
            each.remove.forEach(id => documents.delete(id));
        }
    }
    return { engine, documents };
};

describe('the index', { timeout: 60_000 }, () => {
    it('is after any changes what it would be if it were built anew', () => {
        fc.assert(fc.property(fc.array(change, { maxLength: 8 }), fc.array(query, { minLength: 1, maxLength: 4 }), fc.boolean(), (changes, queries, typing) => {
            const { engine, documents } = changed(changes);
            const rebuilt = new SegmentEngine();
            rebuilt.put([...documents.values()]);
            for (const each of queries) {
                expect(engine.search(each, { ...everything, typing })).toEqual(rebuilt.search(each, { ...everything, typing }));
            }
        }), { numRuns: 120 });
    });

    it('gives a viewer what an index of only the visible documents would', () => {
        const times = fc.integer({ min: 0, max: 10 });
        fc.assert(fc.property(fc.array(document, { maxLength: 12 }), fc.array(query, { minLength: 1, maxLength: 4 }), audiences, times, fc.boolean(), (documents, queries, audience, at, typing) => {
            const engine = new SegmentEngine();
            engine.put(documents);
            const latest = [...new Map(documents.map(each => [each.id, each])).values()];
            const visible = latest.filter(each => each.audience.some(one => audience.includes(one)) && (each.validFrom ?? 0) <= at && at < (each.validUntil ?? 11));
            const only = new SegmentEngine();
            only.put(visible);
            for (const each of queries) {
                const viewer = { audience, at };
                expect(engine.search(each, { ...everything, viewer, typing })).toEqual(only.search(each, { ...everything, viewer, typing }));
                expect(engine.suggest(each, { viewer })).toEqual(only.suggest(each, { viewer }));
                expect(engine.nearDuplicates(each, { viewer, threshold: 0.2 })).toEqual(only.nearDuplicates(each, { viewer, threshold: 0.2 }));
            }
        }), { numRuns: 120 });
    });

    it('is the same after a snapshot, and can be changed on', () => {
        fc.assert(fc.property(fc.array(change, { maxLength: 6 }), fc.array(change, { maxLength: 4 }), query, (before, after, typed) => {
            const { engine } = changed(before);
            const other = new SegmentEngine();
            expect(other.restore(engine.snapshot())).toBe(true);
            for (const each of [engine, other]) {
                after.forEach(one => 'put' in one ? each.put(one.put) : each.remove(one.remove));
            }
            expect(other.search(typed, everything)).toEqual(engine.search(typed, everything));
        }), { numRuns: 60 });
    });

    it('takes any query', () => {
        const engine = new SegmentEngine();
        engine.put(faqDocuments);
        fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 40 }), query), fc.boolean(), (typed, typing) => {
            const { hits, total } = engine.search(typed, { ...everything, typing });
            expect(hits.length).toBe(total);
            for (const { id, highlights } of hits) {
                const { fields } = faqDocuments.find(each => each.id === id)!;
                for (const { field, value, start, end } of highlights) {
                    const original = field === 'title' || field === 'text' ? fields[field]! : fields[field]![value];
                    expect(start).toBeLessThan(end);
                    expect(end).toBeLessThanOrEqual(original.length);
                }
            }
        }), { numRuns: 200 });
    });

    it('refuses any other bytes as a snapshot', () => {
        const engine = new SegmentEngine();
        engine.put(faqDocuments.slice(0, 5));
        const snapshot = engine.snapshot();
        fc.assert(fc.property(fc.nat(snapshot.length - 1), fc.integer({ min: 1, max: 255 }), (place, difference) => {
            const damaged = snapshot.slice();
            damaged[place] ^= difference;
            const other = new SegmentEngine();
            expect(other.restore(damaged)).toBe(false);
            expect(other.statistics().documents).toBe(0);
        }));
        fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
            expect(new SegmentEngine().restore(bytes)).toBe(false);
        }));
    });
});
