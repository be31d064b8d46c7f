import { LevelHistogram } from './level-histogram';
import { FLOOR_DB } from './speech-levels';

/** Half a second: how often the floor is looked at afresh. */
const HOP_FRAMES = 50;
/** Three seconds to either side: even a fluent speaker pauses within six. */
const REACH_FRAMES = 300;
/** In six seconds of a call, at least a fifth is pauses. */
const QUIET_SHARE = 0.2;
/** The lowest value within two seconds counts, so that a long sentence does not lift the floor under itself. */
const REACH_HOPS = 4;

/** Below this nothing was recorded: the line was muted, or the codec sends nothing while nobody speaks. */
const DIGITAL_SILENCE_DB = -85;
/** Noise keeps its level: its quietest tenth and its quietest third lie closer together than this, those of speech do not. */
const NOISE_SPREAD_DB = 5;
/** Two seconds: what is left beside digital silence must be at least so long to say anything. */
const LEAST_AUDIBLE_FRAMES = 200;

/**
 * The level of the background around each frame: the quiet fifth of its surroundings, the lowest nearby.
 * It follows a street that gets louder within seconds; steady music becomes background in the same way.
 * @param levels of frames of 10 ms, dB
 * @returns one value per frame, dB
 */
export const noiseFloor = (levels: Float32Array): Float32Array => {
    const quiet = filledIn(surroundings(levels));
    const floor = new Float32Array(levels.length);
    quiet.forEach((_, hop) => {
        const lowest = Math.min(...quiet.slice(Math.max(0, hop - REACH_HOPS), hop + REACH_HOPS + 1));
        floor.fill(lowest, hop * HOP_FRAMES, (hop + 1) * HOP_FRAMES);
    });
    return floor;
};

/** The quiet level around a hop. */
interface Quiet {
    /** dB; undefined next to digital silence, where it may belong to noise or to speech. */
    readonly level: number | undefined;
    /** It is so even that it must be noise. */
    readonly isNoise: boolean;
}

const surroundings = (levels: Float32Array): readonly Quiet[] => {
    const hops = Math.max(1, Math.ceil(levels.length / HOP_FRAMES));
    const histogram = new LevelHistogram();
    let from = 0;
    let to = 0;
    return Array.from({ length: hops }, (_, hop) => {
        const centre = hop * HOP_FRAMES + HOP_FRAMES / 2;
        const nextFrom = Math.max(0, centre - REACH_FRAMES);
        const nextTo = Math.min(levels.length, centre + REACH_FRAMES);
        histogram.add(levels, to, nextTo);
        histogram.remove(levels, from, nextFrom);
        from = nextFrom;
        to = nextTo;
        return quietOf(histogram);
    });
};

const quietOf = (histogram: LevelHistogram): Quiet => {
    const silent = histogram.shareBelow(DIGITAL_SILENCE_DB);
    const audible = (share: number): number => histogram.quantile(silent + share * (1 - silent));
    const isNoise = (1 - silent) * histogram.total >= LEAST_AUDIBLE_FRAMES && audible(0.33) - audible(0.1) < NOISE_SPREAD_DB;
    return { level: silent === 0 || isNoise ? audible(QUIET_SHARE) : undefined, isNoise };
};

/**
 * Next to digital silence the background is that of the nearest noise, for measured against nothing all noise would be speech.
 * Where the whole recording has no noise, its pauses really are silent.
 */
const filledIn = (quiet: readonly Quiet[]): readonly number[] => {
    const before = nearestNoise(quiet);
    const after = nearestNoise([...quiet].reverse()).reverse();
    return quiet.map(({ level }, hop) => {
        const nearest = before[hop].distance <= after[hop].distance ? before[hop] : after[hop];
        return level ?? nearest.level;
    });
};

/** For each hop the last noise up to it, and how far back it lies. */
const nearestNoise = (quiet: readonly Quiet[]): { level: number; distance: number }[] => {
    let nearest = { level: FLOOR_DB, distance: Infinity };
    return quiet.map(({ level, isNoise }) => {
        nearest = isNoise && level !== undefined ? { level, distance: 0 } : { level: nearest.level, distance: nearest.distance + 1 };
        return nearest;
    });
};
