/**
 * Chance-corrected agreement of two raters with its large-sample variance: J. L. Fleiss, J. Cohen & B. S. Everitt,
 * Psychological Bulletin 72 (1969) 323–327, written as the sum of squares of each unit's influence on the coefficient.
 */
import { PairTable } from '../ratings/pair-table';

export interface TwoRaterKappa {
    /** Null where chance alone explains full agreement. */
    readonly value: number | null;
    readonly chance: number;
    /** Influence of each unit of the table: how far the coefficient moves per unit of weight added there. */
    readonly influence: Float64Array;
}

/**
 * @param firstMargin, secondMargin the shares of the categories that chance draws from for each rater: their own
 * (Cohen) or those of both together (Scott)
 */
export const twoRaterKappa = (
    table: PairTable, weights: ReadonlyArray<Float64Array>, firstMargin: Float64Array, secondMargin: Float64Array
): TwoRaterKappa => {
    const size = firstMargin.length;
    /** Mean weight of a category of one rater against the other rater's margin. */
    const firstMean = new Float64Array(size);
    const secondMean = new Float64Array(size);
    let observed = 0;
    let chance = 0;
    for (let one = 0; one < size; one++) {
        for (let other = 0; other < size; other++) {
            const weight = weights[one][other];
            observed += weight * table.cells[one][other];
            chance += weight * firstMargin[one] * secondMargin[other];
            firstMean[one] += weight * secondMargin[other];
            secondMean[other] += weight * firstMargin[one];
        }
    }
    observed /= table.n;
    const beyondChance = 1 - chance;
    if (!(beyondChance > 1e-12)) {
        return { value: null, chance, influence: new Float64Array(table.n) };
    }
    const value = (observed - chance) / beyondChance;
    // With pooled margins a rating moves both margins, hence the mean over the two roles a category can play.
    const pooled = firstMargin === secondMargin;
    const role = (one: number, other: number): number => pooled
        ? (firstMean[one] + secondMean[one] + firstMean[other] + secondMean[other]) / 2
        : firstMean[one] + secondMean[other];
    const influence = Float64Array.from({ length: table.n }, (_, unit) => {
        const one = table.first[unit];
        const other = table.second[unit];
        return ((weights[one][other] - observed) * beyondChance - (1 - observed) * (role(one, other) - 2 * chance)) / beyondChance ** 2;
    });
    return { value, chance, influence };
};
