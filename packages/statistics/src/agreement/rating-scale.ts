/** What coefficients need whose chance agreement depends on the size of the scale: Gwet's and Brennan and Prediger's. */
import { weightMatrix } from '../ratings/agreement-weights';
import { codeRatings } from '../ratings/coded-ratings';
import { countRatings, RatingCounts } from '../ratings/rating-counts';
import { checkConfidence } from '../ratings/ratings';
import { Coefficient, Ratings } from '../result';
import { DEFAULT_CONFIDENCE, ScaleOptions } from './agreement-options';
import { ObservedAgreement, observedAgreement, whyNotPairable } from './chance-correction';
import { undefinedCoefficient } from './estimate';

interface RatingsOnScale {
    readonly counts: RatingCounts;
    readonly observed: ObservedAgreement;
    /** Size of the scale, at least 2. */
    readonly categories: number;
    /** Sum of the weights over all pairs of categories. */
    readonly totalWeight: number;
    readonly confidence: number;
}

/** Runs the estimator, or says why it cannot: with one known category there is no chance to correct for. */
export const onScale = (ratings: Ratings, options: ScaleOptions, estimate: (onScale: RatingsOnScale) => Coefficient): Coefficient => {
    const { weights = 'unweighted', categories, confidence = DEFAULT_CONFIDENCE } = options;
    checkConfidence(confidence);
    const declared = typeof categories === 'number' ? undefined : categories;
    const coded = codeRatings(ratings, declared);
    const size = typeof categories === 'number' ? checkSize(categories, coded.labels, weights === 'unweighted') : coded.labels.length;
    const matrix = weightMatrix(weights, coded.labels);
    const counts = countRatings(coded);
    const missing = whyNotPairable(counts, coded.raters);
    if (missing !== undefined) {
        return missing;
    }
    if (size < 2) {
        return undefinedCoefficient(counts.rows.length, 'no-variation');
    }
    const totalWeight = weights === 'unweighted' ? size : matrix.reduce((sum, row) => row.reduce((a, b) => a + b, sum), 0);
    return estimate({ counts, observed: observedAgreement(counts, matrix), categories: size, totalWeight, confidence });
};

const checkSize = (size: number, seen: ReadonlyArray<number>, unweighted: boolean): number => {
    if (!Number.isInteger(size) || size < seen.length) {
        throw new RangeError(`The ratings use ${seen.length} categories, so the scale cannot have ${size}`);
    }
    if (!unweighted) {
        throw new RangeError('Weights need the categories themselves, not only their number');
    }
    return size;
};
