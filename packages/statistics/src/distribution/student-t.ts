/** Student's t distribution; t² is distributed as F with 1 and df degrees of freedom. */
import { checkPositive, checkProbability, Distribution } from './distribution';
import { betaQuantileLogOdds } from './beta';
import { incompleteBeta } from './incomplete-beta';
import { betaTerm } from './saddle-point';

/** @param df degrees of freedom, positive, not necessarily whole */
export const studentT = (df: number): Distribution => {
    checkPositive('df', df);
    const half = df / 2;
    const share = (t: number): readonly [number, number] => [t * t / (t * t + df), df / (t * t + df)];
    const upper = (t: number): number => {
        if (!Number.isFinite(t)) {
            return t > 0 ? 0 : 1;
        }
        const tails = incompleteBeta(0.5, half, ...share(t));
        return t >= 0 ? tails.upper / 2 : (1 + tails.lower) / 2;
    };
    return {
        // At 0 the beta term divided by |t| is 0 / 0, so the density is taken where t² is far below its precision.
        density: t => {
            const distance = Math.max(Math.abs(t), 1e-9 * Math.sqrt(df));
            return betaTerm(0.5, half, ...share(distance)) / distance;
        },
        cumulative: t => upper(-t),
        upper,
        quantile: p => {
            checkProbability(p);
            if (p === 0.5) {
                return 0;
            }
            if (p === 0 || p === 1) {
                return p === 0 ? -Infinity : Infinity;
            }
            // P(|T| > t) = 2 · tail; its share t² / (t² + df) is read from the other side of the beta distribution.
            const tail = Math.min(p, 1 - p);
            const t = Math.sqrt(df * Math.exp(-betaQuantileLogOdds(half, 0.5, 2 * tail)));
            return p < 0.5 ? -t : t;
        }
    };
};
