import { describe, expect, it } from 'vitest';
import { FLEISS_COHEN_EVERITT, SKEWED } from '../published/published-ratings';
import { fleissKappa } from './fleiss-kappa';
import { scottPi } from './scott-pi';

describe('scottPi', () => {
    it('is 1 − disagreement / chance disagreement of the pooled margins', () => {
        // Margins of the skewed table: 175 of 200 ratings are the first category.
        const chance = 0.875 ** 2 + 0.125 ** 2;
        expect(scottPi(SKEWED).value).toBeCloseTo((0.85 - chance) / (1 - chance), 12);
    });

    it("is Fleiss' kappa of two raters, with nearly the same standard error", () => {
        const pi = scottPi(FLEISS_COHEN_EVERITT);
        const kappa = fleissKappa(FLEISS_COHEN_EVERITT);
        expect(pi.value).toBeCloseTo(kappa.value ?? 0, 12);
        // Gwet divides by n − 1 where the large-sample formula divides by n.
        expect(pi.standardError).toBeCloseTo((kappa.standardError ?? 0) * Math.sqrt(199 / 200), 12);
    });

    it('says why there is none', () => {
        expect(scottPi([[3, 3], [3, 3]]).reason).toBe('no-variation');
        expect(scottPi([[1], [2]]).reason).toBe('too-few-raters');
        expect(scottPi([[1, null], [null, 2]]).reason).toBe('no-pairable-values');
        expect(() => scottPi([[1, 2, 3]])).toThrow('fleissKappa');
    });
});
