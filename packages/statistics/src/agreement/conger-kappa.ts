/**
 * Conger's kappa ("exact" kappa for several raters): chance agreement from each rater's own use of the categories,
 * averaged over all pairs of raters; with two raters it is Cohen's. A. J. Conger, Psychological Bulletin 88 (1980)
 * 322–328. With missing ratings, weights and the standard error after Gwet (2014).
 *
 * A rater without any rating is left out.
 */
import { weightMatrix } from '../ratings/agreement-weights';
import { CodedRatings, codeRatings } from '../ratings/coded-ratings';
import { countRatings } from '../ratings/rating-counts';
import { checkConfidence } from '../ratings/ratings';
import { Coefficient, Ratings } from '../result';
import { DEFAULT_CONFIDENCE, WeightedOptions } from './agreement-options';
import { ChanceAgreement, chanceCorrected, observedAgreement, whyNotPairable } from './chance-correction';

export const congerKappa = (ratings: Ratings, options: WeightedOptions = {}): Coefficient => {
    const { weights = 'unweighted', confidence = DEFAULT_CONFIDENCE } = options;
    checkConfidence(confidence);
    const coded = codeRatings(ratings, options.categories);
    const weighing = weightMatrix(weights, coded.labels);
    const counts = countRatings(coded);
    return whyNotPairable(counts, coded.raters)
        ?? chanceCorrected(observedAgreement(counts, weighing), chanceAgreement(coded, weighing), confidence);
};

const chanceAgreement = (ratings: CodedRatings, weights: ReadonlyArray<Float64Array>): ChanceAgreement => {
    const margins = raterMargins(ratings);
    const active = margins.filter(margin => margin.ratings > 0);
    const raters = active.length;
    const size = ratings.labels.length;
    const total = new Float64Array(size);
    for (const { shares } of active) {
        shares.forEach((share, category) => { total[category] += share; });
    }
    /** For each rater and category: the weight of that category against all other raters' margins together. */
    const against = margins.map(({ shares }) => weights.map((row, category) => row.reduce((sum, weight, other) =>
        sum + (weight + weights[other][category]) / 2 * (total[other] - shares[other]), 0)));
    const rated = Array.from({ length: ratings.units }, (_, unit) => unit)
        .filter(unit => ratings.codes.subarray(unit * ratings.raters, (unit + 1) * ratings.raters).some(code => code >= 0));
    const pairs = raters * (raters - 1);
    const own = margins.map(({ shares }, rater) => against[rater].reduce((sum, weight, category) => sum + weight * shares[category], 0));
    const value = own.reduce((sum, share) => sum + share, 0) / pairs;
    // The margin of a rater moves with a unit only if the rater rated it; a margin from few units moves further.
    const perUnit = Float64Array.from(rated, unit => {
        let sum = 0;
        for (let rater = 0; rater < ratings.raters; rater++) {
            const code = ratings.codes[unit * ratings.raters + rater];
            const deviation = code >= 0 ? (against[rater][code] - own[rater]) * rated.length / margins[rater].ratings : 0;
            sum += own[rater] + deviation;
        }
        return sum / pairs;
    });
    return { value, perUnit };
};

const raterMargins = (ratings: CodedRatings): ReadonlyArray<{ readonly ratings: number; readonly shares: Float64Array }> =>
    Array.from({ length: ratings.raters }, (_, rater) => {
        const shares = new Float64Array(ratings.labels.length);
        let count = 0;
        for (let position = rater; position < ratings.codes.length; position += ratings.raters) {
            if (ratings.codes[position] >= 0) {
                shares[ratings.codes[position]]++;
                count++;
            }
        }
        return { ratings: count, shares: count === 0 ? shares : shares.map(share => share / count) };
    });
