import type { OrderingQuestion } from './question';

/**
 * The share that an order earns, 0 … 1; what is missing counts as put behind the others. The rules are five of those of Moodle's ordering
 * question (https://docs.moodle.org/en/Ordering_question_type):
 * - `all-or-nothing`: 1 for the right order;
 * - `position`: the part of the items that stand where they belong;
 * - `distance`: each item loses with every place that it is off, (n − 1 − places off) / (n − 1);
 * - `next`: the part of the n − 1 items that are followed by the right one;
 * - `longest-run`: the longest row of items that stand in the right order among themselves, whatever lies between; one item alone is no row.
 *
 * @param places the right places (0 … n − 1) of the items, in the order in which they were put
 * @param count n, how many items there are
 */
export function orderingShare(places: readonly number[], count: number, credit: OrderingQuestion['credit']): number {
    if (places.length === 0) {
        return 0;
    }
    switch (credit) {
        case 'all-or-nothing':
            return places.length === count && places.every((place, at) => place === at) ? 1 : 0;
        case 'position':
            return places.filter((place, at) => place === at).length / count;
        case 'distance':
            return places.reduce((sum, place, at) => sum + (count - 1 - Math.abs(place - at)), 0) / (count * (count - 1));
        case 'next':
            return places.filter((place, at) => at > 0 && places[at - 1] === place - 1).length / (count - 1);
        case 'longest-run': {
            const longest = longestRun(places);
            return longest < 2 ? 0 : longest / count;
        }
    }
}

/** The length of the longest increasing subsequence, by patience sorting: the end of the best run of each length (Fredman 1975). */
function longestRun(places: readonly number[]): number {
    const ends: number[] = [];
    for (const place of places) {
        const at = ends.findIndex(end => end >= place);
        ends[at < 0 ? ends.length : at] = place;
    }
    return ends.length;
}
