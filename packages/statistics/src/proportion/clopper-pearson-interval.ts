/**
 * The exact interval for a proportion from the tails of the binomial distribution, which are tails of the beta
 * distribution. C. J. Clopper & E. S. Pearson, Biometrika 26 (1934) 404–413.
 */
import { beta } from '../distribution/beta';
import { ProportionInterval } from '../result';
import { checkProportion, ProportionOptions, readOptions } from './proportion-options';

/**
 * @param successes how many of the trials succeeded
 * @param options the confidence level as a number, or options; `{ level: 0.95, side: 'both' }` if left out
 */
export const clopperPearsonInterval = (successes: number, trials: number, options?: number | ProportionOptions): ProportionInterval => {
    const { level, side, tail } = readOptions(options);
    checkProportion(successes, trials);
    if (trials === 0) {
        return { value: null, low: null, high: null, level, n: 0, reason: 'too-few-units' };
    }
    return {
        value: successes / trials,
        low: side === 'upper' || successes === 0 ? 0 : beta(successes, trials - successes + 1).quantile(tail),
        high: side === 'lower' || successes === trials ? 1 : beta(successes + 1, trials - successes).quantile(1 - tail),
        level, n: trials
    };
};
