/**
 * Agreement without correction for chance, as a share between 0 and 1.
 *
 * `pairwise`: mean over units of the share of agreeing pairs of ratings, with Gwet's standard error.
 * `unanimous`: share of the units on which all raters agree, units with a missing rating left out, with Wilson's
 * interval.
 */
import { AgreementWeights, toleranceMatrix, weightMatrix } from '../ratings/agreement-weights';
import { codeRatings } from '../ratings/coded-ratings';
import { countRatings } from '../ratings/rating-counts';
import { checkConfidence, completeUnits } from '../ratings/ratings';
import { wilsonInterval } from '../proportion/wilson-interval';
import { Coefficient, Ratings } from '../result';
import { CategoryOption, ConfidenceOption, DEFAULT_CONFIDENCE } from './agreement-options';
import { chanceCorrected, observedAgreement, whyNotPairable } from './chance-correction';
import { undefinedCoefficient } from './estimate';

export interface PercentAgreementOptions extends ConfidenceOption, CategoryOption {
    /** `pairwise` if left out. */
    readonly method?: 'pairwise' | 'unanimous';
    /** Ratings that differ by no more than this agree; 0 if left out. */
    readonly tolerance?: number;
    /** Partial agreement of neighbouring categories; only for `pairwise` and without a tolerance. */
    readonly weights?: AgreementWeights;
}

export const percentAgreement = (ratings: Ratings, options: PercentAgreementOptions = {}): Coefficient => {
    const { method = 'pairwise', tolerance = 0, weights = 'unweighted', confidence = DEFAULT_CONFIDENCE } = options;
    checkConfidence(confidence);
    if (weights !== 'unweighted' && (tolerance !== 0 || method === 'unanimous')) {
        throw new RangeError('Weights go with pairwise agreement and without a tolerance');
    }
    const coded = codeRatings(ratings, options.categories);
    const weighing = weights === 'unweighted' ? toleranceMatrix(tolerance, coded.labels) : weightMatrix(weights, coded.labels);
    const counts = countRatings(coded);
    const missing = whyNotPairable(counts, coded.raters, 1);
    if (missing !== undefined) {
        return missing;
    }
    return method === 'unanimous'
        ? unanimousAgreement(ratings, tolerance, confidence)
        : chanceCorrected(observedAgreement(counts, weighing), { value: 0 }, confidence, { lowest: 0, highest: 1 });
};

const unanimousAgreement = (ratings: Ratings, tolerance: number, confidence: number): Coefficient => {
    const complete = completeUnits(ratings);
    const n = complete.length;
    if (n === 0) {
        return undefinedCoefficient(0, 'too-few-units');
    }
    const agreeing = complete.filter(row => Math.max(...row) - Math.min(...row) <= tolerance).length;
    const value = agreeing / n;
    const { low, high } = wilsonInterval(agreeing, n, { level: confidence });
    return {
        value, n, standardError: Math.sqrt(value * (1 - value) / n),
        ...low !== null && high !== null ? { interval: { low, high, level: confidence } } : {}
    };
};
