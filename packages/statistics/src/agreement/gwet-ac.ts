/**
 * Gwet's AC1 (unweighted) and AC2 (weighted): chance agreement from how evenly the categories are used, so that a
 * skewed distribution does not drag the coefficient down. K. L. Gwet, British J. Math. Stat. Psychology 61 (2008)
 * 29–48; Handbook of Inter-Rater Reliability (2014).
 *
 * Unused categories of the scale make a difference here: declare them. With two or more declared categories AC1 is
 * defined, and 1, also where everybody always gives the same rating.
 */
import { Coefficient, Ratings } from '../result';
import { meanShares } from '../ratings/rating-counts';
import { ScaleOptions } from './agreement-options';
import { chanceCorrected } from './chance-correction';
import { onScale } from './rating-scale';

export const gwetAc = (ratings: Ratings, options: ScaleOptions = {}): Coefficient =>
    onScale(ratings, options, ({ counts, observed, categories, totalWeight, confidence }) => {
        const shares = meanShares(counts);
        const factor = totalWeight / (categories * (categories - 1));
        const value = factor * shares.reduce((sum, share) => sum + share * (1 - share), 0);
        const perUnit = Float64Array.from(counts.rows, (row, unit) =>
            factor * row.reduce((sum, count, category) => sum + count * (1 - shares[category]), 0) / counts.totals[unit]);
        return chanceCorrected(observed, { value, perUnit }, confidence);
    });
