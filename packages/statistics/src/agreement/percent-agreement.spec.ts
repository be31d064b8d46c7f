import { describe, expect, it } from 'vitest';
import { ANXIETY, FOUR_OBSERVERS, VIDEO } from '../published/published-ratings';
import { percentAgreement } from './percent-agreement';

describe('percentAgreement', () => {
    it('reproduces irrCAC with missing ratings, standard error and interval included', () => {
        const agreement = percentAgreement(FOUR_OBSERVERS);
        expect(agreement.value).toBeCloseTo(0.81818, 5);
        expect(agreement.standardError).toBeCloseTo(0.12561, 5);
        expect(agreement.interval?.low).toBeCloseTo(0.542, 3);
        expect(agreement.interval?.high).toBe(1);
        expect(percentAgreement(FOUR_OBSERVERS, { weights: 'radical' }).value).toBeCloseTo(0.8972691, 7);
    });

    it('reproduces the unanimous agreement of R irr, with a tolerance too', () => {
        const unanimous = (ratings: typeof VIDEO, tolerance: number): number | null => percentAgreement(ratings, { method: 'unanimous', tolerance }).value;
        expect(unanimous(VIDEO, 0)).toBe(0.35);
        expect(unanimous(VIDEO, 1)).toBe(0.9);
        expect(unanimous(ANXIETY, 0)).toBe(0);
        expect(unanimous(ANXIETY, 1)).toBe(0.35);
    });

    it('counts the pairs within the tolerance', () => {
        expect(percentAgreement([[1, 2, 4], [3, 3, 3]], { tolerance: 1 }).value).toBeCloseTo((1 / 3 + 1) / 2, 12);
    });

    it('is 1 without variation, and says why there is none', () => {
        expect(percentAgreement([[1, 1], [1, 1]]).value).toBe(1);
        expect(percentAgreement([]).reason).toBe('too-few-units');
        expect(percentAgreement([[1], [2]]).reason).toBe('too-few-raters');
        expect(percentAgreement([[1, null], [null, 2]]).reason).toBe('no-pairable-values');
        expect(percentAgreement([[1, 2, null], [1, 1, null]], { method: 'unanimous' }).reason).toBe('too-few-units');
    });

    it('refuses weights beside a tolerance', () => {
        expect(() => percentAgreement(VIDEO, { tolerance: 1, weights: 'linear' })).toThrow(RangeError);
    });
});
