import { spells, u32be } from './byte-order';

/** Header of one frame of MPEG audio. ISO/IEC 11172-3, section 2.4.2.3, and 13818-3; MPEG 2.5 is an unofficial third row of rates. */
export interface MpegFrame {
    readonly layer: 1 | 2 | 3;
    readonly sampleRate: number;
    readonly channels: 1 | 2;
    /** kbit/s */
    readonly bitRate: number;
    /** Length of the frame with its header. */
    readonly bytes: number;
    /** Samples per channel. */
    readonly samples: number;
    readonly lowRate: boolean;
}

const RATES = [44100, 48000, 32000];
/** kbit/s by index 1…14; index 0 is "free" and 15 is forbidden. */
const BIT_RATES: Readonly<Record<string, readonly number[]>> = {
    full1: [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    full2: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    full3: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    low1: [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    low2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    low3: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
};

/** @returns undefined when the four bytes at `at` cannot be a frame header */
export const readMpegFrame = (bytes: Uint8Array, at: number): MpegFrame | undefined => {
    if (bytes[at] !== 0xff || (bytes[at + 1] & 0xe0) !== 0xe0) {
        return undefined;
    }
    const version = bytes[at + 1] >> 3 & 3;                     // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    const layer = 4 - (bytes[at + 1] >> 1 & 3) as 1 | 2 | 3 | 4;
    const bitRateIndex = bytes[at + 2] >> 4;
    const rateIndex = bytes[at + 2] >> 2 & 3;
    if (version === 1 || layer === 4 || bitRateIndex === 0 || bitRateIndex === 15 || rateIndex === 3) {
        return undefined;
    }
    const lowRate = version !== 3;
    const bitRate = BIT_RATES[(lowRate ? 'low' : 'full') + layer][bitRateIndex - 1];
    const sampleRate = RATES[rateIndex] >> (version === 3 ? 0 : version === 2 ? 1 : 2);
    const samples = layer === 1 ? 384 : layer === 3 && lowRate ? 576 : 1152;
    const slot = layer === 1 ? 4 : 1;
    const padding = bytes[at + 2] >> 1 & 1;
    return {
        layer, sampleRate, bitRate, samples, lowRate,
        channels: bytes[at + 3] >> 6 === 3 ? 1 : 2,
        bytes: (Math.floor(samples / 8 / slot * bitRate * 1000 / sampleRate) + padding) * slot
    };
};

/** Whether two frames can stand in one stream. */
export const continues = (first: MpegFrame, next: MpegFrame): boolean =>
    first.layer === next.layer && first.sampleRate === next.sampleRate && first.lowRate === next.lowRate;

/** Length of an ID3v2 tag at `at` with its header and footer, 0 when there is none. */
export const id3TagBytes = (bytes: Uint8Array, at: number): number => {
    if (!spells(bytes, at, 'ID3') || (bytes[at + 6] | bytes[at + 7] | bytes[at + 8] | bytes[at + 9]) & 0x80) {
        return 0;
    }
    const size = bytes[at + 6] << 21 | bytes[at + 7] << 14 | bytes[at + 8] << 7 | bytes[at + 9];
    return 10 + size + (bytes[at + 5] & 0x10 ? 10 : 0);
};

/** What an encoder wrote into the silent first frame: an index for seeking, and how many samples to drop at both ends. */
export interface MpegIndex {
    /** Frames behind this one, undefined when the encoder did not say. */
    readonly frames: number | undefined;
    readonly hasSeekTable: boolean;
    /** Samples to drop at the start and at the end, undefined when the encoder did not say. */
    readonly gap: { readonly start: number; readonly end: number } | undefined;
}

/** A decoder of layer III is this many samples late, which LAME's figures leave out. */
const DECODER_DELAY = 529;

/** The index of Xing ("Xing", "Info") and LAME, or of Fraunhofer ("VBRI"), in the frame that fills `bytes`. */
export const readMpegIndex = (bytes: Uint8Array, frame: MpegFrame): MpegIndex | undefined => {
    const sideInfo = frame.lowRate ? (frame.channels === 1 ? 9 : 17) : (frame.channels === 1 ? 17 : 32);
    const at = 4 + sideInfo;
    if (spells(bytes, at, 'Xing') || spells(bytes, at, 'Info')) {
        const flags = u32be(bytes, at + 4);
        const lame = at + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0);
        const delays = bytes[lame + 21] << 16 | bytes[lame + 22] << 8 | bytes[lame + 23];
        const gap = bytes[lame] ? { start: (delays >> 12) + DECODER_DELAY, end: Math.max(0, (delays & 0xfff) - DECODER_DELAY) } : undefined;
        return { frames: flags & 1 ? u32be(bytes, at + 8) : undefined, hasSeekTable: (flags & 4) !== 0, gap };
    }
    if (spells(bytes, 36, 'VBRI')) {
        return { frames: undefined, hasSeekTable: false, gap: undefined };         // its table is one that browsers do not read
    }
    return undefined;
};
