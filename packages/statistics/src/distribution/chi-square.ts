/** The chi-square distribution. */
import { checkPositive, checkProbability, Distribution, solveTail } from './distribution';
import { incompleteGamma } from './incomplete-gamma';
import { gammaTerm } from './saddle-point';

/** @param df degrees of freedom, positive, not necessarily whole */
export const chiSquare = (df: number): Distribution => {
    checkPositive('df', df);
    const shape = df / 2;
    const tails = (x: number) => incompleteGamma(shape, x / 2);
    /** x times the density: the slope over ln x. */
    const logarithmicDensity = (x: number): number => x <= 0 ? 0 : gammaTerm(shape, x / 2) * shape;
    const quantile = (p: number): number => {
        checkProbability(p);
        if (p === 0 || p === 1) {
            return p === 0 ? 0 : Infinity;
        }
        const slope = (t: number): number => logarithmicDensity(Math.exp(t));
        // The smaller tail decides, so that its relative precision carries over to the quantile.
        return p < 0.5
            ? Math.exp(-solveTail(t => tails(Math.exp(-t)).lower, t => slope(-t), p, -Math.log(df)))
            : Math.exp(solveTail(t => tails(Math.exp(t)).upper, slope, 1 - p, Math.log(df)));
    };
    const density = (x: number): number => {
        if (x > 0) {
            return logarithmicDensity(x) / x;
        }
        return x === 0 && df === 2 ? 0.5 : x === 0 && df < 2 ? Infinity : 0;
    };
    return { density, cumulative: x => tails(x).lower, upper: x => tails(x).upper, quantile };
};
