/** The estimators behind `fleissKappa`; see there for their sources. */
import { isUniform, meanShares, pooledShares, RatingCounts } from '../ratings/rating-counts';
import { Coefficient } from '../result';
import { chanceCorrected, observedAgreement, weightedCount, whyNotPairable } from './chance-correction';
import { euclideanNorm, undefinedCoefficient, withStudentInterval } from './estimate';

export type FleissEstimator = 'gwet' | 'fleiss' | 'fleiss-cuzick';

export const gwetFleissKappa = (counts: RatingCounts, weights: ReadonlyArray<Float64Array>, raters: number, confidence: number): Coefficient => {
    const missing = whyNotPairable(counts, raters);
    if (missing !== undefined) {
        return missing;
    }
    if (isUniform(counts)) {
        return undefinedCoefficient(counts.rows.length, 'no-variation');
    }
    const shares = meanShares(counts);
    /** Weight of each category against the distribution of all ratings, whichever of the two comes first. */
    const means = weights.map((row, category) =>
        (weightedCount(shares, row) + shares.reduce((sum, share, other) => sum + share * weights[other][category], 0)) / 2);
    const value = shares.reduce((sum, share, category) => sum + share * means[category], 0);
    const perUnit = Float64Array.from(counts.rows, (row, unit) =>
        row.reduce((sum, count, category) => sum + count * means[category], 0) / counts.totals[unit]);
    return chanceCorrected(observedAgreement(counts, weights), { value, perUnit }, confidence);
};

/**
 * 1 − disagreement within units / disagreement among all ratings, with every unit's disagreement weighed by its number
 * of ratings less one. The standard error linearises both.
 */
export const fleissCuzickKappa = (counts: RatingCounts, raters: number, confidence: number): Coefficient => {
    const missing = whyNotPairable(counts, raters);
    if (missing !== undefined) {
        return missing;
    }
    const n = counts.rows.length;
    if (isUniform(counts)) {
        return undefinedCoefficient(n, 'no-variation');
    }
    const shares = pooledShares(counts);
    const all = counts.totals.reduce((sum, total) => sum + total, 0);
    const within = counts.rows.map((row, unit) =>
        row.reduce((sum, count) => sum + count * (1 - count / counts.totals[unit]), 0));
    const observed = within.reduce((sum, disagreement) => sum + disagreement, 0) / (all - n);
    const expected = shares.reduce((sum, share) => sum + share * (1 - share), 0);
    const influence = Float64Array.from(counts.rows, (row, unit) => {
        const total = counts.totals[unit];
        const observedShift = n * (within[unit] - observed * (total - 1)) / (all - n);
        const expectedShift = -2 * n / all * row.reduce((sum, count, category) => sum + shares[category] * (count - total * shares[category]), 0);
        return (observed / expected * expectedShift - observedShift) / expected;
    });
    return withStudentInterval(1 - observed / expected, euclideanNorm(influence) / Math.sqrt(n * (n - 1)), n, confidence);
};
