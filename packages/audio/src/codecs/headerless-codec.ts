import { AssumedFormat, AudioCodec, DecodeOptions, MAX_CHANNELS, PcmBlock, ProbeOptions } from '../audio-codec';
import { AudioError } from '../audio-error';
import { AudioFile } from '../audio-file';
import { AudioProbe, durationOf } from '../audio-probe';
import { conversionFor, decodeFixedRate, FixedRateSound, headerlessBlock } from './block-decoding';
import { looksLikeGsm } from './gsm';

/**
 * Data without a header: PCM16, A-law, µ-law or G.722 when the caller says so with `assume`,
 * and raw GSM also by itself, because each of its frames begins with the same four bits.
 * Stands last in the registry: whatever has a signature is taken for what it is, whatever is assumed.
 */
export class HeaderlessCodec implements AudioCodec {
    readonly name = 'headerless';

    async probe(file: AudioFile, options: ProbeOptions): Promise<AudioProbe | undefined> {
        const assumed = options.assume ?? (looksLikeGsm(file.head) ? { codec: 'gsm' } as const : undefined);
        if (!assumed) {
            return undefined;
        }
        const sound = soundOf(file, assumed);
        const { codec, channels, sampleRate, frames } = sound;
        const cut = file.size % sound.blockBytes !== 0;
        return {
            container: 'raw', codec, channels, sampleRate, frames, durationMs: durationOf(frames, sampleRate), exactDuration: true,
            bytes: file.size, playable: false, warnings: cut ? ['truncated'] : []
        };
    }

    canDecode(probe: AudioProbe): boolean {
        return probe.container === 'raw';
    }

    async *decode(file: AudioFile, probe: AudioProbe, options: DecodeOptions): AsyncGenerator<PcmBlock> {
        const assumed = options.assume ?? { codec: 'gsm' };
        const convert = conversionFor(assumed.codec, headerlessBlock(assumed.codec, 1).blockBytes);
        if (!convert) {
            throw new AudioError('unsupported-codec', `Headerless ${probe.codec} cannot be decoded.`);
        }
        yield* decodeFixedRate(file, { ...soundOf(file, assumed), signal: options.signal }, convert);
    }
}

/** @throws AudioError when the assumption cannot be */
const soundOf = (file: AudioFile, { codec, channels = 1, sampleRate = 8000 }: AssumedFormat): FixedRateSound => {
    const isSpeechCodec = codec === 'gsm' || codec === 'g722';
    if (channels < 1 || channels > MAX_CHANNELS || (isSpeechCodec && channels !== 1)) {
        throw new AudioError('unsupported-codec', `Headerless ${codec} cannot have ${channels} channels.`);
    }
    const block = headerlessBlock(codec, channels);
    const blocks = Math.floor(file.size / block.blockBytes);
    if (blocks === 0) {
        throw new AudioError('truncated', `The file is too short to hold a single frame of ${codec}. Export it again.`);
    }
    return {
        codec, channels, sampleRate: codec === 'g722' ? 16000 : codec === 'gsm' ? 8000 : sampleRate,
        start: 0, bytes: blocks * block.blockBytes, ...block, frames: blocks * block.blockFrames
    };
};
