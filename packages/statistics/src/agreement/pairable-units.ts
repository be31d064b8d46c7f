/** The units with at least two ratings, the ratings of one unit after those of another. */
import { CodedRatings } from '../ratings/coded-ratings';

export interface PairableUnits {
    readonly count: number;
    readonly codes: Int32Array;
    /** Where each unit begins in `codes`, and at last where the last one ends. */
    readonly starts: Int32Array;
}

export const pairableUnits = (ratings: CodedRatings): PairableUnits => {
    const codes = new Int32Array(ratings.codes.length);
    const starts = new Int32Array(ratings.units + 1);
    let count = 0;
    let end = 0;
    for (let unit = 0; unit < ratings.units; unit++) {
        const start = end;
        for (let rater = 0; rater < ratings.raters; rater++) {
            const code = ratings.codes[unit * ratings.raters + rater];
            if (code >= 0) {
                codes[end++] = code;
            }
        }
        if (end - start < 2) {
            end = start;
        } else {
            starts[++count] = end;
        }
    }
    return { count, codes: codes.subarray(0, end), starts: starts.subarray(0, count + 1) };
};
