import { describe, expect, it } from 'vitest';
import { compandPeak } from '../peaks-format';
import { interleaveChannels, sine } from '../testing/wave-files';
import { PeakBuilder } from './peak-builder';

const build = (samples: Int16Array, channels: number, sampleRate: number, blockFrames = samples.length): PeakBuilder => {
    const builder = new PeakBuilder(channels, sampleRate);
    for (let at = 0; at < samples.length; at += blockFrames * channels) {
        builder.push({ samples: samples.subarray(at, at + blockFrames * channels), channels, sampleRate });
    }
    return builder;
};

describe('PeakBuilder', () => {
    it('keeps the largest magnitude of every 20 ms, channel by channel', () => {
        const left = new Int16Array(480);
        const right = new Int16Array(480);
        left[200] = -20_000;
        left[210] = 100;
        right[479] = 8000;
        const [first, second] = build(interleaveChannels(left, right), 2, 8000).finish().levels[0].channels;
        expect([...first]).toEqual([0, compandPeak(20_000), 0]);
        expect([...second]).toEqual([0, 0, compandPeak(8000)]);
    });

    it('does not depend on how the recording is cut into blocks', () => {
        const samples = interleaveChannels(sine(440, 1.234), sine(700, 1.234));
        const whole = build(samples, 2, 8000).finish();
        for (const blockFrames of [1, 7, 160, 1000]) {
            expect(build(samples, 2, 8000, blockFrames).finish()).toEqual(whole);
        }
    });

    it('keeps to the clock at rates that 20 ms does not divide', () => {
        const { durationMs, levels } = build(new Int16Array(11_025 * 60), 1, 11_025).finish();
        expect([durationMs, levels[0].channels[0].length]).toEqual([60_000, 3000]);
    });

    it('knows the extremes', () => {
        const builder = build(interleaveChannels(sine(100, 1, 8000, 0.5), Int16Array.from({ length: 8000 }, (_, i) => i % 4 === 0 ? 32_767 : 0)), 2, 8000);
        builder.finish();
        expect(builder.peakDbfs()).toEqual([-6.02, 0]);
        expect(builder.clippedShare()).toEqual([0, 0.25]);
    });
});
