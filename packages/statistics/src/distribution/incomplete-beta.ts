/**
 * The regularised incomplete beta function by its continued fraction (Abramowitz & Stegun 26.5.8, modified Lentz
 * method), always on the side where the fraction converges quickly.
 */
import { betaTerm } from './saddle-point';

const EPSILON = 4e-16;
const TINY = 1e-300;

/**
 * Both tails I_x(a, b) and 1 − I_x(a, b). `y` is 1 − x, given by the caller so that a value close to 1 keeps its digits.
 */
export const incompleteBeta = (a: number, b: number, x: number, y: number = 1 - x): { readonly lower: number; readonly upper: number } => {
    if (x <= 0) {
        return { lower: 0, upper: 1 };
    }
    if (y <= 0) {
        return { lower: 1, upper: 0 };
    }
    const term = betaTerm(a, b, x, y);
    if (x < (a + 1) / (a + b + 2)) {
        const lower = Math.min(1, term * continuedFraction(a, b, x) / a);
        return { lower, upper: 1 - lower };
    }
    const upper = Math.min(1, term * continuedFraction(b, a, y) / b);
    return { lower: 1 - upper, upper };
};

const continuedFraction = (a: number, b: number, x: number): number => {
    let c = 1;
    let d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    let fraction = d;
    for (let m = 1; m < 1e6; m++) {
        const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / nonZero(1 + even * d);
        c = nonZero(1 + even / c);
        fraction *= c * d;
        const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / nonZero(1 + odd * d);
        c = nonZero(1 + odd / c);
        fraction *= c * d;
        if (Math.abs(c * d - 1) < EPSILON) {
            break;
        }
    }
    return fraction;
};

const nonZero = (x: number): number => Math.abs(x) < TINY ? TINY : x;
