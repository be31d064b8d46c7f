/** Means, variances and correlations that know when there is nothing to divide by. */

export const mean = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sum of squared distances from the mean; exactly 0 where only rounding is left. */
export const squaresAroundMean = (values: ReadonlyArray<number>): number => {
    const centre = mean(values);
    const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    return squares <= 1e-24 * values.length * centre * centre ? 0 : squares;
};

/** With n − 1; null for fewer than two values. */
export const sampleVariance = (values: ReadonlyArray<number>): number | null =>
    values.length < 2 ? null : squaresAroundMean(values) / (values.length - 1);

/** Pearson's; null where one of the two does not vary. */
export const correlation = (first: ReadonlyArray<number>, second: ReadonlyArray<number>): number | null => {
    const squares = squaresAroundMean(first) * squaresAroundMean(second);
    if (!(squares > 0)) {
        return null;
    }
    const firstMean = mean(first);
    const secondMean = mean(second);
    const products = first.reduce((sum, value, index) => sum + (value - firstMean) * (second[index] - secondMean), 0);
    return Math.max(-1, Math.min(1, products / Math.sqrt(squares)));
};
