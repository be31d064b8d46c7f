import { describe, expect, it } from 'vitest';
import { interleaveChannels, sine } from '../testing/wave-files';
import { LoudnessMeter } from './loudness-meter';

const measure = (samples: Int16Array, channels: number, sampleRate: number): readonly (number | null)[] => {
    const meter = new LoudnessMeter(channels, sampleRate);
    for (let at = 0; at < samples.length; at += 1000 * channels) {
        meter.push({ samples: samples.subarray(at, at + 1000 * channels), channels, sampleRate });
    }
    return meter.finish();
};

/** One channel of a 997 Hz sine at full scale reads −3.01 LUFS: BS.1770-5, annex 1. */
const REFERENCE = -3.01;

describe('LoudnessMeter', () => {
    it.each([8000, 16_000, 44_100, 48_000])('reads what the recommendation says at %d Hz', sampleRate => {
        const [full] = measure(sine(997, 5, sampleRate, 1), 1, sampleRate);
        const [quiet] = measure(sine(997, 5, sampleRate, 10 ** (-23 / 20)), 1, sampleRate);
        expect(full).toBeCloseTo(REFERENCE, 1);
        expect(quiet).toBeCloseTo(REFERENCE - 23, 1);
    });

    it('leaves pauses out', () => {
        const speech = sine(997, 4, 8000, 0.1);
        const withPauses = new Int16Array(3 * speech.length);
        withPauses.set(speech, speech.length);
        const [plain] = measure(speech, 1, 8000);
        const [gated] = measure(withPauses, 1, 8000);
        expect(Math.abs(gated! - plain!)).toBeLessThan(0.35);       // the blocks at the edges are half full
    });

    it('leaves out what lies 10 LU below the rest', () => {
        const [mixed] = measure(Int16Array.from([sine(997, 10, 8000, 0.1), sine(997, 10, 8000, 0.01)].flatMap(part => [...part])), 1, 8000);
        const [loud] = measure(sine(997, 10, 8000, 0.1), 1, 8000);
        expect(Math.abs(mixed! - loud!)).toBeLessThan(0.2);
    });

    it('measures each channel for itself, and says nothing of silence', () => {
        const [loud, silent] = measure(interleaveChannels(sine(997, 2, 8000, 1), new Int16Array(16_000)), 2, 8000);
        expect(loud).toBeCloseTo(REFERENCE, 1);
        expect(silent).toBeNull();
    });
});
