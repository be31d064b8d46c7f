/** A stretch of a recording in milliseconds from its start: `from` belongs to it, `to` does not. */
export type TimeRange = readonly [fromMs: number, toMs: number];

/** The same stretches, in order, without overlaps; those that touch become one, empty ones vanish. */
export function mergeRanges(ranges: readonly TimeRange[]): TimeRange[] {
    const merged: [number, number][] = [];
    for (const [from, to] of [...ranges].filter(([from, to]) => to > from).sort((one, other) => one[0] - other[0])) {
        const last = merged[merged.length - 1];
        if (last && from <= last[1]) {
            last[1] = Math.max(last[1], to);
        } else {
            merged.push([from, to]);
        }
    }
    return merged;
}

/** Milliseconds that merged ranges cover. */
export const totalOf = (merged: readonly TimeRange[]): number => merged.reduce((sum, [from, to]) => sum + to - from, 0);

/** The share of a recording that merged ranges cover, 0 to 1; 0 for a recording without length. */
export const shareOf = (merged: readonly TimeRange[], durationMs: number): number =>
    durationMs > 0 ? Math.min(1, totalOf(merged.map(([from, to]): TimeRange => [Math.max(0, from), Math.min(durationMs, to)]).filter(([from, to]) => to > from)) / durationMs) : 0;

/**
 * Index of the first item that ends after a moment, in a list ordered by its end: where drawing or looking up begins.
 * @returns the length of the list if all end before.
 */
export function firstEndingAfter<T>(items: readonly T[], momentMs: number, endOf: (item: T) => number): number {
    let [low, high] = [0, items.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (endOf(items[middle]!) > momentMs) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}
