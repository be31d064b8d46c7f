import { FlacFrameHeader, FlacStereo } from '../containers/flac-header';
import { BitReader } from './bit-reader';

/**
 * Decodes the subframes of a FLAC frame: RFC 9639, sections 9.2 (subframes, prediction, residuals) and 4.2 (stereo).
 */

/** Something in a frame that no encoder writes. The frame is left out. */
export class FlacDamage extends Error { }

/** Weights of the fixed predictors of order 0 to 4, newest sample first: section 9.2.5. */
const FIXED = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]].map(weights => Int32Array.from(weights));

/** One array of samples per channel, read from `reader` behind the frame's header. `planes` must have room. */
export const decodeSubframes = (reader: BitReader, header: FlacFrameHeader, bits: number, planes: readonly Int32Array[], limitBits: number): void => {
    const { blockFrames, stereo } = header;
    for (let channel = 0; channel < header.channels; channel++) {
        const isSide = (stereo === 'left-side' && channel === 1) || (stereo === 'side-right' && channel === 0) || (stereo === 'mid-side' && channel === 1);
        decodeSubframe(reader, planes[channel], blockFrames, bits + (isSide ? 1 : 0));
        if (reader.position > limitBits) {
            throw new FlacDamage('The frame is cut');
        }
    }
    joinStereo(stereo, planes, blockFrames);
};

const decodeSubframe = (reader: BitReader, samples: Int32Array, count: number, bits: number): void => {
    if (reader.unsigned(1) !== 0) {
        throw new FlacDamage('A subframe must begin with 0');
    }
    const type = reader.unsigned(6);
    const wasted = reader.unsigned(1) ? reader.unary() + 1 : 0;
    const width = bits - wasted;
    if (width < 1 || width > 32) {
        throw new FlacDamage('Impossible sample width');
    }
    if (type === 0) {
        samples.fill(reader.signed(width), 0, count);
    } else if (type === 1) {
        for (let i = 0; i < count; i++) {
            samples[i] = reader.signed(width);
        }
    } else if (type >= 8 && type <= 12) {
        decodePredicted(reader, samples, count, width, type - 8, false);
    } else if (type >= 32) {
        decodePredicted(reader, samples, count, width, type - 31, true);
    } else {
        throw new FlacDamage('Reserved subframe type');
    }
    if (wasted > 0) {
        for (let i = 0; i < count; i++) {
            samples[i] <<= wasted;
        }
    }
};

const decodePredicted = (reader: BitReader, samples: Int32Array, count: number, width: number, order: number, isLinear: boolean): void => {
    if (order > count) {
        throw new FlacDamage('More warm-up samples than samples');
    }
    for (let i = 0; i < order; i++) {
        samples[i] = reader.signed(width);
    }
    let weights = FIXED[order];
    let precision = 4;
    let shift = 0;
    if (isLinear) {
        precision = reader.unsigned(4) + 1;
        shift = reader.signed(5);
        if (precision === 16 || shift < 0) {
            throw new FlacDamage('Forbidden predictor');
        }
        weights = new Int32Array(order);
        for (let i = 0; i < order; i++) {
            weights[i] = reader.signed(precision);
        }
    }
    decodeResidual(reader, samples, count, order);
    const fitsWord = width + precision + Math.ceil(Math.log2(order + 1)) <= 32;
    (fitsWord ? predictWords : predictWide)(samples, count, weights, shift);
};

/** Section 9.2.7: partitions of Golomb–Rice numbers, or of plain ones where that is shorter. */
const decodeResidual = (reader: BitReader, samples: Int32Array, count: number, order: number): void => {
    const method = reader.unsigned(2);
    const partitions = 1 << reader.unsigned(4);
    const length = count / partitions;
    if (method > 1 || !Number.isInteger(length) || length < order) {
        throw new FlacDamage('Forbidden partition');
    }
    const parameterBits = method === 0 ? 4 : 5;
    for (let partition = 0, from = order; partition < partitions; partition++) {
        const to = (partition + 1) * length;
        const parameter = reader.unsigned(parameterBits);
        if (parameter === (1 << parameterBits) - 1) {
            const width = reader.unsigned(5);
            for (let i = from; i < to; i++) {
                samples[i] = reader.signed(width);
            }
        } else {
            reader.rice(parameter, samples, from, to);
        }
        from = to;
    }
};

/** Adds the prediction to the residual, in 32-bit arithmetic where the sums are known to fit. */
const predictWords = (samples: Int32Array, count: number, weights: Int32Array, shift: number): void => {
    const order = weights.length;
    for (let i = order; i < count; i++) {
        let sum = 0;
        for (let tap = 0; tap < order; tap++) {
            sum = sum + Math.imul(weights[tap], samples[i - 1 - tap]) | 0;
        }
        samples[i] += sum >> shift;
    }
};

/** The same in floating point, exact up to 53 bits: for 24-bit sound and long predictors. */
const predictWide = (samples: Int32Array, count: number, weights: Int32Array, shift: number): void => {
    const order = weights.length;
    const divisor = 2 ** shift;
    for (let i = order; i < count; i++) {
        let sum = 0;
        for (let tap = 0; tap < order; tap++) {
            sum += weights[tap] * samples[i - 1 - tap];
        }
        samples[i] += Math.floor(sum / divisor);
    }
};

const joinStereo = (stereo: FlacStereo, planes: readonly Int32Array[], count: number): void => {
    const [first, second] = planes;
    if (stereo === 'left-side') {
        for (let i = 0; i < count; i++) {
            second[i] = first[i] - second[i];
        }
    } else if (stereo === 'side-right') {
        for (let i = 0; i < count; i++) {
            first[i] += second[i];
        }
    } else if (stereo === 'mid-side') {
        for (let i = 0; i < count; i++) {
            const middle = first[i] << 1 | second[i] & 1;
            const side = second[i];
            first[i] = middle + side >> 1;
            second[i] = middle - side >> 1;
        }
    }
};
