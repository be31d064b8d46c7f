import { ANTILOGARITHM, HIGHER_SCALE_STEP, INVERSE_2, INVERSE_4, INVERSE_6, LOWER_SCALE_STEP, MIRROR_FILTER } from './g722-tables';

/**
 * G.722 wideband decoder at 64 kbit/s: two bands of adaptive differential code, joined to 16 kHz speech; bit-exact.
 * ITU-T Recommendation G.722 (09/2012), clause 6; the names in brackets are the recommendation's.
 */

const saturate = (value: number): number => value > 32767 ? 32767 : value < -32768 ? -32768 : value;

/** [LIMIT] what a band may reach before both are joined. */
const limit = (value: number): number => value > 16383 ? 16383 : value < -16384 ? -16384 : value;

const HISTORY = 24;
/** Samples kept before the mirror filter's memory is moved back to the front. */
const MEMORY = 2048;

/** One band: its scale factor, and the predictor with two poles and six zeros. */
class Band {
    /** [S] what the predictor expects next. */
    prediction = 0;
    /** [DET] scale factor, linear. */
    scale: number;
    /** [NB] scale factor, logarithmic. */
    private logScale = 0;
    /** [SZ] the zeros' part of the prediction. */
    private zeroPart = 0;
    /** [A1], [A2] poles. */
    private pole1 = 0;
    private pole2 = 0;
    /** [RLT] reconstructed signal and [PLT] partial reconstruction, one sample back; the signs of the last two. */
    private reconstructed1 = 0;
    private sign1 = 0;
    private sign2 = 0;
    /** [B1…B6] zeros and [DLT1…DLT6] the differences that they weigh. */
    private readonly zeros = new Int32Array(6);
    private readonly differences = new Int32Array(6);

    constructor(scale: number, private readonly logScaleLimit: number, private readonly scaleShift: number) {
        this.scale = scale;
    }

    /** [LOGSCL], [SCALEL] and their twins of the higher band. */
    rescale(step: number): void {
        const log = (this.logScale * 127 >> 7) + step;
        this.logScale = log < 0 ? 0 : log > this.logScaleLimit ? this.logScaleLimit : log;
        const shift = this.scaleShift - (this.logScale >> 11);
        const value = ANTILOGARITHM[this.logScale >> 6 & 31];
        this.scale = (shift < 0 ? value << -shift : value >> shift) << 2;
    }

    /** Adapts the predictor to the quantised difference [D] and predicts the next sample. */
    adapt(difference: number): void {
        const reconstructed = saturate(this.prediction + difference);               // [RECONS]
        const partial = saturate(this.zeroPart + difference);                       // [PARREC]
        const sign = partial >> 15;
        this.adaptPoles(sign);
        this.adaptZeros(difference);
        this.sign2 = this.sign1;
        this.sign1 = sign;
        const first = this.pole1 * saturate(reconstructed + reconstructed) >> 15;   // [FILTEP]
        const second = this.pole2 * saturate(this.reconstructed1 + this.reconstructed1) >> 15;
        this.reconstructed1 = reconstructed;
        this.prediction = saturate(saturate(first + second) + this.zeroPart);       // [PREDIC]
    }

    /** [UPPOL2] and [UPPOL1], in this order: the first pole is limited by the second. */
    private adaptPoles(sign: number): void {
        const quadruple = saturate(this.pole1 << 2);
        const leaning = sign === this.sign1 ? Math.min(32767, -quadruple) : quadruple;
        const pole2 = (sign === this.sign2 ? 128 : -128) + (leaning >> 7) + (this.pole2 * 32512 >> 15);
        this.pole2 = pole2 > 12288 ? 12288 : pole2 < -12288 ? -12288 : pole2;
        const pole1 = saturate((sign === this.sign1 ? 192 : -192) + (this.pole1 * 32640 >> 15));
        const bound = saturate(15360 - this.pole2);
        this.pole1 = pole1 > bound ? bound : pole1 < -bound ? -bound : pole1;
    }

    /** [UPZERO], [DELAYA] and [FILTEZ]. */
    private adaptZeros(difference: number): void {
        const { zeros, differences } = this;
        const step = difference === 0 ? 0 : 128;
        const sign = difference >> 15;
        let zeroPart = 0;
        for (let i = 5; i >= 0; i--) {
            const zero = saturate((differences[i] >> 15 === sign ? step : -step) + (zeros[i] * 32640 >> 15));
            zeros[i] = zero;
            const newer = i === 0 ? difference : differences[i - 1];
            differences[i] = newer;
            zeroPart += zero * saturate(newer + newer) >> 15;
        }
        this.zeroPart = saturate(zeroPart);
    }
}

export class G722Decoder {
    private readonly lower = new Band(32, 18432, 8);
    private readonly higher = new Band(8, 22528, 10);
    /** [XD] and [XS] interleaved: sums and differences of both bands, newest last. */
    private readonly memory = new Int32Array(MEMORY + HISTORY);
    private newest = HISTORY - 2;

    /** Two samples for each byte, written to `samples` from the start. */
    decode(bytes: Uint8Array, samples: Int16Array): Int16Array {
        const { lower, higher } = this;
        for (let i = 0; i < bytes.length; i++) {
            const byte = bytes[i];
            const lowerCode = byte & 0x3f;
            const low = limit(lower.prediction + (lower.scale * INVERSE_6[lowerCode] >> 15));
            const lowDifference = lower.scale * INVERSE_4[lowerCode >> 2] >> 15;
            lower.rescale(LOWER_SCALE_STEP[lowerCode >> 2]);
            lower.adapt(lowDifference);
            const highDifference = higher.scale * INVERSE_2[byte >> 6] >> 15;
            const high = limit(higher.prediction + highDifference);
            higher.rescale(HIGHER_SCALE_STEP[byte >> 6]);
            higher.adapt(highDifference);
            this.join(low, high, samples, 2 * i);
        }
        return samples.subarray(0, 2 * bytes.length);
    }

    /** [RECA], [RECB], [ACCUMC], [ACCUMD]: the receiving half of the quadrature mirror filter. */
    private join(low: number, high: number, samples: Int16Array, at: number): void {
        const memory = this.memory;
        if (this.newest + 2 >= memory.length) {
            memory.copyWithin(0, this.newest + 4 - HISTORY, this.newest + 2);
            this.newest = HISTORY - 4;
        }
        const newest = this.newest += 2;
        memory[newest] = low + high;
        memory[newest + 1] = low - high;
        const oldest = newest + 2 - HISTORY;
        let even = 0;
        let odd = 0;
        for (let tap = 0; tap < 12; tap++) {
            odd += memory[oldest + 2 * tap] * MIRROR_FILTER[tap];
            even += memory[oldest + 2 * tap + 1] * MIRROR_FILTER[11 - tap];
        }
        samples[at] = saturate(even >> 11);
        samples[at + 1] = saturate(odd >> 11);
    }
}
