/** Options of the intervals for a proportion. */
import { checkConfidence } from '../ratings/ratings';

export interface ProportionOptions {
    /** Confidence level; 0.95 if left out. */
    readonly level?: number;
    /** `lower` and `upper` give a one-sided bound, the other end being 1 or 0; `both` if left out. */
    readonly side?: 'both' | 'lower' | 'upper';
}

export const readOptions = (options: number | ProportionOptions = {}) => {
    const { level = 0.95, side = 'both' } = typeof options === 'number' ? { level: options } : options;
    checkConfidence(level);
    return { level, side, /** probability left out at each end */ tail: side === 'both' ? (1 - level) / 2 : 1 - level };
};

export const checkProportion = (successes: number, trials: number): void => {
    if (!Number.isInteger(successes) || !Number.isInteger(trials) || successes < 0 || successes > trials) {
        throw new RangeError(`${successes} of ${trials} is not a number of successes among a number of trials`);
    }
};
