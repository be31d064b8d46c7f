import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstEndingAfter, mergeRanges, shareOf, totalOf, type TimeRange } from './time-range';

describe('ranges of time', () => {
    it('join where they overlap or touch, in any order', () => {
        expect(mergeRanges([[5, 9], [0, 2], [2, 3], [8, 12], [20, 20]])).toEqual([[0, 3], [5, 12]]);
    });
    it('keep one that contains another', () => expect(mergeRanges([[0, 10], [2, 3]])).toEqual([[0, 10]]));

    it('cover exactly the milliseconds that any of them covers', () => {
        const ranges = fc.array(fc.tuple(fc.nat(60), fc.nat(60)).map(([from, length]): TimeRange => [from, from + length]));
        fc.assert(fc.property(ranges, given => {
            const covered = new Set(given.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)));
            const merged = mergeRanges(given);
            expect(totalOf(merged)).toBe(covered.size);
            merged.slice(1).forEach(([from], index) => expect(from).toBeGreaterThan(merged[index]![1]));
        }));
    });

    it('give the share of a recording, without what lies outside of it', () => {
        expect(shareOf([[0, 250], [900, 1500]], 1000)).toBeCloseTo(0.35);
        expect(shareOf([[-100, 2000]], 1000)).toBe(1);
        expect(shareOf([[0, 10]], 0)).toBe(0);
    });
});

describe('the first item that ends after a moment', () => {
    it('is where a plain search finds it', () => {
        fc.assert(fc.property(fc.array(fc.nat(40)), fc.nat(50), (ends, moment) => {
            const sorted = [...ends].sort((one, other) => one - other);
            const found = sorted.findIndex(each => each > moment);
            expect(firstEndingAfter(sorted, moment, each => each)).toBe(found < 0 ? sorted.length : found);
        }));
    });
});
