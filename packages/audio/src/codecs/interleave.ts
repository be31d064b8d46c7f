import { toInt16 } from './pcm';

/** Joins one array of ±1 samples per channel into interleaved 16-bit samples; channels beyond `channels` are left out. */
export const interleave = (planes: readonly Float32Array[], channels: number, frames: number, from = 0): Int16Array => {
    const samples = new Int16Array(frames * channels);
    for (let channel = 0; channel < channels; channel++) {
        const plane = planes[channel];
        for (let i = from, at = channel; i < from + frames; i++, at += channels) {
            samples[at] = toInt16(plane[i]);
        }
    }
    return samples;
};
