import { afterAll, describe, expect, it } from 'vitest';
import { probe } from '../probe';
import { decodeAll } from '../testing/decoded';
import { fixture, ScratchFolder } from '../testing/fixtures';
import { interleaveChannels, pcm16Bytes, sine, waveFile } from '../testing/wave-files';
import { needsRendition, renditionFormat } from './needs-rendition';
import { writeRendition } from './write-rendition';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

describe('a rendition', () => {
    it('is made of what browsers cannot play', async () => {
        expect(needsRendition(await probe(fixture('mono.amr')))).toBe(true);
        expect(needsRendition(await probe(fixture('stereo.ogg')))).toBe(false);
    });

    it('is µ-law for the telephone and PCM for more', () => {
        expect(renditionFormat(2, 8000)).toEqual({ codec: 'mulaw', sampleRate: 8000, channels: 2 });
        expect(renditionFormat(1, 16_000)).toEqual({ codec: 'pcm16', sampleRate: 16_000, channels: 1 });
        expect(renditionFormat(6, 48_000)).toEqual({ codec: 'pcm16', sampleRate: 16_000, channels: 1 });
    });

    it('holds the same sound', async () => {
        const path = scratch.file('same.wav');
        await writeRendition(fixture('g722.wav'), path);
        const original = await decodeAll(fixture('g722.wav'));
        const rendition = await decodeAll(path);
        expect(rendition.probe).toMatchObject({ codec: 'pcm16', sampleRate: 16_000, playable: true, warnings: [] });
        expect(rendition.samples).toEqual(original.samples);
    });

    it('is brought down from a rate that speech does not need', async () => {
        const source = scratch.file('hifi.wav', waveFile(pcm16Bytes(interleaveChannels(sine(440, 1, 44_100), sine(880, 1, 44_100))), { channels: 2, sampleRate: 44_100 }));
        const path = scratch.file('lower.wav');
        expect(await writeRendition(source, path)).toEqual({ codec: 'pcm16', sampleRate: 16_000, channels: 2 });
        const { samples, probe: found } = await decodeAll(path);
        expect(found).toMatchObject({ durationMs: 1000, channels: 2 });
        const expected = sine(440, 1, 16_000);
        const worst = Math.max(...samples.filter((_, i) => i % 2 === 0).subarray(500, 15_500).map((sample, i) => Math.abs(sample - expected[i + 500])));
        expect(worst).toBeLessThan(100);
    });

    it('mixes a conference into one channel', async () => {
        const source = scratch.file('four.wav', waveFile(pcm16Bytes(interleaveChannels(...[400, 800, 1200, -2400].map(value => new Int16Array(800).fill(value)))), { channels: 4 }));
        const path = scratch.file('mixed.wav');
        await writeRendition(source, path, { format: { codec: 'pcm16', sampleRate: 8000, channels: 1 } });
        expect(new Set((await decodeAll(path)).samples)).toEqual(new Set([0]));
    });

    it('of an odd number of bytes is padded and measured right', async () => {
        const path = scratch.file('odd.wav');
        await writeRendition(scratch.file('three.wav', waveFile(pcm16Bytes([1000, 2000, 3000]))), path, { format: { codec: 'mulaw', sampleRate: 8000, channels: 1 } });
        expect(await probe(path)).toMatchObject({ frames: 3, bytes: 62, playable: true });
    });
});
