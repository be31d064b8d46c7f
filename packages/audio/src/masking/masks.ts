import { Span } from '../activity-format';

/** A part of a recording that must not be heard: card numbers, passwords. */
export interface Mask extends Span {
    /** The channel to silence; all of them when undefined. */
    readonly channel?: number;
}

/** Masks are widened by this on either side: whoever marked them by ear was not exact to the millisecond. */
export const MASK_PAD_MS = 100;

/** Plain TypeScript without Node, as `mask-peaks.ts`: browsers mask what they draw as well. */
export const padMasks = (masks: readonly Mask[], padMs = MASK_PAD_MS): readonly Mask[] =>
    masks.map(mask => ({ ...mask, fromMs: Math.max(0, mask.fromMs - padMs), toMs: mask.toMs + padMs }));
