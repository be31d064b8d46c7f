/**
 * Changes the sampling rate of one channel while it streams by: band-limited interpolation with a windowed sinc
 * (Smith, "Digital Audio Resampling", CCRMA), the filter's fine steps kept in a table.
 */

/** Zero crossings of the sinc on either side. */
const CROSSINGS = 16;
/** Steps between two input samples for which the filter is tabulated. */
const STEPS = 256;
/** Kaiser window of about 80 dB. */
const BETA = 8;
/** Part of the band that is kept; the rest is the filter's slope. */
const KEPT_BAND = 0.92;

export class Resampler {
    private readonly ratio: number;
    /** Input samples on either side of an output sample. */
    private readonly reach: number;
    private readonly table: Float32Array;
    /** Input not yet passed by, with `reach` samples of the past before it. */
    private past: Float32Array;
    /** Output samples given, and input samples left behind. Counted, so that rounding never adds up. */
    private given = 0;
    private passed = 0;

    constructor(fromRate: number, toRate: number) {
        this.ratio = fromRate / toRate;
        const cutoff = KEPT_BAND * Math.min(1, toRate / fromRate);
        this.reach = Math.ceil(CROSSINGS / cutoff);
        this.table = sincTable(this.reach, cutoff);
        this.past = new Float32Array(this.reach);
    }

    /** @param samples one channel @returns what can be computed so far; some milliseconds are kept back for {@link finish} */
    push(samples: ArrayLike<number>): Int16Array {
        const { reach, table } = this;
        const input = new Float32Array(this.past.length + samples.length);
        input.set(this.past);
        input.set(samples, this.past.length);
        const output = new Int16Array(Math.ceil(input.length / this.ratio) + 1);
        let count = 0;
        for (let position = this.position; position + reach < input.length; position = this.position) {
            const at = Math.floor(position);
            const step = Math.round((position - at) * STEPS) * 2 * reach;
            let sum = 0;
            for (let tap = 0, from = at - reach + 1; tap < 2 * reach; tap++) {
                sum += input[from + tap] * table[step + tap];
            }
            output[count++] = Math.max(-32768, Math.min(32767, Math.round(sum)));
            this.given++;
        }
        const passed = Math.min(input.length, Math.max(0, Math.floor(this.position) - reach));
        this.past = input.slice(passed);
        this.passed += passed;
        return output.subarray(0, count);
    }

    /** Place of the next output sample in the input at hand. */
    private get position(): number {
        return this.reach + this.given * this.ratio - this.passed;
    }

    /** The last milliseconds. */
    finish(): Int16Array {
        return this.push(new Float32Array(this.reach));
    }
}

const sincTable = (reach: number, cutoff: number): Float32Array => {
    const table = new Float32Array((STEPS + 1) * 2 * reach);
    for (let step = 0; step <= STEPS; step++) {
        for (let tap = 0; tap < 2 * reach; tap++) {
            const distance = tap - reach + 1 - step / STEPS;
            const x = Math.PI * cutoff * distance;
            const sinc = x === 0 ? 1 : Math.sin(x) / x;
            table[step * 2 * reach + tap] = cutoff * sinc * kaiser(distance / reach);
        }
    }
    return table;
};

const kaiser = (x: number): number => Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);

/** Modified Bessel function of order zero, by its series. */
const bessel = (x: number): number => {
    let term = 1;
    let sum = 1;
    for (let k = 1; term > 1e-10 * sum; k++) {
        term *= (x / 2 / k) ** 2;
        sum += term;
    }
    return sum;
};
