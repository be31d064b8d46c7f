/**
 * The difference of two means of independent samples whose variances may differ. B. L. Welch, Biometrika 34 (1947) 28–35; degrees of
 * freedom after F. E. Satterthwaite, Biometrics Bulletin 2 (1946) 110–114.
 */
import { studentT } from '../distribution/student-t';
import { mean, sampleVariance } from '../moments/moments';
import { checkConfidence } from '../ratings/ratings';
import { TestedCoefficient } from '../result';

/** Two means, their difference with its interval, and the test against 0. */
export interface MeanDifference extends TestedCoefficient {
    /** n is that of both samples together. */
    readonly samples: readonly [SampleMean, SampleMean];
}

export interface SampleMean {
    /** Null of nothing. */
    readonly mean: number | null;
    /** With n − 1; null of fewer than two values. */
    readonly standardDeviation: number | null;
    readonly n: number;
}

/** The fewest values of a sample whose spread can be told. */
const fewest = 2;

/**
 * @param first, second values in the same unit; the difference is second minus first
 * @param confidence of the interval; 0.95 if left out
 * @returns no interval and no test where neither sample varies: a spread of 0 in a handful of values is no evidence of certainty
 */
export const meanDifference = (first: ReadonlyArray<number>, second: ReadonlyArray<number>, confidence = 0.95): MeanDifference => {
    checkConfidence(confidence);
    const samples = [sampleMean(first), sampleMean(second)] as const;
    const n = first.length + second.length;
    const untested = { samples, n, statistic: null, df: null, pValue: null };
    if (first.length < fewest || second.length < fewest) {
        return { ...untested, value: null, reason: 'too-few-units' };
    }
    const value = samples[1].mean! - samples[0].mean!;
    const errors = samples.map(each => each.standardDeviation! ** 2 / each.n);
    const variance = errors[0] + errors[1];
    if (variance === 0) {
        return { ...untested, value };
    }
    const standardError = Math.sqrt(variance);
    const df = variance ** 2 / (errors[0] ** 2 / (samples[0].n - 1) + errors[1] ** 2 / (samples[1].n - 1));
    const statistic = value / standardError;
    const distribution = studentT(df);
    const half = distribution.quantile((1 + confidence) / 2) * standardError;
    return { samples, n, value, standardError, interval: { low: value - half, high: value + half, level: confidence }, statistic, df, pValue: 2 * distribution.upper(Math.abs(statistic)) };
};

const sampleMean = (values: ReadonlyArray<number>): SampleMean => {
    if (values.some(each => !Number.isFinite(each))) {
        throw new RangeError('A sample holds finite numbers');
    }
    const variance = sampleVariance(values);
    return { mean: values.length === 0 ? null : mean(values), standardDeviation: variance === null ? null : Math.sqrt(variance), n: values.length };
};
