/**
 * Do two raters use the categories equally often? A rater who is stricter than the other shows here, however well the
 * two agree otherwise. A. Stuart, Biometrika 42 (1955) 412–416; A. E. Maxwell, British J. Psychiatry 116 (1970)
 * 651–655; V. P. Bhapkar, J. American Statistical Association 61 (1966) 228–235. With two categories Stuart and
 * Maxwell's test is McNemar's without continuity correction.
 *
 * The covariance of the margins' differences is the Laplacian of the graph that joins categories which the raters
 * confuse. Categories that are never confused with one another fall into separate parts of that graph; each part of c
 * categories adds its own statistic with c − 1 degrees of freedom, so that unused or undisputed categories do no harm.
 */
import { chiSquare } from '../distribution/chi-square';
import { codeRatings } from '../ratings/coded-ratings';
import { pairTable } from '../ratings/pair-table';
import { checkCounts, checkTwoRaters } from '../ratings/ratings';
import { Ratings, TestedCoefficient } from '../result';
import { undefinedTest } from './estimate';
import { solve } from './linear-system';

type Table = ReadonlyArray<ArrayLike<number>>;

/**
 * @param ratings two columns of ratings (units that only one of the two rated are left out), or a square table of
 * counts with at least three categories
 */
export const stuartMaxwell = (ratings: Ratings): TestedCoefficient => test(ratings, statistic => statistic);

/** Bhapkar's version, which is more powerful and for large samples the same. Input as for `stuartMaxwell`. */
export const bhapkar = (ratings: Ratings): TestedCoefficient =>
    test(ratings, (statistic, n) => statistic < n * (1 - 1e-12) ? statistic / (1 - statistic / n) : null);

const test = (ratings: Ratings, final: (statistic: number, n: number) => number | null): TestedCoefficient => {
    const { table, n } = isTable(ratings) ? fromTable(ratings) : fromRatings(ratings);
    if (n === 0) {
        return undefinedTest(0, ratings.length === 0 ? 'too-few-units' : ratings[0].length < 2 ? 'too-few-raters' : 'no-pairable-values');
    }
    const parts = confusedCategories(table);
    const df = parts.reduce((sum, part) => sum + part.length - 1, 0);
    if (df === 0) {
        return undefinedTest(n, 'no-disagreement');
    }
    const value = final(parts.reduce((sum, part) => sum + partStatistic(table, part), 0), n);
    return value === null ? undefinedTest(n, 'unbounded') : { value, statistic: value, df, pValue: chiSquare(df).upper(value), n };
};

const isTable = (ratings: Ratings): ratings is ReadonlyArray<ReadonlyArray<number>> =>
    ratings.length >= 3 && ratings.every(row => row.length === ratings.length && row.every(count => count !== null));

const fromTable = (table: ReadonlyArray<ReadonlyArray<number>>): { readonly table: Table; readonly n: number } => {
    checkCounts(table);
    return { table, n: table.reduce((sum, row) => row.reduce((a, b) => a + b, sum), 0) };
};

const fromRatings = (ratings: Ratings): { readonly table: Table; readonly n: number } => {
    checkTwoRaters(ratings, 'choose two of them');
    const coded = codeRatings(ratings);
    const pairs = coded.raters < 2 ? { cells: [], n: 0 } : pairTable(coded);
    return { table: pairs.cells, n: pairs.n };
};

/** Groups of at least two categories joined, directly or not, by disagreements. */
const confusedCategories = (table: Table): ReadonlyArray<ReadonlyArray<number>> => {
    const visited = new Set<number>();
    const parts: number[][] = [];
    for (let start = 0; start < table.length; start++) {
        if (visited.has(start)) {
            continue;
        }
        const part = [start];
        visited.add(start);
        for (const category of part) {
            for (let other = 0; other < table.length; other++) {
                if (!visited.has(other) && table[category][other] + table[other][category] > 0) {
                    visited.add(other);
                    part.push(other);
                }
            }
        }
        if (part.length > 1) {
            parts.push(part);
        }
    }
    return parts;
};

/** d′ V⁻¹ d over all categories of a connected part but one; the differences of all of them add up to 0. */
const partStatistic = (table: Table, part: ReadonlyArray<number>): number => {
    const confused = (one: number, other: number): number => table[one][other] + table[other][one];
    const kept = part.slice(1);
    const differences = kept.map(category => part.reduce((sum, other) => sum + table[category][other] - table[other][category], 0));
    const covariance = kept.map(one => kept.map(other => one === other
        ? part.reduce((sum, third) => third === one ? sum : sum + confused(one, third), 0)
        : -confused(one, other)));
    return solve(covariance, differences).reduce((sum, value, index) => sum + value * differences[index], 0);
};
