import { AudioCodec, PcmBlock } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioProbe } from '../audio-probe';
import { playsInBrowsers } from '../browser-playback';
import { isMp4, readMp4Sound } from '../containers/mp4';
import { ffmpegNeeded } from './ffmpeg-needed';

/** MP4, M4A and 3GP: recognised and measured from the header, for browsers play AAC. Decoding is left to ffmpeg. */
export class Mp4Codec implements AudioCodec {
    readonly name = 'mp4';

    async probe(file: AudioFile): Promise<AudioProbe | undefined> {
        if (!isMp4(file.head)) {
            return undefined;
        }
        const sound = await readMp4Sound(file);
        if (!sound || sound.channels === 0) {
            throw new AudioError('truncated', 'This MP4 file has no sound track, or its header is missing because it was cut. Export or copy it again.');
        }
        const { codec, channels, sampleRate, duration } = sound;
        return {
            container: 'mp4', codec, channels, sampleRate, frames: Math.round(duration * sampleRate), durationMs: Math.round(duration * 1000),
            exactDuration: false, bytes: file.size, playable: playsInBrowsers('mp4', codec, channels, duration > 0), warnings: []
        };
    }

    canDecode(): boolean {
        return false;
    }

    async *decode(_file: AudioFile, probe: AudioProbe): AsyncGenerator<PcmBlock> {
        throw ffmpegNeeded(probe.codec);
    }
}
