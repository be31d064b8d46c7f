import type { TimeRange } from '../../common/player/time-range';

/** A press on the waveform that has not ended: what stays, and where the other end is dragged. */
export interface Gesture {
    /** The end that stays, milliseconds. */
    readonly anchorMs: number;
    readonly fromPx: number;
    /** Whether it has moved far enough to be more than a click. */
    readonly dragging: boolean;
}

/** A hand trembles; below this a press is a click. */
const DRAG_PX = 4;
/** How near to an end of the selection a press takes hold of it. */
const GRAB_PX = 6;

/**
 * Begins where the pointer went down: takes hold of an end of the selection, goes on from the selection (shift), or starts anew.
 * @param px of a moment in the part in sight.
 */
export function beginGesture(atPx: number, atMs: number, selection: TimeRange | undefined, px: (ms: number) => number, extend: boolean, playheadMs: number): Gesture {
    if (selection) {
        const [from, to] = selection;
        if (Math.abs(px(to) - atPx) <= GRAB_PX) {
            return { anchorMs: from, fromPx: atPx, dragging: false };
        }
        if (Math.abs(px(from) - atPx) <= GRAB_PX) {
            return { anchorMs: to, fromPx: atPx, dragging: false };
        }
    }
    if (extend) {
        const [from, to] = selection ?? [playheadMs, playheadMs];
        return { anchorMs: Math.abs(atMs - from) > Math.abs(atMs - to) ? from : to, fromPx: atPx, dragging: true };
    }
    return { anchorMs: atMs, fromPx: atPx, dragging: false };
}

export const continueGesture = (gesture: Gesture, atPx: number): Gesture =>
    gesture.dragging || Math.abs(atPx - gesture.fromPx) < DRAG_PX ? gesture : { ...gesture, dragging: true };

/** What is selected while the pointer stands at a moment. */
export const rangeOf = ({ anchorMs }: Gesture, atMs: number): TimeRange => [Math.min(anchorMs, atMs), Math.max(anchorMs, atMs)];
