import { readWave } from './read-wave';
import { SeededRandom } from './random';

/** Calls put together from the spoken phrases in `fixtures`, so that it is known who speaks when. */

export interface Turn {
    readonly channel: 0 | 1;
    /** Name of the phrase, without `.wav`. */
    readonly phrase: string;
    readonly atMs: number;
    /** dB on top of the recorded level. */
    readonly gainDb?: number;
}

export interface CallConditions {
    readonly durationMs: number;
    /** Noise of each channel, dB relative to full scale; none by default. */
    readonly noiseDb?: readonly [number, number];
    /** The agent heard in the customer's channel. */
    readonly echo?: { readonly gainDb: number; readonly delayMs: number };
    /** Chords without pauses in the agent's channel. */
    readonly music?: { readonly fromMs: number; readonly toMs: number; readonly levelDb: number };
}

export interface MadeUpCall {
    /** Of each channel, at 8 kHz. */
    readonly channels: readonly [Int16Array, Int16Array];
    /** For each channel and frame of 10 ms whether somebody speaks. */
    readonly truth: readonly [Uint8Array, Uint8Array];
}

const RATE = 8000;
const FRAME = 80;
const FULL_SCALE = 32768;

export const makeCall = (turns: readonly Turn[], conditions: CallConditions): MadeUpCall => {
    const length = conditions.durationMs * RATE / 1000;
    const clean = [new Float64Array(length), new Float64Array(length)] as const;
    const truth = [new Uint8Array(length / FRAME), new Uint8Array(length / FRAME)] as const;
    for (const { channel, phrase, atMs, gainDb = 0 } of turns) {
        const samples = readWave(`${phrase}.wav`);
        const start = atMs * RATE / 1000;
        samples.forEach((sample, i) => clean[channel][start + i] += sample * 10 ** (gainDb / 20));
        markSpeech(samples, truth[channel], start / FRAME);
    }
    truth.forEach(bridge);
    const { echo, noiseDb, music } = conditions;
    const random = new SeededRandom(99);
    const mixed = clean.map((samples, channel) => samples.map((sample, i) =>
        sample
        + (echo && channel === 1 ? (clean[0][i - echo.delayMs * RATE / 1000] ?? 0) * 10 ** (echo.gainDb / 20) : 0)
        + (noiseDb ? random.normal() * FULL_SCALE * 10 ** (noiseDb[channel] / 20) : 0)
        + (music && channel === 0 && i >= music.fromMs * 8 && i < music.toMs * 8 ? chord(i) * FULL_SCALE * 10 ** (music.levelDb / 20) : 0)));
    return { channels: [Int16Array.from(mixed[0]), Int16Array.from(mixed[1])], truth };
};

/** Three notes and their overtones, another chord every half second. */
const chord = (i: number): number => {
    const root = [220, 261.6, 196, 246.9][Math.floor(i / 4000) % 4];
    return [1, 1.25, 1.5].reduce((sum, interval) => sum + Math.sin(2 * Math.PI * root * interval * i / RATE) + 0.5 * Math.sin(4 * Math.PI * root * interval * i / RATE), 0) / 2;
};

/** Frames less than 38 dB below the loudest of the phrase are speech. */
const markSpeech = (samples: Int16Array, truth: Uint8Array, start: number): void => {
    const energies = Array.from({ length: Math.floor(samples.length / FRAME) }, (_, frame) =>
        samples.subarray(frame * FRAME, (frame + 1) * FRAME).reduce((sum, sample) => sum + sample * sample, 0));
    const least = Math.max(...energies) * 10 ** (-38 / 10);
    energies.forEach((energy, frame) => truth[start + frame] |= energy > least ? 1 : 0);
};

/** Gaps shorter than 200 ms belong to speech. */
const bridge = (truth: Uint8Array): void => {
    for (let last = -Infinity, i = 0; i < truth.length; i++) {
        if (truth[i]) {
            if (i - last < 20) {
                truth.fill(1, last, i);
            }
            last = i;
        }
    }
};
