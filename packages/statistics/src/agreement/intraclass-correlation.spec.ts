import { describe, expect, it } from 'vitest';
import { ANXIETY, SIX_TARGETS } from '../published/published-ratings';
import { icc, IntraclassForm } from './intraclass-correlation';

describe('icc', () => {
    it('reproduces Shrout and Fleiss (1979), Table 4', () => {
        const forms: ReadonlyArray<IntraclassForm> = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'];
        expect(forms.map(form => icc(SIX_TARGETS, { form }).value?.toFixed(2))).toEqual(['0.17', '0.29', '0.71', '0.44', '0.62', '0.91']);
        expect(icc(SIX_TARGETS).meanSquares?.units).toBeCloseTo(11.24, 2);
        expect(icc(SIX_TARGETS).meanSquares?.raters).toBeCloseTo(32.49, 2);
        expect(icc(SIX_TARGETS).meanSquares?.error).toBeCloseTo(1.02, 2);
        expect(icc(SIX_TARGETS).meanSquares?.within).toBeCloseTo(6.26, 2);
    });

    it('has the intervals that R psych 2.2.9 prints for them', () => {
        const expected: ReadonlyArray<readonly [IntraclassForm, number, number]> = [
            ['1,1', -0.132932, 0.722560], ['2,1', 0.018787, 0.761085], ['3,1', 0.342466, 0.945858],
            ['1,k', -0.884439, 0.912416], ['2,k', 0.071137, 0.927232], ['3,k', 0.675676, 0.985892]
        ];
        for (const [form, low, high] of expected) {
            const { interval } = icc(SIX_TARGETS, { form });
            expect(Math.abs((interval?.low ?? 9) - low)).toBeLessThan(5e-6);
            expect(Math.abs((interval?.high ?? 9) - high)).toBeLessThan(5e-6);
        }
    });

    it('reproduces R irr 0.84.1 on anxiety', () => {
        const expected: ReadonlyArray<readonly [IntraclassForm, number, number, number, number, number]> = [
            ['1,1', 0.175022381379, -0.0774465748655, 0.484336093819, 1.63646228974, 0.0939307271289],
            ['1,k', 0.388925729443, -0.274923489879, 0.73806512358, 1.63646228974, 0.0939307271289],
            ['3,1', 0.216049382716, -0.0462578853236, 0.522259078396, 1.82677165354, 0.0562012735475],
            ['3,k', 0.452586206897, -0.152921286654, 0.766330800234, 1.82677165354, 0.0562012735475],
            ['2,1', 0.197998259356, -0.0389106260932, 0.493573945972, 1.82677165354, 0.0562012735475]
        ];
        for (const [form, value, low, high, statistic, pValue] of expected) {
            const result = icc(ANXIETY, { form });
            expect(result.value).toBeCloseTo(value, 10);
            expect(result.interval?.low).toBeCloseTo(low, 9);
            expect(result.interval?.high).toBeCloseTo(high, 9);
            expect(result.statistic).toBeCloseTo(statistic, 9);
            expect(result.pValue).toBeCloseTo(pValue, 10);
        }
        expect(icc(ANXIETY, { form: '2,k' }).value).toBeCloseTo(0.425498753117, 10);
        expect(icc(ANXIETY, { form: '1,1' }).df).toEqual([19, 40]);
        expect(icc(ANXIETY).df).toEqual([19, 38]);
    });

    it('tells agreement from consistency when one rater is stricter by a constant', () => {
        const strict = [[1, 2], [3, 4], [6, 7]];
        expect(icc(strict, { form: '3,1' })).toMatchObject({ value: 1, statistic: null });
        expect(icc(strict, { form: '3,1' }).interval).toBeUndefined();
        expect(icc(strict, { form: '2,1' }).value).toBeLessThan(1);
    });

    it('reports negative values as they are', () => {
        expect(icc([[1, 5], [5, 1], [2, 4]], { form: '1,1' }).value).toBeLessThan(-0.5);
    });

    it('leaves out incomplete units', () => {
        expect(icc([...SIX_TARGETS, [1, null, 2, 3]])).toEqual(icc(SIX_TARGETS));
    });

    it('says why there is none', () => {
        expect(icc([]).reason).toBe('too-few-units');
        expect(icc([[1, 2]]).reason).toBe('too-few-units');
        expect(icc([[1], [2]]).reason).toBe('too-few-raters');
        expect(icc([[0.1, 0.1], [0.1, 0.1], [0.1, 0.1]])).toMatchObject({ value: null, reason: 'no-variation', statistic: null, pValue: null });
        // Units alike, raters not: nothing for consistency to be consistent about.
        expect(icc([[1, 2], [1, 2]], { form: '3,1' }).reason).toBe('no-variation');
        // Equal means of all units put the mean of k beyond the pole of its formula.
        expect(icc([[1, 5], [5, 1], [3, 3]], { form: '1,k' }).reason).toBe('unbounded');
        expect(() => icc(SIX_TARGETS, { form: '4,1' as IntraclassForm })).toThrow(RangeError);
    });
});
