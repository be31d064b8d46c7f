import { describe, expect, it } from 'vitest';
import { roundedPercent } from './rounded-percent';

describe('roundedPercent', () => {
    it.each([
        [0, 0], [100, 100], [82.25, 82.3], [82.249, 82.2], [0.05, 0.1], [0.04999, 0], [99.95, 100], [99.9499, 99.9],
        [100 * 0.57, 57], [100 * (7 / 12), 58.3], [2 / 3 * 100, 66.7],
        [100 * (82.45 / 100), 82.5], [100 * 1.15 / 100, 1.2], [100 * 1.005 / 10, 10.1]
    ])('rounds %d to %d', (percent, expected) => expect(roundedPercent(percent)).toBe(expected));

    it('rounds every half of a tenth up, however the division came out', () => {
        for (let twentieths = 1; twentieths < 2000; twentieths += 2) {
            const percent = 100 * (twentieths / 2000); // an odd number of 0.05 %
            expect(roundedPercent(percent)).toBe(Math.round((twentieths + 1) / 2) / 10);
        }
    });
});
