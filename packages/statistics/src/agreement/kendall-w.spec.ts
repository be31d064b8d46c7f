import { describe, expect, it } from 'vitest';
import { ANXIETY, VIDEO } from '../published/published-ratings';
import { kendallW } from './kendall-w';

describe('kendallW', () => {
    it('reproduces R irr 0.84.1, with and without correction for ties', () => {
        const corrected = kendallW(ANXIETY);
        expect(corrected.value).toBeCloseTo(0.539656875954, 10);
        expect(corrected.statistic).toBeCloseTo(30.7604419294, 9);
        expect(corrected.df).toBe(19);
        expect(corrected.pValue).toBeCloseTo(0.0428834731269, 10);
        expect(kendallW(ANXIETY, { tieCorrection: false }).value).toBeCloseTo(0.501921470343, 10);
        expect(kendallW(VIDEO).value).toBeCloseTo(0.391584158416, 10);
    });

    it('is 1 for one ranking and 0 for opposite ones', () => {
        expect(kendallW([[1, 10, 2], [2, 20, 4], [3, 30, 8]]).value).toBe(1);
        expect(kendallW([[1, 3], [2, 2], [3, 1]]).value).toBe(0);
    });

    it('says why there is none', () => {
        expect(kendallW([])).toMatchObject({ value: null, reason: 'too-few-units', statistic: null, df: null, pValue: null });
        expect(kendallW([[1, 2]]).reason).toBe('too-few-units');
        expect(kendallW([[1], [2]]).reason).toBe('too-few-raters');
        expect(kendallW([[1, 2], [1, 2]]).reason).toBe('no-variation');
        expect(kendallW([[1, 2], [1, 2]], { tieCorrection: false }).reason).toBe('no-variation');
    });
});
