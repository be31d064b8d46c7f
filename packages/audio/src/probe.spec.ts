import { afterAll, describe, expect, it } from 'vitest';
import { AudioProbe } from './audio-probe';
import { probe } from './probe';
import { fixture, fixtureBytes, ScratchFolder } from './testing/fixtures';
import { bytesOf, pcm16Bytes, sine, waveFile } from './testing/wave-files';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

type Expectation = [name: string, container: string, codec: string, channels: number, sampleRate: number, frames: number, playable: boolean];

/** Lengths are those that the encoders were given, with the padding that a codec without its own length cannot take back. */
const recordings: Expectation[] = [
    ['reference.wav', 'wav', 'pcm16', 2, 8000, 20000, true],
    ['stereo.flac', 'flac', 'flac', 2, 8000, 20000, true],
    ['deep.flac', 'flac', 'flac', 2, 16000, 8000, true],
    ['constant.mp3', 'mp3', 'mp3', 2, 16000, 40000, true],
    ['indexed.mp3', 'mp3', 'mp3', 1, 16000, 40000, true],
    ['variable.mp3', 'mp3', 'mp3', 1, 16000, 72 * 576, false],
    ['mp3.wav', 'wav', 'mp3', 1, 8000, 37 * 576, false],
    ['stereo.ogg', 'ogg', 'opus', 2, 48000, 120000, true],
    ['stereo.webm', 'webm', 'opus', 2, 48000, 120000, true],
    ['live.webm', 'webm', 'opus', 2, 48000, 120000, false],
    ['gsm.wav', 'wav', 'gsm', 1, 8000, 63 * 320, false],
    ['mono.gsm', 'raw', 'gsm', 1, 8000, 125 * 160, false],
    ['g722.wav', 'wav', 'g722', 1, 16000, 40000, false],
    ['mono.amr', 'amr', 'amr-nb', 1, 8000, 125 * 160, false]
];

describe('probe', () => {
    it.each(recordings)('tells what %s is, to the sample', async (name, container, codec, channels, sampleRate, frames, playable) => {
        expect(await probe(fixture(name))).toEqual<AudioProbe>({
            container, codec, channels, sampleRate, frames, playable, durationMs: Math.round(frames / sampleRate * 1000), exactDuration: true,
            bytes: fixtureBytes(name).length, warnings: []
        } as AudioProbe);
    });

    it('goes by content, not by name', async () => {
        const path = scratch.file('picture.png', fixtureBytes('stereo.flac'));
        expect(await probe(path)).toMatchObject({ container: 'flac', channels: 2 });
    });

    it('measures what it leaves to ffmpeg from the header', async () => {
        expect(await probe(fixture('stereo.m4a'))).toMatchObject({ container: 'mp4', codec: 'aac', channels: 2, sampleRate: 16000, durationMs: 2500, exactDuration: false, playable: true });
        expect(await probe(fixture('ima-adpcm.wav'))).toMatchObject({ codec: 'ima-adpcm', channels: 1, playable: false });
        expect(await probe(fixture('vorbis.ogg'))).toMatchObject({ container: 'ogg', codec: 'vorbis', channels: 1, sampleRate: 8000 });
    });

    it('takes headerless data for what the caller says, but nothing else', async () => {
        const assume = { codec: 'g722' } as const;
        expect(await probe(fixture('mono.g722'), { assume })).toMatchObject({ container: 'raw', codec: 'g722', sampleRate: 16000, frames: 40000 });
        expect(await probe(fixture('stereo.flac'), { assume })).toMatchObject({ container: 'flac' });
        await expect(probe(fixture('mono.g722'))).rejects.toMatchObject({ code: 'not-audio' });
        await expect(probe(fixture('mono.g722'), { assume: { codec: 'g722', channels: 2 } })).rejects.toMatchObject({ code: 'unsupported-codec' });
    });

    it('takes the rate of G.722 for 16 kHz, whatever a header says', async () => {
        const wrong = fixtureBytes('g722.wav').slice();
        new DataView(wrong.buffer).setUint32(24, 8000, true);
        expect(await probe(scratch.file('g722-8k.wav', wrong))).toMatchObject({ sampleRate: 16000, durationMs: 2500 });
    });

    it.each([
        ['nothing', '', 'empty-file', /0 bytes/],
        ['text', 'Dear customer,\nplease find attached', 'not-audio', /a text file/],
        ['a web page', '\n<!DOCTYPE html><html>', 'not-audio', /web page/],
        ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'not-audio', /picture/],
        ['an archive', 'PK\x03\x04\x14\0', 'not-audio', /ZIP/],
        ['zeros', '\0'.repeat(5000), 'not-audio', /zeros/],
        ['AIFF', 'FORM\0\0\0\x10AIFFCOMM', 'ffmpeg-needed', /AIFF/],
        ['bare AAC', '\xff\xf1\x50\x80\x02\x1f\xfc\x21', 'ffmpeg-needed', /AAC/],
        ['a cut Ogg file', 'OggS\0\x02', 'not-audio', /cut/],
        ['a cut FLAC file', 'fLaC\0\0\0\x22', 'truncated', /cut/],
        ['a cut MP4 file', '\0\0\0\x14ftypM4A \0\0\0\0', 'truncated', /cut/],
        ['AMR without sound', '#!AMR\n', 'empty-file', /no sound/]
    ])('says what to do about %s', async (_, content, code, words) => {
        const path = scratch.file('recording.wav', bytesOf(content));
        await expect(probe(path)).rejects.toMatchObject({ name: 'AudioError', code, message: expect.stringMatching(words) as string });
    });

    it('says that a folder is no recording', async () => {
        await expect(probe(fixture('.'))).rejects.toMatchObject({ code: expect.stringMatching(/not-audio|EISDIR/) as string });
    });

    it('notices that a FLAC file was cut or never measured', async () => {
        const whole = fixtureBytes('stereo.flac');
        const cut = await probe(scratch.file('cut.flac', whole.subarray(0, whole.length >> 1)));
        expect(cut.warnings).toEqual(['truncated']);
        expect(cut.frames).toBeLessThan(15000);
        const unmeasured = whole.slice();
        unmeasured.fill(0, 22, 26);
        unmeasured[21] &= 0xf0;
        expect(await probe(scratch.file('unmeasured.flac', unmeasured))).toMatchObject({ frames: 20000, exactDuration: true, playable: false });
    });

    it('leaves WAV files to a rendition that players disagree about', async () => {
        const sound = pcm16Bytes(sine(440, 0.5));
        expect((await probe(scratch.file('open.wav', waveFile(sound, { dataSize: 0xffffffff })))).playable).toBe(false);
        expect((await probe(scratch.file('four.wav', waveFile(sound, { channels: 4 })))).playable).toBe(false);
        expect((await probe(scratch.file('eight.wav', waveFile(sound, { bits: 8 })))).playable).toBe(false);
    });
});
