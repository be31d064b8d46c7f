import { GsmDecoder } from './gsm-decoder';
import { GSM_FRAME_BYTES, GSM_FRAME_SAMPLES, GSM_MARK, GSM_PAIR_BYTES, unpackGsmFrame, unpackWav49Frame } from './gsm-frame';
import { SampleConversion } from './pcm';

/** Decodes 33-byte frames, as in files named `.gsm`. Remembers its state from call to call. */
export const gsmConversion = (): SampleConversion => {
    const decoder = new GsmDecoder();
    const parameters = new Int32Array(76);
    return (bytes, samples) => {
        let count = 0;
        for (let at = 0; at + GSM_FRAME_BYTES <= bytes.length; at += GSM_FRAME_BYTES, count += GSM_FRAME_SAMPLES) {
            unpackGsmFrame(bytes, at, parameters);
            decoder.decode(parameters, samples, count);
        }
        return samples.subarray(0, count);
    };
};

/** Decodes Microsoft's 65-byte pairs of frames (WAV49). Remembers its state from call to call. */
export const wav49Conversion = (): SampleConversion => {
    const decoder = new GsmDecoder();
    const parameters = new Int32Array(76);
    return (bytes, samples) => {
        let count = 0;
        for (let at = 0; at + GSM_PAIR_BYTES <= bytes.length; at += GSM_PAIR_BYTES) {
            for (const second of [false, true]) {
                unpackWav49Frame(bytes, at, second, parameters);
                decoder.decode(parameters, samples, count);
                count += GSM_FRAME_SAMPLES;
            }
        }
        return samples.subarray(0, count);
    };
};

/** Fewer frames than this could bear the mark by chance. */
const FRAMES_TO_TRUST = 8;

/**
 * Whether headerless bytes look like raw GSM: every frame within sight begins with the mark.
 * Eight frames in a row pass by chance once in 16^8 files.
 */
export const looksLikeGsm = (head: Uint8Array): boolean => {
    const frames = Math.floor(head.length / GSM_FRAME_BYTES);
    for (let frame = 0; frame < frames; frame++) {
        if (head[frame * GSM_FRAME_BYTES] >> 4 !== GSM_MARK) {
            return false;
        }
    }
    return frames >= FRAMES_TO_TRUST;
};
