/** For tests: WAV files with something like speech in them, made on the spot. */

export interface WaveOptions {
    readonly seconds: number;
    /** When somebody speaks on each channel, seconds. */
    readonly speech: readonly (readonly (readonly [from: number, to: number])[])[];
    /** 16 is played by browsers as it is, 8 is not. */
    readonly bits?: 8 | 16;
    readonly sampleRate?: number;
    /** Makes files with the same speech differ in their bytes. */
    readonly seed?: number;
}

/** Noise, as loud as somebody who speaks in syllables, over a quiet hum. */
export function wave({ seconds, speech, bits = 16, sampleRate = 8000, seed = 1 }: WaveOptions): Buffer {
    const channels = speech.length;
    const frames = Math.round(seconds * sampleRate);
    const sampleBytes = bits / 8;
    const data = Buffer.alloc(frames * channels * sampleBytes);
    let state = seed >>> 0 || 1;
    const noise = (): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 31 - 1;
    };
    for (let frame = 0; frame < frames; frame++) {
        const at = frame / sampleRate;
        speech.forEach((turns, channel) => {
            const speaks = turns.some(([from, to]) => at >= from && at < to);
            const value = Math.round(noise() * (speaks ? 9000 * (0.6 + 0.4 * Math.sin(2 * Math.PI * 4 * at)) : 12));
            const offset = (frame * channels + channel) * sampleBytes;
            if (bits === 16) {
                data.writeInt16LE(value, offset);
            } else {
                data.writeUInt8(Math.round(value / 256) + 128, offset);
            }
        });
    }
    const header = Buffer.alloc(44);
    header.write('RIFF', 0);
    header.writeUInt32LE(36 + data.length, 4);
    header.write('WAVEfmt ', 8);
    header.writeUInt32LE(16, 16);
    header.writeUInt16LE(1, 20);
    header.writeUInt16LE(channels, 22);
    header.writeUInt32LE(sampleRate, 24);
    header.writeUInt32LE(sampleRate * channels * sampleBytes, 28);
    header.writeUInt16LE(channels * sampleBytes, 32);
    header.writeUInt16LE(bits, 34);
    header.write('data', 36);
    header.writeUInt32LE(data.length, 40);
    return Buffer.concat([header, data]);
}

/** A short call: the agent speaks first, then the customer, with a second of both. */
export const shortCall = (seed = 1): Buffer => wave({ seconds: 8, speech: [[[0.5, 3]], [[2, 6]]], seed });
