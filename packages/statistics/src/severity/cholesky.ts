/** The factor L of a symmetric positive definite matrix L Lᵀ (A.-L. Cholesky, 1910), and what is solved with it. Matrices lie row by row in one array. */
export class Cholesky {
    private constructor(readonly size: number, private readonly factor: Float64Array) { }

    /**
     * @param matrix the lower triangle is read
     * @returns null where the matrix is not positive definite, but for rounding
     */
    static of(matrix: Float64Array, size: number): Cholesky | null {
        const factor = matrix.slice();
        for (let row = 0; row < size; row++) {
            const here = row * size;
            for (let column = 0; column <= row; column++) {
                const there = column * size;
                let sum = factor[here + column];
                for (let k = 0; k < column; k++) {
                    sum -= factor[here + k] * factor[there + k];
                }
                if (column < row) {
                    factor[here + column] = sum / factor[there + column];
                } else if (sum > 1e-13 * Math.abs(matrix[here + row])) {
                    factor[here + row] = Math.sqrt(sum);
                } else {
                    return null;
                }
            }
        }
        return new Cholesky(size, factor);
    }

    /** log |L Lᵀ|. */
    get logDeterminant(): number {
        let sum = 0;
        for (let row = 0; row < this.size; row++) {
            sum += 2 * Math.log(this.factor[row * this.size + row]);
        }
        return sum;
    }

    /** L⁻¹ b. The square of its length is bᵀ (L Lᵀ)⁻¹ b. */
    forward(right: Float64Array): Float64Array {
        const { size, factor } = this;
        const solution = right.slice();
        for (let row = 0; row < size; row++) {
            let sum = solution[row];
            for (let k = 0; k < row; k++) {
                sum -= factor[row * size + k] * solution[k];
            }
            solution[row] = sum / factor[row * size + row];
        }
        return solution;
    }

    /** (L Lᵀ)⁻¹ b. */
    solve(right: Float64Array): Float64Array {
        const { size, factor } = this;
        const solution = this.forward(right);
        for (let row = size - 1; row >= 0; row--) {
            let sum = solution[row];
            for (let k = row + 1; k < size; k++) {
                sum -= factor[k * size + row] * solution[k];
            }
            solution[row] = sum / factor[row * size + row];
        }
        return solution;
    }
}

export const dot = (first: Float64Array, second: Float64Array): number => {
    let sum = 0;
    for (let index = 0; index < first.length; index++) {
        sum += first[index] * second[index];
    }
    return sum;
};
