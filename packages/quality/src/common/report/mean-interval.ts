/** The mean of a sample and Student's t interval of it, from what a database sums up. Student, Biometrika 6 (1908) 1–25. */
import { type Interval, studentT } from '@earshot/statistics';

export const confidence = 0.95;

/** @param variance with n − 1; null below two values. @returns null where two values at least are wanting. */
export function meanInterval(n: number, mean: number | null, variance: number | null, level = confidence): Interval | null {
    if (mean === null || variance === null || n < 2) {
        return null;
    }
    const half = studentT(n - 1).quantile((1 + level) / 2) * Math.sqrt(variance / n);
    return { low: mean - half, high: mean + half, level };
}

/** The same for percentages, which end at 0 and at 100. */
export function percentInterval(n: number, mean: number | null, variance: number | null): Interval | null {
    const interval = meanInterval(n, mean, variance);
    return interval && { ...interval, low: Math.max(0, interval.low), high: Math.min(100, interval.high) };
}
