/** WAV files made byte by byte, right or wrong in exactly the way that a test wants. */

export interface WaveSpecification {
    readonly tag?: number;
    readonly channels?: number;
    readonly sampleRate?: number;
    readonly bits?: number;
    readonly blockBytes?: number;
    /** Further bytes of the `fmt ` chunk. */
    readonly extra?: Uint8Array;
    /** Chunks before the sound, in order. */
    readonly before?: readonly Uint8Array[];
    /** Size written for the sound; its real one by default. */
    readonly dataSize?: number;
    readonly riff?: 'RIFF' | 'RF64' | 'BW64';
    readonly riffSize?: number;
}

export const bytesOf = (...parts: readonly (Uint8Array | string)[]): Uint8Array => new Uint8Array(Buffer.concat(parts.map(part => Buffer.from(part as string, 'latin1'))));

export const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >> 8 & 0xff);

export const u32 = (value: number): Uint8Array => bytesOf(u16(value), u16(value >>> 16));

/** @param size the size to write, whatever the content's length is */
export const chunk = (name: string, content: Uint8Array, size = content.length, pads = true): Uint8Array =>
    bytesOf(name, u32(size), content, new Uint8Array(pads ? content.length % 2 : 0));

export const waveFile = (sound: Uint8Array, specification: WaveSpecification = {}): Uint8Array => {
    const { tag = 1, channels = 1, sampleRate = 8000, bits = 16, extra = new Uint8Array(0), before = [], riff = 'RIFF' } = specification;
    const blockBytes = specification.blockBytes ?? channels * bits / 8;
    const format = bytesOf(u16(tag), u16(channels), u32(sampleRate), u32(sampleRate * blockBytes), u16(blockBytes), u16(bits), extra);
    const body = bytesOf('WAVE', chunk('fmt ', format), ...before, chunk('data', sound, specification.dataSize ?? sound.length));
    return bytesOf(riff, u32(specification.riffSize ?? body.length), body);
};

export const pcm16Bytes = (samples: ArrayLike<number>): Uint8Array => new Uint8Array(Int16Array.from(samples).buffer);

/** A sine of full scale times `amplitude`. */
export const sine = (frequency: number, seconds: number, sampleRate = 8000, amplitude = 0.5): Int16Array =>
    Int16Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => Math.round(32767 * amplitude * Math.sin(2 * Math.PI * frequency * i / sampleRate)));

/** One sample of each channel after another. */
export const interleaveChannels = (...channels: readonly Int16Array[]): Int16Array => {
    const samples = new Int16Array(channels.length * Math.max(...channels.map(channel => channel.length)));
    channels.forEach((channel, index) => channel.forEach((sample, i) => samples[i * channels.length + index] = sample));
    return samples;
};
