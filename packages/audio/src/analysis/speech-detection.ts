import { levelQuantile } from './level-histogram';
import { noiseFloor } from './noise-floor';

/**
 * Speech by its level above the background, with two thresholds: a stretch must rise above the upper one to count,
 * and lasts until it falls below the lower one. Such detectors need little more than a good estimate of the noise;
 * here the whole recording is known, so the estimate may look ahead (see `noise-floor.ts`).
 * The figures below were chosen on made-up calls in 15 conditions, not on those that the quality is measured with.
 */

/** A stretch of frames of 10 ms; `to` is exclusive. */
export interface FrameRun {
    readonly from: number;
    readonly to: number;
}

/** What is known of one channel before it is decided who speaks. */
export interface ChannelLevels {
    /** dB, smoothed over 30 ms. */
    readonly levels: Float32Array;
    /** dB, the background around each frame. */
    readonly floor: Float32Array;
    /** dB, of loud speech in this channel. */
    readonly speechLevel: number;
}

/** The loudest 3 % of frames are vowels of whoever speaks. */
const LOUD_SHARE = 0.97;

/** The upper threshold lies above the background by a share of the distance to loud speech, within limits (dB). */
const DISTANCE_SHARE = 0.25;
const LEAST_MARGIN_DB = 8;
const GREATEST_MARGIN_DB = 14;
/** What lies so far below loud speech is not speech of the same person, and what lies below −66 dB is nobody's. */
const DEEPEST_BELOW_SPEECH_DB = 38;
const LOWEST_SPEECH_DB = -66;
/** From the upper threshold to the lower one. */
const HYSTERESIS_DB = 4;

/** Clicks are shorter than this above the upper threshold, words longer. */
const LEAST_LOUD_FRAMES = 4;
/** Gaps shorter than 200 ms lie within words and between them. */
const BRIDGED_FRAMES = 20;
/** Shorter than any word. */
const LEAST_RUN_FRAMES = 10;

export const channelLevels = (raw: Float32Array): ChannelLevels => {
    const levels = smooth(raw);
    return { levels, floor: noiseFloor(levels), speechLevel: levelQuantile(levels, LOUD_SHARE) };
};

/** @param vetoed frames that cannot be speech, whatever their level */
export const detectSpeech = ({ levels, floor, speechLevel }: ChannelLevels, vetoed?: Uint8Array): readonly FrameRun[] => {
    const count = levels.length;
    const runs: { from: number; to: number }[] = [];
    for (let i = 0; i < count; i++) {
        const upper = upperThreshold(floor[i], speechLevel);
        if (levels[i] <= upper || vetoed?.[i]) {
            continue;
        }
        const lower = upper - HYSTERESIS_DB;        // as at the beginning: under long music the background rises, and would cut it
        const isAboveLower = (frame: number): boolean => levels[frame] > lower && !vetoed?.[frame];
        const earliest = runs.at(-1)?.to ?? 0;
        let from = i;
        while (from > earliest && isAboveLower(from - 1)) {
            from--;
        }
        let to = i;
        let loud = 0;
        for (; to < count && isAboveLower(to); to++) {
            loud += levels[to] > upper ? 1 : 0;
        }
        if (loud >= LEAST_LOUD_FRAMES) {
            const last = runs.at(-1);
            if (last && from - last.to < BRIDGED_FRAMES) {
                last.to = to;
            } else {
                runs.push({ from, to });
            }
        }
        i = to;
    }
    return runs.filter(run => run.to - run.from >= LEAST_RUN_FRAMES);
};

const upperThreshold = (floor: number, speechLevel: number): number => {
    const margin = Math.min(GREATEST_MARGIN_DB, Math.max(LEAST_MARGIN_DB, DISTANCE_SHARE * (speechLevel - floor)));
    return Math.max(floor + margin, speechLevel - DEEPEST_BELOW_SPEECH_DB, LOWEST_SPEECH_DB);
};

/** Mean of each level with both of its neighbours. */
const smooth = (raw: Float32Array): Float32Array => raw.map((level, i) => {
    const before = i > 0 ? raw[i - 1] : level;
    const after = i + 1 < raw.length ? raw[i + 1] : level;
    return (before + level + after) / 3;
});
