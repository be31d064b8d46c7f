/** How two raters share out the units that both rated. */
import { CodedRatings } from './coded-ratings';

export interface PairTable {
    /** Units rated by both. */
    readonly n: number;
    /** Which units these are, and the category that each of the two gave. */
    readonly units: ReadonlyArray<number>;
    readonly first: ReadonlyArray<number>;
    readonly second: ReadonlyArray<number>;
    /** Counts; rows: first rater, columns: second. */
    readonly cells: ReadonlyArray<Float64Array>;
    readonly firstShares: Float64Array;
    readonly secondShares: Float64Array;
}

export const pairTable = (ratings: CodedRatings, firstRater = 0, secondRater = 1): PairTable => {
    const size = ratings.labels.length;
    const cells = Array.from({ length: size }, () => new Float64Array(size));
    const units: number[] = [];
    const first: number[] = [];
    const second: number[] = [];
    for (let unit = 0; unit < ratings.units; unit++) {
        const one = ratings.codes[unit * ratings.raters + firstRater];
        const other = ratings.codes[unit * ratings.raters + secondRater];
        if (one >= 0 && other >= 0) {
            units.push(unit);
            first.push(one);
            second.push(other);
            cells[one][other]++;
        }
    }
    const share = (codes: ReadonlyArray<number>): Float64Array => {
        const shares = new Float64Array(size);
        codes.forEach(code => { shares[code]++; });
        return shares.map(count => count / codes.length);
    };
    return { n: units.length, units, first, second, cells, firstShares: share(first), secondShares: share(second) };
};
