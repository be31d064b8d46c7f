/**
 * The regularised incomplete gamma function: by its power series below a + 1 and by its continued fraction above
 * (Abramowitz & Stegun, Handbook of Mathematical Functions, 6.5.29 and 6.5.31; modified Lentz method).
 */
import { gammaTerm } from './saddle-point';

const EPSILON = 1e-16;
const TINY = 1e-300;

/** Both tails P(a, x) and Q(a, x) = 1 − P, each to full relative precision. */
export const incompleteGamma = (a: number, x: number): { readonly lower: number; readonly upper: number } => {
    if (x <= 0) {
        return { lower: 0, upper: 1 };
    }
    if (x === Infinity) {
        return { lower: 1, upper: 0 };
    }
    const term = gammaTerm(a, x);
    if (x < a + 1) {
        let summand = 1;
        let sum = 1;
        for (let k = 1; summand > sum * EPSILON; k++) {
            summand *= x / (a + k);
            sum += summand;
        }
        const lower = Math.min(1, term * sum);
        return { lower, upper: 1 - lower };
    }
    let b = x + 1 - a;
    let c = 1 / TINY;
    let d = 1 / b;
    let fraction = d;
    for (let k = 1; k < 1e6; k++) {
        const numerator = -k * (k - a);
        b += 2;
        d = 1 / (nonZero(numerator * d + b));
        c = nonZero(b + numerator / c);
        fraction *= c * d;
        if (Math.abs(c * d - 1) < EPSILON * 4) {
            break;
        }
    }
    const upper = Math.min(1, term * a * fraction);
    return { lower: 1 - upper, upper };
};

const nonZero = (x: number): number => Math.abs(x) < TINY ? TINY : x;
