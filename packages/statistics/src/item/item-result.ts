/** What the analysis of the items of a test answers with. */
import type { Reason } from '../result';

/** Figures of one item of a test; `reasons` says why a figure is null. */
export interface ItemFigures {
    /** Column index from 0. */
    readonly index: number;
    /** People with a score in this item; mean, difficulty and variance rest on them. */
    readonly n: number;
    readonly mean: number | null;
    /** Mean divided by the highest possible score: 1 is an item that everybody solved. */
    readonly difficulty: number | null;
    /** With n − 1. */
    readonly variance: number | null;
    readonly standardDeviation: number | null;
    /** Mean of the upper group minus mean of the lower group, divided by the highest possible score. */
    readonly discrimination: number | null;
    readonly itemTotal: number | null;
    readonly itemRest: number | null;
    readonly alphaIfDeleted: number | null;
    readonly reasons: Readonly<Partial<Record<ItemFigure, Reason>>>;
}

export type ItemFigure = 'mean' | 'difficulty' | 'variance' | 'standardDeviation' | 'discrimination' | 'itemTotal' | 'itemRest' | 'alphaIfDeleted';

/** Figures of a whole test; they rest on the people with a score in every item. */
export interface TestFigures {
    readonly n: number;
    readonly items: number;
    readonly mean: number | null;
    /** With n − 1. */
    readonly standardDeviation: number | null;
    readonly variance: number | null;
    /** With n, the one in KR-20 and KR-21. */
    readonly populationVariance: number | null;
    readonly alpha: number | null;
    readonly kr20: number | null;
    readonly kr21: number | null;
    /** Standard deviation × √(1 − alpha). */
    readonly standardErrorOfMeasurement: number | null;
    /** People in each of the two groups that discrimination compares. */
    readonly groupSize: number;
    readonly reasons: Readonly<Partial<Record<TestFigure, Reason>>>;
}

export type TestFigure = 'mean' | 'standardDeviation' | 'variance' | 'populationVariance' | 'alpha' | 'kr20' | 'kr21' | 'standardErrorOfMeasurement';

export interface ItemAnalysis {
    readonly items: ReadonlyArray<ItemFigures>;
    readonly test: TestFigures;
    /** Rows of the people whom discrimination compares, so that what they chose can be counted as well; null where there are no two groups. */
    readonly groups: { readonly lower: ReadonlyArray<number>; readonly upper: ReadonlyArray<number> } | null;
}
