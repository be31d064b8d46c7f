/** From an estimate and its standard error to a coefficient with its interval. */
import { normal } from '../distribution/normal';
import { studentT } from '../distribution/student-t';
import { Coefficient, Interval, Reason, TestedCoefficient, TestedKappa } from '../result';

export const undefinedCoefficient = (n: number, reason: Reason): Coefficient => ({ value: null, n, reason });

export const undefinedTest = (n: number, reason: Reason): TestedCoefficient => ({ value: null, statistic: null, df: null, pValue: null, n, reason });

export interface Bounds {
    readonly lowest?: number;
    readonly highest?: number;
}

/**
 * value ± quantile × standard error, cut off at the bounds. Without an interval where the standard error is 0 (or lost
 * in rounding): an estimated variance of nothing says that the formula saw nothing, not that the estimate is certain.
 */
const symmetric = (value: number, standardError: number, n: number, quantile: number, level: number, bounds: Bounds): Coefficient => {
    if (!(standardError > 1e-12)) {
        return { value, standardError: 0, n };
    }
    const interval: Interval = {
        low: Math.max(bounds.lowest ?? -Infinity, value - quantile * standardError),
        high: Math.min(bounds.highest ?? Infinity, value + quantile * standardError),
        level
    };
    return { value, standardError, interval, n };
};

/** With the quantile of Student's t and n − 1 degrees of freedom; n is at least 2. */
export const withStudentInterval = (value: number, standardError: number, n: number, level: number, bounds: Bounds = { highest: 1 }): Coefficient =>
    symmetric(value, standardError, n, studentT(n - 1).quantile((1 + level) / 2), level, bounds);

/** With the quantile of the normal distribution, for large-sample standard errors. */
export const withNormalInterval = (value: number, standardError: number, n: number, level: number, bounds: Bounds = { highest: 1 }): Coefficient =>
    symmetric(value, standardError, n, normal.quantile((1 + level) / 2), level, bounds);

/** z of a value against 0 and its two-sided p-value. */
export const testAgainstZero = (value: number, nullStandardError: number): Pick<TestedKappa, 'statistic' | 'df' | 'pValue' | 'nullStandardError'> => {
    if (!(nullStandardError > 1e-12)) {
        return { statistic: null, df: null, pValue: null };
    }
    const statistic = value / nullStandardError;
    return { statistic, df: null, pValue: 2 * normal.upper(Math.abs(statistic)), nullStandardError };
};

/** Root of the sum of squares. */
export const euclideanNorm = (values: ArrayLike<number>): number => {
    let sum = 0;
    for (let index = 0; index < values.length; index++) {
        sum += values[index] * values[index];
    }
    return Math.sqrt(sum);
};
