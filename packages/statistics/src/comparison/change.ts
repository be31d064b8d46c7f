/**
 * Whether a mean has changed, with what that rests on: the one shape in which "before and after" is told. Of independent values by
 * Welch's interval; of the same people twice by Student's (W. S. Gosset, Biometrika 6 (1908) 1–25), which leaves out how people differ
 * from each other.
 */
import { studentT } from '../distribution/student-t';
import { mean, sampleVariance } from '../moments/moments';
import { checkConfidence } from '../ratings/ratings';
import type { Interval } from '../result';
import { meanDifference } from './mean-difference';

/** Values on either side, or people who have both, below which nothing is said about a change: the interval would cover any that matters. */
export const fewestForChange = 5;

/** A difference with what it rests on. `unclear`: the interval holds 0, so that chance alone may have made it. */
export interface Change {
    readonly before: { readonly value: number | null; readonly n: number };
    readonly after: { readonly value: number | null; readonly n: number };
    /** After minus before. */
    readonly difference: number | null;
    readonly interval: Interval | null;
    readonly verdict: 'too-few' | 'up' | 'down' | 'unclear';
}

/** What can be said of a difference. @param before, after how many values are on either side */
export const changeVerdict = (before: number, after: number, interval: Interval | null): Change['verdict'] =>
    before < fewestForChange || after < fewestForChange ? 'too-few' : interval === null ? 'unclear' : interval.low > 0 ? 'up' : interval.high < 0 ? 'down' : 'unclear';

/** Change between values that have nothing to do with each other; those that are null are left out. */
export function meanChange(before: readonly (number | null)[], after: readonly (number | null)[]): Change {
    const known = (values: readonly (number | null)[]): number[] => values.filter((each): each is number => each !== null);
    const { value, interval = null, samples: [one, other] } = meanDifference(known(before), known(after));
    return { before: { value: one.mean, n: one.n }, after: { value: other.mean, n: other.n }, difference: value, interval, verdict: changeVerdict(one.n, other.n, interval) };
}

/**
 * Change of the same people or things, each measured before and after.
 *
 * @param confidence of the interval; 0.95 if left out
 * @returns no interval where all changed alike: a spread of 0 in a handful of values is no evidence of certainty
 * @throws RangeError for values that are not finite
 */
export function pairedChange(pairs: readonly (readonly [before: number, after: number])[], confidence = 0.95): Change {
    checkConfidence(confidence);
    if (pairs.some(pair => !pair.every(Number.isFinite))) {
        throw new RangeError('A sample holds finite numbers');
    }
    const n = pairs.length;
    const side = (place: 0 | 1): Change['before'] => ({ value: n === 0 ? null : mean(pairs.map(pair => pair[place])), n });
    const differences = pairs.map(([before, after]) => after - before);
    const difference = n === 0 ? null : mean(differences);
    const variance = sampleVariance(differences);
    const half = variance ? studentT(n - 1).quantile((1 + confidence) / 2) * Math.sqrt(variance / n) : null;
    const interval = difference === null || half === null ? null : { low: difference - half, high: difference + half, level: confidence };
    return { before: side(0), after: side(1), difference, interval, verdict: changeVerdict(n, n, interval) };
}
