import { describe, expect, it } from 'vitest';
import { COHEN_1960, DIAGNOSES } from '../published/published-ratings';
import { Ratings } from '../result';
import { cohenKappa } from './cohen-kappa';
import { lightKappa } from './light-kappa';

describe('lightKappa', () => {
    it('reproduces the diagnoses (R irr; Conger 1980 reports .459)', () => {
        const kappa = lightKappa(DIAGNOSES);
        expect(kappa.value).toBeCloseTo(0.459412144435, 10);
        expect(kappa.pairs).toHaveLength(15);
    });

    it("is Cohen's kappa for two raters", () => {
        const cohen = cohenKappa(COHEN_1960);
        const light = lightKappa(COHEN_1960);
        expect(light.value).toBe(cohen.value);
        expect(light.standardError).toBeCloseTo(cohen.standardError ?? 0, 14);
    });

    it('has a standard error near the jackknife', () => {
        const value = (sample: Ratings): number => lightKappa(sample).value ?? Number.NaN;
        const without = DIAGNOSES.map((_, left) => value(DIAGNOSES.filter((__, unit) => unit !== left)));
        const mean = without.reduce((sum, x) => sum + x, 0) / without.length;
        const jackknife = Math.sqrt(29 / 30 * without.reduce((sum, x) => sum + (x - mean) ** 2, 0));
        expect((lightKappa(DIAGNOSES).standardError ?? 0) / jackknife).toBeCloseTo(1, 1);
    });

    it('uses for each pair what both rated', () => {
        const ratings: Ratings = [[1, 1, 2], [2, 2, 2], [1, 2, null], [2, 2, 1], [null, 1, 1]];
        const pairs: ReadonlyArray<readonly [number, number]> = [[0, 1], [0, 2], [1, 2]];
        const kappas = pairs.map(([first, second]) => cohenKappa(ratings.map(row => [row[first], row[second]])));
        expect(lightKappa(ratings).pairs.map(({ value, n }) => ({ value, n }))).toEqual(kappas.map(({ value, n }) => ({ value, n })));
        expect(lightKappa(ratings).value).toBeCloseTo(kappas.reduce((sum, { value }) => sum + (value ?? Number.NaN), 0) / 3, 12);
    });

    it('is not defined when one pair is not', () => {
        const kappa = lightKappa([[1, 1, 1], [1, 1, 2], [1, 1, 2]]);
        expect(kappa).toMatchObject({ value: null, reason: 'no-variation', n: 3 });
        expect(kappa.pairs.map(({ value }) => value)).toEqual([null, 0, 0]);
        expect(lightKappa([]).reason).toBe('too-few-units');
        expect(lightKappa([[1], [2]]).reason).toBe('too-few-raters');
    });
});
