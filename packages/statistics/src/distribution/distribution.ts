/** A continuous probability distribution. Both tails are given, because 1 − cumulative(x) loses the digits of a small one. */
export interface Distribution {
    density(x: number): number;
    /** P(X ≤ x). */
    cumulative(x: number): number;
    /** P(X > x). */
    upper(x: number): number;
    /** The x with cumulative(x) = p; the ends of the support for p = 0 and p = 1. Throws RangeError outside [0, 1]. */
    quantile(p: number): number;
}

export const checkProbability = (p: number): void => {
    if (!(p >= 0 && p <= 1)) {
        throw new RangeError(`A probability lies between 0 and 1, not ${p}`);
    }
};

export const checkPositive = (name: string, value: number): void => {
    if (!(value > 0) || value === Infinity) {
        throw new RangeError(`${name} must be a positive number, not ${value}`);
    }
};

/**
 * The t at which a tail that falls in t has the probability `target`: Newton's method on the logarithm of the tail,
 * which is nearly straight, kept inside a bracket that halves whenever Newton would leave it.
 *
 * @param tail falling from 1 to 0 over the real line
 * @param slope −d tail / dt
 */
export const solveTail = (tail: (t: number) => number, slope: (t: number) => number, target: number, start: number): number => {
    let low = start;
    let high = start;
    for (let step = 1; tail(low) < target && step < 1e6; step *= 2) {
        low -= step;
    }
    for (let step = 1; tail(high) > target && step < 1e6; step *= 2) {
        high += step;
    }
    let t = (low + high) / 2;
    for (let iteration = 0; iteration < 300; iteration++) {
        const probability = tail(t);
        if (probability >= target) {
            low = t;
        } else {
            high = t;
        }
        const derivative = slope(t);
        const newton = t + Math.log(probability / target) * probability / derivative;
        const next = newton > low && newton < high ? newton : (low + high) / 2;
        if (Math.abs(next - t) <= 1e-15 * Math.max(1, Math.abs(t)) || high - low <= 1e-16 * Math.abs(t)) {
            return next;
        }
        t = next;
    }
    return t;
};
