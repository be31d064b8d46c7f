/**
 * Scores of many agents by several evaluators, summed up: all that a model with an effect of each needs to know, and few enough to hold in
 * memory whatever the number of evaluations.
 */

/** What one evaluator gave one agent on one form. */
export interface ScoredCell {
    readonly agent: string;
    readonly evaluator: string;
    /** Scores of different forms are not on one level: each has its own mean. One if left out. */
    readonly form?: string;
    /** Scores, 1 or more. */
    readonly n: number;
    readonly mean: number;
    /** Sum of the squared deviations from that mean; 0 of a single score. */
    readonly squares: number;
}

/** Throws RangeError for numbers that cannot be those of a cell. */
export const checkCells = (cells: ReadonlyArray<ScoredCell>): void => {
    for (const { n, mean, squares } of cells) {
        if (!Number.isSafeInteger(n) || n < 1 || !Number.isFinite(mean) || !Number.isFinite(squares) || squares < 0) {
            throw new RangeError('A cell has a whole number of scores, 1 or more, a finite mean, and squares of 0 or more');
        }
    }
};

/** Different ones, in a fixed order, so that nothing depends on the order of the cells. */
export const distinct = (names: Iterable<string>): ReadonlyArray<string> => [...new Set(names)].sort();

export const sumOf = <T>(values: ReadonlyArray<T>, of: (value: T) => number): number => values.reduce((sum, each) => sum + of(each), 0);
