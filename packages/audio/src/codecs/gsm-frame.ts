/**
 * The 76 parameters of a GSM full-rate frame (20 ms, 160 samples at 8 kHz) and the two ways they are packed.
 * ETSI EN 300 961 (GSM 06.10), table 1.1; RFC 3551, section 4.5.8.1 for the 33-byte packing;
 * Microsoft's WAV49 packs two frames into 65 bytes, least significant bit first.
 */

/** Width in bits: 8 log-area ratios, then for each of 4 subframes lag, gain, grid, block maximum and 13 pulses. */
const PARAMETER_BITS: readonly number[] = [
    6, 6, 5, 5, 4, 4, 3, 3,
    ...[0, 1, 2, 3].flatMap(() => [7, 2, 2, 6, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3])
];

export const GSM_FRAME_BYTES = 33;
export const GSM_FRAME_SAMPLES = 160;
export const GSM_PAIR_BYTES = 65;

/** Every 33-byte frame begins with these four bits; it is all the signature that raw GSM has. */
export const GSM_MARK = 0xd;

/** Parameters of the 33-byte frame at `at`: four bits of mark, then most significant bit first. */
export const unpackGsmFrame = (bytes: Uint8Array, at: number, parameters: Int32Array): void => {
    let bit = at * 8 + 4;
    for (let i = 0; i < PARAMETER_BITS.length; i++) {
        const width = PARAMETER_BITS[i];
        const word = bytes[bit >> 3] << 8 | bytes[(bit >> 3) + 1];      // beyond the last frame: undefined, and 0 in a bit operation
        parameters[i] = word >> 16 - (bit & 7) - width & (1 << width) - 1;
        bit += width;
    }
};

/** Parameters of the first or second frame of the 65-byte pair at `at`, least significant bit first. */
export const unpackWav49Frame = (bytes: Uint8Array, at: number, second: boolean, parameters: Int32Array): void => {
    let bit = at * 8 + (second ? 260 : 0);
    for (let i = 0; i < PARAMETER_BITS.length; i++) {
        const width = PARAMETER_BITS[i];
        const word = bytes[bit >> 3] | bytes[(bit >> 3) + 1] << 8;
        parameters[i] = word >> (bit & 7) & (1 << width) - 1;
        bit += width;
    }
};
