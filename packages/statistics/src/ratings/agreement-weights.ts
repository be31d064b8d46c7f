/**
 * How much two different ratings still agree: 1 for the same category, less the further apart they are.
 *
 * The named weights are those of Gwet, Handbook of Inter-Rater Reliability (2014), chapter 3; linear and quadratic are
 * Cicchetti & Allison (1971) and Fleiss & Cohen (1973). Distances are taken between the categories' numbers, not their
 * ranks; only `ordinal` looks at the order alone. For equally spaced categories there is no difference.
 */

export type NamedWeights = 'unweighted' | 'linear' | 'quadratic' | 'ordinal' | 'radical' | 'ratio' | 'circular' | 'bipolar';

/**
 * A name, or a square matrix in the order of the categories. A matrix with ones on its diagonal holds agreement
 * weights (Fleiss, Cohen & Everitt 1969), one with zeros on its diagonal disagreement weights (Cohen 1968).
 */
export type AgreementWeights = NamedWeights | ReadonlyArray<ReadonlyArray<number>>;

type Disagreement = (a: number, b: number, range: { readonly low: number; readonly high: number }) => number;

const DISAGREEMENTS: Readonly<Record<Exclude<NamedWeights, 'unweighted'>, Disagreement>> = {
    linear: (a, b) => Math.abs(a - b),
    quadratic: (a, b) => (a - b) ** 2,
    radical: (a, b) => Math.sqrt(Math.abs(a - b)),
    ratio: (a, b) => ((a - b) / (a + b)) ** 2,
    circular: (a, b, { low, high }) => Math.sin(Math.PI * (a - b) / (high - low + 1)) ** 2,
    bipolar: (a, b, { low, high }) => (a - b) ** 2 / ((a + b - 2 * low) * (2 * high - a - b)),
    ordinal: (a, b) => (Math.abs(a - b) + 1) * Math.abs(a - b) / 2
};

/** Weights as a matrix with ones on its diagonal. Throws a RangeError for an unknown name or a matrix that does not fit. */
export const weightMatrix = (weights: AgreementWeights, labels: ReadonlyArray<number>): ReadonlyArray<Float64Array> => {
    if (typeof weights !== 'string') {
        return fromMatrix(weights, labels);
    }
    if (weights === 'unweighted') {
        return square(labels.length, (row, column) => row === column ? 1 : 0);
    }
    const disagreement = DISAGREEMENTS[weights];
    if (disagreement === undefined) {
        throw new RangeError(`Unknown weights '${String(weights)}'`);
    }
    const scale = weights === 'ordinal' ? labels.map((_, index) => index) : labels;
    if (weights === 'ratio' && scale.some(label => label < 0)) {
        throw new RangeError('Ratio weights need categories that are not negative');
    }
    const range = { low: Math.min(...scale), high: Math.max(...scale) };
    return fromDisagreements(square(labels.length, (row, column) => row === column ? 0 : disagreement(scale[row], scale[column], range)));
};

/** 1 where two ratings differ by no more than the tolerance, else 0. */
export const toleranceMatrix = (tolerance: number, labels: ReadonlyArray<number>): ReadonlyArray<Float64Array> => {
    if (!(tolerance >= 0)) {
        throw new RangeError(`A tolerance is not negative: ${tolerance}`);
    }
    return square(labels.length, (row, column) => Math.abs(labels[row] - labels[column]) <= tolerance ? 1 : 0);
};

const square = (size: number, cell: (row: number, column: number) => number): ReadonlyArray<Float64Array> =>
    Array.from({ length: size }, (_, row) => Float64Array.from({ length: size }, (__, column) => cell(row, column)));

const fromDisagreements = (matrix: ReadonlyArray<Float64Array>): ReadonlyArray<Float64Array> => {
    const largest = matrix.reduce((highest, row) => row.reduce((a, b) => Math.max(a, b), highest), 0);
    return matrix.map((row, first) => row.map((value, second) => first === second ? 1 : 1 - value / largest));
};

const fromMatrix = (weights: ReadonlyArray<ReadonlyArray<number>>, labels: ReadonlyArray<number>): ReadonlyArray<Float64Array> => {
    const size = labels.length;
    if (weights.length !== size || weights.some(row => row.length !== size)) {
        throw new RangeError(`${size} categories (${labels.join(', ')}) need a weights matrix of ${size} × ${size}, not ${weights.length} × ${weights[0]?.length ?? 0};`
            + ' declare the categories that nobody used');
    }
    const matrix = weights.map(row => Float64Array.from(row));
    if (!matrix.every(row => row.every(Number.isFinite))) {
        throw new RangeError('Weights are finite numbers');
    }
    if (matrix.every((row, index) => row[index] === 1)) {
        return matrix;
    }
    if (matrix.every((row, index) => row[index] === 0 && row.every(value => value >= 0)) && matrix.some(row => row.some(value => value > 0))) {
        return fromDisagreements(matrix);
    }
    throw new RangeError('A weights matrix has ones on its diagonal (agreement) or zeros (disagreement, none of it negative)');
};
