/**
 * Fleiss' kappa for any number of interchangeable raters, overall and per category. J. L. Fleiss, Psychological
 * Bulletin 76 (1971) 378–382.
 *
 * Where the units have unequal numbers of ratings the estimator must be named:
 * - `gwet`: K. L. Gwet (2014); every unit weighs the same, units with one rating count for chance only
 * - `fleiss-cuzick`: J. L. Fleiss & J. Cuzick, Applied Psychological Measurement 3 (1979) 537–542, summed over
 *   categories; every rating weighs the same, units with one rating are left out
 * - `fleiss`: Fleiss' own of 1971, which needs equal numbers: units that some rater did not rate are left out, unless
 *   all units have equally many ratings anyway
 * With equal numbers all three give the same value.
 *
 * The interval rests on the linearised variance for a sample of units. The test against 0 has the variance that holds
 * for raters who rate at random: J. L. Fleiss, J. C. M. Nee & J. R. Landis, Psychological Bulletin 86 (1979) 974–977;
 * it exists for equal numbers of unweighted ratings only.
 */
import { AgreementWeights, weightMatrix } from '../ratings/agreement-weights';
import { codeRatings } from '../ratings/coded-ratings';
import { countRatings, oneAgainstRest, pooledShares, RatingCounts, selectUnits } from '../ratings/rating-counts';
import { checkConfidence } from '../ratings/ratings';
import { CategoryKappa, Coefficient, FleissKappa, Ratings, TestedKappa } from '../result';
import { DEFAULT_CONFIDENCE, WeightedOptions } from './agreement-options';
import { testAgainstZero } from './estimate';
import { FleissEstimator, fleissCuzickKappa, gwetFleissKappa } from './fleiss-estimators';

export interface FleissOptions extends WeightedOptions {
    /** `gwet` if left out. */
    readonly estimator?: FleissEstimator;
}

export const fleissKappa = (ratings: Ratings, options: FleissOptions = {}): FleissKappa => {
    const { weights = 'unweighted', confidence = DEFAULT_CONFIDENCE, estimator = 'gwet' } = options;
    checkConfidence(confidence);
    if (estimator === 'fleiss-cuzick' && weights !== 'unweighted') {
        throw new RangeError('The estimator fleiss-cuzick has no weights');
    }
    const coded = codeRatings(ratings, options.categories);
    const all = countRatings(coded);
    const counts = estimator === 'gwet' ? all : estimator === 'fleiss-cuzick' ? selectUnits(all, total => total >= 2) : equallyRated(all, coded.raters);
    if (all.rows.length > 0 && counts.rows.length === 0) {
        const reason = coded.raters < 2 ? 'too-few-raters' : all.totals.some(total => total >= 2) ? 'too-few-units' : 'no-pairable-values';
        return { value: null, statistic: null, df: null, pValue: null, n: 0, reason, perCategory: [] };
    }
    const estimate = (of: RatingCounts, weighing: AgreementWeights): Coefficient => estimator === 'fleiss-cuzick'
        ? fleissCuzickKappa(of, coded.raters, confidence)
        : gwetFleissKappa(of, weightMatrix(weighing, of.labels), coded.raters, confidence);
    const shares = pooledShares(counts);
    return {
        ...tested(estimate(counts, weights), weights === 'unweighted' ? overallNullError(counts, shares) : 0),
        perCategory: counts.labels.map((category, index): CategoryKappa => ({
            category, proportion: shares[index],
            ...tested(estimate(oneAgainstRest(counts, index), 'unweighted'), categoryNullError(counts))
        }))
    };
};

const tested = (coefficient: Coefficient, nullStandardError: number): TestedKappa => coefficient.value === null
    ? { ...coefficient, statistic: null, df: null, pValue: null }
    : { ...coefficient, ...testAgainstZero(coefficient.value, nullStandardError) };

const hasEqualTotals = (counts: RatingCounts): boolean => counts.totals.every(total => total === counts.totals[0]);

const equallyRated = (counts: RatingCounts, raters: number): RatingCounts =>
    hasEqualTotals(counts) ? counts : selectUnits(counts, total => total === raters);

/** 0 where there is none. */
const categoryNullError = (counts: RatingCounts): number => {
    const [raters] = counts.totals;
    return counts.rows.length > 0 && hasEqualTotals(counts) ? Math.sqrt(2 / (counts.rows.length * raters * (raters - 1))) : 0;
};

const overallNullError = (counts: RatingCounts, shares: Float64Array): number => {
    const spread = shares.reduce((sum, p) => sum + p * (1 - p), 0);
    const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
    return spread === 0 ? 0 : categoryNullError(counts) * Math.sqrt(Math.max(0, spread * spread - skew)) / spread;
};
