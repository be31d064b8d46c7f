/**
 * Mean and share of a population from sums over a sample with unequal chances, for parts of the sample that were not planned as such: an
 * agent, a week. Each unit counts w = 1 / π times; the mean is Hájek's (C.-E. Särndal, B. Swensson & J. Wretman, Model Assisted Survey
 * Sampling (1992), 5.7). Its variance is that of the linearised total with units drawn independently of each other,
 * n / (n − 1) · Σ (1 − π) w² (y − ȳ)² / (Σ w)², J. Hájek's approximation (Annals of Mathematical Statistics 35 (1964) 1491–1523): with equal
 * chances it is (1 − n / N) s² / n exactly, units drawn for certain add nothing, and with strata it says rather too much than too little.
 */
import { studentT } from '../distribution/student-t';
import { wilsonBounds } from '../proportion/wilson-interval';
import { checkConfidence } from '../ratings/ratings';
import type { Coefficient, ProportionInterval } from '../result';

/** What a database adds up of `n` units with the value y and the weight w = 1 / π; `spread` is of a = (1 − π) / π². */
export interface WeightedSums {
    readonly n: number;
    /** Σ w: how many units of the population they stand for. */
    readonly weights: number;
    /** Σ w y. */
    readonly values: number;
    /** Σ a, Σ a y and Σ a y². */
    readonly spread: number;
    readonly spreadValues: number;
    readonly spreadSquares: number;
}

/** Below this part of the mean square a variance is what rounding left of 0. */
const rounding = 1e-12;

const checkSums = ({ n, weights, spread }: WeightedSums): void => {
    if (!Number.isInteger(n) || n < 0 || !(spread >= 0) || n > 0 && !(weights > 0)) {
        throw new RangeError(`${n} units with the weight ${weights} are no sample`);
    }
};

/** Variance of the mean; 0 where all units have the same value or were drawn for certain, null for one unit that was not. */
const varianceOf = ({ n, weights, spread, spreadValues, spreadSquares }: WeightedSums, mean: number): number | null => {
    if (spread === 0) {
        return 0;
    }
    const squares = spreadSquares - 2 * mean * spreadValues + mean * mean * spread;
    return n < 2 ? null : squares <= rounding * (spreadSquares + mean * mean * spread) ? 0 : n / (n - 1) * squares / (weights * weights);
};

/**
 * Hájek's mean with Student's t interval, on Kish's effective size less 1 degrees of freedom: (Σ w)² / Σ w² (L. Kish, Survey Sampling (1965), 11.2).
 * No interval for one unit, nor where all have the same value: that is no evidence of certainty. 0 wide where all were drawn for certain.
 */
export const weightedMean = (sums: WeightedSums, confidence = 0.95): Coefficient => {
    checkConfidence(confidence);
    checkSums(sums);
    const { n, weights, values, spread } = sums;
    if (n === 0) {
        return { value: null, n, reason: 'too-few-units' };
    }
    const value = values / weights;
    const variance = varianceOf(sums, value);
    if (spread === 0) {
        return { value, n, standardError: 0, interval: { low: value, high: value, level: confidence } };
    }
    if (variance === null || variance === 0) {
        return { value, n, ...variance === 0 && { standardError: 0 } };
    }
    const df = weights * weights / (spread + weights) - 1;
    const standardError = Math.sqrt(variance);
    if (!(df > 0)) {
        return { value, n, standardError };
    }
    const half = studentT(df).quantile((1 + confidence) / 2) * standardError;
    return { value, n, standardError, interval: { low: value - half, high: value + half, level: confidence } };
};

/**
 * The share of units with the value 1, the others having 0, with Wilson's interval on the effective size p (1 − p) / variance (E. L. Korn &
 * B. I. Graubard, Survey Methodology 24 (1998) 193–201; C. Franco, R. J. A. Little, T. A. Louis & E. V. Slud, Journal of Survey Statistics and
 * Methodology 7 (2019) 334–364); at 0 and 1, and for one unit, where the data tell of no variance, on (Σ w)² / Σ a.
 */
export const weightedShare = (sums: WeightedSums, level = 0.95): ProportionInterval => {
    checkConfidence(level);
    checkSums(sums);
    const { n, weights, values, spread } = sums;
    if (n === 0) {
        return { value: null, low: null, high: null, level, n, reason: 'too-few-units' };
    }
    const value = Math.min(1, Math.max(0, values / weights));
    if (spread === 0) {
        return { value, low: value, high: value, level, n };
    }
    const variance = varianceOf(sums, value);
    const size = variance ? value * (1 - value) / variance : weights * weights / spread;
    return { value, ...wilsonBounds(value, size, level), level, n };
};
