/**
 * Intraclass correlations of ratings on a numerical scale. P. E. Shrout & J. L. Fleiss, Psychological Bulletin 86 (1979)
 * 420–428, whose names the forms have; intervals by F: K. O. McGraw & S. P. Wong, Psychological Methods 1 (1996) 30–46.
 *
 * - `1,…`: every unit has its own raters
 * - `2,…`: the same raters, a sample of all raters; absolute agreement, so strictness counts as disagreement
 * - `3,…`: the same raters and no others; consistency, so strictness does not matter
 * - `…,1` one rater's ratings, `…,k` the mean of all k
 *
 * Units with a missing rating are left out. Negative values are reported as they are.
 */
import { fisherF } from '../distribution/fisher-f';
import { checkConfidence, checkRatings, completeUnits } from '../ratings/ratings';
import { Interval, IntraclassCorrelation, Ratings, Reason } from '../result';
import { ConfidenceOption, DEFAULT_CONFIDENCE } from './agreement-options';
import { TwoWayAnalysis, twoWayMeanSquares } from './two-way-mean-squares';

export type IntraclassForm = '1,1' | '2,1' | '3,1' | '1,k' | '2,k' | '3,k';

export interface IntraclassOptions extends ConfidenceOption {
    /** `2,1` if left out. */
    readonly form?: IntraclassForm;
}

const FORMS: ReadonlyArray<string> = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'];

export const icc = (ratings: Ratings, options: IntraclassOptions = {}): IntraclassCorrelation => {
    const { form = '2,1', confidence = DEFAULT_CONFIDENCE } = options;
    checkConfidence(confidence);
    if (!FORMS.includes(form)) {
        throw new RangeError(`Unknown form '${form}'; there are ${FORMS.join(' ')}`);
    }
    const { raters } = checkRatings(ratings);
    const rows = completeUnits(ratings);
    const n = rows.length;
    const undefinedCorrelation = (reason: Reason, meanSquares: TwoWayAnalysis | null = null): IntraclassCorrelation =>
        ({ value: null, statistic: null, df: null, pValue: null, n, raters, reason, meanSquares });
    if (ratings.length > 0 && raters < 2) {
        return undefinedCorrelation('too-few-raters');
    }
    if (n < 2) {
        return undefinedCorrelation('too-few-units');
    }
    const squares = twoWayMeanSquares(rows);
    const single = singleForm(form, squares, n, raters, confidence);
    if (single === null) {
        return undefinedCorrelation('no-variation', squares);
    }
    const raised = (value: number): number => form.endsWith('k') ? stepUp(value, raters) : value;
    const value = raised(single.value);
    if (!Number.isFinite(value)) {
        return undefinedCorrelation('unbounded', squares);
    }
    const low = single.interval === undefined ? Number.NaN : raised(single.interval.low);
    const high = single.interval === undefined ? Number.NaN : raised(single.interval.high);
    return {
        value,
        ...Number.isFinite(low) && Number.isFinite(high) ? { interval: { low, high, level: confidence } } : {},
        n, raters, meanSquares: squares, ...single.test
    };
};

interface SingleForm {
    readonly value: number;
    readonly interval?: Interval;
    readonly test: Pick<IntraclassCorrelation, 'statistic' | 'df' | 'pValue'>;
}

/** Null where neither units nor raters vary. */
const singleForm = (form: IntraclassForm, squares: TwoWayAnalysis, n: number, k: number, confidence: number): SingleForm | null => {
    const noise = form.startsWith('1') ? squares.within : squares.error;
    const df: readonly [number, number] = [n - 1, form.startsWith('1') ? n * (k - 1) : (n - 1) * (k - 1)];
    const raterVariance = form.startsWith('2') ? k * (squares.raters - squares.error) / n : 0;
    const spread = squares.units + (k - 1) * noise + raterVariance;
    if (!(spread > 0)) {
        return null;
    }
    const value = (squares.units - noise) / spread;
    if (noise === 0) {
        return { value, test: { statistic: null, df, pValue: null } };
    }
    const statistic = squares.units / noise;
    const tail = (1 - confidence) / 2;
    const interval = form.startsWith('2')
        ? agreementInterval(value, squares, n, k, tail)
        : consistencyInterval(statistic, df, k, tail);
    return {
        value, test: { statistic, df, pValue: fisherF(...df).upper(statistic) },
        ...interval === null ? {} : { interval: { low: interval[0], high: interval[1], level: confidence } }
    };
};

const consistencyInterval = (statistic: number, [df1, df2]: readonly [number, number], k: number, tail: number): readonly [number, number] => {
    const low = statistic / fisherF(df1, df2).quantile(1 - tail);
    const high = statistic * fisherF(df2, df1).quantile(1 - tail);
    return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
};

/** With Satterthwaite's degrees of freedom for the sum of the raters' and the error's mean square. */
const agreementInterval = (value: number, squares: TwoWayAnalysis, n: number, k: number, tail: number): readonly [number, number] | null => {
    const raterPart = k * value * squares.raters;
    const errorPart = (n * (1 - value) + k * value * (n - 1)) * squares.error;
    const df = (raterPart + errorPart) ** 2 / (raterPart ** 2 / (k - 1) + errorPart ** 2 / ((n - 1) * (k - 1)));
    if (!(df > 1e-3)) {
        return null;
    }
    const lower = fisherF(n - 1, df).quantile(1 - tail);
    const upper = fisherF(df, n - 1).quantile(1 - tail);
    const noise = k * squares.raters + (k * n - k - n) * squares.error;
    return [
        n * (squares.units - lower * squares.error) / (lower * noise + n * squares.units),
        n * (upper * squares.units - squares.error) / (noise + n * upper * squares.units)
    ];
};

/** Spearman and Brown: from one rater to the mean of k. NaN where the formula has passed its pole. */
const stepUp = (single: number, k: number): number => {
    const denominator = 1 + (k - 1) * single;
    return denominator > 1e-12 ? k * single / denominator : Number.NaN;
};
