/**
 * What can be said of an order. The place of each one among all lies between the number of those who are better beyond chance and the number
 * of those who are worse beyond chance, each comparison made at a level that holds for all comparisons of the one together (C. E. Bonferroni,
 * 1936). M. Mogstad, J. P. Romano, A. M. Shaikh & D. Wilhelm, Review of Economic Studies 91 (2024) 476–518, whose places these are; H. Goldstein
 * & D. J. Spiegelhalter, JRSS A 159 (1996) 385–443, on league tables that say more than they know.
 */
import { studentT } from '../distribution/student-t';
import { checkConfidence } from '../ratings/ratings';

export interface RankInterval {
    /** Place of the value itself, from 1 for the highest; equal values share the better place. */
    readonly rank: number;
    /** The places that the data allow. */
    readonly best: number;
    readonly worst: number;
    /** Others that cannot be told from this one. */
    readonly alike: number;
}

export interface RankOptions {
    /** That an interval holds the true place; 0.95 if left out. */
    readonly confidence?: number;
    /** Degrees of freedom of the errors; Infinity if left out. */
    readonly df?: number;
}

/**
 * @param differenceError standard error of the difference of two values, by their places
 * @returns one per value, in their order
 */
export const rankIntervals = (values: ReadonlyArray<number>, differenceError: (first: number, second: number) => number, options: RankOptions = {}): ReadonlyArray<RankInterval> => {
    const { confidence = 0.95, df = 1e6 } = options;
    checkConfidence(confidence);
    const size = values.length;
    const better = new Int32Array(size);
    const worse = new Int32Array(size);
    const higher = new Int32Array(size);
    const least = size > 1 ? studentT(Math.min(df, 1e6)).quantile(1 - (1 - confidence) / (2 * (size - 1))) : 0;
    for (let first = 0; first < size; first++) {
        for (let second = 0; second < first; second++) {
            const difference = values[first] - values[second];
            const above = difference > 0 ? first : second;
            const below = difference > 0 ? second : first;
            higher[below] += difference === 0 ? 0 : 1;
            if (Math.abs(difference) > least * differenceError(first, second)) {
                better[below]++;
                worse[above]++;
            }
        }
    }
    return values.map((_, place) => ({ rank: higher[place] + 1, best: better[place] + 1, worst: size - worse[place], alike: size - 1 - better[place] - worse[place] }));
};
