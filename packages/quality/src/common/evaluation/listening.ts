/** `[from, to)` in milliseconds. */
export type Range = readonly [number, number];

/** Ranges in order, with those that overlap or touch joined, and cut to the length of the recording. */
export function joinRanges(ranges: readonly Range[], durationMs: number): [number, number][] {
    const joined: [number, number][] = [];
    const sorted = ranges.map(([from, to]): [number, number] => [Math.max(0, from), Math.min(durationMs, to)]).filter(([from, to]) => to > from).sort(([one], [other]) => one - other);
    for (const [from, to] of sorted) {
        const last = joined[joined.length - 1];
        if (last && from <= last[1]) {
            last[1] = Math.max(last[1], to);
        } else {
            joined.push([from, to]);
        }
    }
    return joined;
}

/** Share of the recording that joined ranges cover, 0 to 1; 0 for an empty recording. */
export const listenedShare = (joined: readonly Range[], durationMs: number): number =>
    durationMs > 0 ? joined.reduce((sum, [from, to]) => sum + to - from, 0) / durationMs : 0;
