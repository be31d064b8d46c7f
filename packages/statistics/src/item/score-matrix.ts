/** Scores of people in the items of a test. */
import { Ratings } from '../result';
import { checkRatings, completeUnits } from '../ratings/ratings';

export interface ScoreMatrix {
    readonly items: number;
    /** Every score given, item by item. */
    readonly perItem: ReadonlyArray<ReadonlyArray<number>>;
    /** The people with a score in every item. */
    readonly complete: ReadonlyArray<ReadonlyArray<number>>;
    /** Their rows in what was given. */
    readonly people: ReadonlyArray<number>;
    readonly totals: ReadonlyArray<number>;
}

export const scoreMatrix = (scores: Ratings, missing: 'listwise' | 'zero'): ScoreMatrix => {
    const items = checkRatings(scores).raters;
    const rows = missing === 'zero' ? scores.map(row => row.map(score => score ?? 0)) : scores;
    const complete = completeUnits(rows);
    return {
        items,
        perItem: Array.from({ length: items }, (_, item) => rows.map(row => row[item]).filter(score => score !== null)),
        complete,
        people: rows.flatMap((row, person) => row.every(score => score !== null) ? [person] : []),
        totals: complete.map(row => row.reduce((sum, score) => sum + score, 0))
    };
};

/** The highest possible score of each item, null where it is not known. */
export const resolveMaxima = (matrix: ScoreMatrix, maxima: ReadonlyArray<number> | number | undefined): ReadonlyArray<number | null> => {
    if (maxima === undefined) {
        return matrix.perItem.map(scores => scores.every(score => score >= 0 && score <= 1) ? 1 : null);
    }
    const all = typeof maxima === 'number' ? matrix.perItem.map(() => maxima) : maxima;
    if (all.length !== matrix.items) {
        throw new RangeError(`${matrix.items} items with ${all.length} maxima`);
    }
    all.forEach((maximum, item) => {
        if (!(maximum > 0) || maximum === Infinity || matrix.perItem[item].some(score => score > maximum)) {
            throw new RangeError(`Item ${item} has the maximum ${maximum}, which is not positive or less than one of its scores`);
        }
    });
    return all;
};
