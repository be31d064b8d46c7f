/** Fisher's F distribution: X = (df2 / df1) · B / (1 − B) with B of the beta distribution. */
import { betaQuantileLogOdds } from './beta';
import { checkPositive, checkProbability, Distribution } from './distribution';
import { incompleteBeta } from './incomplete-beta';
import { betaTerm } from './saddle-point';

/** @param df1, df2 degrees of freedom of numerator and denominator, positive, not necessarily whole */
export const fisherF = (df1: number, df2: number): Distribution => {
    checkPositive('df1', df1);
    checkPositive('df2', df2);
    const a = df1 / 2;
    const b = df2 / 2;
    const share = (x: number): readonly [number, number] => [df1 * x / (df1 * x + df2), df2 / (df1 * x + df2)];
    const tails = (x: number) => x === Infinity ? { lower: 1, upper: 0 } : incompleteBeta(a, b, ...share(x));
    return {
        density: x => x > 0 ? betaTerm(a, b, ...share(x)) / x : 0,
        cumulative: x => x <= 0 ? 0 : tails(x).lower,
        upper: x => x <= 0 ? 1 : tails(x).upper,
        quantile: p => {
            checkProbability(p);
            if (p === 0 || p === 1) {
                return p === 0 ? 0 : Infinity;
            }
            return df2 / df1 * Math.exp(betaQuantileLogOdds(a, b, p));
        }
    };
};
