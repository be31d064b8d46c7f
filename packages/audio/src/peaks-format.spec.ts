import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPyramid, compandPeak, decodePeakLevel, decodePeaks, encodePeaks, expandPeak, PEAK_INDEX_BYTES, readPeakIndex } from './peaks-format';

const channelOf = (length: number, seed = 1): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 31 * seed) % 256);
const pyramidOf = (windows: number, channels = 2) => buildPyramid({ windowMs: 20, channels: Array.from({ length: channels }, (_, c) => channelOf(windows, c + 1)) }, windows * 20);

describe('peaks', () => {
    it('keep quiet speech visible', () => {
        expect(compandPeak(0)).toBe(0);
        expect(compandPeak(32768)).toBe(255);
        expect(compandPeak(32768 * 10 ** (-30 / 20))).toBe(45);
        expect(expandPeak(compandPeak(16384))).toBeCloseTo(0.5, 2);
    });

    it('come in levels, each four times as coarse, until one fits a screen', () => {
        const { levels } = pyramidOf(360_000);
        expect(levels.map(level => level.windowMs)).toEqual([20, 80, 320, 1280, 5120, 20480]);
        expect(levels.map(level => level.channels[0].length)).toEqual([360_000, 90_000, 22_500, 5625, 1407, 352]);
        expect(levels[1].channels[1][7]).toBe(Math.max(...levels[0].channels[1].subarray(28, 32)));
    });

    it('survive the way through bytes', () => fc.assert(fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 4 }), (windows, channels) => {
        const pyramid = pyramidOf(windows, channels);
        expect(encodePeaks(decodePeaks(encodePeaks(pyramid)))).toEqual(encodePeaks(pyramid));
    }), { numRuns: 20 }));

    it('come back from bytes as they were', () => {
        const pyramid = pyramidOf(1500);
        expect(decodePeaks(encodePeaks(pyramid))).toEqual(pyramid);
    });

    it('can be read one level at a time, from its byte range', () => {
        const pyramid = pyramidOf(5000);
        const bytes = encodePeaks(pyramid);
        const index = readPeakIndex(bytes.slice(0, PEAK_INDEX_BYTES));
        const { offset, bytes: length, windowMs } = index.levels[1];
        expect(decodePeakLevel(bytes.slice(offset, offset + length), windowMs, index.channels)).toEqual(pyramid.levels[1]);
        expect(index.levels[2].offset).toBeLessThan(index.levels[0].offset);
    });

    it('are not taken from other bytes, from a later version, or from half of them', () => {
        const bytes = encodePeaks(pyramidOf(100));
        expect(() => decodePeaks(new Uint8Array(40))).toThrow(RangeError);
        expect(() => decodePeaks(bytes.with(4, 2))).toThrow(RangeError);
        expect(() => decodePeaks(bytes.subarray(0, 60))).toThrow(RangeError);
    });
});
