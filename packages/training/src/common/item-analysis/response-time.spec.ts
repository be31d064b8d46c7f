import { describe, expect, it } from 'vitest';
import { boundedTimes, viewedMs } from '../attempt/view-times';
import { responseTimes } from './response-time';

describe('the time that a question was in view', () => {
    it('is never longer than the attempt, whatever a window says', () => {
        expect(boundedTimes([{ place: 0, ms: 5000 }, { place: 1, ms: 70_000 }, { place: 2, ms: -1 }], 60_000.4)).toEqual([{ place: 0, ms: 5000 }, { place: 1, ms: 60_000 }, { place: 2, ms: 0 }]);
        expect(viewedMs([30_000, 20_000], 60_000)).toBe(50_000);
        expect(viewedMs([60_000, 20_000], 60_000)).toBe(60_000);
        expect(viewedMs([], 60_000)).toBeNull();
    });
    it('has a median and quartiles between its values', () => {
        expect(responseTimes([40, 10, 20, 30], 10)).toEqual({ n: 4, lowerQuartile: 17.5, median: 25, upperQuartile: 32.5, rapid: null });
        expect(responseTimes([7], 10)).toMatchObject({ n: 1, lowerQuartile: 7, median: 7, upperQuartile: 7 });
        expect(responseTimes([], 10)).toBeNull();
    });
    it('tells a rapid guess by a tenth of the mean, and by ten seconds at most', () => {
        const people = (seconds: readonly number[]) => responseTimes(seconds.map(each => each * 1000), 10)!.rapid;
        // mean 40 s
        expect(people([2, 4, ...Array.from({ length: 8 }, () => 49.25)])).toEqual({ underMs: 4000, people: 1 });
        expect(people([9, 10, ...Array.from({ length: 9 }, () => 300)])).toEqual({ underMs: 10_000, people: 1 });
    });
});
