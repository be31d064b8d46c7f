import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentT } from '../distribution/student-t';
import { wilsonInterval } from '../proportion/wilson-interval';
import { hajekMean, stratifiedEstimate } from './stratified-estimate';
import { weightedMean, weightedShare, type WeightedSums } from './weighted-estimate';

interface Unit { readonly value: number; readonly probability: number }
const sumsOf = (units: readonly Unit[]): WeightedSums => {
    const sum = (of: (each: Unit) => number): number => units.reduce((total, each) => total + of(each), 0);
    const spread = ({ probability }: Unit): number => (1 - probability) / probability ** 2;
    return {
        n: units.length, weights: sum(each => 1 / each.probability), values: sum(each => each.value / each.probability),
        spread: sum(spread), spreadValues: sum(each => spread(each) * each.value), spreadSquares: sum(each => spread(each) * each.value ** 2)
    };
};
const all = (probability: number, ...values: readonly number[]): Unit[] => values.map(value => ({ value, probability }));

describe('a mean from sums with weights', () => {
    it('is by hand: two complaints drawn for certain, three others with one chance in four', () => {
        // Weights 1, 1, 4, 4, 4: sum 14. Values 20 + 40 + 4 (80 + 90 + 100) = 1140.
        const { value, standardError, interval, n } = weightedMean(sumsOf([...all(1, 20, 40), ...all(0.25, 80, 90, 100)]), 0.9);
        expect(n).toBe(5);
        expect(value).toBeCloseTo(1140 / 14, 12);
        // a = 0.75 × 16 = 12 each; residuals −1.428571, 8.571429, 18.571429: 12 × (2.040816 + 73.469388 + 344.897959) = 5044.897959; 5/4 of it through 14².
        expect(standardError! ** 2).toBeCloseTo(1.25 * 5044.897959 / 196, 6);
        // Kish: 14² / (1 + 1 + 16 + 16 + 16) = 3.92.
        expect(interval!.high - value!).toBeCloseTo(studentT(2.92).quantile(0.95) * standardError!, 10);
    });
    it('with equal chances is that of a simple random sample without replacement', () => {
        const values = [55, 60, 72.5, 90, 100];
        const [weighted, simple] = [weightedMean(sumsOf(all(0.2, ...values))), stratifiedEstimate([{ size: 25, values }])];
        expect(weighted.value).toBeCloseTo(simple.value!, 12);
        expect(weighted.standardError).toBeCloseTo(simple.standardError!, 12);
        expect(weighted.interval!.low).toBeCloseTo(simple.interval!.low, 9);
    });
    it('is Hájek’s mean', () => {
        fc.assert(fc.property(fc.array(fc.record({ value: fc.integer({ min: 0, max: 100 }), probability: fc.integer({ min: 1, max: 20 }).map(each => each / 20) }), { minLength: 1, maxLength: 20 }), units => {
            const { value, standardError, interval } = weightedMean(sumsOf(units));
            expect(value).toBeCloseTo(hajekMean(units).value!, 8);
            expect(standardError ?? 0).toBeGreaterThanOrEqual(0);
            expect(interval ? interval.low <= value! && value! <= interval.high : true).toBe(true);
        }));
    });
    it('claims no more than is known', () => {
        expect(weightedMean(sumsOf([]))).toEqual({ value: null, n: 0, reason: 'too-few-units' });
        expect(weightedMean(sumsOf(all(0.5, 80)))).toEqual({ value: 80, n: 1 });
        expect(weightedMean(sumsOf(all(0.1, 80.1, 80.1, 80.1)))).toEqual({ value: expect.closeTo(80.1, 10) as number, n: 3, standardError: 0 });
        expect(weightedMean(sumsOf(all(1, 70, 80)))).toMatchObject({ value: 75, interval: { low: 75, high: 75 } });
        expect(() => weightedMean({ ...sumsOf(all(0.5, 1)), weights: 0 })).toThrow(RangeError);
    });
});

describe('a share from sums with weights', () => {
    it('is by hand', () => {
        // Weights 1 and 4: passed 1 + 4 + 4 of 14. a = 12: residuals −9/14 and twice 5/14, and the certain ones nothing.
        const { value, low, high, n } = weightedShare(sumsOf([...all(1, 0, 1), ...all(0.25, 0, 1, 1)]));
        expect([value, n]).toEqual([9 / 14, 5]);
        const variance = 1.25 * 12 * ((9 / 14) ** 2 + 2 * (5 / 14) ** 2) / 196;
        const size = 9 / 14 * (5 / 14) / variance;
        const [z, p] = [1.959964, 9 / 14];
        const [centre, half] = [(p + z * z / (2 * size)) / (1 + z * z / size), z * Math.sqrt(p * (1 - p) / size + z * z / (4 * size * size)) / (1 + z * z / size)];
        expect([low, high]).toEqual([expect.closeTo(centre - half, 5), expect.closeTo(centre + half, 5)]);
    });
    it('with next to equal and tiny chances is nearly Wilson’s of the sample', () => {
        const found = weightedShare(sumsOf(all(1e-7, ...Array.from({ length: 400 }, (_, place) => place % 4 ? 1 : 0))));
        const plain = wilsonInterval(300, 400);
        expect([found.low, found.high]).toEqual([expect.closeTo(plain.low!, 3), expect.closeTo(plain.high!, 3)]);
    });
    it('has an interval where all are alike, on the size that stands against the population', () => {
        // Fifty of a hundred: (50 × 2)² / (50 × 2) = 100.
        const { value, low, high } = weightedShare(sumsOf(all(0.5, ...Array.from({ length: 50 }, () => 1))));
        expect([value, high]).toEqual([1, 1]);
        expect(low).toBeCloseTo(wilsonInterval(100, 100).low!, 12);
        expect(weightedShare(sumsOf(all(0.5, 1))).low).toBeCloseTo(wilsonInterval(2, 2).low!, 12);
        expect(weightedShare(sumsOf(all(1, 0, 1)))).toMatchObject({ value: 0.5, low: 0.5, high: 0.5 });
        expect(weightedShare(sumsOf([]))).toMatchObject({ value: null, low: null, n: 0 });
    });
});
