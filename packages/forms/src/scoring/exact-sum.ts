/**
 * The sum of finite numbers, rounded once: the double nearest to the exact sum, hence independent of their order and
 * never smaller when a number grows. Shewchuk, "Adaptive Precision Floating-Point Arithmetic" (Discrete & Computational
 * Geometry 18, 1997): partial sums that do not overlap.
 */
export const exactSum = (values: readonly number[]): number => {
    const partials: number[] = [];
    for (const value of values) {
        let sum = value;
        let kept = 0;
        for (const partial of partials) {
            const [large, small] = Math.abs(sum) < Math.abs(partial) ? [partial, sum] : [sum, partial];
            sum = large + small;
            const lost = small - (sum - large);
            if (lost !== 0) {
                partials[kept++] = lost;
            }
        }
        partials.length = kept;
        partials.push(sum);
    }
    return roundOnce(partials);
};

/** Adds non-overlapping partials from the largest down, and breaks a tie by what lies below it. */
const roundOnce = (partials: readonly number[]): number => {
    let position = partials.length - 1;
    let sum = position < 0 ? 0 : partials[position];
    let lost = 0;
    while (position > 0 && lost === 0) {
        const before = sum;
        sum = before + partials[--position];
        lost = partials[position] - (sum - before);
    }
    const below = position > 0 ? partials[position - 1] : 0;
    if (lost !== 0 && Math.sign(lost) === Math.sign(below)) {
        const corrected = sum + 2 * lost;
        return corrected - sum === 2 * lost ? corrected : sum;
    }
    return sum;
};
