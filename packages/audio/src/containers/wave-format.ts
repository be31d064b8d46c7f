import { AudioError } from '../audio-error';
import { MAX_CHANNELS } from '../audio-codec';
import { AudioCodecName } from '../audio-probe';
import { u16le, u32le } from './byte-order';

/**
 * The `fmt ` chunk of a WAVE file: how its sound is coded.
 * Tags: "Multiple Media Registry" of Microsoft (RFC 2361) and what encoders really write (0x028F for G.722, 0x0083 for G.729).
 */
export interface WaveFormat {
    readonly tag: number;
    readonly codec: AudioCodecName;
    readonly channels: number;
    readonly sampleRate: number;
    /** Bytes that belong together: one sample of every channel, or one coded frame. */
    readonly blockBytes: number;
    /** Samples per channel in one block; 0 where only a decoder can tell. */
    readonly blockFrames: number;
    /** The average that the header claims; only used to guess durations. */
    readonly bytesPerSecond: number;
}

/** G.722 always is 16 kHz speech; some writers put 8000 into the header, the clock rate of its RTP packets (RFC 3551, section 4.5.2). */
const G722_RATE = 16000;

const EXTENSIBLE = 0xfffe;
const PCM = 0x0001;
const FLOAT = 0x0003;

const CODECS: ReadonlyMap<number, AudioCodecName> = new Map<number, AudioCodecName>([
    [0x0002, 'ms-adpcm'], [0x0006, 'alaw'], [0x0007, 'mulaw'], [0x0011, 'ima-adpcm'], [0x0014, 'g723.1'], [0x0031, 'gsm'],
    [0x0040, 'g726'], [0x0042, 'g723.1'], [0x0045, 'g726'], [0x0050, 'mp2'], [0x0055, 'mp3'], [0x0059, 'g723.1'], [0x0064, 'g726'],
    [0x0065, 'g722'], [0x0083, 'g729'], [0x0111, 'g723.1'], [0x0133, 'g729'], [0x0160, 'wma'], [0x0161, 'wma'], [0x028f, 'g722']
]);

const PCM_BY_BYTES: readonly (AudioCodecName | undefined)[] = [undefined, 'pcm8', 'pcm16', 'pcm24', 'pcm32'];

/**
 * @param chunk the content of the `fmt ` chunk
 * @throws AudioError `corrupt` when the figures make no sense, `unsupported-codec` when there are too many channels
 */
export const readWaveFormat = (chunk: Uint8Array): WaveFormat => {
    if (chunk.length < 14) {
        throw new AudioError('truncated', 'The WAV header ends in the middle. The file was cut: export or copy it again.');
    }
    const channels = u16le(chunk, 2);
    const sampleRate = u32le(chunk, 4);
    const bits = u16le(chunk, 14);
    const claimedBlock = u16le(chunk, 12);
    let tag = u16le(chunk, 0);
    if (tag === EXTENSIBLE && chunk.length >= 26) {
        tag = u16le(chunk, 24);
    }
    checkFigures(channels, sampleRate);
    const bytesPerSecond = u32le(chunk, 8);
    // samples may lie in wider words (24 bits in 32), which is believed where the byte rate says the same
    const wordBytes = bytesPerSecond === sampleRate * claimedBlock ? Math.floor(claimedBlock / channels) : 0;
    const sampleBytes = Math.max(Math.ceil(bits / 8), wordBytes);
    const codec = codecOf(tag, sampleBytes);
    const block = blockOf(codec, channels, sampleBytes, claimedBlock, chunk.length >= 20 ? u16le(chunk, 18) : 0);
    return { tag, codec, channels, sampleRate: codec === 'g722' ? G722_RATE : sampleRate, ...block, bytesPerSecond };
};

/** @throws AudioError when a header claims what no recording has */
export const checkFigures = (channels: number, sampleRate: number): void => {
    if (channels === 0 || sampleRate < 1000 || sampleRate > 768000) {
        throw new AudioError('corrupt', `The header says ${channels} channels at ${sampleRate} Hz, which cannot be. Export the recording again.`);
    }
    if (channels > MAX_CHANNELS) {
        throw new AudioError('unsupported-codec', `The recording has ${channels} channels; at most ${MAX_CHANNELS} can be read. Export it with fewer channels.`);
    }
};

const codecOf = (tag: number, sampleBytes: number): AudioCodecName => {
    if (tag === PCM) {
        return PCM_BY_BYTES[sampleBytes] ?? 'other';
    }
    if (tag === FLOAT) {
        return sampleBytes === 8 ? 'float64' : sampleBytes === 4 ? 'float32' : 'other';
    }
    return CODECS.get(tag) ?? 'other';
};

const blockOf = (codec: AudioCodecName, channels: number, sampleBytes: number, claimedBlock: number, claimedFrames: number): Pick<WaveFormat, 'blockBytes' | 'blockFrames'> => {
    switch (codec) {
        case 'pcm8': case 'pcm16': case 'pcm24': case 'pcm32': case 'float32': case 'float64':
            return { blockBytes: sampleBytes * channels, blockFrames: 1 };
        case 'alaw': case 'mulaw':
            return { blockBytes: channels, blockFrames: 1 };
        case 'gsm':
            return { blockBytes: 65, blockFrames: 320 };
        case 'g722':
            return { blockBytes: channels, blockFrames: 2 };
        case 'ima-adpcm': case 'ms-adpcm':
            return { blockBytes: Math.max(1, claimedBlock), blockFrames: claimedFrames };
        default:
            return { blockBytes: Math.max(1, claimedBlock), blockFrames: 0 };
    }
};
