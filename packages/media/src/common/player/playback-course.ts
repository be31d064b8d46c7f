import { skipFrom } from './silence-skipping';
import type { TimeRange } from './time-range';

/** What playback has been told besides to play. */
export interface PlaybackCourse {
    /** Where it ends: the end of a range that is played once. */
    readonly stopAt: number | undefined;
    /** What it repeats. */
    readonly loop: TimeRange | undefined;
    /** What it leaves out. */
    readonly skipped: readonly TimeRange[];
}

/** One frame of a screen: what is due before the next one is due now. */
const FRAME_MS = 12;

/** What happens at a position instead of simply going on: it pauses, or goes on elsewhere. */
export type Diversion = { readonly kind: 'pause' } | { readonly kind: 'jump'; readonly to: number };

export function diversionAt(position: number, { stopAt, loop, skipped }: PlaybackCourse): Diversion | undefined {
    if (stopAt !== undefined && position >= stopAt - FRAME_MS) {
        return { kind: 'pause' };
    }
    if (loop && (position >= loop[1] - FRAME_MS || position < loop[0] - FRAME_MS)) {
        return { kind: 'jump', to: loop[0] };
    }
    const onward = skipFrom(skipped, position);
    return onward !== undefined && onward > position + FRAME_MS ? { kind: 'jump', to: onward } : undefined;
}
