import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../agreement/cohen-kappa';
import { COHEN_1960 } from '../published/published-ratings';
import { bootstrapInterval } from './bootstrap-interval';
import { randomIndices } from './random-indices';

const mean = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('randomIndices', () => {
    it('repeats itself for the same seed and not for another', () => {
        const numbers = (seed: number): ReadonlyArray<number> => { const draw = randomIndices(seed); return Array.from({ length: 20 }, () => draw(1000)); };
        expect(numbers(7)).toEqual(numbers(7));
        const seeds = [0, 1, 2, 7, -1, 2 ** 32 + 7, 2 ** 40];
        expect(new Set(seeds.map(seed => numbers(seed).join())).size).toBe(seeds.length);
    });

    it('draws every index equally often', () => {
        const draw = randomIndices(3);
        const counts = new Array<number>(7).fill(0);
        for (let i = 0; i < 70_000; i++) {
            counts[draw(7)]++;
        }
        // Chi-square with 6 degrees of freedom; 22.5 is its 99.9 % quantile.
        expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5);
    });

    it('refuses a seed that is no whole number', () => {
        expect(() => randomIndices(0.5)).toThrow(RangeError);
    });
});

describe('bootstrapInterval', () => {
    const values = Array.from({ length: 100 }, (_, index) => (index * 37) % 101);

    it('has the standard error and the interval that theory gives the mean', () => {
        const result = bootstrapInterval(mean, values, { seed: 5, replicates: 4000 });
        const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / values.length / values.length);
        expect(result.value).toBe(mean(values));
        expect((result.standardError ?? 0) / deviation).toBeCloseTo(1, 1);
        expect(((result.interval?.high ?? 0) - (result.interval?.low ?? 0)) / (2 * 1.96 * deviation)).toBeCloseTo(1, 1);
        expect(result).toMatchObject({ n: 100, replicates: 4000, undefinedReplicates: 0, interval: { level: 0.95 } });
    });

    it('comes out near the large-sample interval of a kappa, given as this package answers it', () => {
        const { interval } = bootstrapInterval(cohenKappa, COHEN_1960, { replicates: 1000, seed: 1 });
        expect(interval?.low).toBeCloseTo(0.39, 1);
        expect(interval?.high).toBeCloseTo(0.59, 1);
    });

    it('is reproducible, with defaults too', () => {
        expect(bootstrapInterval(mean, values)).toEqual(bootstrapInterval(mean, values, { seed: 1, replicates: 1000, level: 0.95 }));
    });

    it('leaves out and counts samples without a value', () => {
        const result = bootstrapInterval(sample => new Set(sample).size < 3 ? null : mean(sample), [1, 2, 3], { replicates: 900 });
        // All three differ in 3! of 27 samples.
        expect(result.undefinedReplicates / 900).toBeCloseTo(21 / 27, 1);
        expect(result.value).toBe(2);
        expect(result.interval).toEqual({ low: 2, high: 2, level: 0.95 });
    });

    it('says why there is none', () => {
        expect(bootstrapInterval(() => null, [1, 2, 3])).toMatchObject({ value: null, reason: 'no-defined-replicate', undefinedReplicates: 1000 });
        expect(bootstrapInterval(mean, [])).toMatchObject({ value: null, reason: 'too-few-units', n: 0 });
        expect(bootstrapInterval(mean, [4])).toEqual({ value: 4, n: 1, replicates: 0, undefinedReplicates: 0 });
        expect(bootstrapInterval(() => Number.NaN, [1, 2]).reason).toBe('no-defined-replicate');
    });

    it('refuses options out of range', () => {
        expect(() => bootstrapInterval(mean, values, { replicates: 0 })).toThrow(RangeError);
        expect(() => bootstrapInterval(mean, values, { level: 1 })).toThrow(RangeError);
    });
});
