import type { TimeRange } from '../../common/player/time-range';

/** What a page can do with the player beside it, so that whoever scores a call never leaves the form. Times in milliseconds. */
export interface PlayerController {
    readonly positionMs: number;
    readonly playing: boolean;
    readonly rate: number;
    /** The stretch that is marked on the waveform, if any. */
    readonly selection: TimeRange | undefined;
    toggle(): void;
    play(): void;
    pause(): void;
    seek(ms: number): void;
    seekBy(ms: number): void;
    faster(): void;
    slower(): void;
    setRate(rate: number): void;
    /** Plays a stretch once; a moment (both equal) from a second before it, and on. */
    playRange(range: TimeRange): void;
    select(range: TimeRange | undefined): void;
    /** Repeats the selection, or stops repeating it. Does nothing without a selection. */
    toggleLoop(): void;
    toggleSkipping(): void;
    /** What a mark made now would point at: the selection, else this moment. */
    markNow(): { readonly fromMs: number; readonly toMs: number };
}
