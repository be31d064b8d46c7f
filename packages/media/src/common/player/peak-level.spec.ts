import { describe, expect, it } from 'vitest';
import { levelFor } from './peak-level';

const levels = [20, 80, 320, 1280].map((millisecondsPerPeak, level) => ({ level, millisecondsPerPeak }));

describe('the level of the waveform', () => {
    it.each([
        ['two hours on a screen', 1200 / 7_200_000, 1280], ['six minutes on a screen', 1200 / 402_000, 320], ['the same on a finer screen', 2400 / 402_000, 80],
        ['twenty seconds', 1200 / 20_000, 20], ['as close as it gets', 0.5, 20]
    ])('for %s is just fine enough', (_, scale, expected) => expect(levelFor(levels, scale)?.millisecondsPerPeak).toBe(expected));
    it('is none where there are none', () => expect(levelFor([], 1)).toBeUndefined());
});
