import type { MaskReason, RecordingMask } from './mask';

/**
 * The mask that was just made: one that was not there before; undefined where there is none. Somebody else may have made an equal one meanwhile:
 * then the latest, by its id, which counts up with time.
 */
export const madeMask = (before: readonly RecordingMask[], after: readonly RecordingMask[], { fromMs, reason }: { readonly fromMs: number; readonly reason: MaskReason }): RecordingMask | undefined => {
    const known = new Set(before.map(each => each.id));
    return after.filter(each => !known.has(each.id) && each.fromMs === fromMs && each.reason === reason).sort((one, other) => one.id < other.id ? 1 : -1)[0];
};
