/**
 * How many letters were left out, added, mistaken, or exchanged with their neighbour: the restricted Damerau–Levenshtein
 * distance (Damerau 1964; Boytsov 2011, Indexing methods for approximate dictionary searching, 2.1), by dynamic
 * programming over the band around the diagonal that can matter.
 *
 * @returns the distance, or any number above `most` when it is more
 */
export const editDistance = (a: string, b: string, most: number): number => {
    if (Math.abs(a.length - b.length) > most) {
        return most + 1;
    }
    let beforeLast: number[] = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row++) {
        const current = new Array<number>(b.length + 1).fill(most + 1);
        current[0] = row;
        let least = row;
        for (let column = Math.max(1, row - most); column <= Math.min(b.length, row + most); column++) {
            const same = a[row - 1] === b[column - 1];
            let distance = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                distance = Math.min(distance, beforeLast[column - 2] + 1);
            }
            current[column] = distance;
            least = Math.min(least, distance);
        }
        if (least > most) {
            return most + 1;
        }
        beforeLast = last;
        last = current;
    }
    return last[b.length];
};
