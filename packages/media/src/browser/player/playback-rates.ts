/** Speeds that are offered; 1 is the speed of life. Speech is understood up to about twice that, and skimmed at three times. */
export const playbackRates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** The next speed in a direction; the same at either end. */
export function nextRate(rate: number, direction: 1 | -1): number {
    const candidates = direction > 0 ? playbackRates.filter(each => each > rate) : [...playbackRates].reverse().filter(each => each < rate);
    return candidates[0] ?? rate;
}
