import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { probe } from '../probe';
import { decodeAll } from '../testing/decoded';
import { fixture, fixtureBytes, ScratchFolder } from '../testing/fixtures';
import { interleaveChannels, pcm16Bytes, sine, waveFile } from '../testing/wave-files';
import { analyse } from './analyse';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

const stereo = waveFile(pcm16Bytes(interleaveChannels(sine(440, 2, 8000, 0.5), sine(1000, 2, 8000, 0.05))), { channels: 2 });

describe('analyse', () => {
    it('says everything about a recording in one pass', async () => {
        const path = scratch.file('stereo.wav', stereo);
        const renditionPath = scratch.file('unneeded.wav');
        const { probe: found, durationMs, channels, peaks, activity, loudness, warnings, rendition } = await analyse(path, { renditionPath });
        expect(found).toEqual(await probe(path));
        expect({ durationMs, channels, warnings, rendition }).toEqual({ durationMs: 2000, channels: 2, warnings: [], rendition: undefined });
        expect(existsSync(renditionPath)).toBe(false);
        expect(peaks.levels[0].channels.map(channel => channel.length)).toEqual([100, 100]);
        expect(activity).toMatchObject({ durationMs: 2000, channels: 2 });
        expect(loudness.channels.map(({ peakDbfs }) => peakDbfs)).toEqual([expect.closeTo(-6.02, 1), expect.closeTo(-26.02, 1)]);
        expect(loudness.channels[0].integratedLufs! - loudness.channels[1].integratedLufs!).toBeGreaterThan(18);
    });

    it('tells how far it is', async () => {
        const shares: number[] = [];
        await analyse(fixture('stereo.flac'), { onProgress: share => shares.push(share) });
        expect(shares.at(-1)).toBe(1);
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares.length).toBeGreaterThan(3);
    });

    it('writes a rendition of what browsers do not play', async () => {
        const renditionPath = scratch.file('gsm.wav');
        const { rendition } = await analyse(fixture('gsm.wav'), { renditionPath });
        expect(rendition).toEqual({ path: renditionPath, format: { codec: 'mulaw', sampleRate: 8000, channels: 1 } });
        expect(await probe(renditionPath)).toMatchObject({ codec: 'mulaw', frames: 63 * 320, playable: true });
        expect(existsSync(`${renditionPath}.partial`)).toBe(false);
    });

    it('writes one of anything when it is to be masked', async () => {
        const renditionPath = scratch.file('always.wav');
        const { rendition } = await analyse(fixture('stereo.ogg'), { renditionPath, rendition: 'always' });
        expect(rendition?.format).toEqual({ codec: 'pcm16', sampleRate: 16_000, channels: 2 });
        expect(await probe(renditionPath)).toMatchObject({ durationMs: 2500, playable: true });
    });

    it('joins two legs into one call', async () => {
        const renditionPath = scratch.file('joined.wav');
        const { legs, probe: found, channels, durationMs, rendition } = await analyse({ legs: [fixture('gsm.wav'), fixture('mono.gsm')], offsetMs: 1000 }, { renditionPath });
        expect({ channels, durationMs }).toEqual({ channels: 2, durationMs: 3500 });
        expect(legs?.map(({ durationMs: each }) => each)).toEqual([2520, 2500]);
        expect(found).toMatchObject({ channels: 2, playable: false });
        expect(rendition?.format.channels).toBe(2);
        const { samples } = await decodeAll(renditionPath);
        const second = samples.filter((_, i) => i % 2 === 1);
        expect(second.subarray(0, 8000).every(sample => sample === 0)).toBe(true);
        expect(second.subarray(8000).some(sample => sample !== 0)).toBe(true);
    });

    it('joins legs of different rates', async () => {
        const { channels, durationMs, probe: { sampleRate } } = await analyse({ legs: [fixture('gsm.wav'), fixture('g722.wav')] });
        expect({ channels, durationMs, sampleRate }).toEqual({ channels: 2, durationMs: 2520, sampleRate: 16_000 });
    });

    it('does not join what has two channels already', async () => {
        await expect(analyse({ legs: [fixture('gsm.wav'), fixture('stereo.flac')] })).rejects.toMatchObject({ code: 'legs-not-mono' });
    });

    it('keeps what a cut recording has', async () => {
        const path = scratch.file('cut.wav', stereo.subarray(0, 44 + 16_000));
        expect(await analyse(path)).toMatchObject({ durationMs: 500, warnings: ['truncated'] });
    });

    it('refuses what is too long, before and while decoding', async () => {
        const path = scratch.file('long.wav', stereo);
        await expect(analyse(path, { limits: { maxDurationMs: 1999 } })).rejects.toMatchObject({ code: 'too-long' });
        const understated = fixtureBytes('stereo.flac').slice();
        understated.fill(0, 22, 26);
        await expect(analyse(scratch.file('understated.flac', understated), { limits: { maxDurationMs: 2000 } })).rejects.toMatchObject({ code: 'too-long' });
    });

    it('says which codec wants ffmpeg', async () => {
        await expect(analyse(fixture('stereo.m4a'))).rejects.toMatchObject({ code: 'ffmpeg-needed', message: expect.stringContaining('AAC') as string });
    });

    it('stops when told, and leaves nothing behind', async () => {
        const abort = new AbortController();
        const renditionPath = scratch.file('aborted.wav');
        const analysis = analyse(fixture('g722.wav'), { signal: abort.signal, renditionPath, onProgress: () => abort.abort(new Error('enough')) });
        await expect(analysis).rejects.toThrow('enough');
        expect([renditionPath, `${renditionPath}.partial`].filter(existsSync)).toEqual([]);
    });

    it('leaves a file that stands in the place of a rendition alone until the new one is whole', async () => {
        const renditionPath = scratch.file('old.wav', 'old');
        await expect(analyse(fixture('stereo.m4a'), { renditionPath })).rejects.toMatchObject({ code: 'ffmpeg-needed' });
        expect(readFileSync(renditionPath, 'utf8')).toBe('old');
    });
});
