import { describe, expect, it } from 'vitest';
import { canBeSaid, leniency, type ScoredGroup } from './leniency';
import { meanInterval } from './mean-interval';

const group = (evaluatorId: string, formId: string, ...scores: readonly number[]): ScoredGroup => {
    const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
    return { evaluatorId, formId, n: scores.length, mean, variance: scores.length > 1 ? scores.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (scores.length - 1) : null };
};

describe('leniency', () => {
    // Welch's example in many textbooks' form, by hand: means 20 and 24.5, variances 10 and 35 / 3, so that t has
    // (10/4 + 35/3/4)² / ((10/4)²/3 + (35/12)²/3) = 29.340 / 4.919 = 5.965 degrees of freedom.
    it('is the difference of the means, with Welch’s interval', () => {
        const found = leniency('a', [{ evaluatorId: 'a', formId: 'f', n: 4, mean: 20, variance: 10 }, { evaluatorId: 'b', formId: 'f', n: 4, mean: 24.5, variance: 35 / 3 }]);
        expect(found).toMatchObject({ value: -4.5, n: 4 });
        // quantile 0.975 of t with 5.965 degrees of freedom: 2.4506; times √(65/12) = 2.32737
        expect(found.interval!.high - found.value!).toBeCloseTo(5.7036, 2);
    });
    it('compares with all others together, within and between them', () => {
        const scores = [['b', 70, 80], ['c', 90, 100, 95]] as const;
        const apart = leniency('a', [group('a', 'f', 60, 70, 80), ...scores.map(([by, ...each]) => group(by, 'f', ...each))]);
        const together = leniency('a', [group('a', 'f', 60, 70, 80), group('z', 'f', 70, 80, 90, 100, 95)]);
        expect(apart.value).toBeCloseTo(-17, 12);
        expect(apart.interval!.low).toBeCloseTo(together.interval!.low, 12);
    });
    it('weighs forms by one’s own evaluations, and leaves out forms that nobody else uses', () => {
        const found = leniency('a', [group('a', 'f', 80, 80, 80), group('b', 'f', 70, 70), group('a', 'g', 50), group('b', 'g', 70, 70), group('a', 'alone', 10, 10)]);
        expect(found).toMatchObject({ value: (3 * 10 - 20) / 4, n: 4, interval: null });
    });
    it('is not there without others', () => {
        expect(leniency('a', [group('a', 'f', 80, 90)])).toEqual({ value: null, interval: null, n: 0, others: 0 });
    });
    it('is said from five evaluations on, of one’s own and of the others', () => {
        const of = (own: readonly number[], others: readonly number[]) => leniency('a', [group('a', 'f', ...own), group('b', 'f', ...others)]);
        expect(of([0, 100], [100, 100, 90, 95, 100]).interval!.low).toBeLessThan(-100);
        expect(canBeSaid(of([0, 100, 80, 90], [100, 100, 90, 95, 100]))).toBe(false);
        expect(canBeSaid(of([0, 100, 80, 90, 70], [100, 100, 90, 95]))).toBe(false);
        expect(canBeSaid(of([0, 100, 80, 90, 70], [100, 100, 90, 95, 100]))).toBe(true);
    });
});

describe('the interval of a mean', () => {
    it('is Student’s: 10 values with variance 4 around 50 give ± 2.262 · 0.6325', () => {
        expect(meanInterval(10, 50, 4)!.high).toBeCloseTo(51.4307, 3);
    });
    it('needs two values', () => {
        expect(meanInterval(1, 50, null)).toBeNull();
    });
});
