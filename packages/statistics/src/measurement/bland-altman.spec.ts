import { describe, expect, it } from 'vitest';
import { blandAltman } from './bland-altman';

/** Peak flow of 17 people, large and mini Wright meter: J. M. Bland & D. G. Altman (1986), Table 1. */
const LARGE = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
const MINI = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
const PEAK_FLOW = LARGE.map((value, index) => [value, MINI[index]]);

describe('blandAltman', () => {
    it('reproduces the 1986 paper, which takes two standard deviations', () => {
        const result = blandAltman(PEAK_FLOW, { multiplier: 2 });
        expect(result.bias).toBeCloseTo(-2.11764706, 7);
        expect(result.value).toBe(result.bias);
        expect(result.standardDeviation).toBeCloseTo(38.76512987, 7);
        expect(result.lowerLimit).toBeCloseTo(-79.64790681, 7);
        expect(result.upperLimit).toBeCloseTo(75.41261269, 7);
        expect(result.n).toBe(17);
        // The paper computes with 38.8 and t = 2.12: −22.0 to 17.8, −114.3 to −45.1, 40.9 to 110.1.
        const near = (actual: number | undefined, expected: number) => expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(0.2);
        near(result.interval?.low, -22);
        near(result.interval?.high, 17.8);
        near(result.lowerLimitInterval?.low, -114.3);
        near(result.lowerLimitInterval?.high, -45.1);
        near(result.upperLimitInterval?.low, 40.9);
        near(result.upperLimitInterval?.high, 110.1);
    });

    it('takes 1.96 standard deviations by default, and the error of 1999 on demand', () => {
        const result = blandAltman(PEAK_FLOW, { limitError: '1999' });
        expect(result.upperLimit).toBeCloseTo(-2.11764706 + 1.96 * 38.76512987, 6);
        expect(result.limitStandardError).toBeCloseTo(38.76512987 * Math.sqrt(1 / 17 + 1.96 ** 2 / 32), 6);
    });

    it('gives the points of the plot, without incomplete pairs', () => {
        expect(blandAltman([[1, 2], [null, 3], [4, 2]]).points).toEqual([{ mean: 1.5, difference: -1 }, { mean: 3, difference: 2 }]);
    });

    it('says why there are no limits', () => {
        expect(blandAltman([[1, 2]])).toMatchObject({ value: null, bias: null, lowerLimit: null, reason: 'too-few-units', n: 1 });
        expect(blandAltman([]).reason).toBe('too-few-units');
        expect(blandAltman([[1], [2]]).reason).toBe('too-few-raters');
        expect(() => blandAltman([[1, 2, 3]])).toThrow(RangeError);
        expect(() => blandAltman(PEAK_FLOW, { multiplier: 0 })).toThrow(RangeError);
    });
});
