/** The beta distribution. */
import { checkPositive, checkProbability, Distribution, solveTail } from './distribution';
import { incompleteBeta } from './incomplete-beta';
import { betaTerm } from './saddle-point';

/** x = 1 / (1 + e^(−t)) and 1 − x, both with full relative precision. */
const logistic = (t: number): readonly [number, number] => [1 / (1 + Math.exp(-t)), 1 / (1 + Math.exp(t))];

/**
 * The log odds of the p-quantile of the beta distribution; the odds themselves, scaled, are the quantile of F.
 */
export const betaQuantileLogOdds = (a: number, b: number, p: number): number => {
    const start = Math.log(a / b);
    const slope = (t: number): number => betaTerm(a, b, ...logistic(t));
    return p < 0.5
        ? -solveTail(t => incompleteBeta(a, b, ...logistic(-t)).lower, t => slope(-t), p, -start)
        : solveTail(t => incompleteBeta(a, b, ...logistic(t)).upper, slope, 1 - p, start);
};

/** @param a, b the two shapes, positive */
export const beta = (a: number, b: number): Distribution => {
    checkPositive('a', a);
    checkPositive('b', b);
    return {
        density: x => x > 0 && x < 1 ? betaTerm(a, b, x, 1 - x) / (x * (1 - x)) : 0,
        cumulative: x => incompleteBeta(a, b, x).lower,
        upper: x => incompleteBeta(a, b, x).upper,
        quantile: p => {
            checkProbability(p);
            return p === 0 || p === 1 ? p : logistic(betaQuantileLogOdds(a, b, p))[0];
        }
    };
};
