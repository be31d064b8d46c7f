import { afterAll, describe, expect, it } from 'vitest';
import { AudioFile } from '../audio-file';
import { ScratchFolder } from '../testing/fixtures';
import { bytesOf, chunk, pcm16Bytes, sine, u16, u32, waveFile } from '../testing/wave-files';
import { readWaveLayout, WaveLayout } from './wave-layout';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

const layoutOf = (bytes: Uint8Array): Promise<WaveLayout> => AudioFile.with(scratch.file('a.wav', bytes), readWaveLayout);

const sound = pcm16Bytes(sine(440, 0.1));

describe('readWaveLayout', () => {
    it('finds the sound behind the plain header', async () => {
        expect(await layoutOf(waveFile(sound))).toMatchObject({ dataOffset: 44, dataBytes: 1600, truncated: false, orderly: true, format: { codec: 'pcm16', channels: 1, sampleRate: 8000 } });
    });

    it('passes chunks of odd size, padded or not', async () => {
        const padded = await layoutOf(waveFile(sound, { before: [chunk('LIST', bytesOf('abc'))] }));
        const careless = await layoutOf(waveFile(sound, { before: [chunk('LIST', bytesOf('abc'), 3, false)] }));
        expect(padded.dataOffset).toBe(44 + 12);
        expect(careless.dataOffset).toBe(44 + 11);
    });

    it('reads WAVE_FORMAT_EXTENSIBLE', async () => {
        const extra = bytesOf(u16(22), u16(16), u32(3), u16(1), new Uint8Array(14));
        expect((await layoutOf(waveFile(sound, { tag: 0xfffe, extra }))).format.codec).toBe('pcm16');
    });

    it.each([0xffffffff, 0x7fffffff, 0])('takes the size %d for an unfinished recording that goes on to the end', async dataSize => {
        expect(await layoutOf(waveFile(sound, { dataSize }))).toMatchObject({ dataBytes: 1600, truncated: false, orderly: false });
    });

    it('takes an empty data chunk with something behind it for empty', async () => {
        const file = bytesOf(waveFile(new Uint8Array(0)), chunk('LIST', bytesOf('INFO')));
        await expect(layoutOf(file)).rejects.toMatchObject({ code: 'empty-file' });
    });

    it('believes the file, not a data size beyond its end', async () => {
        expect(await layoutOf(waveFile(sound, { dataSize: 1_000_000 }))).toMatchObject({ dataBytes: 1600, truncated: true, orderly: false });
    });

    it('leaves out half a sample at the end', async () => {
        expect((await layoutOf(waveFile(bytesOf(sound, 'x')))).dataBytes).toBe(1600);
    });

    it('reads the sizes of RF64 from its ds64 chunk', async () => {
        const ds64 = chunk('ds64', bytesOf(u32(0), u32(0), u32(800), u32(0), u32(400), u32(0), u32(0)));
        const header = bytesOf('RF64', u32(0xffffffff), 'WAVE', ds64, chunk('fmt ', bytesOf(u16(1), u16(1), u32(8000), u32(16000), u16(2), u16(16))));
        const file = bytesOf(header, 'data', u32(0xffffffff), sound);
        expect(await layoutOf(file)).toMatchObject({ dataBytes: 800, factFrames: 400, orderly: false });
    });

    it('finds 24 bits in words of 32, and believes the bits where the block size lies', async () => {
        expect((await layoutOf(waveFile(sound, { bits: 24, blockBytes: 4 }))).format).toMatchObject({ codec: 'pcm32', blockBytes: 4 });
        const lying = waveFile(sound, { channels: 2 }).slice();
        lying[32] = 8;
        expect((await layoutOf(lying)).format).toMatchObject({ codec: 'pcm16', blockBytes: 4 });
    });

    it.each([
        ['no channels', { channels: 0, blockBytes: 2 }, 'corrupt'],
        ['300 channels', { channels: 300 }, 'unsupported-codec'],
        ['a rate of 0', { sampleRate: 0 }, 'corrupt'],
        ['a rate of 4 GHz', { sampleRate: 0xffffffff }, 'corrupt']
    ])('refuses %s', async (_, specification, code) => {
        await expect(layoutOf(waveFile(sound, specification))).rejects.toMatchObject({ name: 'AudioError', code });
    });

    it('says that a header was cut', async () => {
        const file = waveFile(sound);
        for (const length of [12, 20, 30, 38, 44]) {
            await expect(layoutOf(file.subarray(0, length))).rejects.toMatchObject({ code: length === 44 ? 'empty-file' : 'truncated' });
        }
    });

    it('wants to know the coding before the sound', async () => {
        await expect(layoutOf(bytesOf('RIFF', u32(100), 'WAVE', chunk('data', sound)))).rejects.toMatchObject({ code: 'corrupt' });
    });

    it('does not allocate what a chunk claims', async () => {
        const file = bytesOf('RIFF', u32(100), 'WAVEfmt ', u32(0xfffffff0), u16(1));
        await expect(layoutOf(file)).rejects.toMatchObject({ code: 'truncated' });
    });
});
