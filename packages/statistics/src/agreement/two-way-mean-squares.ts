/** Analysis of variance of a complete table of units × raters with one rating in each cell. */
import { MeanSquares } from '../result';

export interface TwoWayAnalysis extends MeanSquares {
    /** Mean square of all ratings. */
    readonly total: number;
}

/** At least two rows and two columns. */
export const twoWayMeanSquares = (rows: ReadonlyArray<ReadonlyArray<number>>): TwoWayAnalysis => {
    const n = rows.length;
    const k = rows[0].length;
    const all = mean(rows.map(mean));
    const raterMeans = rows[0].map((_, rater) => mean(rows.map(row => row[rater])));
    let unitSquares = 0;
    let withinSquares = 0;
    let errorSquares = 0;
    for (const row of rows) {
        const unitMean = mean(row);
        unitSquares += k * (unitMean - all) ** 2;
        row.forEach((rating, rater) => {
            withinSquares += (rating - unitMean) ** 2;
            errorSquares += (rating - unitMean - raterMeans[rater] + all) ** 2;
        });
    }
    const raterSquares = raterMeans.reduce((sum, value) => sum + n * (value - all) ** 2, 0);
    const totalSquares = unitSquares + withinSquares;
    // What is left of equal numbers after rounding is no variation.
    const clean = (squares: number): number => squares <= 1e-24 * (totalSquares + n * k * all * all) ? 0 : squares;
    return {
        units: clean(unitSquares) / (n - 1),
        raters: clean(raterSquares) / (k - 1),
        error: clean(errorSquares) / ((n - 1) * (k - 1)),
        within: clean(withinSquares) / (n * (k - 1)),
        total: clean(totalSquares) / (n * k - 1)
    };
};

const mean = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / values.length;
