import { describe, expect, it } from 'vitest';
import { VISION_TABLE } from '../published/published-ratings';
import { ratingsFromTable } from '../ratings/ratings';
import { bhapkar, stuartMaxwell } from './marginal-homogeneity';

describe('stuartMaxwell', () => {
    it('reproduces Stuart (1955) from ratings and from the table', () => {
        const result = stuartMaxwell(ratingsFromTable(VISION_TABLE));
        expect(result.statistic).toBeCloseTo(11.956569623, 8);
        expect(result).toMatchObject({ df: 3, n: 7477, value: result.statistic });
        expect(result.pValue).toBeCloseTo(0.0075334250548, 11);
        expect(stuartMaxwell(VISION_TABLE).statistic).toBeCloseTo(11.956569623, 8);
    });

    it("is McNemar's test for two categories", () => {
        const result = stuartMaxwell(ratingsFromTable([[20, 15], [5, 60]]));
        expect(result.statistic).toBeCloseTo((15 - 5) ** 2 / 20, 12);
        expect(result.df).toBe(1);
    });

    it('is not disturbed by categories that nobody disputes', () => {
        const undisputed = ratingsFromTable([[20, 15, 0], [5, 60, 0], [0, 0, 7]]);
        expect(stuartMaxwell(undisputed)).toMatchObject({ statistic: expect.closeTo(5, 12), df: 1, n: 107 });
    });

    it('adds up groups of categories that are only confused within the group', () => {
        const groups = ratingsFromTable([[9, 6, 0, 0], [1, 9, 0, 0], [0, 0, 9, 7], [0, 0, 3, 9]]);
        expect(stuartMaxwell(groups)).toMatchObject({ statistic: expect.closeTo(25 / 7 + 16 / 10, 12), df: 2 });
    });

    it('does not depend on the order of the categories', () => {
        const reversed = [...VISION_TABLE].reverse().map(row => [...row].reverse());
        expect(stuartMaxwell(reversed).statistic).toBeCloseTo(11.956569623, 8);
    });

    it('says why there is none', () => {
        expect(stuartMaxwell([[1, 1], [2, 2]])).toEqual({ value: null, reason: 'no-disagreement', statistic: null, df: null, pValue: null, n: 2 });
        expect(stuartMaxwell([]).reason).toBe('too-few-units');
        expect(stuartMaxwell([[1], [2]]).reason).toBe('too-few-raters');
        expect(stuartMaxwell([[1, null], [null, 1]]).reason).toBe('no-pairable-values');
        expect(() => stuartMaxwell([[1, 2, 3], [1, 2, 3]])).toThrow(RangeError);
    });
});

describe('bhapkar', () => {
    it('reproduces R irr 0.84.1 on vision', () => {
        const result = bhapkar(ratingsFromTable(VISION_TABLE));
        expect(result.statistic).toBeCloseTo(11.9757201555, 8);
        expect(result.pValue).toBeCloseTo(0.00746679746972, 11);
    });

    it('has no value where every unit speaks the same way', () => {
        expect(bhapkar([[1, 2], [1, 2], [1, 2]]).reason).toBe('unbounded');
        expect(bhapkar([[1, 1]]).reason).toBe('no-disagreement');
    });
});
