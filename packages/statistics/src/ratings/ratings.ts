/** What every function of agreement asks of its ratings before it counts anything. */
import { Ratings } from '../result';

export interface RatingsShape {
    readonly units: number;
    readonly raters: number;
}

/** Throws a RangeError unless all rows are equally long and every rating is a finite number or null. */
export const checkRatings = (ratings: Ratings): RatingsShape => {
    const raters = ratings.length === 0 ? 0 : ratings[0].length;
    for (let unit = 0; unit < ratings.length; unit++) {
        const row = ratings[unit];
        if (row.length !== raters) {
            throw new RangeError(`Row ${unit} has ${row.length} ratings where row 0 has ${raters}`);
        }
        for (let rater = 0; rater < raters; rater++) {
            const rating = row[rater];
            if (!Number.isFinite(rating) && rating !== null) {
                throw new RangeError(`The rating in row ${unit}, column ${rater} is neither a finite number nor null: ${String(rating)}`);
            }
        }
    }
    return { units: ratings.length, raters };
};

/** The units that every rater rated. */
export const completeUnits = (ratings: Ratings): ReadonlyArray<ReadonlyArray<number>> =>
    ratings.filter((row): row is ReadonlyArray<number> => row.every(rating => rating !== null));

/** Throws unless there are exactly two columns; no rows at all are two columns of nothing. */
export const checkTwoRaters = (ratings: Ratings, instead: string): void => {
    const { units, raters } = checkRatings(ratings);
    if (units > 0 && raters > 2) {
        throw new RangeError(`Two raters are compared, and these ratings have ${raters} columns; ${instead}`);
    }
};

/**
 * Ratings of two raters from their square table of counts (rows: first rater, columns: second).
 *
 * @param labels the categories of rows and columns; 1, 2, 3 … if left out
 */
export const ratingsFromTable = (
    table: ReadonlyArray<ReadonlyArray<number>>,
    labels: ReadonlyArray<number> = table.map((_, index) => index + 1)
): ReadonlyArray<readonly [number, number]> => {
    checkCounts(table);
    if (labels.length !== table.length) {
        throw new RangeError(`${labels.length} labels for a table of ${table.length} categories`);
    }
    return table.flatMap((row, first) => row.flatMap((count, second) =>
        Array.from({ length: count }, () => [labels[first], labels[second]] as const)));
};

/** Throws unless the table is square and holds whole counts. */
export const checkCounts = (table: ReadonlyArray<ReadonlyArray<number>>): void => {
    for (const row of table) {
        if (row.length !== table.length) {
            throw new RangeError(`A table of ${table.length} rows needs ${table.length} columns, not ${row.length}`);
        }
        for (const count of row) {
            if (!Number.isInteger(count) || count < 0) {
                throw new RangeError(`A table holds counts, not ${count}`);
            }
        }
    }
};

/** Throws unless 0 < confidence < 1. */
export const checkConfidence = (confidence: number): void => {
    if (!(confidence > 0 && confidence < 1)) {
        throw new RangeError(`A confidence level lies between 0 and 1, not ${confidence}`);
    }
};
