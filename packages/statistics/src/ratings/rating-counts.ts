/** How many raters put each unit into each category: all that coefficients for interchangeable raters look at. */
import { CodedRatings } from './coded-ratings';

export interface RatingCounts {
    /** One row per unit with at least one rating, one column per category. */
    readonly rows: ReadonlyArray<Float64Array>;
    /** Ratings per unit, at least 1. */
    readonly totals: ReadonlyArray<number>;
    readonly labels: ReadonlyArray<number>;
}

/** Units without any rating are left out: they say nothing about agreement or about the use of categories. */
export const countRatings = (ratings: CodedRatings): RatingCounts => {
    const rows: Float64Array[] = [];
    const totals: number[] = [];
    for (let unit = 0; unit < ratings.units; unit++) {
        const row = new Float64Array(ratings.labels.length);
        let total = 0;
        for (const code of ratings.codes.subarray(unit * ratings.raters, (unit + 1) * ratings.raters)) {
            if (code >= 0) {
                row[code]++;
                total++;
            }
        }
        if (total > 0) {
            rows.push(row);
            totals.push(total);
        }
    }
    return { rows, totals, labels: ratings.labels };
};

/** Only the units for which the test on their number of ratings holds. */
export const selectUnits = (counts: RatingCounts, test: (total: number) => boolean): RatingCounts => ({
    rows: counts.rows.filter((_, unit) => test(counts.totals[unit])),
    totals: counts.totals.filter(test),
    labels: counts.labels
});

/** One category against all others: two columns, the category first. */
export const oneAgainstRest = (counts: RatingCounts, category: number): RatingCounts => ({
    rows: counts.rows.map((row, unit) => Float64Array.of(row[category], counts.totals[unit] - row[category])),
    totals: counts.totals,
    labels: [1, 0]
});

/** Mean over units of the share of each category: every unit weighs the same, however many ratings it has. */
export const meanShares = (counts: RatingCounts): Float64Array => {
    const shares = new Float64Array(counts.labels.length);
    counts.rows.forEach((row, unit) => row.forEach((count, category) => {
        shares[category] += count / counts.totals[unit] / counts.rows.length;
    }));
    return shares;
};

/** Share of each category among all ratings: every rating weighs the same. */
export const pooledShares = (counts: RatingCounts): Float64Array => {
    const shares = new Float64Array(counts.labels.length);
    const all = counts.totals.reduce((sum, total) => sum + total, 0);
    for (const row of counts.rows) {
        row.forEach((count, category) => { shares[category] += count / all; });
    }
    return shares;
};

/** Whether all ratings fall into one category. */
export const isUniform = (counts: RatingCounts): boolean => {
    const used = new Set<number>();
    for (const row of counts.rows) {
        row.forEach((count, category) => { if (count > 0) { used.add(category); } });
    }
    return used.size < 2;
};
