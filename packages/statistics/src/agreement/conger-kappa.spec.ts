import { describe, expect, it } from 'vitest';
import { COHEN_1960, DIAGNOSES, FOUR_OBSERVERS } from '../published/published-ratings';
import { cohenKappa } from './cohen-kappa';
import { congerKappa } from './conger-kappa';

describe('congerKappa', () => {
    it('reproduces the exact kappa of the diagnoses (R irr, exact = TRUE)', () => {
        expect(congerKappa(DIAGNOSES).value).toBeCloseTo(0.441808540329, 10);
    });

    it('reproduces irrCAC with missing ratings, standard error and interval included', () => {
        const kappa = congerKappa(FOUR_OBSERVERS);
        expect(kappa.value).toBeCloseTo(0.76282, 5);
        expect(kappa.standardError).toBeCloseTo(0.14917, 5);
        expect(kappa.interval?.low).toBeCloseTo(0.435, 3);
        const quadratic = congerKappa(FOUR_OBSERVERS, { weights: 'quadratic' });
        expect(quadratic.value).toBeCloseTo(0.85771, 5);
        expect(quadratic.standardError).toBeCloseTo(0.14367, 5);
    });

    it("is Cohen's kappa for two raters", () => {
        const conger = congerKappa(COHEN_1960);
        const cohen = cohenKappa(COHEN_1960);
        expect(conger.value).toBeCloseTo(cohen.value ?? 0, 12);
        expect(conger.standardError).toBeCloseTo((cohen.standardError ?? 0) * Math.sqrt(200 / 199), 12);
    });

    it('takes no notice of a rater without ratings', () => {
        expect(congerKappa(DIAGNOSES.map(row => [...row, null]))).toEqual(congerKappa(DIAGNOSES));
    });

    it('says why there is none', () => {
        expect(congerKappa([[2, 2, 2], [2, 2, 2]]).reason).toBe('no-variation');
        expect(congerKappa([]).reason).toBe('too-few-units');
        expect(congerKappa([[1], [2]]).reason).toBe('too-few-raters');
        expect(congerKappa([[1, null], [null, 1]]).reason).toBe('no-pairable-values');
    });
});
