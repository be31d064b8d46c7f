import { existsSync, truncateSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from './analysis/analyse';
import { fixture, ScratchFolder } from './testing/fixtures';
import { waveFile } from './testing/wave-files';

/** A thread runs what was compiled, so that is what is tested here. */
const compiled = join(__dirname, '..', 'lib', 'analyse-in-worker.js');
const { analyseInWorker } = createRequire(__filename)(compiled) as typeof import('./analyse-in-worker');

const scratch = new ScratchFolder();
const longCall = scratch.file('long.wav', waveFile(new Uint8Array(0), { channels: 2, dataSize: 0xffffffff }));

beforeAll(() => truncateSync(longCall, 44 + 32_000 * 1200));        // twenty minutes of silence
afterAll(() => scratch.remove());

/** A codec that does something in place of decoding a file named by its content. */
const codecThat = (name: string, does: string): string => scratch.file(`${name}.cjs`, `exports.codecs = [{
    name: '${name}',
    probe: async file => ({ container: 'raw', codec: 'other', channels: 1, sampleRate: 8000, frames: 8000, durationMs: 1000, exactDuration: true, bytes: file.size, playable: false, warnings: [] }),
    canDecode: () => true,
    decode: async function* () { ${does} yield { samples: new Int16Array(8000), channels: 1, sampleRate: 8000 }; }
}];`);

describe('analyseInWorker', () => {
    it('gives what analyse gives, with progress', async () => {
        const shares: number[] = [];
        const renditionPath = scratch.file('rendition.wav');
        const analysis = await analyseInWorker(fixture('gsm.wav'), { renditionPath, onProgress: share => shares.push(share) });
        expect(analysis).toEqual(await analyse(fixture('gsm.wav'), { renditionPath }));
        expect(shares.at(-1)).toBe(1);
    });

    it('joins legs', async () => {
        expect(await analyseInWorker({ legs: [fixture('gsm.wav'), fixture('mono.amr')], offsetMs: -500 })).toMatchObject({ channels: 2, durationMs: 3020 });
    });

    it('passes on refusals with their code', async () => {
        await expect(analyseInWorker(fixture('stereo.m4a'))).rejects.toMatchObject({ name: 'AudioError', code: 'ffmpeg-needed' });
        await expect(analyseInWorker(scratch.file('nowhere.wav'))).rejects.toThrow('ENOENT');
    });

    it('leaves the event loop free', async () => {
        let longest = 0;
        let last = performance.now();
        const timer = setInterval(() => {
            longest = Math.max(longest, performance.now() - last);
            last = performance.now();
        }, 5);
        const { durationMs } = await analyseInWorker(longCall);
        clearInterval(timer);
        expect(durationMs).toBe(1_200_000);
        expect(longest).toBeLessThan(300);
    });

    it('stops when told, and leaves nothing behind', async () => {
        const abort = new AbortController();
        const renditionPath = scratch.file('aborted.wav');
        const analysis = analyseInWorker(longCall, { signal: abort.signal, renditionPath, onProgress: () => abort.abort(new Error('enough')) });
        await expect(analysis).rejects.toThrow('enough');
        expect([renditionPath, `${renditionPath}.partial`].filter(existsSync)).toEqual([]);
        await expect(analyseInWorker(longCall, { signal: abort.signal })).rejects.toThrow('enough');
    });

    it('ends a decoder that hangs', async () => {
        const codecModules = [codecThat('hanging', 'for (;;);')];
        await expect(analyseInWorker(fixture('gsm.wav'), { codecModules, stallMs: 500 })).rejects.toMatchObject({ code: 'no-progress' });
    });

    it('ends a decoder that hangs when told, too', async () => {
        const codecModules = [codecThat('stubborn', 'for (;;);')];
        await expect(analyseInWorker(fixture('gsm.wav'), { codecModules, signal: AbortSignal.timeout(300) })).rejects.toMatchObject({ name: 'TimeoutError' });
    });

    it('survives a decoder that takes all memory', async () => {
        const codecModules = [codecThat('greedy', 'const hoard = []; for (;;) { hoard.push(new Array(100000).fill(hoard.length)); }')];
        await expect(analyseInWorker(fixture('gsm.wav'), { codecModules })).rejects.toMatchObject({ code: 'corrupt', message: expect.stringContaining('memory') as string });
    }, 30_000);
});
