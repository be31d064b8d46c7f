/**
 * How much milder somebody scores than the others do on the same forms, in percentage points; negative is strict.
 *
 * On each form that others use, too, the mean of one's own scores is compared with the mean of all others'; the differences are averaged
 * by one's own number of evaluations. The interval is Welch's (Biometrika 34 (1947) 28–35) with the degrees of freedom of Satterthwaite.
 * It does not know whose calls were evaluated: whoever evaluates the beginners looks strict. A model of severity tells these apart.
 */
import { type Interval, studentT } from '@earshot/statistics';
import { confidence } from './mean-interval';

/** The scores of one evaluator on one form. `variance` has n − 1; null for a single score. */
export interface ScoredGroup { readonly evaluatorId: string; readonly formId: string; readonly n: number; readonly mean: number; readonly variance: number | null }
/** `n`: own evaluations that could be compared; `others`: those of all others on the same forms. */
export interface Leniency { readonly value: number | null; readonly interval: Interval | null; readonly n: number; readonly others: number }

/** Evaluations on either side below which nothing is said about how mild somebody is: of two or three scores the interval is wider than the scale. */
export const fewestCompared = 5;
export const canBeSaid = ({ n, others }: Leniency): boolean => n >= fewestCompared && others >= fewestCompared;

export function leniency(evaluatorId: string, groups: readonly ScoredGroup[], level = confidence): Leniency {
    const compared = groups.filter(each => each.evaluatorId === evaluatorId).flatMap(own => {
        const others = pooled(groups.filter(each => each.formId === own.formId && each.evaluatorId !== evaluatorId));
        return others ? [{ own, others }] : [];
    });
    const n = compared.reduce((sum, { own }) => sum + own.n, 0);
    const comparedWith = compared.reduce((sum, { others }) => sum + others.n, 0);
    if (n === 0) {
        return { value: null, interval: null, n: 0, others: 0 };
    }
    const value = compared.reduce((sum, { own, others }) => sum + own.n / n * (own.mean - others.mean), 0);
    /** What each of the means adds to the variance, with its degrees of freedom. */
    const parts = compared.flatMap(({ own, others }) => [own, others].map(each => ({ variance: each.variance === null ? NaN : (own.n / n) ** 2 * each.variance / each.n, freedom: each.n - 1 })));
    const variance = parts.reduce((sum, each) => sum + each.variance, 0);
    if (!(variance > 0)) {
        return { value, interval: null, n, others: comparedWith };
    }
    const freedom = variance ** 2 / parts.reduce((sum, each) => sum + (each.variance > 0 ? each.variance ** 2 / each.freedom : 0), 0);
    const half = studentT(freedom).quantile((1 + level) / 2) * Math.sqrt(variance);
    return { value, interval: { low: value - half, high: value + half, level }, n, others: comparedWith };
}

/** Several groups as one: the mean of all, and the variance within and between them. */
function pooled(groups: readonly ScoredGroup[]): { readonly n: number; readonly mean: number; readonly variance: number | null } | null {
    const n = groups.reduce((sum, each) => sum + each.n, 0);
    if (n === 0) {
        return null;
    }
    const mean = groups.reduce((sum, each) => sum + each.n * each.mean, 0) / n;
    const squares = groups.reduce((sum, each) => sum + (each.n - 1) * (each.variance ?? 0) + each.n * (each.mean - mean) ** 2, 0);
    return { n, mean, variance: n > 1 ? squares / (n - 1) : null };
}
