import { PcmBlock } from '../audio-codec';
import { AudioFile, CHUNK_BYTES } from '../audio-file';
import { AudioCodecName } from '../audio-probe';
import { g711Conversion } from './g711';
import { G722Decoder } from './g722-decoder';
import { gsmConversion, wav49Conversion } from './gsm';
import { GSM_FRAME_BYTES, GSM_FRAME_SAMPLES, GSM_PAIR_BYTES } from './gsm-frame';
import { PCM_CONVERSIONS, SampleConversion } from './pcm';

/** A stretch of a file in which every block of so many bytes gives the same number of samples. */
export interface FixedRateSound {
    readonly codec: AudioCodecName;
    readonly channels: number;
    readonly sampleRate: number;
    readonly start: number;
    readonly bytes: number;
    readonly blockBytes: number;
    /** Samples per channel that each block decodes to. */
    readonly blockFrames: number;
    /** Samples per channel that belong to the recording; the last block may hold padding. */
    readonly frames: number;
    readonly signal?: AbortSignal;
}

/** Decoders made here keep their state between calls, so each recording needs its own. Undefined for codecs that are no concern of ours. */
export const conversionFor = (codec: AudioCodecName, blockBytes: number): SampleConversion | undefined => {
    switch (codec) {
        case 'alaw': case 'mulaw':
            return g711Conversion(codec);
        case 'gsm':
            return blockBytes === GSM_PAIR_BYTES ? wav49Conversion() : gsmConversion();
        case 'g722': {
            const decoder = new G722Decoder();
            return (bytes, samples) => decoder.decode(bytes, samples);
        }
        default:
            return PCM_CONVERSIONS.get(codec);
    }
};

/** Bytes and samples of the smallest unit that headerless data of a codec comes in. */
export const headerlessBlock = (codec: AudioCodecName, channels: number): Pick<FixedRateSound, 'blockBytes' | 'blockFrames'> =>
    codec === 'gsm' ? { blockBytes: GSM_FRAME_BYTES, blockFrames: GSM_FRAME_SAMPLES }
        : codec === 'g722' ? { blockBytes: 1, blockFrames: 2 }
            : { blockBytes: channels * (codec === 'pcm16' ? 2 : 1), blockFrames: 1 };

export async function* decodeFixedRate(file: AudioFile, sound: FixedRateSound, convert: SampleConversion): AsyncGenerator<PcmBlock> {
    const { blockBytes, blockFrames, channels, sampleRate } = sound;
    const blocks = Math.max(1, Math.floor(CHUNK_BYTES / Math.max(blockBytes, blockFrames * channels)));
    const chunkBytes = blocks * blockBytes;
    const room = new Int16Array(blocks * blockFrames * channels);
    let left = sound.frames * channels;
    for await (const chunk of file.chunks(sound.start, sound.start + sound.bytes, chunkBytes)) {
        sound.signal?.throwIfAborted();
        const whole = chunk.length - chunk.length % blockBytes;
        const samples = convert(whole === chunk.length ? chunk : chunk.subarray(0, whole), room);
        yield { samples: samples.length > left ? samples.subarray(0, left) : samples, channels, sampleRate };
        left -= samples.length;
    }
}
