/** The standard normal distribution, through the incomplete gamma function with a = 1/2. */
import { checkProbability, Distribution, solveTail } from './distribution';
import { incompleteGamma } from './incomplete-gamma';

const density = (z: number): number => Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);

/** P(Z > z), with full relative precision also far out. */
const upper = (z: number): number => {
    const tails = incompleteGamma(0.5, z * z / 2);
    return z >= 0 ? tails.upper / 2 : (1 + tails.lower) / 2;
};

const quantile = (p: number): number => {
    checkProbability(p);
    if (p === 0.5) {
        return 0;
    }
    if (p === 0 || p === 1) {
        return p === 0 ? -Infinity : Infinity;
    }
    const tail = Math.min(p, 1 - p);
    const z = solveTail(upper, density, tail, Math.sqrt(-2 * Math.log(2 * tail)));
    return p < 0.5 ? -z : z;
};

export const normal: Distribution = { density, cumulative: z => upper(-z), upper, quantile };
