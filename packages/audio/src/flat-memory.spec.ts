import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fixtureBytes, ScratchFolder } from './testing/fixtures';
import { SeededRandom } from './testing/random';
import { waveHeader } from './renditions/wave-writer';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

const HOURS = 2;
const SECONDS = 3600 * HOURS;

/** A file of a header and one piece of sound, again and again. */
const repeated = (name: string, header: Uint8Array, piece: Uint8Array, times: number): string => {
    const path = scratch.file(name);
    const file = openSync(path, 'w');
    writeSync(file, header);
    for (let i = 0; i < times; i++) {
        writeSync(file, piece);
    }
    closeSync(file);
    return path;
};

const noise = (bytes: number): Uint8Array => {
    const random = new SeededRandom(3);
    return Uint8Array.from({ length: bytes }, () => random.below(256));
};

/** Largest resident memory, in MB, of a process that does nothing but analyse the file. */
const memoryFor = (path: string, assume?: string): number => {
    const script = `require(process.argv[1]).analyse(process.argv[2], { renditionPath: process.argv[3], assume: process.argv[4] && { codec: process.argv[4] } })
        .then(({ durationMs }) => console.log(JSON.stringify({ durationMs, memory: process.resourceUsage().maxRSS / 1024 })))`;
    const library = join(__dirname, '..', 'lib', 'index.js');
    const answer = execFileSync(process.execPath, ['-e', script, library, path, scratch.file('rendition.wav'), ...assume ? [assume] : []], { encoding: 'utf8' });
    const { durationMs, memory } = JSON.parse(answer) as { durationMs: number; memory: number };
    expect(durationMs).toBeGreaterThan(0.95 * SECONDS * 1000);
    return memory;
};

describe.runIf(process.env.EARSHOT_LONG)('two hours need no more than 150 MB', () => {
    const pcm = { codec: 'pcm16', sampleRate: 8000, channels: 2 } as const;
    const mp3 = fixtureBytes('variable.mp3');
    const frames = mp3.subarray(mp3.length - 9000);
    it.each([
        ['PCM', () => repeated('pcm.wav', waveHeader(pcm, SECONDS * 32_000), noise(32_000), SECONDS), undefined],
        ['µ-law', () => repeated('mulaw.wav', waveHeader({ ...pcm, codec: 'mulaw' }, SECONDS * 16_000), noise(16_000), SECONDS), undefined],
        ['GSM', () => repeated('a.gsm', new Uint8Array(0), fixtureBytes('mono.gsm'), SECONDS / 2.5), undefined],
        ['G.722', () => repeated('a.g722', new Uint8Array(0), fixtureBytes('mono.g722'), SECONDS / 2.5), 'g722'],
        ['AMR', () => repeated('a.amr', fixtureBytes('mono.amr').subarray(0, 6), fixtureBytes('mono.amr').subarray(6), SECONDS / 2.5), undefined],
        ['MP3', () => repeated('a.mp3', mp3.subarray(0, mp3.length - 9000), frames, SECONDS / 2.3), undefined]
    ])('of %s', (_, make, assume) => {
        expect(memoryFor(make(), assume)).toBeLessThan(150);
    }, 300_000);
});
