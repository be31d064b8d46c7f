import { describe, expect, it } from 'vitest';
import { NamedWeights, toleranceMatrix, weightMatrix } from './agreement-weights';

const plain = (matrix: ReadonlyArray<Float64Array>): number[][] => matrix.map(row => [...row].map(weight => Math.round(weight * 1e4) / 1e4));

describe('weightMatrix', () => {
    it('has the known weights of a scale of four', () => {
        const first = (weights: NamedWeights): number[] => plain(weightMatrix(weights, [1, 2, 3, 4]))[0];
        expect(first('unweighted')).toEqual([1, 0, 0, 0]);
        expect(first('linear')).toEqual([1, 0.6667, 0.3333, 0]);
        expect(first('quadratic')).toEqual([1, 0.8889, 0.5556, 0]);
        expect(first('radical')).toEqual([1, 0.4226, 0.1835, 0]);
        expect(first('ordinal')).toEqual([1, 0.8333, 0.5, 0]);
        expect(first('ratio')).toEqual([1, 0.6914, 0.3056, 0]);
        expect(first('circular')).toEqual([1, 0.5, 0, 0.5]);
        expect(first('bipolar')).toEqual([1, 0.8, 0.5, 0]);
    });

    it('measures distances between the numbers, but ranks for ordinal', () => {
        expect(plain(weightMatrix('linear', [0, 1, 10]))[0]).toEqual([1, 0.9, 0]);
        expect(plain(weightMatrix('ordinal', [0, 1, 10]))).toEqual(plain(weightMatrix('ordinal', [1, 2, 3])));
    });

    it('takes agreement weights as they are and turns disagreement weights round', () => {
        const agreement = [[1, 0.25], [0.5, 1]];
        expect(plain(weightMatrix(agreement, [1, 2]))).toEqual(agreement);
        expect(plain(weightMatrix([[0, 1, 4], [1, 0, 1], [4, 1, 0]], [1, 2, 3]))).toEqual([[1, 0.75, 0], [0.75, 1, 0.75], [0, 0.75, 1]]);
    });

    it('refuses a matrix that does not fit', () => {
        expect(() => weightMatrix([[1, 0], [0, 1]], [1, 2, 3])).toThrow('3 categories (1, 2, 3) need a weights matrix of 3 × 3, not 2 × 2');
        expect(() => weightMatrix([[1, 0], [0]], [1, 2])).toThrow(RangeError);
        expect(() => weightMatrix([[1, Number.NaN], [0, 1]], [1, 2])).toThrow(RangeError);
        expect(() => weightMatrix([[1, 0], [0, 0.5]], [1, 2])).toThrow(RangeError);
        expect(() => weightMatrix([[0, -1], [1, 0]], [1, 2])).toThrow(RangeError);
        expect(() => weightMatrix('cubic' as NamedWeights, [1, 2])).toThrow("Unknown weights 'cubic'");
        expect(() => weightMatrix('ratio', [-1, 2])).toThrow(RangeError);
    });
});

describe('toleranceMatrix', () => {
    it('lets neighbours agree', () => {
        expect(plain(toleranceMatrix(1, [1, 2, 4]))).toEqual([[1, 1, 0], [1, 1, 0], [0, 0, 1]]);
        expect(() => toleranceMatrix(-1, [1])).toThrow(RangeError);
    });
});
