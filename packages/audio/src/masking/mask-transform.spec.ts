import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeAll } from '../testing/decoded';
import { fixture, ScratchFolder } from '../testing/fixtures';
import { SeededRandom } from '../testing/random';
import { waveFile, WaveSpecification } from '../testing/wave-files';
import { Mask } from './masks';
import { maskStream } from './mask-transform';
import { MaskableFormat, maskableFormat } from './maskable-format';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

const random = new SeededRandom(5);
const noise = Uint8Array.from({ length: 16_000 }, () => 1 + random.below(200));

/** Runs the bytes from `start` on through a mask, in chunks of odd lengths. */
const masked = async (file: Uint8Array, format: MaskableFormat, masks: readonly Mask[], start = 0, end = file.length, padMs = 100): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for (let at = start; at < end; at += 333) {
        chunks.push(Buffer.from(file.subarray(at, Math.min(end, at + 333))));
    }
    return Buffer.concat(await Readable.from(chunks).pipe(maskStream({ format, masks, rangeStart: start, padMs })).toArray() as Buffer[]);
};

const formats: [string, WaveSpecification, number][] = [
    ['PCM16', { channels: 2, bits: 16 }, 0x00], ['A-law', { channels: 2, bits: 8, tag: 6 }, 0xd5], ['µ-law', { channels: 2, bits: 8, tag: 7 }, 0xff], ['mono PCM16', { bits: 16 }, 0]
];

describe('MaskTransform', () => {
    it.each(formats)('silences the marked time in %s and nothing else', async (_, specification, silence) => {
        const file = waveFile(noise, specification);
        const format = await maskableFormat(scratch.file('a.wav', file));
        const frameBytes = format.channels * format.sampleBytes;
        const result = await masked(file, format, [{ fromMs: 300, toMs: 350 }]);
        const from = format.dataOffset + 200 * 8 * frameBytes;
        const to = Math.min(format.dataOffset + noise.length, format.dataOffset + 450 * 8 * frameBytes);
        expect(result.equals(Buffer.from(file).fill(silence, from, to))).toBe(true);
    });

    it('silences one channel', async () => {
        const file = waveFile(noise, { channels: 2 });
        const format = await maskableFormat(scratch.file('b.wav', file));
        const path = scratch.file('b-masked.wav', await masked(file, format, [{ fromMs: 100, toMs: 200, channel: 1 }], 0, file.length, 0));
        const [before, after] = [await decodeAll(scratch.file('b.wav', file)), await decodeAll(path)];
        expect(after.samples).toEqual(before.samples.map((sample, i) => i % 2 === 1 && i >> 1 >= 800 && i >> 1 < 1600 ? 0 : sample));
    });

    it('gives the same bytes for any range', async () => {
        const file = waveFile(noise, { channels: 2 });
        const format = await maskableFormat(scratch.file('c.wav', file));
        const masks: Mask[] = [{ fromMs: 0, toMs: 20 }, { fromMs: 150, toMs: 160, channel: 0 }, { fromMs: 155, toMs: 300, channel: 1 }, { fromMs: 480, toMs: 9999 }];
        const whole = await masked(file, format, masks, 0, file.length, 10);
        const ranges = fc.tuple(fc.nat(file.length - 1), fc.nat(file.length - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1]);
        await fc.assert(fc.asyncProperty(ranges, async ([start, end]) => {
            expect((await masked(file, format, masks, start, end, 10)).equals(whole.subarray(start, end))).toBe(true);
        }), { numRuns: 100, seed: 1 });
    });

    it('leaves the chunks that it is given as they are', async () => {
        const original = readFileSync(fixture('reference.wav'));
        const chunk = Buffer.from(original);
        const format = await maskableFormat(fixture('reference.wav'));
        const stream = maskStream({ format, masks: [{ fromMs: 0, toMs: 1000 }] });
        stream.end(chunk);
        expect(Buffer.concat(await stream.toArray() as Buffer[]).equals(original)).toBe(false);
        expect(chunk.equals(original)).toBe(true);
    });

    it('is not offered for what it cannot mask', async () => {
        for (const name of ['gsm.wav', 'stereo.flac']) {
            await expect(maskableFormat(fixture(name))).rejects.toMatchObject({ code: 'not-maskable' });
        }
    });
});
