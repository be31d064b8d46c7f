import { afterAll, describe, expect, it } from 'vitest';
import { AudioCodecRegistry } from './audio-codec-registry';
import { probe } from './probe';
import { fixture, ScratchFolder } from './testing/fixtures';

const scratch = new ScratchFolder();
afterAll(() => scratch.remove());

describe('AudioCodecRegistry', () => {
    it('asks contributed codecs first', async () => {
        const codecModule = scratch.file('codec.cjs', `exports.codecs = [{
            name: 'mine',
            probe: async file => file.head[0] === 0x4d ? { container: 'raw', codec: 'other', channels: 1, sampleRate: 8000, frames: 8, durationMs: 1, exactDuration: true, bytes: file.size, playable: false, warnings: [] } : undefined,
            canDecode: probe => probe.codec === 'other',
            decode: async function* () { yield { samples: Int16Array.of(1, 2), channels: 1, sampleRate: 8000 }; }
        }];`);
        const path = scratch.file('mine', 'Mine');
        expect(await probe(path, { codecModules: [codecModule] })).toMatchObject({ codec: 'other', bytes: 4 });
        await expect(probe(path)).rejects.toMatchObject({ code: 'not-audio' });
        expect(await probe(fixture('stereo.flac'), { codecModules: [codecModule] })).toMatchObject({ codec: 'flac' });
    });

    it('holds codecs in the order in which they are asked', () => {
        expect(AudioCodecRegistry.standard().codecs.map(codec => codec.name)).toEqual(['wav', 'flac', 'ogg', 'webm', 'amr', 'mp4', 'mp3', 'headerless']);
        expect(AudioCodecRegistry.standard({ ffmpegPath: 'ffmpeg' }).codecs.map(codec => codec.name).slice(-2)).toEqual(['ffmpeg', 'headerless']);
    });
});
