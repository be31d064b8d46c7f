import { expect, it } from 'vitest';
import { estimateOf, estimatesByStratum, rescored } from './coverage';

it('Scores count for as many calls as their cell has per score', () => {
    // 100 calls at random with a mean of 80 and 20 by a rule with a mean of 50: (8000 + 1000) / 120.
    const cells = [{ stratum: ['cards'], size: 100, calls: 4, scores: [70, 80, 90] }, { stratum: ['cards'], size: 20, calls: 20, scores: [40, 60] }];
    const { mean, interval, alike, ...counts } = estimateOf(cells);
    expect(alike).toBe(false);
    expect(counts).toEqual({ population: 120, covered: 120, drawn: 24, scored: 5 });
    expect(mean).toBeCloseTo(75, 10);
    // 100² × 0.97 × 100 / 3 and 20² × 0.9 × 200 / 2: 323,333 + 36,000; 599.4 of 120 calls is 4.995 points.
    expect((interval!.high - interval!.low) / 2 / 4.995).toBeGreaterThan(1.96);
    expect(estimateOf([{ stratum: [], size: 9, calls: 3, scores: [] }])).toEqual({ population: 9, covered: 0, drawn: 3, scored: 0, mean: null, interval: null, alike: false });
});

it('There is no interval for calls of which nothing is scored', () => {
    const scored = { stratum: ['a'], size: 3, calls: 3, scores: [80, 90, 100] };
    expect(estimateOf([scored]).interval).toEqual({ low: 90, high: 90, level: 0.95 });
    expect(estimateOf([scored, { stratum: ['b'], size: 3, calls: 3, scores: [] }])).toMatchObject({ mean: 90, covered: 3, population: 6, interval: null });
});

it('An interval stays on the scale', () => {
    // fifty of a hundred, all with 100: not too few
    expect(estimateOf([{ stratum: [], size: 100, calls: 50, scores: Array.from({ length: 50 }, () => 100) }])).toMatchObject({ mean: 100, interval: null, alike: true });
    expect(estimateOf([{ stratum: [], size: 100, calls: 1, scores: [100] }])).toMatchObject({ mean: 100, interval: null, alike: false });
    expect(estimateOf([{ stratum: [], size: 100, calls: 2, scores: [60, 100] }]).interval).toEqual({ low: 0, high: 100, level: 0.95 });
});

it('Strata are estimated one by one', () => {
    const cell = (queue: string, scores: readonly number[]) => ({ stratum: [queue], size: 10, calls: 2, scores });
    expect(estimatesByStratum([cell('a', [50, 70]), cell('b', [90]), cell('a', [80, 100])]).map(each => [each.stratum[0], each.estimate.mean, each.estimate.population])).toEqual([['a', 75, 20], ['b', 90, 10]]);
});

it('Second scorings are compared with the first', () => {
    expect(rescored([[80, 82], [70, 76]])).toMatchObject({ pairs: 2, bias: 4 });
    expect(rescored([])).toEqual({ pairs: 0, bias: null, limits: null });
});
