/**
 * Kendall's coefficient of concordance with correction for ties, and its chi-square test. M. G. Kendall & B. Babington
 * Smith, Annals of Mathematical Statistics 10 (1939) 275–287; S. Siegel & N. J. Castellan, Nonparametric Statistics
 * (2nd ed. 1988), 9.7. Units with a missing rating are left out.
 */
import { chiSquare } from '../distribution/chi-square';
import { checkRatings, completeUnits } from '../ratings/ratings';
import { Ratings, TestedCoefficient } from '../result';
import { undefinedTest } from './estimate';

export interface KendallOptions {
    /** True if left out; false gives the W of textbooks without ties. */
    readonly tieCorrection?: boolean;
}

export const kendallW = (ratings: Ratings, options: KendallOptions = {}): TestedCoefficient => {
    const { tieCorrection = true } = options;
    const { raters } = checkRatings(ratings);
    const rows = completeUnits(ratings);
    const n = rows.length;
    if (ratings.length > 0 && raters < 2) {
        return undefinedTest(n, 'too-few-raters');
    }
    if (n < 2) {
        return undefinedTest(n, 'too-few-units');
    }
    const sums = new Float64Array(n);
    let ties = 0;
    for (let rater = 0; rater < raters; rater++) {
        const ranking = rank(rows.map(row => row[rater]));
        ranking.ranks.forEach((value, unit) => { sums[unit] += value; });
        ties += ranking.ties;
    }
    const mean = raters * (n + 1) / 2;
    const squares = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const largest = (raters * raters * (n ** 3 - n) - (tieCorrection ? raters * ties : 0)) / 12;
    // Without the correction a table of nothing but ties would come out as 0, which says that the raters differ.
    if (ties === raters * (n ** 3 - n)) {
        return undefinedTest(n, 'no-variation');
    }
    const value = squares / largest;
    const statistic = raters * (n - 1) * value;
    return { value, statistic, df: n - 1, pValue: chiSquare(n - 1).upper(statistic), n };
};

/** Midranks from 1, and the sum of t³ − t over groups of t tied values. */
const rank = (values: ReadonlyArray<number>): { readonly ranks: Float64Array; readonly ties: number } => {
    const order = values.map((_, index) => index).sort((a, b) => values[a] - values[b]);
    const ranks = new Float64Array(values.length);
    let ties = 0;
    for (let start = 0; start < order.length;) {
        let end = start + 1;
        while (end < order.length && values[order[end]] === values[order[start]]) {
            end++;
        }
        for (let position = start; position < end; position++) {
            ranks[order[position]] = (start + end + 1) / 2;
        }
        ties += (end - start) ** 3 - (end - start);
        start = end;
    }
    return { ranks, ties };
};
