import { MASK_PAD_MS } from '@earshot/audio/lib/masking/masks';
import { firstEndingAfter, mergeRanges, type TimeRange } from '../player/time-range';

/** The shortest mask: what is shorter was no stretch that somebody chose. */
export const SHORTEST_MASK_MS = 50;

/**
 * What masks really hide: each is widened by 100 ms on either side, as the sound and the waveform are.
 * @returns merged stretches in order, milliseconds.
 */
export const hiddenRanges = (masks: readonly { readonly fromMs: number; readonly toMs: number }[]): readonly TimeRange[] =>
    mergeRanges(masks.map(({ fromMs, toMs }): TimeRange => [Math.max(0, fromMs - MASK_PAD_MS), toMs + MASK_PAD_MS]));

/** Whether all of a stretch is hidden. @param hidden merged, in order: what {@link hiddenRanges} gives. */
export function isCovered(hidden: readonly TimeRange[], fromMs: number, toMs: number): boolean {
    const next = hidden[firstEndingAfter(hidden, fromMs, each => each[1])];
    return next !== undefined && next[0] <= fromMs && next[1] >= toMs;
}

/**
 * Whether anything of a stretch is hidden; a moment (both ends equal) counts as what begins there.
 * @param hidden merged, in order: what {@link hiddenRanges} gives.
 */
export function isHidden(hidden: readonly TimeRange[], fromMs: number, toMs: number): boolean {
    const next = hidden[firstEndingAfter(hidden, fromMs, each => each[1])];
    return next !== undefined && next[0] < Math.max(toMs, fromMs + 1);
}
