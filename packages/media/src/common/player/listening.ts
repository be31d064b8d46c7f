import { mergeRanges, type TimeRange } from './time-range';

/** Where playback stood at a moment of the clock. */
export interface PlaybackMoment {
    readonly positionMs: number;
    /** A clock that only runs forward. */
    readonly clockMs: number;
    /** 1 is the speed of life. */
    readonly rate: number;
    /** False while paused, seeking, or muted: then nobody hears anything. */
    readonly audible: boolean;
}

/** What was really heard: whoever drags the cursor to the end has not listened to the call. */
export interface Listening {
    readonly last?: PlaybackMoment;
    readonly heard: readonly TimeRange[];
}

export const nothingHeard: Listening = { heard: [] };

/** The position may run ahead of the clock by this much: media elements report their position in steps. */
const STEP_MS = 250;

/** One more observation. The stretch since the last one counts if both ends were audible and it was passed at the speed of playback. */
export function listen({ last, heard }: Listening, moment: PlaybackMoment): Listening {
    const moved = last ? moment.positionMs - last.positionMs : 0;
    const possible = last ? (moment.clockMs - last.clockMs) * Math.max(last.rate, moment.rate) + STEP_MS : 0;
    if (!last?.audible || moved <= 0 || moved > possible) {
        return { last: moment, heard };
    }
    const open = heard[heard.length - 1];
    const continues = open && open[1] === last.positionMs;
    return { last: moment, heard: continues ? [...heard.slice(0, -1), [open[0], moment.positionMs]] : [...heard, [last.positionMs, moment.positionMs]] };
}

/** The position is about to jump: what lies between was not heard. */
export const interrupt = ({ heard }: Listening): Listening => ({ heard });

/** What was heard since the last time it was taken, merged and in whole milliseconds. */
export function takeHeard({ last, heard }: Listening): { readonly heard: TimeRange[]; readonly rest: Listening } {
    return { heard: mergeRanges(heard.map(([from, to]): TimeRange => [Math.floor(from), Math.ceil(to)])), rest: { last, heard: [] } };
}
