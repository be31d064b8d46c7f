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
    const { level, side, tail } = readOptions(options);
    checkProportion(successes, trials);
    if (trials === 0) {
        return { value: null, low: null, high: null, level, n: 0, reason: 'too-few-units' };
    }
    const value = successes / trials;
    const z = normal.quantile(1 - tail);
    const scale = 1 + z * z / trials;
    const centre = (value + z * z / (2 * trials)) / scale;
    const half = z * Math.sqrt(value * (1 - value) / trials + z * z / (4 * trials * trials)) / scale;
    return {
        value,
        // At 0 and 1 the formula gives the end itself but for rounding.
        low: side === 'upper' || successes === 0 ? 0 : centre - half,
        high: side === 'lower' || successes === trials ? 1 : centre + half,
        level, n: trials
    };
};
