/**
 * Wilson's score interval for a proportion, without continuity correction. E. B. Wilson, J. American Statistical
 * Association 22 (1927) 209–212; recommended by R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
 */
import { normal } from '../distribution/normal';
import { ProportionInterval } from '../result';
import { checkProportion, ProportionOptions, readOptions } from './proportion-options';

/**
 * @param successes how many of the trials succeeded
 * @param options the confidence level as a number, or options; `{ level: 0.95, side: 'both' }` if left out
 */
export const wilsonInterval = (successes: number, trials: number, options?: number | ProportionOptions): ProportionInterval => {
    const { level, side } = readOptions(options);
    checkProportion(successes, trials);
    if (trials === 0) {
        return { value: null, low: null, high: null, level, n: 0, reason: 'too-few-units' };
    }
    const value = successes / trials;
    return { value, ...wilsonBounds(value, trials, { level, side }), level, n: trials };
};

/**
 * The same for a share whose sample size is no whole number, as the effective size of a sample with unequal chances (`weightedShare`).
 * @param value 0 to 1
 * @param size above 0
 */
export const wilsonBounds = (value: number, size: number, options?: number | ProportionOptions): { readonly low: number; readonly high: number } => {
    const { side, tail } = readOptions(options);
    if (!(value >= 0 && value <= 1 && size > 0)) {
        throw new RangeError(`${value} of ${size} is not a share of a sample`);
    }
    const z = normal.quantile(1 - tail);
    const scale = 1 + z * z / size;
    const centre = (value + z * z / (2 * size)) / scale;
    const half = z * Math.sqrt(value * (1 - value) / size + z * z / (4 * size * size)) / scale;
    return {
        // At 0 and 1 the formula gives the end itself but for rounding.
        low: side === 'upper' || value === 0 ? 0 : centre - half,
        high: side === 'lower' || value === 1 ? 1 : centre + half
    };
};
