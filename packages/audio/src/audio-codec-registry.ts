import { AudioCodec, DecodeOptions, PcmBlock, ProbeOptions } from './audio-codec';
import { AudioError } from './audio-error';
import { AudioFile } from './audio-file';
import { AudioProbe } from './audio-probe';
import { AmrCodec } from './codecs/amr-codec';
import { FfmpegCodec } from './codecs/ffmpeg-codec';
import { ffmpegNeeded } from './codecs/ffmpeg-needed';
import { FlacCodec } from './codecs/flac-codec';
import { HeaderlessCodec } from './codecs/headerless-codec';
import { Mp3Codec } from './codecs/mp3-codec';
import { Mp4Codec } from './codecs/mp4-codec';
import { OggCodec } from './codecs/ogg-codec';
import { WaveCodec } from './codecs/wave-codec';
import { WebmCodec } from './codecs/webm-codec';
import { foreignSound, mistakenFile } from './containers/signatures';

/** Which codecs to use, in words that can be sent to another thread. */
export interface CodecSelection {
    /** The ffmpeg program to use for whatever no codec of this package decodes; none by default. */
    readonly ffmpegPath?: string;
    /** Absolute paths of modules that export `codecs`, an array of {@link AudioCodec}. */
    readonly codecModules?: readonly string[];
}

/**
 * The codecs at hand, asked in order: the first that knows a file's signature says what it is,
 * and the first that can decode such a file does so.
 */
export class AudioCodecRegistry {
    constructor(readonly codecs: readonly AudioCodec[]) { }

    /**
     * Codecs from `codecModules` first, then all of this package's own.
     * @throws when a module cannot be loaded
     */
    static standard({ ffmpegPath, codecModules = [] }: CodecSelection = {}): AudioCodecRegistry {
        const contributed = codecModules.flatMap(module => (require(module) as { codecs: readonly AudioCodec[] }).codecs);
        return new AudioCodecRegistry([
            ...contributed, new WaveCodec(), new FlacCodec(), new OggCodec(), new WebmCodec(), new AmrCodec(), new Mp4Codec(), new Mp3Codec(),
            ...(ffmpegPath ? [new FfmpegCodec(ffmpegPath)] : []),
            new HeaderlessCodec()
        ]);
    }

    /** @throws AudioError when no codec knows the file */
    async probe(file: AudioFile, options: ProbeOptions = {}): Promise<AudioProbe> {
        for (const codec of this.codecs) {
            const probe = await codec.probe(file, options);
            if (probe) {
                return probe;
            }
        }
        const foreign = foreignSound(file.head);
        if (foreign) {
            throw ffmpegNeeded(foreign.words);
        }
        const mistaken = mistakenFile(file.head);
        throw new AudioError('not-audio', mistaken
            ? `This is not a recording but ${mistaken}. Choose an audio file.`
            : 'This file carries the mark of no audio format. If it is sound without a header (raw G.722, A-law, µ-law or PCM), say which.');
    }

    /** @throws AudioError when nothing here can decode it */
    decoderFor(probe: AudioProbe): AudioCodec {
        const codec = this.codecs.find(candidate => candidate.canDecode(probe));
        if (!codec) {
            throw ffmpegNeeded(probe.codec === 'other' ? `an unusual codec (in ${probe.container})` : probe.codec.toUpperCase());
        }
        return codec;
    }

    decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions = {}): AsyncIterable<PcmBlock> {
        return this.decoderFor(probe).decode(file, probe, options);
    }
}
