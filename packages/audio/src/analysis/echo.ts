import { ChannelLevels, FrameRun } from './speech-detection';

/**
 * One channel heard in the other: echo of a telephone hybrid, or an agent's headset in the customer's line.
 * The leak is quieter by a fixed amount and late by a fixed time, so the two levels move together.
 * Independent speech does not: on made-up calls the correlation stays below 0.5 without an echo and exceeds 0.7 with one.
 */
export interface Echo {
    /** Frames of 10 ms by which it is late. */
    readonly lag: number;
    /** dB, negative. */
    readonly gain: number;
}

/** 400 ms: no line is slower. */
const LONGEST_LAG = 40;
const LEAST_CORRELATION = 0.6;
/** Two seconds of speech, or there is nothing to correlate. */
const LEAST_FRAMES = 200;
/** More are sampled: an hour says no more than some minutes. */
const MOST_FRAMES = 20_000;
/** Only the loud part of the speech is looked at: its leak stands out from the noise. */
const LOUD_RANGE_DB = 25;
/** Whoever is less than this below the other is speaking, not leaking. */
const LEAST_ATTENUATION_DB = 10;

/** An echo is smeared: it may come this much earlier and later, and be this much louder. */
const EARLIER_FRAMES = 3;
const LATER_FRAMES = 6;
const MARGIN_DB = 6;

/** @param far who speaks, and when @param near the channel that may hear it */
export const findEcho = (far: ChannelLevels, speech: readonly FrameRun[], near: ChannelLevels): Echo | undefined => {
    const loud = loudFrames(far, speech);
    let best: { lag: number; correlation: number } | undefined;
    for (let lag = 0; lag <= LONGEST_LAG; lag++) {
        const correlation = correlationAt(far.levels, near.levels, loud, lag);
        if (correlation > (best?.correlation ?? LEAST_CORRELATION)) {
            best = { lag, correlation };
        }
    }
    return best && { lag: best.lag, gain: medianGain(far.levels, near.levels, loud, best.lag) };
};

/** Marks the frames of `near` that are no louder than the echo explains. */
export const echoFrames = (far: ChannelLevels, near: ChannelLevels, echo: Echo): Uint8Array => {
    const marked = new Uint8Array(near.levels.length);
    for (let i = 0; i < marked.length; i++) {
        const first = Math.max(0, i - echo.lag - LATER_FRAMES);
        const last = Math.min(far.levels.length - 1, i - echo.lag + EARLIER_FRAMES);
        let loudest = -Infinity;
        for (let k = first; k <= last; k++) {
            loudest = Math.max(loudest, far.levels[k]);
        }
        marked[i] = near.levels[i] < loudest + echo.gain + MARGIN_DB ? 1 : 0;
    }
    return marked;
};

const loudFrames = ({ levels, speechLevel }: ChannelLevels, speech: readonly FrameRun[]): Int32Array => {
    const frames: number[] = [];
    for (const { from, to } of speech) {
        for (let i = from; i < to; i++) {
            if (levels[i] >= speechLevel - LOUD_RANGE_DB) {
                frames.push(i);
            }
        }
    }
    const step = Math.ceil(frames.length / MOST_FRAMES);
    return Int32Array.from(step > 1 ? frames.filter((_, index) => index % step === 0) : frames);
};

/** Pearson's correlation of both levels over the frames in which only a leak can be heard. */
const correlationAt = (far: Float32Array, near: Float32Array, loud: Int32Array, lag: number): number => {
    let count = 0;
    let sumA = 0;
    let sumB = 0;
    let sumAA = 0;
    let sumBB = 0;
    let sumAB = 0;
    for (const i of loud) {
        const a = far[i];
        const b = near[i + lag];
        if (b <= a - LEAST_ATTENUATION_DB) {                            // false beyond the end, where b is undefined
            count++;
            sumA += a;
            sumB += b;
            sumAA += a * a;
            sumBB += b * b;
            sumAB += a * b;
        }
    }
    if (count < LEAST_FRAMES) {
        return 0;
    }
    const varianceA = sumAA / count - (sumA / count) ** 2;
    const varianceB = sumBB / count - (sumB / count) ** 2;
    const covariance = sumAB / count - sumA * sumB / count ** 2;
    return varianceA > 0 && varianceB > 0 ? covariance / Math.sqrt(varianceA * varianceB) : 0;
};

const medianGain = (far: Float32Array, near: Float32Array, loud: Int32Array, lag: number): number => {
    const gains = Array.from(loud, i => near[i + lag] - far[i]).filter(gain => gain <= -LEAST_ATTENUATION_DB).sort((a, b) => a - b);
    return gains[gains.length >> 1];
};
