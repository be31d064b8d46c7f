import { SampleConversion } from './pcm';

/**
 * G.711, the 64 kbit/s coding of telephone networks: eight bits per sample on a scale that is nearly logarithmic.
 * ITU-T Recommendation G.711 (11/1988), tables 1 and 2; scaled to 16 bits as in ITU-T G.191.
 */
export type G711Law = 'alaw' | 'mulaw';

const MU_LAW_BIAS = 132;

const decodeMuLaw = (byte: number): number => {
    const code = ~byte & 0xff;
    const magnitude = (((code & 0x0f) << 3) + MU_LAW_BIAS << ((code >> 4) & 7)) - MU_LAW_BIAS;
    return code & 0x80 ? -magnitude : magnitude;
};

/** Every other bit is inverted on the line, hence the 0x55. */
const decodeALaw = (byte: number): number => {
    const code = byte ^ 0x55;
    const segment = (code >> 4) & 7;
    const step = ((code & 0x0f) << 4) + 8;
    const magnitude = segment === 0 ? step : step + 0x100 << segment - 1;
    return code & 0x80 ? magnitude : -magnitude;
};

const decodeTable = (decode: (byte: number) => number): Int16Array => Int16Array.from({ length: 256 }, (_, byte) => decode(byte));

const DECODE: Readonly<Record<G711Law, Int16Array>> = { alaw: decodeTable(decodeALaw), mulaw: decodeTable(decodeMuLaw) };

export const g711Conversion = (law: G711Law): SampleConversion => {
    const table = DECODE[law];
    return (bytes, samples) => {
        const count = bytes.length;
        for (let i = 0; i < count; i++) {
            samples[i] = table[bytes[i]];
        }
        return samples.subarray(0, count);
    };
};

/** The byte that stands for digital silence. */
export const G711_SILENCE: Readonly<Record<G711Law, number>> = { alaw: 0xd5, mulaw: 0xff };

/**
 * The code whose value lies nearest to the sample, one entry for every four neighbouring samples (the law has no finer step).
 * Found by walking the decoded values in order, so that decoding and encoding can never disagree.
 */
const encodeTable = (): Uint8Array => {
    const table = DECODE.mulaw;
    const codes = Array.from({ length: 256 }, (_, code) => code)
        .filter(code => code !== 0x7f)                                  // negative zero: the same value as 0xff
        .sort((a, b) => table[a] - table[b]);
    const nearest = new Uint8Array(1 << 14);
    for (let step = 0, at = 0; step < nearest.length; step++) {
        const value = (step << 2) - 32768 + 2;                          // the middle of the four samples that share this entry
        while (at + 1 < codes.length && Math.abs(table[codes[at + 1]] - value) <= Math.abs(table[codes[at]] - value)) {
            at++;
        }
        nearest[step] = codes[at];
    }
    return nearest;
};

let muLawCodes: Uint8Array | undefined;

/** Writes one µ-law byte per sample, each the nearest code there is. */
export const encodeMuLaw = (samples: Int16Array, bytes: Uint8Array): Uint8Array => {
    const codes = muLawCodes ??= encodeTable();
    for (let i = 0; i < samples.length; i++) {
        bytes[i] = codes[(samples[i] + 32768) >> 2];
    }
    return bytes.subarray(0, samples.length);
};
