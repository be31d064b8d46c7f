import { describe, expect, it } from 'vitest';
import { buildPyramid } from '../peaks-format';
import { maskPeaks } from './mask-peaks';

const pyramid = buildPyramid({ windowMs: 20, channels: [new Uint8Array(2000).fill(100), new Uint8Array(2000).fill(200)] }, 40_000);

describe('maskPeaks', () => {
    it('flattens the padded time in every level', () => {
        const { levels } = maskPeaks(pyramid, [{ fromMs: 1000, toMs: 2010 }]);
        const [fine] = levels[0].channels;
        expect([fine[44], fine[45], fine[105], fine[106]]).toEqual([100, 0, 0, 100]);
        expect([levels[1].channels[1][11], levels[1].channels[1][12], levels[1].channels[1][25]]).toEqual([200, 0, 0]);
    });

    it('flattens one channel only, and does not touch what it was given', () => {
        const masked = maskPeaks(pyramid, [{ fromMs: 0, toMs: 40_000, channel: 1 }], 0);
        expect(masked.levels.map(({ channels }) => [Math.min(...channels[0]), Math.max(...channels[1])])).toEqual([[100, 0], [100, 0]]);
        expect(pyramid.levels[0].channels[1][5]).toBe(200);
    });

    it('shows nothing of a mask in a coarse window at its edge', () => {
        const quiet = buildPyramid({ windowMs: 20, channels: [Uint8Array.from({ length: 2000 }, (_, i) => i >= 100 && i < 200 ? 255 : 10)] }, 40_000);
        const { levels } = maskPeaks(quiet, [{ fromMs: 2000, toMs: 4000 }], 0);
        expect(Math.max(...levels[1].channels[0])).toBe(10);
    });
});
