/**
 * Mean and total of a population from a sample in which units had unequal chances: Horvitz & Thompson, J. American Statistical
 * Association 47 (1952) 663–685. Within a cell (a stratum, or a stratum's part that a rule draws more often) every unit has the
 * same chance, so that the weights are cell size / units measured; see C.-E. Särndal, B. Swensson & J. Wretman, Model Assisted
 * Survey Sampling (1992), 3.7, and W. G. Cochran, Sampling Techniques (3rd ed. 1977), 5.3–5.4 and 5A.12 for cells with one unit.
 */
import { mean, squaresAroundMean } from '../moments/moments';
import { studentT } from '../distribution/student-t';
import { checkConfidence } from '../ratings/ratings';
import type { Coefficient, WeightedEstimate } from '../result';

export interface SampledCell {
    /** Units in the population's part that the cell stands for. */
    readonly size: number;
    /** What was measured, one number per unit. Units of the draw that are not measured yet are left out: the others stand for them. */
    readonly values: readonly number[];
}

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** Estimated variance of a cell's estimated total, N² (1 − n / N) s² / n, with its degrees of freedom. */
interface VariancePart { readonly variance: number; readonly df: number }

const cellVariance = ({ size, values }: SampledCell): VariancePart => {
    const spread = squaresAroundMean(values) / (values.length - 1);
    return { variance: size * size * (1 - values.length / size) * spread / values.length, df: values.length - 1 };
};

/** Cells with one unit tell of no variance within: they are taken together, which rather overstates it (Cochran 5A.12, weighted by size as in Wolter 1985, 2.5). */
const collapsedVariance = (cells: readonly SampledCell[]): VariancePart => {
    const sizes = total(cells.map(each => each.size));
    const totals = cells.map(each => each.size * mean(each.values));
    const all = total(totals);
    return { variance: cells.length / (cells.length - 1) * total(cells.map((each, place) => (totals[place]! - each.size / sizes * all) ** 2)), df: cells.length - 1 };
};

const partsOf = (cells: readonly SampledCell[]): readonly VariancePart[] | undefined => {
    const open = cells.filter(each => each.values.length < each.size);
    const single = open.filter(each => each.values.length === 1);
    const several = open.filter(each => each.values.length > 1);
    if (single.length === 1) {
        // Alone it has nothing to be compared with: it borrows the smallest of the others.
        const partner = several.reduce<SampledCell | undefined>((least, each) => !least || each.size < least.size ? each : least, undefined);
        return partner && [...several.filter(each => each !== partner).map(cellVariance), collapsedVariance([single[0]!, partner])];
    }
    return [...several.map(cellVariance), ...single.length ? [collapsedVariance(single)] : []];
};

/**
 * The weighted mean (Hájek's, which divides by the sum of the weights) and the total that goes with it. Cells of which nothing is
 * measured are left out, and `covered` says how many units that leaves. The interval takes Student's t with Satterthwaite's degrees
 * of freedom (Cochran 5.4); it is left out where the variance cannot be told, and 0 wide where every unit of the population was measured.
 * @throws RangeError for more values than units, or values that are not finite
 */
export const stratifiedEstimate = (cells: readonly SampledCell[], confidence = 0.95): WeightedEstimate => {
    checkConfidence(confidence);
    for (const { size, values } of cells) {
        if (!Number.isInteger(size) || values.length > size || values.some(each => !Number.isFinite(each))) {
            throw new RangeError(`${values.length} values of ${size} units are no sample`);
        }
    }
    const population = total(cells.map(each => each.size));
    const measured = cells.filter(each => each.values.length);
    const n = total(measured.map(each => each.values.length));
    if (!n) {
        return { value: null, total: null, n: 0, population, covered: 0, df: null, reason: 'too-few-units' };
    }
    const covered = total(measured.map(each => each.size));
    const sum = total(measured.map(each => each.size * mean(each.values)));
    const base = { value: sum / covered, total: sum, n, population, covered };
    const parts = partsOf(measured);
    // Cells measured whole say nothing of those of which nothing is measured.
    if (!parts || !parts.length && covered < population) {
        return { ...base, df: null };
    }
    const variance = total(parts.map(each => each.variance));
    if (!parts.length) {
        return { ...base, standardError: 0, interval: { low: base.value, high: base.value, level: confidence }, df: null };
    }
    const standardError = Math.sqrt(variance) / covered;
    if (!(standardError > 1e-12)) {
        return { ...base, standardError: 0, df: null };
    }
    const df = variance ** 2 / total(parts.map(each => each.variance ** 2 / each.df));
    const half = studentT(df).quantile((1 + confidence) / 2) * standardError;
    return { ...base, standardError, interval: { low: base.value - half, high: base.value + half, level: confidence }, df };
};

export interface WeightedUnit {
    readonly value: number;
    /** The chance that the unit had to be drawn, above 0 and at most 1. */
    readonly probability: number;
}

const checkUnits = (units: readonly WeightedUnit[]): void => {
    if (units.some(({ value, probability }) => !Number.isFinite(value) || !(probability > 0 && probability <= 1))) {
        throw new RangeError('A unit has a finite value and a chance above 0 and up to 1');
    }
};

/** Horvitz and Thompson's estimate of the population's total: each value counts as often as the inverse of its chance says. */
export const horvitzThompsonTotal = (units: readonly WeightedUnit[]): number => {
    checkUnits(units);
    return total(units.map(({ value, probability }) => value / probability));
};

/** Hájek's mean: that total divided by the number of units that the sample stands for (Särndal et al. 1992, 5.7). */
export const hajekMean = (units: readonly WeightedUnit[]): Coefficient => {
    checkUnits(units);
    return units.length ? { value: horvitzThompsonTotal(units) / total(units.map(({ probability }) => 1 / probability)), n: units.length } : { value: null, n: 0, reason: 'too-few-units' };
};
