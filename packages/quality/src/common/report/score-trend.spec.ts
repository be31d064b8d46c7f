import { describe, expect, it } from 'vitest';
import { scoreTrend, type ScoredPeriod } from './score-trend';
import { addSums, asEstimated, asScored, wholeOf } from './scored-sums';

const period = (day: string, scores: readonly number[], passed: number): ScoredPeriod => {
    const mean = scores.length ? scores.reduce((sum, each) => sum + each, 0) / scores.length : null;
    const variance = scores.length > 1 ? scores.reduce((sum, each) => sum + (each - mean!) ** 2, 0) / (scores.length - 1) : null;
    return { period: day, ...asScored({ n: scores.length, scored: scores.length, mean, variance, assessed: scores.length, passed }) };
};
/** Sums of results that were drawn with these chances. */
const drawn = (units: readonly (readonly [value: number, probability: number])[]) => addSums(units.map(([value, probability]) => {
    const [w, a] = [1 / probability, (1 - probability) / probability ** 2];
    return { n: 1, weights: w, values: w * value, spread: a, spreadValues: a * value, spreadSquares: a * value * value };
}));

describe('the trend of scores', () => {
    it('stands on a chart of individual values and on one of moving ranges, by hand', () => {
        // Means 80, 84, 82, none, 90, 60: ranges 4, 2, 8, 30, mean 11; limits 79.2 ± 3 × 11 / 1.128, and 3.267 × 11.
        const rows = scoreTrend([period('1', [80], 1), period('2', [84], 1), period('3', [82], 1), period('4', [], 0), period('5', [90], 1), period('6', [60], 0)]);
        expect(rows.map(each => each.movingRange)).toEqual([null, 4, 2, null, 8, 30]);
        expect(rows[1]).toMatchObject({ rangeCentre: 11, rangeUpperLimit: expect.closeTo(35.937, 3), rangeSignals: null, centre: expect.closeTo(79.2, 9), lowerLimit: expect.closeTo(79.2 - 33 / 1.128, 6), upperLimit: 100 });
        expect(rows[0]).toMatchObject({ rangeCentre: null, rangeSignals: null });
        expect(rows[3]).toMatchObject({ n: 0, mean: null, centre: null, rangeCentre: null });
    });
    it('shows a range that is outside its limits', () => {
        // Nineteen ranges of 1 and one of 30: mean 2.45, limit 8.004.
        const rows = scoreTrend([...Array.from({ length: 20 }, (_, place) => period(`${place}`, [70 + place % 2], 0)), period('20', [41], 0)]);
        expect(rows.map(each => each.rangeSignals).filter(Boolean)).toEqual(['beyond-limits']);
        expect(rows[20]).toMatchObject({ movingRange: 30, rangeSignals: 'beyond-limits', rangeUpperLimit: expect.closeTo(3.267 * 49 / 20, 9) });
    });
    it('puts estimated pass rates, which count nobody, on a chart of individual values', () => {
        const of = (day: string, passes: readonly (readonly [number, number])[]): ScoredPeriod => ({ period: day, ...asEstimated({ n: passes.length, represented: 8, score: drawn(passes.map(([value, chance]) => [value * 100, chance])), pass: drawn(passes) }) });
        // Rates 6/8 and 2/8: range 1/2, limits 1/2 ± 3 × 0.5 / 1.128, which a share cannot pass.
        const [first, second] = scoreTrend([of('1', [[1, 1], [1, 1], [1, 0.25], [0, 0.5]]), of('2', [[1, 0.5], [0, 0.25], [0, 0.5]])]);
        expect(first).toMatchObject({ represented: 8, mean: expect.closeTo(75, 9), passed: null, passRate: expect.closeTo(0.75, 9), passRateCentre: expect.closeTo(0.5, 9), passRateLowerLimit: 0, passRateUpperLimit: 1 });
        expect(second).toMatchObject({ mean: expect.closeTo(25, 9), passRate: expect.closeTo(0.25, 9), movingRange: expect.closeTo(50, 9) });
    });
});

describe('groups of scores', () => {
    it('are one as if they had never been apart', () => {
        const all = wholeOf([asSums([50, 70]), asSums([90]), asSums([])]);
        expect(all).toMatchObject({ n: 3, scored: 3, mean: expect.closeTo(70, 9), variance: expect.closeTo(400, 9) });
    });
});

const asSums = (scores: readonly number[]) => {
    const mean = scores.length ? scores.reduce((sum, each) => sum + each, 0) / scores.length : null;
    return { n: scores.length, scored: scores.length, mean, variance: scores.length > 1 ? scores.reduce((sum, each) => sum + (each - mean!) ** 2, 0) / (scores.length - 1) : null, assessed: 0, passed: 0 };
};
