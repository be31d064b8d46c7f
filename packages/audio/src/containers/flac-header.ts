import { spells, u16be, u32be } from './byte-order';

/** Headers of FLAC: RFC 9639, sections 8 (metadata) and 9.1 (frames). */

export interface FlacStreamInfo {
    readonly maxBlockFrames: number;
    readonly sampleRate: number;
    readonly channels: number;
    readonly bits: number;
    /** Samples per channel, 0 when the encoder did not know. */
    readonly frames: number;
}

export const isFlac = (head: Uint8Array): boolean => spells(head, 0, 'fLaC');

/** @param bytes from the start of the file; undefined when STREAMINFO is missing */
export const readStreamInfo = (bytes: Uint8Array): FlacStreamInfo | undefined => {
    if (!isFlac(bytes) || bytes.length < 42 || (bytes[4] & 0x7f) !== 0) {
        return undefined;
    }
    return {
        maxBlockFrames: bytes[10] << 8 | bytes[11],
        sampleRate: bytes[18] << 12 | bytes[19] << 4 | bytes[20] >> 4,
        channels: (bytes[20] >> 1 & 7) + 1,
        bits: ((bytes[20] & 1) << 4 | bytes[21] >> 4) + 1,
        frames: (bytes[21] & 15) * 2 ** 32 + u32be(bytes, 22)
    };
};

/** How the two channels of a frame belong together. */
export type FlacStereo = 'independent' | 'left-side' | 'side-right' | 'mid-side';

export interface FlacFrameHeader {
    readonly blockFrames: number;
    /** 0: as in STREAMINFO. */
    readonly sampleRate: number;
    readonly channels: number;
    readonly stereo: FlacStereo;
    /** 0: as in STREAMINFO. */
    readonly bits: number;
    /** First sample of the frame, given the block size of fixed-size streams. */
    readonly firstFrame: (fixedBlockFrames: number) => number;
    /** Length of this header. */
    readonly bytes: number;
}

/** No header is longer. */
export const MAX_FRAME_HEADER_BYTES = 16;

const RATES = [0, 88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000];
const BITS = [0, 8, 12, -1, 16, 20, 24, 32];
const STEREO: readonly FlacStereo[] = ['left-side', 'side-right', 'mid-side'];

/** @returns undefined when no valid frame header, with its check sum, stands at `at` */
export const readFlacFrameHeader = (bytes: Uint8Array, at: number): FlacFrameHeader | undefined => {
    if (bytes[at] !== 0xff || (bytes[at + 1] & 0xfe) !== 0xf8) {
        return undefined;
    }
    const sizeCode = bytes[at + 2] >> 4;
    const rateCode = bytes[at + 2] & 15;
    const channelCode = bytes[at + 3] >> 4;
    const bits = BITS[bytes[at + 3] >> 1 & 7];
    if (sizeCode === 0 || rateCode === 15 || channelCode > 10 || bits < 0 || bytes[at + 3] & 1) {
        return undefined;
    }
    const number = readCodedNumber(bytes, at + 4);
    if (!number) {
        return undefined;
    }
    const sizeAt = at + 4 + number.bytes;
    const rateAt = sizeAt + (sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0);
    const next = rateAt + (rateCode < 12 ? 0 : rateCode === 12 ? 1 : 2);
    const blockFrames = sizeCode === 1 ? 192
        : sizeCode < 6 ? 144 << sizeCode
            : sizeCode === 6 ? bytes[sizeAt] + 1
                : sizeCode === 7 ? u16be(bytes, sizeAt) + 1
                    : 1 << sizeCode;
    const sampleRate = rateCode < 12 ? RATES[rateCode]
        : rateCode === 12 ? bytes[rateAt] * 1000
            : rateCode === 13 ? u16be(bytes, rateAt)
                : u16be(bytes, rateAt) * 10;
    if (next >= bytes.length || crc8(bytes, at, next) !== bytes[next]) {
        return undefined;
    }
    const isVariable = (bytes[at + 1] & 1) === 1;
    return {
        blockFrames, sampleRate, bits, bytes: next + 1 - at,
        channels: channelCode < 8 ? channelCode + 1 : 2,
        stereo: channelCode < 8 ? 'independent' : STEREO[channelCode - 8],
        firstFrame: fixedBlockFrames => isVariable ? number.value : number.value * fixedBlockFrames
    };
};

/** A number in the manner of UTF-8, extended to 36 bits. */
const readCodedNumber = (bytes: Uint8Array, at: number): { value: number; bytes: number } | undefined => {
    const first = bytes[at];
    const length = first < 0x80 ? 1 : Math.clz32(~(first << 24));
    if (length > 7 || (first & 0xc0) === 0x80) {
        return undefined;
    }
    let value = length === 1 ? first : first & 0x7f >> length;
    for (let i = 1; i < length; i++) {
        if ((bytes[at + i] & 0xc0) !== 0x80) {
            return undefined;
        }
        value = value * 64 + (bytes[at + i] & 0x3f);
    }
    return { value, bytes: length };
};

/** Table of a cyclic redundancy check that takes the highest bit first. */
const crcTable = (width: 8 | 16, polynomial: number): Uint16Array => Uint16Array.from({ length: 256 }, (_, byte) => {
    let value = byte << width - 8;
    for (let bit = 0; bit < 8; bit++) {
        value = value << 1 ^ (value >> width - 1 & 1 ? polynomial : 0);
    }
    return value & (1 << width) - 1;
});

const CRC8 = crcTable(8, 0x07);
const CRC16 = crcTable(16, 0x8005);

const crc8 = (bytes: Uint8Array, from: number, to: number): number => {
    let value = 0;
    for (let i = from; i < to; i++) {
        value = CRC8[value ^ bytes[i]];
    }
    return value;
};

/** Check sum of a whole frame; 0 when it includes the two bytes of the sum itself and all is well. */
export const crc16 = (bytes: Uint8Array, from: number, to: number): number => {
    let value = 0;
    for (let i = from; i < to; i++) {
        value = (value << 8 ^ CRC16[value >> 8 ^ bytes[i]]) & 0xffff;
    }
    return value;
};
