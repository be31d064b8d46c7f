/**
 * Probability masses and densities without cancellation, after C. Loader, "Fast and Accurate Computation of Binomial
 * Probabilities" (2000): instead of differences of large log-gammas, the error of Stirling's formula and the deviance.
 * Relative errors stay near machine precision for parameters from 1e-3 to 1e12.
 */

const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;

/** Lanczos' approximation with g = 7 and nine terms (P. Godfrey's coefficients); relative error below 1e-14 for x > 0. */
const LANCZOS = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
];

/** Natural logarithm of the gamma function for x > 0. */
export const logGamma = (x: number): number => {
    if (x < 0.5) {
        return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    const shifted = x - 1;
    const base = shifted + 7.5;
    const series = LANCZOS.reduce((sum, coefficient, index) => index === 0 ? sum : sum + coefficient / (shifted + index), LANCZOS[0]);
    return HALF_LOG_TWO_PI + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
};

/** ln Γ(n + 1) minus Stirling's formula for it. */
const stirlingError = (n: number): number => {
    if (n <= 15) {
        return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
    }
    const square = n * n;
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
};

/** x ln(x / mean) + mean − x, exact also where x is close to the mean. */
const deviance = (x: number, mean: number): number => {
    if (Math.abs(x - mean) >= 0.1 * (x + mean)) {
        return x * Math.log(x / mean) + mean - x;
    }
    const ratio = (x - mean) / (x + mean);
    let sum = (x - mean) * ratio;
    let power = 2 * x * ratio;
    for (let term = 3; ; term += 2) {
        power *= ratio * ratio;
        const next = sum + power / term;
        if (next === sum) {
            return sum;
        }
        sum = next;
    }
};

/** x^a e^(−x) / Γ(a + 1) for a > 0, x > 0. */
export const gammaTerm = (a: number, x: number): number =>
    Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);

/** x^a y^b / B(a, b) for a, b > 0 and y = 1 − x, both given so that neither tail loses digits. */
export const betaTerm = (a: number, b: number, x: number, y: number): number => {
    const total = a + b;
    const exponent = stirlingError(total) - stirlingError(a) - stirlingError(b) - deviance(a, total * x) - deviance(b, total * y);
    return Math.exp(exponent) * Math.sqrt(a * b / (2 * Math.PI * total));
};
