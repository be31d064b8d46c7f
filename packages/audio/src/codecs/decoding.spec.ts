import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { MAX_BLOCK_SAMPLES } from '../audio-codec';
import { decodeAll } from '../testing/decoded';
import { fixture, fixtureBytes, ScratchFolder } from '../testing/fixtures';
import { SeededRandom } from '../testing/random';
import { bytesOf, waveFile } from '../testing/wave-files';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

const sha256 = (samples: Int16Array): string => createHash('sha256').update(new Uint8Array(samples.buffer)).digest('hex');

/** Check sums of what ffmpeg makes of the same files. */
const byFfmpeg = readFileSync(fixture('decoded-by-ffmpeg.sha256'), 'utf8').trim().split('\n').map(line => line.split(' ') as [string, string]);

const left = (samples: Int16Array): Int16Array => samples.filter((_, i) => i % 2 === 0);

/** Correlation of two signals, the second looked at every `step` samples, at the delay (of the first) that suits best. */
const likeness = (decoded: Int16Array, reference: Int16Array, step: number, longestDelay: number): number => {
    let best = 0;
    for (let delay = 0; delay <= longestDelay; delay++) {
        let product = 0;
        let energy = 0;
        let referenceEnergy = 0;
        for (let i = 0; i < reference.length; i++) {
            const sample = decoded[i * step + delay] ?? 0;
            product += sample * reference[i];
            energy += sample * sample;
            referenceEnergy += reference[i] * reference[i];
        }
        best = Math.max(best, product / Math.sqrt(energy * referenceEnergy));
    }
    return best;
};

describe('decoders', () => {
    it.each(byFfmpeg)('decode %s bit by bit as ffmpeg does', async (name, expected) => {
        const decoded = await decodeAll(fixture(name));
        expect(sha256(decoded.samples)).toBe(expected);
        expect(decoded.largestBlock).toBeLessThanOrEqual(MAX_BLOCK_SAMPLES);
    });

    it('decode headerless G.722 as they do within WAV', async () => {
        const raw = await decodeAll(fixture('mono.g722'), { codec: 'g722' });
        expect(sha256(raw.samples)).toBe(byFfmpeg.find(([name]) => name === 'g722.wav')?.[1]);
    });

    it.each([
        ['constant.mp3', 2, 2, 0, 0.99], ['indexed.mp3', 1, 2, 0, 0.98], ['variable.mp3', 1, 2, 2000, 0.98], ['mp3.wav', 1, 1, 2000, 0.9],
        ['stereo.ogg', 2, 2, 2, 0.9], ['stereo.webm', 2, 2, 2, 0.9], ['live.webm', 2, 2, 2, 0.9], ['mono.amr', 1, 1, 100, 0.85]
    ])('give back the sound of %s, at its place and to its length', async (name, channels, step, longestDelay, least) => {
        const reference = left((await decodeAll(fixture('reference.wav'))).samples);
        const { samples, probe, sampleRate, warnings } = await decodeAll(fixture(name));
        expect(samples.length / channels).toBe(probe.frames * sampleRate / probe.sampleRate);
        expect(likeness(channels === 2 ? left(samples) : samples, reference, step, longestDelay)).toBeGreaterThan(least);
        expect(warnings).toEqual([]);
    });

    it('decode AMR wideband, frames of every length, one lost and one without data', async () => {
        const random = new SeededRandom(11);
        const frame = (type: number, bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, (_, i) => i === 0 ? type << 3 | 4 : random.below(256));
        const sizes = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6];
        const file = bytesOf('#!AMR-WB\n', ...sizes.map((bytes, type) => frame(type, bytes)), frame(14, 1), frame(15, 1));
        const { probe, samples, sampleRate } = await decodeAll(scratch.file('all.awb', file));
        expect(probe).toMatchObject({ codec: 'amr-wb', frames: 12 * 320, durationMs: 240 });
        expect([samples.length, sampleRate]).toEqual([12 * 320, 16000]);
        expect(samples.some(sample => sample !== 0)).toBe(true);
    });

    it.each([
        ['pcm8', 8, 1, [0, 128, 255], [-32768, 0, 32512]],
        ['pcm24', 24, 1, [0, 0, 0x80, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff], [-32768, 32767, -1]],
        ['pcm32', 32, 1, [0, 0, 0, 0x80, 0xff, 0xff, 0xff, 0x7f], [-32768, 32767]],
        ['float32', 32, 3, [...new Uint8Array(Float32Array.of(-1, 0.5, 2, NaN).buffer)], [-32768, 16384, 32767, 0]],
        ['float64', 64, 3, [...new Uint8Array(Float64Array.of(-0.25, 1).buffer)], [-8192, 32767]],
        ['alaw', 8, 6, [0xd5, 0x55, 0xaa, 0x2a], [8, -8, 32256, -32256]],
        ['mulaw', 8, 7, [0xff, 0x7f, 0x80, 0x00], [0, 0, 32124, -32124]]
    ])('bring %s to 16 bits', async (codec, bits, tag, bytes, expected) => {
        const { probe, samples } = await decodeAll(scratch.file(`${codec}.wav`, waveFile(Uint8Array.from(bytes), { bits, tag })));
        expect(probe.codec).toBe(codec);
        expect([...samples]).toEqual(expected);
    });

    it('keep what a cut FLAC file has, and silence one damaged frame', async () => {
        const whole = fixtureBytes('stereo.flac');
        const reference = (await decodeAll(fixture('stereo.flac'))).samples;
        const cut = await decodeAll(scratch.file('cut.flac', whole.subarray(0, 30_000)));
        expect(cut.warnings).toContain('truncated');
        expect([...cut.samples]).toEqual([...reference.subarray(0, cut.samples.length)]);
        const damaged = whole.slice();
        damaged[30_000] ^= 0x10;
        const { samples, warnings } = await decodeAll(scratch.file('damaged.flac', damaged));
        expect(samples.length).toBe(reference.length);
        expect(warnings).toEqual(['damaged']);
        const different = [...samples.keys()].filter(i => samples[i] !== reference[i]);
        expect(different.length).toBeGreaterThan(1000);
        expect(different.every(i => samples[i] === 0)).toBe(true);
    });

    it('notice that an MP3 file was cut, between frames or within one', async () => {
        const whole = fixtureBytes('constant.mp3');
        const lastFrame = whole.length - 144;
        for (const length of [lastFrame - 50, lastFrame - 144]) {
            const { probe, samples } = await decodeAll(scratch.file('cut.mp3', whole.subarray(0, length)));
            expect(probe.warnings).toEqual(['truncated']);
            expect(samples.length / 2).toBe(probe.frames);
        }
        expect((await decodeAll(fixture('constant.mp3'))).probe.warnings).toEqual([]);
    });

    it('leave out a damaged page of Ogg and keep the rest', async () => {
        const damaged = fixtureBytes('stereo.ogg').slice();
        damaged[5000] ^= 1;
        const { probe, samples } = await decodeAll(scratch.file('damaged.ogg', damaged));
        expect(probe.warnings).toEqual(['damaged']);
        expect(samples.length).toBeGreaterThan(16000);
    });
});
