/** One level of the waveform, as the recording declares it. */
export interface PeakLevel {
    readonly level: number;
    readonly millisecondsPerPeak: number;
}

/**
 * The coarsest level that still has a peak for every pixel of the screen; the finest where none has.
 * @param devicePixelsPerMs scale in pixels of the screen, which may be finer than those of the page.
 */
export function levelFor<T extends PeakLevel>(levels: readonly T[], devicePixelsPerMs: number): T | undefined {
    const fromCoarse = [...levels].sort((one, other) => other.millisecondsPerPeak - one.millisecondsPerPeak);
    return fromCoarse.find(each => each.millisecondsPerPeak * devicePixelsPerMs <= 1) ?? fromCoarse[fromCoarse.length - 1];
}
