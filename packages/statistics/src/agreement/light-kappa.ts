/**
 * Light's kappa: the mean of Cohen's kappa over all pairs of raters. R. J. Light, Psychological Bulletin 76 (1971)
 * 365–377. Each pair uses the units that both rated.
 *
 * The standard error adds up, unit by unit, the influences on all pairs' kappas, so that it accounts for the pairs'
 * sharing units and raters. If one pair has no kappa, the mean over the others would be another coefficient, so there
 * is none; the pairs are in the answer.
 */
import { weightMatrix } from '../ratings/agreement-weights';
import { codeRatings } from '../ratings/coded-ratings';
import { pairTable } from '../ratings/pair-table';
import { checkConfidence } from '../ratings/ratings';
import { LightKappa, PairKappa, Ratings, Reason } from '../result';
import { DEFAULT_CONFIDENCE, WeightedOptions } from './agreement-options';
import { euclideanNorm, undefinedCoefficient, withNormalInterval } from './estimate';
import { twoRaterKappa } from './two-rater-kappa';

export const lightKappa = (ratings: Ratings, options: WeightedOptions = {}): LightKappa => {
    const { weights = 'unweighted', confidence = DEFAULT_CONFIDENCE } = options;
    checkConfidence(confidence);
    const coded = codeRatings(ratings, options.categories);
    const weighing = weightMatrix(weights, coded.labels);
    const pairs: PairKappa[] = [];
    const influence = new Float64Array(coded.units);
    for (let first = 0; first < coded.raters; first++) {
        for (let second = first + 1; second < coded.raters; second++) {
            const table = pairTable(coded, first, second);
            const kappa = table.n < 2 ? undefined : twoRaterKappa(table, weighing, table.firstShares, table.secondShares);
            if (kappa === undefined || kappa.value === null) {
                const reason: Reason = kappa !== undefined ? 'no-variation' : table.n === 0 ? 'no-pairable-values' : 'too-few-units';
                pairs.push({ raters: [first, second], ...undefinedCoefficient(table.n, reason) });
                continue;
            }
            pairs.push({ raters: [first, second], ...withNormalInterval(kappa.value, euclideanNorm(kappa.influence) / table.n, table.n, confidence) });
            kappa.influence.forEach((value, index) => { influence[table.units[index]] += value / table.n; });
        }
    }
    return { ...meanOfPairs(pairs, influence, coded.units, confidence), pairs };
};

/** Why a pair may have no kappa; of several, the first here stands for all. */
const REASONS: ReadonlyArray<Reason> = ['no-pairable-values', 'too-few-units', 'no-variation'];

/** @param influence sum over the pairs of each unit's influence, divided by the pair's number of units */
const meanOfPairs = (pairs: ReadonlyArray<PairKappa>, influence: Float64Array, units: number, confidence: number) => {
    if (units < 2) {
        return undefinedCoefficient(units, 'too-few-units');
    }
    if (pairs.length === 0) {
        return undefinedCoefficient(units, 'too-few-raters');
    }
    const reason = REASONS.find(possible => pairs.some(pair => pair.reason === possible));
    if (reason !== undefined) {
        return undefinedCoefficient(units, reason);
    }
    const sum = pairs.reduce((total, { value }) => total + (value ?? 0), 0);
    return withNormalInterval(sum / pairs.length, euclideanNorm(influence) / pairs.length, units, confidence);
};
