/**
 * The nonparametric bootstrap: draw as many units as there are, with replacement, and see how the statistic varies.
 * The interval is the percentile interval. B. Efron & R. J. Tibshirani, An Introduction to the Bootstrap (1993),
 * chapters 6 and 13.
 */
import { checkConfidence } from '../ratings/ratings';
import { BootstrapResult, Interval } from '../result';
import { randomIndices } from './random-indices';

export interface BootstrapOptions {
    /** A whole number; the same seed gives the same interval. 1 if left out. */
    readonly seed?: number;
    /** Bootstrap samples; 1,000 if left out. */
    readonly replicates?: number;
    /** Confidence level; 0.95 if left out. */
    readonly level?: number;
}

/** A statistic as this package's functions answer it, or the bare figure; null and NaN are not defined. */
export type Statistic<Unit> = (sample: ReadonlyArray<Unit>) => number | null | { readonly value: number | null };

/**
 * @param statistic called with the units and then with each bootstrap sample; must not keep or change what it is given
 */
export const bootstrapInterval = <Unit>(statistic: Statistic<Unit>, units: ReadonlyArray<Unit>, options: BootstrapOptions = {}): BootstrapResult => {
    const n = units.length;
    const figure = (sample: ReadonlyArray<Unit>): number | null => {
        const result = statistic(sample);
        const value = typeof result === 'object' && result !== null ? result.value : result;
        return value !== null && Number.isFinite(value) ? value : null;
    };
    const estimate = n === 0 ? null : figure(units);
    const sample = units.slice();
    const replicated = n < 2
        ? { values: [], undefinedReplicates: 0, level: options.level ?? 0.95, replicates: 0 }
        : resample(n, options, indices => {
            indices.forEach((drawn, position) => { sample[position] = units[drawn]; });
            return figure(sample);
        });
    const { replicates, undefinedReplicates } = replicated;
    if (estimate === null) {
        const reason = n < 2 ? 'too-few-units' : replicated.values.length === 0 ? 'no-defined-replicate' : 'no-variation';
        return { value: null, n, reason, replicates, undefinedReplicates };
    }
    return { value: estimate, n, replicates, undefinedReplicates, ...spread(replicated) };
};

export interface Replicates {
    /** Values of the samples in which the statistic was defined. */
    readonly values: ReadonlyArray<number>;
    readonly undefinedReplicates: number;
    readonly replicates: number;
    readonly level: number;
}

/** Runs the statistic, given by the indices of the drawn units, once per replicate. */
export const resample = (n: number, options: BootstrapOptions, statistic: (indices: Int32Array) => number | null): Replicates => {
    const { seed = 1, replicates = 1000, level = 0.95 } = options;
    checkConfidence(level);
    if (!Number.isInteger(replicates) || replicates < 1) {
        throw new RangeError(`The number of replicates is a positive whole number, not ${replicates}`);
    }
    const draw = randomIndices(seed);
    const indices = new Int32Array(n);
    const values: number[] = [];
    for (let replicate = 0; replicate < replicates; replicate++) {
        for (let position = 0; position < n; position++) {
            indices[position] = draw(n);
        }
        const value = statistic(indices);
        if (value !== null) {
            values.push(value);
        }
    }
    return { values, undefinedReplicates: replicates - values.length, replicates, level };
};

/** Standard deviation and percentile interval of the replicates; nothing from fewer than two. */
export const spread = ({ values, level }: Replicates): { readonly standardError?: number; readonly interval?: Interval } => {
    if (values.length < 2) {
        return {};
    }
    const sorted = Float64Array.from(values).sort();
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const tail = (1 - level) / 2;
    return {
        standardError: Math.sqrt(squares / (sorted.length - 1)),
        interval: { low: percentile(sorted, tail), high: percentile(sorted, 1 - tail), level }
    };
};

/** By linear interpolation between the order statistics (definition 7 of Hyndman & Fan 1996). */
const percentile = (sorted: Float64Array, share: number): number => {
    const position = share * (sorted.length - 1);
    const below = Math.floor(position);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
};
