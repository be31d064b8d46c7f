/**
 * Scott's pi of two raters: chance agreement from the shares of the categories in both raters' ratings together.
 * W. A. Scott, Public Opinion Quarterly 19 (1955) 321–325. Weighted: Gwet (2014). Large-sample standard error like
 * Cohen's kappa.
 *
 * Units that only one of the two rated are left out.
 */
import { weightMatrix } from '../ratings/agreement-weights';
import { codeRatings } from '../ratings/coded-ratings';
import { pairTable } from '../ratings/pair-table';
import { checkConfidence, checkTwoRaters } from '../ratings/ratings';
import { Coefficient, Ratings } from '../result';
import { DEFAULT_CONFIDENCE, WeightedOptions } from './agreement-options';
import { euclideanNorm, undefinedCoefficient, withNormalInterval } from './estimate';
import { twoRaterKappa } from './two-rater-kappa';

export const scottPi = (ratings: Ratings, options: WeightedOptions = {}): Coefficient => {
    const { weights = 'unweighted', confidence = DEFAULT_CONFIDENCE } = options;
    checkConfidence(confidence);
    checkTwoRaters(ratings, 'use fleissKappa for more');
    const coded = codeRatings(ratings, options.categories);
    const weighing = weightMatrix(weights, coded.labels);
    if (coded.units > 0 && coded.raters < 2) {
        return undefinedCoefficient(coded.units, 'too-few-raters');
    }
    const table = pairTable(coded);
    if (table.n < 2) {
        return undefinedCoefficient(table.n, table.n === 0 && coded.units > 0 ? 'no-pairable-values' : 'too-few-units');
    }
    const margin = table.firstShares.map((share, category) => (share + table.secondShares[category]) / 2);
    const { value, influence } = twoRaterKappa(table, weighing, margin, margin);
    return value === null
        ? undefinedCoefficient(table.n, 'no-variation')
        : withNormalInterval(value, euclideanNorm(influence) / table.n, table.n, confidence);
};
