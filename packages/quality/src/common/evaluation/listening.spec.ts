import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinRanges, listenedShare, type Range } from './listening';

describe('what was listened to', () => {
    it('is counted once, in order, within the recording', () => {
        expect(joinRanges([[5000, 9000], [0, 2000], [1500, 3000], [3000, 4000], [8000, 99_000], [7, 7]], 10_000)).toEqual([[0, 4000], [5000, 10_000]]);
        expect(listenedShare([[0, 4000], [5000, 10_000]], 10_000)).toBe(0.9);
        expect(listenedShare([], 0)).toBe(0);
    });
    it('covers exactly the milliseconds that any range covers', () => {
        const range = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
        fc.assert(fc.property(fc.array(range, { maxLength: 12 }), ranges => {
            const joined = joinRanges(ranges, 50);
            const covers = (list: readonly Range[], at: number) => list.some(([from, to]) => at >= from && at < to);
            for (let at = 0; at < 50; at++) {
                expect(covers(joined, at)).toBe(covers(ranges, at));
            }
            joined.slice(1).forEach(([from], place) => expect(from).toBeGreaterThan(joined[place]![1]));
        }));
    });
});
