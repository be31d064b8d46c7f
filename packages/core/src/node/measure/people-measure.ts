import type { Principal } from '../api/context';

/** Somebody over a time: from a moment (included) to another (not). */
export interface PersonWindow { readonly personId: string; readonly from: Date; readonly to: Date }

/** What was measured of somebody in such a time; `mean` is null of nothing. */
export interface PersonMean { readonly mean: number | null; readonly n: number }

/** Contribution point: a figure of people over time that one package has and others compare, as the scores of somebody's calls before and after a training. */
export const PeopleMeasure = Symbol('PeopleMeasure');
export interface PeopleMeasure {
    /** `evaluation-score` … */
    readonly kind: string;
    /**
     * One for each window, in their order. Values that the caller may not see do not count.
     * @returns undefined where the caller may see nobody's but their own
     */
    means(principal: Principal, windows: readonly PersonWindow[]): Promise<readonly PersonMean[] | undefined>;
}
