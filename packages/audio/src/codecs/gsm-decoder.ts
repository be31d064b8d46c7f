import { GSM_FRAME_SAMPLES } from './gsm-frame';

/**
 * GSM full-rate speech decoder (RPE-LTP, 13 kbit/s), bit-exact in 16-bit integer arithmetic.
 * ETSI EN 300 961 (GSM 06.10), section 5.3; the names in brackets are the recommendation's.
 */

/** [FAC] mantissas of the normalised direct quantiser, table 5.6. */
const MANTISSA = Int32Array.of(18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767);
/** [QLB] long-term gains, table 5.3b. */
const LONG_TERM_GAIN = Int32Array.of(3277, 11469, 21299, 32767);
/** [B], [MIC], [INVA] of the log-area ratios, tables 5.1 and 5.2. */
const RATIO_OFFSET = Int32Array.of(0, 0, 2048, -2560, 94, -1792, -341, -1144);
const RATIO_MINIMUM = Int32Array.of(-32, -32, -16, -16, -8, -8, -4, -4);
const RATIO_INVERSE_STEP = Int32Array.of(13107, 13107, 13107, 13107, 19223, 17476, 31454, 29708);

/** Coefficients are interpolated over four stretches of a frame; these are their ends. */
const STRETCH_ENDS = [13, 27, 40, GSM_FRAME_SAMPLES];

const DE_EMPHASIS = 28180;
const SUBFRAME = 40;
const LONGEST_LAG = 120;

const saturate = (value: number): number => value > 32767 ? 32767 : value < -32768 ? -32768 : value;

/** [GSM_MULT_R]: product of two fractions, rounded. −1 · −1 has no 16-bit result and saturates. */
const multiply = (a: number, b: number): number => saturate(a * b + 16384 >> 15);

export class GsmDecoder {
    /** [drp] the last 120 reconstructed residual samples, then the 40 of this subframe. */
    private readonly residual = new Int32Array(LONGEST_LAG + SUBFRAME);
    private readonly frame = new Int32Array(GSM_FRAME_SAMPLES);
    /** [LARpp] of this frame and the one before. */
    private ratios = new Int32Array(8);
    private lastRatios = new Int32Array(8);
    /** [rrp] */
    private readonly reflection = new Int32Array(8);
    /** [v] state of the lattice filter. */
    private readonly lattice = new Int32Array(9);
    /** [nrp] */
    private lag = 40;
    /** [msr] */
    private emphasis = 0;

    /** Writes the 160 samples that the 76 parameters stand for to `samples[at…]`. */
    decode(parameters: Int32Array, samples: Int16Array, at: number): void {
        for (let subframe = 0; subframe < 4; subframe++) {
            this.excite(parameters, 8 + 17 * subframe);
            this.frame.set(this.residual.subarray(LONGEST_LAG), subframe * SUBFRAME);
            this.residual.copyWithin(0, SUBFRAME);
        }
        this.decodeRatios(parameters);
        for (let stretch = 0, from = 0; stretch < 4; stretch++) {
            this.interpolate(stretch);
            this.synthesise(from, STRETCH_ENDS[stretch], samples, at);
            from = STRETCH_ENDS[stretch];
        }
        [this.lastRatios, this.ratios] = [this.ratios, this.lastRatios];
    }

    /** Long-term prediction plus 13 pulses on one of four grids: sections 5.3.1 and 5.3.2. */
    private excite(parameters: Int32Array, first: number): void {
        const residual = this.residual;
        const lag = parameters[first];
        this.lag = lag < 40 || lag > LONGEST_LAG ? this.lag : lag;
        const gain = LONG_TERM_GAIN[parameters[first + 1]];
        for (let i = LONGEST_LAG; i < LONGEST_LAG + SUBFRAME; i++) {
            residual[i] = multiply(gain, residual[i - this.lag]);
        }
        const blockMaximum = parameters[first + 3];
        let exponent = blockMaximum > 15 ? (blockMaximum >> 3) - 1 : 0;
        let mantissa = blockMaximum - (exponent << 3);
        if (mantissa === 0) {
            exponent = -4;
            mantissa = 7;
        } else {
            for (; mantissa <= 7; exponent--) {
                mantissa = mantissa << 1 | 1;
            }
            mantissa -= 8;
        }
        const scale = MANTISSA[mantissa];
        const shift = 6 - exponent;
        const rounding = shift > 0 ? 1 << shift - 1 : 0;
        let position = LONGEST_LAG + parameters[first + 2];
        for (let pulse = first + 4; pulse < first + 17; pulse++, position += 3) {
            const height = multiply(scale, (parameters[pulse] << 1) - 7 << 12);
            residual[position] = saturate(residual[position] + (saturate(height + rounding) >> shift));
        }
    }

    /** Section 5.2.8: from coded to real log-area ratios. */
    private decodeRatios(parameters: Int32Array): void {
        for (let i = 0; i < 8; i++) {
            const coded = saturate((parameters[i] + RATIO_MINIMUM[i] << 10) - (RATIO_OFFSET[i] << 1));
            const half = multiply(RATIO_INVERSE_STEP[i], coded);
            this.ratios[i] = saturate(half + half);
        }
    }

    /** Sections 5.2.9.1 and 5.2.9.2: a blend of the last and this frame's ratios, turned into reflection coefficients. */
    private interpolate(stretch: number): void {
        for (let i = 0; i < 8; i++) {
            const last = this.lastRatios[i];
            const now = this.ratios[i];
            const ratio = stretch === 0 ? (last >> 2) + (now >> 2) + (last >> 1)
                : stretch === 1 ? (last >> 1) + (now >> 1)
                    : stretch === 2 ? (last >> 2) + (now >> 2) + (now >> 1)
                        : now;
            const size = Math.abs(ratio);
            const coefficient = size < 11059 ? size << 1 : size < 20070 ? size + 11059 : saturate((size >> 2) + 26112);
            this.reflection[i] = ratio < 0 ? -coefficient : coefficient;
        }
    }

    /** Sections 5.3.4 and 5.3.5: lattice filter, de-emphasis, upscaling, and the three lowest bits cleared. */
    private synthesise(from: number, to: number, samples: Int16Array, at: number): void {
        const { frame, lattice, reflection } = this;
        let emphasis = this.emphasis;
        for (let n = from; n < to; n++) {
            let sample = frame[n];
            for (let i = 7; i >= 0; i--) {
                const coefficient = reflection[i];
                const state = lattice[i];
                sample = saturate(sample - (coefficient * state + 16384 >> 15));
                lattice[i + 1] = saturate(state + (coefficient * sample + 16384 >> 15));
            }
            lattice[0] = sample;
            emphasis = saturate(sample + (emphasis * DE_EMPHASIS + 16384 >> 15));
            samples[at + n] = saturate(emphasis + emphasis) & 0xfff8;
        }
        this.emphasis = emphasis;
    }
}
