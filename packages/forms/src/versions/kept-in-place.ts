/**
 * The places of a longest rising subsequence: of things that were put in another order, the most that can be said to have stayed while the
 * others moved around them. Patience sorting (Fredman, "On computing the length of longest increasing subsequences", Discrete Mathematics 11,
 * 1975): O(n log n).
 * @param order distinct numbers: where each thing stood before, in the order of now.
 */
export const keptInPlace = (order: readonly number[]): ReadonlySet<number> => {
    /** By length of a rising run, the place of its smallest possible last member. */
    const ends: number[] = [];
    const before: (number | undefined)[] = [];
    order.forEach((value, place) => {
        let low = 0;
        let high = ends.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (order[ends[middle]!]! < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        before[place] = ends[low - 1];
        ends[low] = place;
    });
    const kept = new Set<number>();
    for (let place = ends.at(-1); place !== undefined; place = before[place]) {
        kept.add(place);
    }
    return kept;
};
