/**
 * The family (observed − chance) / (1 − chance) for any number of raters, with missing ratings.
 *
 * Observed agreement is the mean, over the units with at least two ratings, of the share of agreeing pairs of ratings
 * in the unit. Units with one rating still tell how often categories are used, so they count for chance. The variance
 * is the linearised one for a sample of units and a fixed panel of raters: K. L. Gwet, Handbook of Inter-Rater
 * Reliability (4th ed. 2014), chapter 5; K. L. Gwet, British J. Math. Stat. Psychology 61 (2008) 29–48.
 */
import { RatingCounts } from '../ratings/rating-counts';
import { Coefficient } from '../result';
import { Bounds, euclideanNorm, undefinedCoefficient, withStudentInterval } from './estimate';

export interface ObservedAgreement {
    readonly value: number;
    /** Agreement within each unit; NaN marks a unit with one rating, which has none. */
    readonly perUnit: Float64Array;
    /** Units with at least two ratings. */
    readonly pairableUnits: number;
}

export interface ChanceAgreement {
    readonly value: number;
    /** Each unit's contribution, with mean `value`; left out where chance does not depend on the sample. */
    readonly perUnit?: Float64Array;
}

export const observedAgreement = (counts: RatingCounts, weights: ReadonlyArray<Float64Array>): ObservedAgreement => {
    const perUnit = new Float64Array(counts.rows.length).fill(Number.NaN);
    let pairableUnits = 0;
    let sum = 0;
    counts.rows.forEach((row, unit) => {
        const total = counts.totals[unit];
        if (total >= 2) {
            let pairs = -total;
            row.forEach((count, first) => {
                if (count > 0) {
                    pairs += count * weightedCount(row, weights[first]);
                }
            });
            perUnit[unit] = pairs / (total * (total - 1));
            sum += perUnit[unit];
            pairableUnits++;
        }
    });
    return { value: sum / pairableUnits, perUnit, pairableUnits };
};

/** Ratings in a unit, each weighed by how far it agrees with one category. */
export const weightedCount = (row: Float64Array, weights: Float64Array): number => {
    let sum = 0;
    for (let category = 0; category < row.length; category++) {
        sum += row[category] * weights[category];
    }
    return sum;
};

/** Why the counts admit no chance-corrected coefficient; undefined if they do, as far as counting tells. */
export const whyNotPairable = (counts: RatingCounts, raters: number, fewestUnits = 2): Coefficient | undefined => {
    const n = counts.rows.length;
    if (n === 0) {
        return undefinedCoefficient(0, 'too-few-units');
    }
    if (raters < 2) {
        return undefinedCoefficient(n, 'too-few-raters');
    }
    const pairable = counts.totals.filter(total => total >= 2).length;
    if (pairable === 0) {
        return undefinedCoefficient(n, 'no-pairable-values');
    }
    return pairable < fewestUnits ? undefinedCoefficient(n, 'too-few-units') : undefined;
};

/** The coefficient with Gwet's standard error; `no-variation` where chance alone explains full agreement. */
export const chanceCorrected = (observed: ObservedAgreement, chance: ChanceAgreement, confidence: number, bounds?: Bounds): Coefficient => {
    const n = observed.perUnit.length;
    const beyondChance = 1 - chance.value;
    if (!(beyondChance > 1e-12)) {
        return undefinedCoefficient(n, 'no-variation');
    }
    const value = (observed.value - chance.value) / beyondChance;
    if (n < 2) {
        return { value, n };
    }
    const scale = n / observed.pairableUnits;
    const influence = observed.perUnit.map((agreement, unit) => {
        // A unit with one rating has no agreement, and is not charged with chance either.
        const corrected = Number.isNaN(agreement) ? 0 : scale * (agreement - chance.value) / beyondChance;
        const drift = chance.perUnit === undefined ? 0 : 2 * (1 - value) * (chance.perUnit[unit] - chance.value) / beyondChance;
        return corrected - drift - value;
    });
    return withStudentInterval(value, euclideanNorm(influence) / Math.sqrt(n * (n - 1)), n, confidence, bounds);
};
