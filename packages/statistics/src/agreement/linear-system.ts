/** The x with A x = b for a regular matrix A: Gaussian elimination with partial pivoting. */
export const solve = (matrix: ReadonlyArray<ReadonlyArray<number>>, right: ReadonlyArray<number>): ReadonlyArray<number> => {
    const rows = matrix.map((row, index) => [...row, right[index]]);
    const size = rows.length;
    for (let column = 0; column < size; column++) {
        let pivot = column;
        for (let row = column + 1; row < size; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
                pivot = row;
            }
        }
        [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
        for (let row = column + 1; row < size; row++) {
            const factor = rows[row][column] / rows[column][column];
            for (let cell = column; cell <= size; cell++) {
                rows[row][cell] -= factor * rows[column][cell];
            }
        }
    }
    const solution = new Array<number>(size).fill(0);
    for (let row = size - 1; row >= 0; row--) {
        const known = solution.reduce((sum, value, column) => sum + value * rows[row][column], 0);
        solution[row] = (rows[row][size] - known) / rows[row][row];
    }
    return solution;
};
