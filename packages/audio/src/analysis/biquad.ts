/**
 * Coefficients of a second-order filter: y = b0·x + b1·x₁ + b2·x₂ − a1·y₁ − a2·y₂.
 * Bilinear transforms of analogue prototypes with the frequency prewarped.
 */
export interface Biquad {
    readonly b0: number;
    readonly b1: number;
    readonly b2: number;
    readonly a1: number;
    readonly a2: number;
}

/**
 * A filter's state, cut to zero when it has died away: on digital silence it would shrink to numbers
 * so small (denormal) that processors work on them a hundred times more slowly.
 */
export const settled = (state: number): number => Math.abs(state) < 1e-12 ? 0 : state;

/** High-pass of the given corner frequency (Hz) and quality (0.7071: Butterworth). */
export const highPass = (sampleRate: number, frequency: number, quality: number): Biquad => {
    const k = Math.tan(Math.PI * frequency / sampleRate);
    const a0 = 1 + k / quality + k * k;
    return { b0: 1 / a0, b1: -2 / a0, b2: 1 / a0, a1: 2 * (k * k - 1) / a0, a2: (1 - k / quality + k * k) / a0 };
};

/**
 * The two filters of K-weighting: a shelf for the head, and a high-pass.
 * ITU-R BS.1770-5, annex 1, gives coefficients for 48 kHz only; these are the analogue prototypes that reproduce them,
 * transformed to any rate (De Man, "Evaluation of Implementations of the EBU R128 Loudness Measurement", AES 145, 2018).
 */
export const kWeighting = (sampleRate: number): readonly [Biquad, Biquad] => {
    const gain = 10 ** (3.999843853973347 / 20);
    const bandGain = gain ** 0.4996667741545416;
    const quality = 0.7071752369554196;
    const k = Math.tan(Math.PI * Math.min(1681.974450955533, 0.45 * sampleRate) / sampleRate);
    const a0 = 1 + k / quality + k * k;
    const shelf = {
        b0: (gain + bandGain * k / quality + k * k) / a0,
        b1: 2 * (k * k - gain) / a0,
        b2: (gain - bandGain * k / quality + k * k) / a0,
        a1: 2 * (k * k - 1) / a0,
        a2: (1 - k / quality + k * k) / a0
    };
    const rumble = highPass(sampleRate, 38.13547087602444, 0.5003270373238773);
    // the recommendation leaves the numerator of the high-pass at 1, −2, 1
    return [shelf, { ...rumble, b0: 1, b1: -2, b2: 1 }];
};
