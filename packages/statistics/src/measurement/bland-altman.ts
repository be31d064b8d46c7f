/**
 * Limits of agreement of two methods, or two raters, on a numerical scale. J. M. Bland & D. G. Altman, The Lancet 327
 * (1986) 307–310; Statistical Methods in Medical Research 8 (1999) 135–160. Incomplete pairs are left out.
 */
import { studentT } from '../distribution/student-t';
import { checkConfidence, checkTwoRaters, completeUnits } from '../ratings/ratings';
import { BlandAltman, Ratings } from '../result';

export interface BlandAltmanOptions {
    /** Standard deviations from the bias to the limits; 1.96 if left out (the 1986 paper rounds to 2). */
    readonly multiplier?: number;
    /** Of the intervals of the bias and of the limits; 0.95 if left out. */
    readonly confidence?: number;
    /**
     * Standard error of a limit: `1986` is the standard deviation × √(3 / n); `1999` takes the multiplier and n − 1 into
     * account. `1986` if left out.
     */
    readonly limitError?: '1986' | '1999';
}

/** @param pairs two columns: a measurement by the first and by the second method; differences are first minus second */
export const blandAltman = (pairs: Ratings, options: BlandAltmanOptions = {}): BlandAltman => {
    const { multiplier = 1.96, confidence = 0.95, limitError = '1986' } = options;
    checkConfidence(confidence);
    if (!(multiplier > 0)) {
        throw new RangeError(`A multiplier is positive, not ${multiplier}`);
    }
    checkTwoRaters(pairs, 'choose two of them');
    const points = pairs.length > 0 && pairs[0].length < 2 ? [] : completeUnits(pairs).map(([first, second]) =>
        ({ mean: (first + second) / 2, difference: first - second }));
    const n = points.length;
    if (n < 2) {
        const reason = pairs.length > 0 && pairs[0].length < 2 ? 'too-few-raters' : 'too-few-units';
        return { value: null, bias: null, standardDeviation: null, lowerLimit: null, upperLimit: null, n, reason, points };
    }
    const bias = points.reduce((sum, { difference }) => sum + difference, 0) / n;
    const standardDeviation = Math.sqrt(points.reduce((sum, { difference }) => sum + (difference - bias) ** 2, 0) / (n - 1));
    const quantile = studentT(n - 1).quantile((1 + confidence) / 2);
    const standardError = standardDeviation / Math.sqrt(n);
    const limitStandardError = standardDeviation * Math.sqrt(limitError === '1986' ? 3 / n : 1 / n + multiplier ** 2 / (2 * (n - 1)));
    const around = (value: number, error: number) => ({ low: value - quantile * error, high: value + quantile * error, level: confidence });
    const lowerLimit = bias - multiplier * standardDeviation;
    const upperLimit = bias + multiplier * standardDeviation;
    return {
        value: bias, bias, standardDeviation, lowerLimit, upperLimit, n, points, standardError, limitStandardError,
        interval: around(bias, standardError),
        lowerLimitInterval: around(lowerLimit, limitStandardError),
        upperLimitInterval: around(upperLimit, limitStandardError)
    };
};
