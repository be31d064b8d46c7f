import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanDifference } from './mean-difference';
import { proportionDifference } from './proportion-difference';

describe('meanDifference', () => {
    // Cushny & Peebles (1905), hours of sleep gained with two drugs, the data of Student's paper of 1908
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    it('gives what is printed for the hours of sleep', () => {
        const { value, statistic, df, pValue, interval, samples, n } = meanDifference(first, second);
        expect(value).toBeCloseTo(1.58, 12);
        expect(statistic).toBeCloseTo(1.8608, 4);
        expect(df).toBeCloseTo(17.776, 3);
        expect(pValue).toBeCloseTo(0.07939, 5);
        expect(interval?.low).toBeCloseTo(-0.2054832, 7);
        expect(interval?.high).toBeCloseTo(3.3654832, 7);
        expect(samples[0]).toMatchObject({ n: 10, mean: expect.closeTo(0.75, 12) as number, standardDeviation: expect.closeTo(1.78901, 5) as number });
        expect(n).toBe(20);
    });

    it('turns round with the samples', () => {
        const [there, back] = [meanDifference(first, second, 0.9), meanDifference(second, first, 0.9)];
        expect(back.value).toBeCloseTo(-there.value!, 12);
        expect(back.interval?.low).toBeCloseTo(-there.interval!.high, 12);
        expect(back.pValue).toBeCloseTo(there.pValue!, 12);
    });

    it('says why there is none, and is sure of nothing without spread', () => {
        expect(meanDifference([1], second)).toMatchObject({ value: null, reason: 'too-few-units', statistic: null, samples: [{ mean: 1, standardDeviation: null, n: 1 }, { n: 10 }] });
        expect(meanDifference([], [])).toMatchObject({ value: null, n: 0, samples: [{ mean: null }, { mean: null }] });
        expect(meanDifference([5, 5], [7, 7])).toEqual({ value: 2, n: 4, statistic: null, df: null, pValue: null, samples: [{ mean: 5, standardDeviation: 0, n: 2 }, { mean: 7, standardDeviation: 0, n: 2 }] });
        expect(meanDifference([5, 5], [7, 8]).interval?.level).toBe(0.95);
        expect(() => meanDifference([1, NaN], second)).toThrow(RangeError);
        expect(() => meanDifference(first, second, 95)).toThrow(RangeError);
    });

    it('has degrees of freedom between those of the smaller sample and of both', () => {
        const sample = fc.array(fc.double({ min: -100, max: 100, noNaN: true }).map(each => Math.round(each * 10) / 10), { minLength: 2, maxLength: 30 });
        fc.assert(fc.property(sample, sample, (one, other) => {
            const { df, interval, value } = meanDifference(one, other);
            if (df !== null) {
                expect(df).toBeGreaterThanOrEqual(Math.min(one.length, other.length) - 1 - 1e-9);
                expect(df).toBeLessThanOrEqual(one.length + other.length - 2 + 1e-9);
                expect(interval!.low).toBeLessThan(value!);
                expect(interval!.high).toBeGreaterThan(value!);
            }
        }));
    });
});

describe('proportionDifference', () => {
    // Newcombe (1998), table II, method 10: first minus second there, second minus first here
    const published = [
        [56, 70, 48, 80, 0.0524, 0.3339], [9, 10, 3, 10, 0.1705, 0.809], [6, 7, 2, 7, 0.0582, 0.8062], [5, 56, 0, 29, -0.0381, 0.1926],
        [0, 10, 0, 20, -0.1611, 0.2775], [0, 10, 0, 10, -0.2775, 0.2775], [10, 10, 0, 20, 0.6791, 1], [10, 10, 0, 10, 0.6075, 1]
    ] as const;
    it.each(published)('%i/%i − %i/%i lies between the limits that are printed', (a, m, b, n, low, high) => {
        const { value, interval } = proportionDifference({ successes: b, trials: n }, { successes: a, trials: m });
        expect(value).toBeCloseTo(a / m - b / n, 12);
        expect(interval?.low).toBeCloseTo(low, 4);
        expect(interval?.high).toBeCloseTo(high, 4);
    });

    it('never leaves −1 to 1, and holds the difference', () => {
        const counts = fc.integer({ min: 1, max: 200 }).chain(trials => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }));
        fc.assert(fc.property(counts, counts, (one, other) => {
            const { value, interval } = proportionDifference(one, other);
            expect(interval!.low).toBeGreaterThanOrEqual(-1 - 1e-12);
            expect(interval!.high).toBeLessThanOrEqual(1 + 1e-12);
            expect(interval!.low).toBeLessThanOrEqual(value! + 1e-12);
            expect(interval!.high).toBeGreaterThanOrEqual(value! - 1e-12);
        }));
    });

    it('knows nothing from no trials, and refuses what cannot be counted', () => {
        expect(proportionDifference({ successes: 0, trials: 0 }, { successes: 1, trials: 2 })).toMatchObject({ value: null, n: 2, reason: 'too-few-units', samples: [{ value: null }, { value: 0.5 }] });
        expect(() => proportionDifference({ successes: 3, trials: 2 }, { successes: 0, trials: 1 })).toThrow(RangeError);
    });
});
