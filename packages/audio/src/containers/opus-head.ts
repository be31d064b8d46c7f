import { spells, u16le, u32le } from './byte-order';

/** Identification header of Opus: RFC 7845, section 5.1. All of its counts are in samples at 48 kHz. */
export interface OpusHead {
    readonly channels: number;
    /** Samples to drop at the start. */
    readonly preSkip: number;
    /** Rate of the sound before it was coded, for information only. */
    readonly inputSampleRate: number;
    /** Gain in 1/256 dB. */
    readonly outputGain: number;
    readonly streams: number;
    readonly coupled: number;
    readonly mapping: readonly number[];
}

export const OPUS_CLOCK = 48000;

/** @returns undefined when this is no such header, or one of a later, incompatible version */
export const readOpusHead = (bytes: Uint8Array): OpusHead | undefined => {
    if (!spells(bytes, 0, 'OpusHead') || bytes.length < 19 || bytes[8] >> 4 !== 0) {
        return undefined;
    }
    const channels = bytes[9];
    const common = { channels, preSkip: u16le(bytes, 10), inputSampleRate: u32le(bytes, 12), outputGain: u16le(bytes, 16) << 16 >> 16 };
    if (bytes[18] === 0) {
        return channels === 1 || channels === 2 ? { ...common, streams: 1, coupled: channels - 1, mapping: [0, 1].slice(0, channels) } : undefined;
    }
    return bytes.length >= 21 + channels && channels > 0
        ? { ...common, streams: bytes[19], coupled: bytes[20], mapping: [...bytes.subarray(21, 21 + channels)] }
        : undefined;
};

/** Frame lengths in samples at 48 kHz by the configuration number: RFC 6716, table 2. */
const FRAME_SAMPLES = [480, 960, 1920, 2880];
const CELT_FRAME_SAMPLES = [120, 240, 480, 960];

/** Samples at 48 kHz that a packet decodes to, 0 when it is no valid packet: RFC 6716, section 3.1. */
export const opusPacketSamples = (packet: Uint8Array): number => {
    if (packet.length === 0) {
        return 0;
    }
    const configuration = packet[0] >> 3;
    const frame = configuration < 12 ? FRAME_SAMPLES[configuration & 3]
        : configuration < 16 ? FRAME_SAMPLES[configuration & 1]
            : CELT_FRAME_SAMPLES[configuration & 3];
    const code = packet[0] & 3;
    const count = code === 0 ? 1 : code < 3 ? 2 : packet.length > 1 ? packet[1] & 0x3f : 0;
    return count * frame <= 5760 ? count * frame : 0;
};
