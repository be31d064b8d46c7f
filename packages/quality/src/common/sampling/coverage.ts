import { blandAltman, stratifiedEstimate } from '@earshot/statistics';
import { stratumKey } from './sampling-frame';

/** A cell of a draw: so many of `size` calls were drawn. */
export interface CoveredCell { readonly stratum: readonly (string | null)[]; readonly size: number; readonly calls: number; /** Scores in percent that are there by now. */ readonly scores: readonly number[] }

/** A mean score of the population with its interval, and how far the sample is scored. */
export interface ScoreEstimate {
    /** Calls of the population, and of these the ones that what is scored by now can stand for. */
    readonly population: number;
    readonly covered: number;
    readonly drawn: number;
    readonly scored: number;
    readonly mean: number | null;
    readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
    /** All that was scored has the same score: nothing tells how much the others differ, so that there is no interval however many were scored. */
    readonly alike: boolean;
}

const confidence = 0.95;
const withinScale = (value: number): number => Math.max(0, Math.min(100, value));

/**
 * The mean score of the calls that these cells stand for: each score counts for as many calls as its cell has per score (Horvitz–Thompson).
 * Without an interval while nothing is scored of one of the cells: what is not seen at all may be anything.
 */
export function estimateOf(cells: readonly CoveredCell[]): ScoreEstimate {
    const { value, interval, standardError, population, covered, n } = stratifiedEstimate(cells.map(({ size, scores }) => ({ size, values: scores })), confidence);
    return {
        population, covered, drawn: cells.reduce((sum, each) => sum + each.calls, 0), scored: n, mean: value,
        interval: interval && covered === population ? { low: withinScale(interval.low), high: withinScale(interval.high), level: confidence } : null,
        alike: standardError === 0 && !interval && covered === population
    };
}

/** The estimate of every stratum, in the order of the cells. */
export function estimatesByStratum(cells: readonly CoveredCell[]): readonly { readonly stratum: readonly (string | null)[]; readonly estimate: ScoreEstimate }[] {
    const strata = new Map<string, CoveredCell[]>();
    for (const each of cells) {
        strata.set(stratumKey(each.stratum), [...strata.get(stratumKey(each.stratum)) ?? [], each]);
    }
    return [...strata.values()].map(each => ({ stratum: each[0]!.stratum, estimate: estimateOf(each) }));
}

/** How two scorings of the same calls differ: the second minus the first, in points. */
export interface Rescored {
    readonly pairs: number;
    readonly bias: number | null;
    /** Between which differences 95 of 100 lie. */
    readonly limits: { readonly low: number; readonly high: number } | null;
}

export function rescored(pairs: readonly (readonly [first: number, second: number])[]): Rescored {
    const { bias, lowerLimit, upperLimit, n } = blandAltman(pairs.map(([first, second]) => [second, first]));
    return { pairs: n, bias, limits: lowerLimit === null || upperLimit === null ? null : { low: lowerLimit, high: upperLimit } };
}
