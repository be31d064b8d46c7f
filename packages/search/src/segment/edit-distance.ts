/** Rows of the table, used again by each call. */
let beforeLast = new Uint8Array(64);
let last = new Uint8Array(64);
let current = new Uint8Array(64);

/**
 * How many letters were left out, added, mistaken, or exchanged with their neighbour: the restricted Damerau–Levenshtein
 * distance (Damerau 1964; Boytsov 2011, Indexing methods for approximate dictionary searching, 2.1), by dynamic
 * programming over the band around the diagonal that can matter.
 *
 * @param most up to which distance it matters, below 100
 * @returns the distance, or a number above `most` when it is more
 */
export const editDistance = (a: string, b: string, most: number): number => {
    const far = most + 1;
    if (Math.abs(a.length - b.length) > most) {
        return far;
    }
    if (b.length + 2 > last.length) {
        [beforeLast, last, current] = [0, 1, 2].map(() => new Uint8Array(b.length * 2));
    }
    for (let column = 0; column <= Math.min(b.length, most + 1); column++) {
        last[column] = column;
    }
    for (let row = 1; row <= a.length; row++) {
        const from = Math.max(1, row - most);
        const to = Math.min(b.length, row + most);
        const letter = a.charCodeAt(row - 1);
        current[from - 1] = from === 1 ? Math.min(far, row) : far;
        let least = current[from - 1];
        for (let column = from; column <= to; column++) {
            const other = b.charCodeAt(column - 1);
            // the cell above the end of the band was not filled by the row before
            const above = column === row + most ? far : last[column];
            let distance = Math.min(above + 1, current[column - 1] + 1, last[column - 1] + (letter === other ? 0 : 1));
            if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other) {
                distance = Math.min(distance, beforeLast[column - 2] + 1);
            }
            current[column] = Math.min(far, distance);
            least = Math.min(least, current[column]);
        }
        if (least > most) {
            return far;
        }
        [beforeLast, last, current] = [last, current, beforeLast];
    }
    return last[b.length];
};
