/**
 * How many units to sample so that a proportion is known within a margin: W. G. Cochran, Sampling Techniques (3rd ed.
 * 1977), 4.4, with the correction for a finite population. The same formula, with chi-square for z² and rounded to the
 * nearest number, is R. V. Krejcie & D. W. Morgan's table, Educational and Psychological Measurement 30 (1970) 607–610.
 */
import { normal } from '../distribution/normal';
import { checkConfidence } from '../ratings/ratings';
import { SampleSize } from '../result';

export interface SampleSizeOptions {
    /** Units to sample from; unlimited if left out. */
    readonly population?: number;
    /** 0.95 if left out. */
    readonly confidence?: number;
    /** Half the width of the interval, as a proportion; 0.05 if left out. */
    readonly margin?: number;
    /** The proportion expected; 0.5, the worst case, if left out. */
    readonly proportion?: number;
}

export const sampleSize = (options: SampleSizeOptions = {}): SampleSize => {
    const { population = Infinity, confidence = 0.95, margin = 0.05, proportion = 0.5 } = options;
    checkConfidence(confidence);
    if (!(margin > 0 && margin < 1)) {
        throw new RangeError(`A margin lies between 0 and 1, not ${margin}`);
    }
    if (!(proportion >= 0 && proportion <= 1)) {
        throw new RangeError(`A proportion lies between 0 and 1, not ${proportion}`);
    }
    if (!(population >= 0) || (population !== Infinity && !Number.isInteger(population))) {
        throw new RangeError(`A population is a whole number, not ${population}`);
    }
    if (population === 0) {
        return { value: null, unrounded: null, nearest: null, reason: 'too-few-units' };
    }
    const z = normal.quantile((1 + confidence) / 2);
    const unlimited = z * z * proportion * (1 - proportion) / (margin * margin);
    const unrounded = population === Infinity ? unlimited : unlimited / (1 + (unlimited - 1) / population);
    if (unrounded === 0) {
        return { value: null, unrounded: null, nearest: null, reason: 'no-variation' };
    }
    // A whole number that arithmetic left a hair above itself is not rounded up to the next.
    const value = Math.ceil(unrounded * (1 - 1e-12));
    return { value, unrounded, nearest: Math.round(unrounded) };
};
