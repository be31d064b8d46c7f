import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanChange, pairedChange } from './change';

// the hours of sleep of Cushny & Peebles (1905), by the same ten patients
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const pairs = first.map((each, place) => [each, second[place]!] as const);

describe('the change of a mean', () => {
    it('is Welch’s difference, and says that it rose where its interval leaves 0 behind', () => {
        // of different people: 1.58 from −0.2054832 to 3.3654832
        const change = meanChange(first, second);
        expect(change).toMatchObject({ before: { n: 10 }, after: { n: 10 }, verdict: 'unclear' });
        expect(change.interval?.low).toBeCloseTo(-0.2054832, 7);
        expect(meanChange([60, 62, 64, 61, 63], [80, 82, 84, 81, 83])).toMatchObject({ difference: 20, verdict: 'up' });
        expect(meanChange([80, 82, 84, 81, 83], [60, 62, 64, 61, 63])).toMatchObject({ difference: -20, verdict: 'down' });
    });
    it('is not judged from few, and leaves out what has no value', () => {
        expect(meanChange([60, 62, null, 61, 63, null], [80, 82, 84, 81, 83])).toMatchObject({ before: { value: 61.5, n: 4 }, verdict: 'too-few' });
        expect(meanChange([], [80])).toEqual({ before: { value: null, n: 0 }, after: { value: 80, n: 1 }, difference: null, interval: null, verdict: 'too-few' });
    });
    it('claims nothing where nothing varies', () => {
        expect(meanChange([80, 80, 80, 80, 80], [90, 90, 90, 90, 90])).toMatchObject({ difference: 10, interval: null, verdict: 'unclear' });
    });
});

describe('the change of the same people', () => {
    it('is the paired difference that Student printed, whose interval leaves 0 behind where Welch’s does not', () => {
        // paired: 1.58 from 0.7001142 to 2.4598858
        const { before, after, difference, interval, verdict } = pairedChange(pairs);
        expect(difference).toBeCloseTo(1.58, 12);
        expect(interval?.low).toBeCloseTo(0.7001142, 7);
        expect(interval?.high).toBeCloseTo(2.4598858, 7);
        expect([before.n, after.n, verdict]).toEqual([10, 10, 'up']);
        expect(before.value).toBeCloseTo(0.75, 12);
    });
    it('turns round with the sides', () => fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), { minLength: 5, maxLength: 30 }), some => {
        const [there, back] = [pairedChange(some), pairedChange(some.map(([before, after]) => [after, before]))];
        expect(back.difference).toBeCloseTo(-there.difference!, 9);
        expect(back.interval === null).toBe(there.interval === null);
        expect(back.interval?.high ?? 0).toBeCloseTo(-(there.interval?.low ?? 0), 9);
    })));
    it('is not judged from few, nor where all changed alike', () => {
        expect(pairedChange([])).toEqual({ before: { value: null, n: 0 }, after: { value: null, n: 0 }, difference: null, interval: null, verdict: 'too-few' });
        expect(pairedChange([[1, 2], [2, 5], [3, 3], [4, 6]])).toMatchObject({ difference: 1.5, verdict: 'too-few' });
        expect(pairedChange([[1, 3], [2, 4], [3, 5], [4, 6], [5, 7]])).toMatchObject({ difference: 2, interval: null, verdict: 'unclear' });
        expect(() => pairedChange([[1, NaN]])).toThrow(RangeError);
    });
});
