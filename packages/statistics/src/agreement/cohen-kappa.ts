/**
 * Cohen's kappa of two raters, unweighted or weighted. J. Cohen, Educational and Psychological Measurement 20 (1960)
 * 37–46; Psychological Bulletin 70 (1968) 213–220. Standard errors: Fleiss, Cohen & Everitt (1969), both the one for
 * the interval (normal quantile) and the one under the hypothesis that kappa is 0.
 *
 * Units that only one of the two rated are left out.
 */
import { weightMatrix } from '../ratings/agreement-weights';
import { codeRatings } from '../ratings/coded-ratings';
import { PairTable, pairTable } from '../ratings/pair-table';
import { checkConfidence, checkTwoRaters } from '../ratings/ratings';
import { Ratings, TestedKappa } from '../result';
import { DEFAULT_CONFIDENCE, WeightedOptions } from './agreement-options';
import { euclideanNorm, testAgainstZero, undefinedTest, withNormalInterval } from './estimate';
import { twoRaterKappa } from './two-rater-kappa';

export const cohenKappa = (ratings: Ratings, options: WeightedOptions = {}): TestedKappa => {
    const { weights = 'unweighted', confidence = DEFAULT_CONFIDENCE } = options;
    checkConfidence(confidence);
    checkTwoRaters(ratings, 'use congerKappa, fleissKappa or lightKappa for more');
    const coded = codeRatings(ratings, options.categories);
    const weighing = weightMatrix(weights, coded.labels);
    if (coded.units > 0 && coded.raters < 2) {
        return undefinedTest(coded.units, 'too-few-raters');
    }
    const table = pairTable(coded);
    if (table.n < 2) {
        return undefinedTest(table.n, table.n === 0 && coded.units > 0 ? 'no-pairable-values' : 'too-few-units');
    }
    const { value, chance, influence } = twoRaterKappa(table, weighing, table.firstShares, table.secondShares);
    if (value === null) {
        return undefinedTest(table.n, 'no-variation');
    }
    return {
        ...withNormalInterval(value, euclideanNorm(influence) / table.n, table.n, confidence),
        ...testAgainstZero(value, nullStandardError(table, weighing, chance))
    };
};

/** The standard error if both raters rated at random with the margins they have. */
const nullStandardError = (table: PairTable, weights: ReadonlyArray<Float64Array>, chance: number): number => {
    const size = table.firstShares.length;
    const mean = (cell: (index: number) => number): number => Array.from({ length: size }, (_, index) => cell(index)).reduce((a, b) => a + b, 0);
    const firstMean = weights.map(row => mean(other => row[other] * table.secondShares[other]));
    const secondMean = weights.map((_, other) => mean(one => weights[one][other] * table.firstShares[one]));
    const second = mean(one => mean(other =>
        table.firstShares[one] * table.secondShares[other] * (weights[one][other] - firstMean[one] - secondMean[other]) ** 2));
    return Math.sqrt(Math.max(0, second - chance * chance) / table.n) / (1 - chance);
};
