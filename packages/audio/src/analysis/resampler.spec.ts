import { describe, expect, it } from 'vitest';
import { sine } from '../testing/wave-files';
import { Resampler } from './resampler';

const resample = (samples: Int16Array, from: number, to: number, block = 500): Int16Array => {
    const resampler = new Resampler(from, to);
    const parts: Int16Array[] = [];
    for (let at = 0; at < samples.length; at += block) {
        parts.push(resampler.push(samples.subarray(at, at + block)));
    }
    parts.push(resampler.finish());
    return Int16Array.from(parts.flatMap(part => [...part]));
};

/** Power of the difference relative to the signal, dB, away from the ends. */
const errorDb = (actual: Int16Array, expected: Int16Array): number => {
    let error = 0;
    let signal = 0;
    for (let i = 500; i < expected.length - 500; i++) {
        error += (actual[i] - expected[i]) ** 2;
        signal += expected[i] ** 2;
    }
    return 10 * Math.log10(error / signal);
};

describe('Resampler', () => {
    it.each([[8000, 16_000], [16_000, 8000], [44_100, 16_000], [48_000, 16_000], [11_025, 8000], [22_050, 16_000]])('brings a tone from %d to %d Hz', (from, to) => {
        const actual = resample(sine(1000, 1, from), from, to);
        expect(Math.abs(actual.length - to)).toBeLessThanOrEqual(1);
        expect(errorDb(actual, sine(1000, 1, to))).toBeLessThan(-50);
    });

    it('does not depend on how the input is cut', () => {
        const samples = sine(700, 0.5, 44_100);
        const whole = resample(samples, 44_100, 16_000, samples.length);
        for (const block of [1, 13, 441]) {
            expect(resample(samples, 44_100, 16_000, block)).toEqual(whole);
        }
    });

    it('leaves out what the lower rate cannot carry', () => {
        const tooHigh = resample(sine(6500, 1, 16_000), 16_000, 8000);
        expect(Math.max(...tooHigh.subarray(500, 7500).map(Math.abs))).toBeLessThan(30);
    });
});
