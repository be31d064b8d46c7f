/**
 * The waveform of a recording as a picture needs it: the largest magnitude in every 20 ms of each channel, as one byte,
 * and the same at ever coarser resolutions. Plain TypeScript without Node: browsers read it too.
 *
 * File, little-endian:
 * ```
 *  0  "EPKS"                     4 bytes
 *  4  version (1)                u8
 *  5  channels                   u8
 *  6  number of levels           u8
 *  7  0                          u8
 *  8  duration in ms             u32
 * 12  per level, coarsest first: window in ms u32, windows u32, offset u32
 *     … the levels themselves: all windows of channel 0, then all of channel 1, …
 * ```
 * The coarse levels come first: the first few kilobytes of the file already draw the whole recording.
 */

/** One resolution. */
export interface PeakLevel {
    /** Milliseconds that each byte stands for. */
    readonly windowMs: number;
    /** For each channel one companded byte per window; see {@link compandPeak}. */
    readonly channels: readonly Uint8Array[];
}

export interface PeakPyramid {
    readonly durationMs: number;
    /** Finest first: 20 ms, 80 ms, 320 ms, … */
    readonly levels: readonly PeakLevel[];
}

/** Window of the finest level. */
export const PEAK_WINDOW_MS = 20;
/** Each level is so many times as coarse as the one before. */
export const PEAK_LEVEL_RATIO = 4;
/** Coarser levels are added until one has no more windows than this: fewer than a screen has pixels. */
const COARSEST_WINDOWS = 1024;

const SIGNATURE = 'EPKS';
const VERSION = 1;
const HEADER_BYTES = 12;
const LEVEL_BYTES = 12;

/**
 * Magnitude 0…32768 to 0…255 by a square root, so that a customer 30 dB below the agent is still seen:
 * −30 dB becomes 45 of 255 instead of 8.
 */
export const compandPeak = (magnitude: number): number => Math.min(255, Math.round(255 * Math.sqrt(magnitude / 32768)));

/** A companded byte back to the magnitude it stands for, 0…1. */
export const expandPeak = (byte: number): number => (byte / 255) ** 2;

/** Builds the coarser levels above the finest one. */
export const buildPyramid = (finest: PeakLevel, durationMs: number): PeakPyramid => {
    const levels = [finest];
    while (levels[levels.length - 1].channels[0].length > COARSEST_WINDOWS) {
        levels.push(coarser(levels[levels.length - 1]));
    }
    return { durationMs, levels };
};

const coarser = (level: PeakLevel): PeakLevel => ({
    windowMs: level.windowMs * PEAK_LEVEL_RATIO,
    channels: level.channels.map(fine => {
        const coarse = new Uint8Array(Math.ceil(fine.length / PEAK_LEVEL_RATIO));
        for (let i = 0; i < fine.length; i++) {
            const at = Math.floor(i / PEAK_LEVEL_RATIO);
            coarse[at] = Math.max(coarse[at], fine[i]);
        }
        return coarse;
    })
});

export const encodePeaks = (pyramid: PeakPyramid): Uint8Array => {
    const channels = pyramid.levels[0].channels.length;
    const levels = [...pyramid.levels].reverse();
    const size = levels.reduce((sum, level) => sum + channels * level.channels[0].length, HEADER_BYTES + LEVEL_BYTES * levels.length);
    const bytes = new Uint8Array(size);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < SIGNATURE.length; i++) {
        bytes[i] = SIGNATURE.charCodeAt(i);
    }
    bytes.set([VERSION, channels, levels.length], 4);
    view.setUint32(8, pyramid.durationMs, true);
    let offset = HEADER_BYTES + LEVEL_BYTES * levels.length;
    levels.forEach((level, index) => {
        const at = HEADER_BYTES + LEVEL_BYTES * index;
        view.setUint32(at, level.windowMs, true);
        view.setUint32(at + 4, level.channels[0].length, true);
        view.setUint32(at + 8, offset, true);
        for (const channel of level.channels) {
            bytes.set(channel, offset);
            offset += channel.length;
        }
    });
    return bytes;
};

/** Where each level lies in the encoded bytes, so that one can be served or fetched alone. */
export interface PeakIndex {
    readonly durationMs: number;
    readonly channels: number;
    /** Finest first. */
    readonly levels: readonly { readonly windowMs: number; readonly windows: number; readonly offset: number; readonly bytes: number }[];
}

/** Enough bytes to hold the header of any pyramid. */
export const PEAK_INDEX_BYTES = HEADER_BYTES + LEVEL_BYTES * 16;

/**
 * Reads the header alone.
 * @param bytes the start of the encoded peaks, {@link PEAK_INDEX_BYTES} or all of them
 * @throws RangeError when they are no peaks, or of a version that this code does not know
 */
export const readPeakIndex = (bytes: Uint8Array): PeakIndex => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isPeaks = bytes.length >= HEADER_BYTES && [...SIGNATURE].every((letter, i) => bytes[i] === letter.charCodeAt(0));
    if (!isPeaks || bytes[4] !== VERSION || bytes.length < HEADER_BYTES + LEVEL_BYTES * bytes[6]) {
        throw new RangeError('These bytes are no waveform, or one of a later version.');
    }
    const channels = bytes[5];
    const levels = Array.from({ length: bytes[6] }, (_, index) => {
        const at = HEADER_BYTES + LEVEL_BYTES * index;
        const windows = view.getUint32(at + 4, true);
        return { windowMs: view.getUint32(at, true), windows, offset: view.getUint32(at + 8, true), bytes: windows * channels };
    });
    return { durationMs: view.getUint32(8, true), channels, levels: levels.reverse() };
};

/** One level from the bytes that {@link readPeakIndex} says it has. */
export const decodePeakLevel = (bytes: Uint8Array, windowMs: number, channels: number): PeakLevel => {
    const windows = bytes.length / channels;
    return { windowMs, channels: Array.from({ length: channels }, (_, channel) => bytes.subarray(channel * windows, (channel + 1) * windows)) };
};

/** @returns a pyramid whose levels are views of `bytes` @throws RangeError as {@link readPeakIndex}, and when bytes are missing */
export const decodePeaks = (bytes: Uint8Array): PeakPyramid => {
    const { durationMs, channels, levels } = readPeakIndex(bytes);
    return {
        durationMs,
        levels: levels.map(level => {
            if (level.offset + level.bytes > bytes.length) {
                throw new RangeError('The waveform is cut.');
            }
            return decodePeakLevel(bytes.subarray(level.offset, level.offset + level.bytes), level.windowMs, channels);
        })
    };
};
