/**
 * The difference of two independent proportions with the hybrid score interval: R. G. Newcombe, Statistics in Medicine 17 (1998)
 * 873–890, method 10. It is put together of Wilson's intervals of the two, never leaves −1 to 1, and holds for few cases and for
 * proportions of 0 and 1.
 */
import { wilsonInterval } from '../proportion/wilson-interval';
import { Coefficient, ProportionInterval } from '../result';

export interface ProportionDifference extends Coefficient {
    /** Each with Wilson's interval. n of the difference is that of both together. */
    readonly samples: readonly [ProportionInterval, ProportionInterval];
}

export interface Successes { readonly successes: number; readonly trials: number }

/**
 * @param first, second successes among trials; the difference is second minus first
 * @param confidence of the intervals; 0.95 if left out
 */
export const proportionDifference = (first: Successes, second: Successes, confidence = 0.95): ProportionDifference => {
    const samples = [wilsonInterval(first.successes, first.trials, confidence), wilsonInterval(second.successes, second.trials, confidence)] as const;
    const n = first.trials + second.trials;
    const [one, other] = samples;
    if (one.value === null || other.value === null) {
        return { value: null, n, reason: 'too-few-units', samples };
    }
    const value = other.value - one.value;
    const below = Math.hypot(other.value - other.low!, one.high! - one.value);
    const above = Math.hypot(other.high! - other.value, one.value - one.low!);
    return { value, n, interval: { low: value - below, high: value + above, level: confidence }, samples };
};
