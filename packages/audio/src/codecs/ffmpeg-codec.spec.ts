import { chmodSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { AudioCodecRegistry } from '../audio-codec-registry';
import { decodeAll } from '../testing/decoded';
import { fixture, ScratchFolder } from '../testing/fixtures';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

/** A program that speaks as ffmpeg does: reports the stream, and gives 4,000 frames of two channels that count upwards. */
const fakeFfmpeg = (name: string, { exit = 0, frames = 4000 } = {}): string => {
    const script = scratch.file(`${name}.cjs`, `
        const fs = require('node:fs');
        fs.appendFileSync(${JSON.stringify(scratch.file(`${name}.calls`))}, JSON.stringify(process.argv.slice(2)) + '\\n');
        if (!process.argv.includes('pipe:1')) {
            process.stderr.write('Input #0\\n  Duration: 00:00:00.50, start: 0.0\\n  Stream #0:0(und): Audio: aac (LC) (mp4a / 0x6134706D), 8000 Hz, stereo, fltp, 24 kb/s\\n');
            process.exitCode = 1;
        } else {
            const words = Int16Array.from({ length: ${2 * frames} }, (_, i) => i);
            const bytes = Buffer.from(words.buffer);
            process.stdout.write(bytes.subarray(0, 1001));
            setTimeout(() => process.stdout.write(bytes.subarray(1001)), 20);
            process.exitCode = ${exit};
        }`);
    const program = scratch.file(name, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
    chmodSync(program, 0o755);
    return program;
};

const calls = (name: string): string[][] => readFileSync(scratch.file(`${name}.calls`), 'utf8').trim().split('\n').map(line => JSON.parse(line) as string[]);

const withFfmpeg = (ffmpegPath: string): AudioCodecRegistry => AudioCodecRegistry.standard({ ffmpegPath });

describe('FfmpegCodec', () => {
    it('gives the samples of the program, whatever pieces they come in', async () => {
        const { samples, sampleRate, warnings } = await decodeAll(fixture('stereo.m4a'), undefined, withFfmpeg(fakeFfmpeg('good')));
        expect([...samples]).toEqual(Array.from({ length: 8000 }, (_, i) => i));
        expect([sampleRate, warnings]).toEqual([8000, []]);
    });

    it('names the file, the demuxer and the only protocols', async () => {
        await decodeAll(fixture('stereo.m4a'), undefined, withFfmpeg(fakeFfmpeg('asked')));
        for (const call of calls('asked')) {
            expect(call.join(' ')).toContain('-nostdin -protocol_whitelist file,pipe -f mov -i file:' + fixture('stereo.m4a'));
        }
        expect(calls('asked')[1]).toEqual(expect.arrayContaining(['-f', 's16le', 'pipe:1', '-ac', '2', '-ar', '8000']));
    });

    it('decodes what has a signature that no other codec reads', async () => {
        const path = scratch.file('sound.aiff', 'FORM\0\0\0\x10AIFFCOMM');
        const { probe } = await decodeAll(path, undefined, withFfmpeg(fakeFfmpeg('aiff')));
        expect(probe).toMatchObject({ container: 'aiff', channels: 2, sampleRate: 8000, durationMs: 500, exactDuration: false });
    });

    it('warns when the program was not content', async () => {
        expect((await decodeAll(fixture('stereo.m4a'), undefined, withFfmpeg(fakeFfmpeg('grumbling', { exit: 1 })))).warnings).toEqual(['damaged']);
    });

    it('says so when there is no sound, and when there is no program', async () => {
        await expect(decodeAll(fixture('stereo.m4a'), undefined, withFfmpeg(fakeFfmpeg('silent', { frames: 0 })))).rejects.toMatchObject({ code: 'corrupt' });
        await expect(decodeAll(fixture('stereo.m4a'), undefined, withFfmpeg(scratch.file('missing')))).rejects.toMatchObject({ code: 'ffmpeg-needed' });
    });

    it('is not asked about what can be decoded here', async () => {
        await decodeAll(fixture('stereo.flac'), undefined, withFfmpeg(scratch.file('missing')));
    });
});
