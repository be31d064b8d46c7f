import { describe, expect, it } from 'vitest';
import { FOUR_OBSERVERS, SKEWED } from '../published/published-ratings';
import { gwetAc } from './gwet-ac';

describe('gwetAc', () => {
    it('does not collapse where one category prevails (Feinstein & Cicchetti 1990)', () => {
        expect(gwetAc(SKEWED).value).toBeCloseTo(0.808, 3);
    });

    it('reproduces irrCAC with missing ratings, standard error and interval included', () => {
        const ac1 = gwetAc(FOUR_OBSERVERS);
        expect(ac1.value).toBeCloseTo(0.77544, 5);
        expect(ac1.standardError).toBeCloseTo(0.14295, 5);
        expect(ac1.interval?.low).toBeCloseTo(0.461, 3);
        expect(ac1.interval?.high).toBe(1);
        const expected = { linear: [0.85874, 0.11733], quadratic: [0.914, 0.10396], ratio: [0.85737, 0.12207], bipolar: [0.90037, 0.10582] } as const;
        for (const weights of ['linear', 'quadratic', 'ratio', 'bipolar'] as const) {
            const ac2 = gwetAc(FOUR_OBSERVERS, { weights });
            expect(ac2.value).toBeCloseTo(expected[weights][0], 5);
            expect(ac2.standardError).toBeCloseTo(expected[weights][1], 5);
        }
    });

    it('is 1 where everybody always says the same of a scale with two categories or more', () => {
        const unanimous = [[1, 1, 1], [1, 1, null], [1, 1, 1]];
        expect(gwetAc(unanimous, { categories: [0, 1] })).toEqual({ value: 1, standardError: 0, n: 3 });
        expect(gwetAc(unanimous, { categories: 2 }).value).toBe(1);
        expect(gwetAc(unanimous)).toEqual({ value: null, n: 3, reason: 'no-variation' });
        expect(gwetAc(unanimous, { categories: [1] }).reason).toBe('no-variation');
    });

    it('takes the number of categories for the categories themselves', () => {
        expect(gwetAc(SKEWED, { categories: 4 })).toEqual(gwetAc(SKEWED, { categories: [1, 2, 3, 4] }));
        expect(() => gwetAc(SKEWED, { categories: 1 })).toThrow(RangeError);
        expect(() => gwetAc(SKEWED, { categories: 4, weights: 'linear' })).toThrow(RangeError);
    });

    it('says why there is none', () => {
        expect(gwetAc([]).reason).toBe('too-few-units');
        expect(gwetAc([[1, 2]]).reason).toBe('too-few-units');
        expect(gwetAc([[1], [2]]).reason).toBe('too-few-raters');
        expect(gwetAc([[null, 1], [2, null]]).reason).toBe('no-pairable-values');
    });
});
