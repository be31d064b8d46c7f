import { describe, expect, it } from 'vitest';
import { FOUR_OBSERVERS, SKEWED } from '../published/published-ratings';
import { brennanPrediger } from './brennan-prediger';

describe('brennanPrediger', () => {
    it('is twice the agreement less one for two categories (PABAK)', () => {
        expect(brennanPrediger(SKEWED).value).toBeCloseTo(0.7, 12);
    });

    it('reproduces irrCAC with missing ratings, standard error and interval included', () => {
        const kappa = brennanPrediger(FOUR_OBSERVERS);
        expect(kappa.value).toBeCloseTo(0.77273, 5);
        expect(kappa.standardError).toBeCloseTo(0.14472, 5);
        expect(kappa.interval?.low).toBeCloseTo(0.454, 3);
        const linear = brennanPrediger(FOUR_OBSERVERS, { weights: 'linear' });
        expect(linear.value).toBeCloseTo(0.84848, 5);
        expect(linear.standardError).toBeCloseTo(0.12336, 5);
    });

    it('falls with chance as the scale shrinks', () => {
        expect(brennanPrediger(SKEWED, { categories: 5 }).value).toBeCloseTo((0.85 - 0.2) / 0.8, 12);
        expect(brennanPrediger([[1, 1], [1, 1]]).reason).toBe('no-variation');
    });
});
