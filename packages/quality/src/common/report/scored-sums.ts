/** What a database sums up of the scores of one group of results, as means and shares: each result once, or for all calls. */
import { weightedMean, weightedShare, type WeightedSums, wilsonInterval } from '@earshot/statistics';
import { percentInterval } from './mean-interval';
import type { ScoredPeriod } from './score-trend';

/** Each result counts once. `mean` and `variance` (n − 1) of the `scored` ones; `passed` of those `assessed` against a pass mark. */
export interface ScoredSums {
    readonly n: number; readonly scored: number; readonly mean: number | null; readonly variance: number | null; readonly assessed: number; readonly passed: number;
}
/** Results that were drawn, each with the weight of its chance. `score`: 0 to 100; `pass`: 0 or 1. */
export interface DrawnSums { readonly n: number; readonly represented: number; readonly score: WeightedSums; readonly pass: WeightedSums }

export type ScoreSummary = Omit<ScoredPeriod, 'period'>;

export function asScored({ n, scored, mean, variance, assessed, passed }: ScoredSums): ScoreSummary {
    return { n, scored, mean, meanInterval: percentInterval(scored, mean, variance), assessed, passed, passRate: wilsonInterval(passed, assessed) };
}

export function asEstimated({ n, represented, score, pass }: DrawnSums): ScoreSummary {
    const { value, interval } = weightedMean(score);
    return {
        n, represented, scored: score.n, mean: value, meanInterval: interval ? { low: Math.max(0, interval.low), high: Math.min(100, interval.high) } : null, assessed: pass.n, passed: null, passRate: weightedShare(pass)
    };
}

/** All groups as one. */
export function wholeOf(groups: readonly ScoredSums[]): ScoredSums {
    const sum = (of: (each: ScoredSums) => number): number => groups.reduce((total, each) => total + of(each), 0);
    const scored = sum(each => each.scored);
    const mean = scored ? sum(each => each.scored * (each.mean ?? 0)) / scored : null;
    const squares = sum(each => each.mean === null ? 0 : (each.scored - 1) * (each.variance ?? 0) + each.scored * (each.mean - mean!) ** 2);
    return { n: sum(each => each.n), scored, mean, variance: scored > 1 ? squares / (scored - 1) : null, assessed: sum(each => each.assessed), passed: sum(each => each.passed) };
}

/** Sums add up, whatever they are of. */
export const addSums = (groups: readonly WeightedSums[]): WeightedSums => {
    const sum = (of: keyof WeightedSums): number => groups.reduce((total, each) => total + each[of], 0);
    return { n: sum('n'), weights: sum('weights'), values: sum('values'), spread: sum('spread'), spreadValues: sum('spreadValues'), spreadSquares: sum('spreadSquares') };
};

export const wholeDrawn = (groups: readonly DrawnSums[]): DrawnSums => ({
    n: groups.reduce((sum, each) => sum + each.n, 0), represented: groups.reduce((sum, each) => sum + each.represented, 0), score: addSums(groups.map(each => each.score)), pass: addSums(groups.map(each => each.pass))
});
