import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentT } from '../distribution/student-t';
import { hajekMean, horvitzThompsonTotal, stratifiedEstimate } from './stratified-estimate';

/** So many values, half above and half below a mean, with this variance (n − 1). */
const spread = (count: number, variance: number, mean = 100): number[] =>
    Array.from({ length: count }, (_, place) => mean + (place % 2 ? 1 : -1) * Math.sqrt(variance * (count - 1) / count));

describe('stratifiedEstimate', () => {
    it('has the standard errors of the 64 cities of Cochran (1977), 5.4 to 5.7', () => {
        const error = (large: number, small: number): number => 64 * (stratifiedEstimate([{ size: 16, values: spread(large, 53_843) }, { size: 48, values: spread(small, 5581) }]).standardError ?? 0);
        expect(Math.round(error(6, 18))).toBe(1372);
        expect(Math.round(error(12, 12))).toBe(1044);
        // One stratum: a simple random sample of 24.
        expect(Math.round(64 * (stratifiedEstimate([{ size: 64, values: spread(24, 52_448) }]).standardError ?? 0))).toBe(2365);
    });

    it('is the weighted mean with Satterthwaite’s degrees of freedom, by hand', () => {
        // Totals 10 × 2 + 20 × 4; variances 10² × 0.8 × 2 / 2 = 80 and 20² × 0.85 × 4 / 3 = 453.33.
        const { value, total, standardError, df, interval, n, population, covered } = stratifiedEstimate([{ size: 10, values: [1, 3] }, { size: 20, values: [2, 4, 6] }], 0.9);
        expect({ value, total, n, population, covered }).toEqual({ value: 100 / 30, total: 100, n: 5, population: 30, covered: 30 });
        expect(standardError).toBeCloseTo(0.769800, 6);
        expect(df).toBeCloseTo(2.605868, 5);
        expect((interval!.high - interval!.low) / 2).toBeCloseTo(studentT(df!).quantile(0.95) * standardError!, 10);
    });

    it('takes cells with one unit together', () => {
        // Totals 20 and 40 around 30: 2 × (10² + 10²) = 400, of 20 units.
        const two = stratifiedEstimate([{ size: 10, values: [2] }, { size: 10, values: [4] }]);
        expect(two).toMatchObject({ value: 3, df: 1 });
        expect(two.standardError).toBeCloseTo(1, 12);
        expect(two.interval!.high).toBeCloseTo(3 + 12.7062, 3);
        // A single one borrows the smallest of the others: totals 20 and 30 of 10 units each, 2 × (5² + 5²) = 100; the third keeps 20² × 0.9 × 2 / 2 = 360.
        const one = stratifiedEstimate([{ size: 10, values: [2] }, { size: 20, values: [4, 6] }, { size: 10, values: [2, 4] }]);
        expect(one.standardError).toBeCloseTo(Math.sqrt(460) / 40, 12);
    });

    it('says what it does not know', () => {
        expect(stratifiedEstimate([{ size: 10, values: [2] }])).toEqual({ value: 2, total: 20, n: 1, population: 10, covered: 10, df: null });
        expect(stratifiedEstimate([{ size: 10, values: [] }])).toMatchObject({ value: null, n: 0, population: 10, covered: 0, reason: 'too-few-units' });
        expect(stratifiedEstimate([{ size: 10, values: [1, 2] }, { size: 30, values: [] }])).toMatchObject({ value: 1.5, population: 40, covered: 10 });
        expect(stratifiedEstimate([{ size: 9, values: [5, 5, 5] }])).toMatchObject({ standardError: 0, df: null });
        expect(stratifiedEstimate([{ size: 9, values: [5, 5, 5] }]).interval).toBeUndefined();
        expect(() => stratifiedEstimate([{ size: 1, values: [1, 2] }])).toThrow(RangeError);
        expect(() => stratifiedEstimate([{ size: 2, values: [Number.NaN] }])).toThrow(RangeError);
    });

    it('is certain where everything was measured', () => {
        expect(stratifiedEstimate([{ size: 2, values: [1, 3] }, { size: 1, values: [8] }])).toMatchObject({ value: 4, standardError: 0, interval: { low: 4, high: 4 } });
        // Nothing is known of the thirty others.
        expect(stratifiedEstimate([{ size: 2, values: [1, 3] }, { size: 30, values: [] }])).toEqual({ value: 2, total: 4, n: 2, population: 32, covered: 2, df: null });
    });

    it('is right on average over all samples that can be drawn', () => {
        // All samples of 3 of 6 and 2 of 4: the mean of the estimates is the mean of the population, and of the variances the variance of the estimates.
        const populations = [[1, 2, 4, 8, 9, 12], [20, 24, 25, 31]];
        const subsets = (values: readonly number[], size: number): number[][] => size === 0 ? [[]] : values.flatMap((each, place) => subsets(values.slice(place + 1), size - 1).map(rest => [each, ...rest]));
        const estimates = subsets(populations[0], 3).flatMap(first => subsets(populations[1], 2).map(second => stratifiedEstimate([{ size: 6, values: first }, { size: 4, values: second }])));
        const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
        expect(mean(estimates.map(each => each.value!))).toBeCloseTo(13.6, 10);
        expect(mean(estimates.map(each => each.standardError! ** 2))).toBeCloseTo(mean(estimates.map(each => (each.value! - 13.6) ** 2)), 10);
    });
});

describe('weights from chances', () => {
    it('give the total and the mean', () => {
        const units = [{ value: 3, probability: 0.5 }, { value: 5, probability: 0.25 }, { value: 10, probability: 1 }];
        expect(horvitzThompsonTotal(units)).toBe(36);
        expect(hajekMean(units)).toEqual({ value: 36 / 7, n: 3 });
        expect(hajekMean([])).toEqual({ value: null, n: 0, reason: 'too-few-units' });
        expect(() => hajekMean([{ value: 1, probability: 0 }])).toThrow(RangeError);
    });

    it('are those of the cells', () => {
        fc.assert(fc.property(fc.array(fc.record({ values: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }), more: fc.integer({ min: 0, max: 20 }) }), { minLength: 1, maxLength: 6 }), cells => {
            const sampled = cells.map(({ values, more }) => ({ size: values.length + more, values }));
            const units = sampled.flatMap(({ size, values }) => values.map(value => ({ value, probability: values.length / size })));
            expect(hajekMean(units).value).toBeCloseTo(stratifiedEstimate(sampled).value!, 8);
        }));
    });
});
