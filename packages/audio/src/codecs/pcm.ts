import { AudioCodecName } from '../audio-probe';

/**
 * Turns a stretch of bytes into interleaved 16-bit samples.
 * @param bytes whole samples only
 * @param samples room for the result; a conversion that needs none may return a view of `bytes` instead
 */
export type SampleConversion = (bytes: Uint8Array, samples: Int16Array) => Int16Array;

/** Words of WAVE files are little-endian, and so is every processor that Node runs on today, but one. */
const HOST_IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

const pcm8: SampleConversion = (bytes, samples) => {
    for (let i = 0; i < bytes.length; i++) {
        samples[i] = (bytes[i] - 128) << 8;
    }
    return samples.subarray(0, bytes.length);
};

/** Already what is wanted: looked at where it lies, without copying, when the address allows. */
const pcm16: SampleConversion = (bytes, samples) => {
    const count = bytes.length >> 1;
    if (HOST_IS_LITTLE_ENDIAN && bytes.byteOffset % 2 === 0) {
        return new Int16Array(bytes.buffer, bytes.byteOffset, count);
    }
    for (let i = 0; i < count; i++) {
        samples[i] = bytes[2 * i] | bytes[2 * i + 1] << 8;
    }
    return samples.subarray(0, count);
};

/** The two most significant bytes of each sample; the rest lies 96 dB below full scale. */
const wider = (sampleBytes: number): SampleConversion => (bytes, samples) => {
    const count = bytes.length / sampleBytes;
    for (let i = 0, at = sampleBytes - 2; i < count; i++, at += sampleBytes) {
        samples[i] = bytes[at] | bytes[at + 1] << 8;
    }
    return samples.subarray(0, count);
};

const float = (sampleBytes: 4 | 8): SampleConversion => (bytes, samples) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const count = bytes.length / sampleBytes;
    for (let i = 0; i < count; i++) {
        samples[i] = toInt16(sampleBytes === 4 ? view.getFloat32(4 * i, true) : view.getFloat64(8 * i, true));
    }
    return samples.subarray(0, count);
};

/** Full scale ±1 to 16 bits, rounded and limited. Not-a-number becomes silence. */
export const toInt16 = (value: number): number => {
    const scaled = Math.round(value * 32768);
    return scaled > 32767 ? 32767 : scaled < -32768 ? -32768 : scaled;
};

export const PCM_CONVERSIONS: ReadonlyMap<AudioCodecName, SampleConversion> = new Map([
    ['pcm8', pcm8], ['pcm16', pcm16], ['pcm24', wider(3)], ['pcm32', wider(4)], ['float32', float(4)], ['float64', float(8)]
]);
