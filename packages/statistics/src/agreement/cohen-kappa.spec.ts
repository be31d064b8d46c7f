import { describe, expect, it } from 'vitest';
import { ANXIETY, COHEN_1960, FLEISS_COHEN_EVERITT, SKEWED, VISION_TABLE } from '../published/published-ratings';
import { ratingsFromTable } from '../ratings/ratings';
import { cohenKappa } from './cohen-kappa';

const firstTwo = ANXIETY.map(row => row.slice(0, 2));

describe('cohenKappa', () => {
    it('reproduces published values', () => {
        expect(cohenKappa(COHEN_1960).value).toBeCloseTo(0.492, 3);
        expect(cohenKappa(FLEISS_COHEN_EVERITT).value).toBeCloseTo(0.429, 3);
        expect(cohenKappa(SKEWED).value).toBeCloseTo(0.3181818182, 10);
        // Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions (3rd ed. 2003), Table 18.1
        expect(cohenKappa(ratingsFromTable([[75, 1, 4], [5, 4, 1], [0, 0, 10]])).value).toBeCloseTo(0.68, 2);
    });

    it('reproduces the weighted kappa of Fleiss, Cohen and Everitt (1969)', () => {
        const kappa = cohenKappa(FLEISS_COHEN_EVERITT, { weights: [[1, 0, 0.4444], [0, 1, 0.6667], [0.4444, 0.6667, 1]] });
        expect(kappa.value).toBeCloseTo(0.5070699649, 10);
    });

    it('takes disagreement weights for what they are (Cohen 1968)', () => {
        const disagreement = cohenKappa(COHEN_1960, { weights: [[0, 1, 3], [1, 0, 6], [3, 6, 0]] });
        const agreement = cohenKappa(COHEN_1960, { weights: [[1, 5 / 6, 0.5], [5 / 6, 1, 0], [0.5, 0, 1]] });
        expect(disagreement.value).toBeCloseTo(agreement.value ?? 0, 12);
        // R's psych gives .348 for these cells and weights, as Cohen does.
        expect(disagreement.value).toBeCloseTo(0.348, 3);
    });

    it('agrees with R irr 0.84.1 on anxiety and vision, z under the null hypothesis included', () => {
        for (const [weights, value, z] of [['unweighted', 0.119496855346, 1.16376222866], ['linear', 0.189189189189, 1.41565884999], ['quadratic', 0.29676511955, 1.34049877333]] as const) {
            const kappa = cohenKappa(firstTwo, { weights });
            expect(kappa.value).toBeCloseTo(value, 10);
            expect(kappa.statistic).toBeCloseTo(z, 9);
        }
        const vision = cohenKappa(ratingsFromTable(VISION_TABLE));
        expect(vision.value).toBeCloseTo(0.595388828089, 10);
        expect(vision.statistic).toBeCloseTo(84.5809811002, 7);
        expect(cohenKappa(firstTwo).pValue).toBeCloseTo(0.244520383076, 10);
    });

    it('has the large-sample interval that R psych 2.2.9 prints', () => {
        const { interval } = cohenKappa(COHEN_1960);
        expect(interval?.low).toBeCloseTo(0.3915637021, 6);
        expect(interval?.high).toBeCloseTo(0.5914871454, 6);
        expect(interval?.level).toBe(0.95);
    });

    it('leaves out units that one of the two did not rate', () => {
        expect(cohenKappa([...firstTwo, [null, 3], [4, null]])).toEqual(cohenKappa(firstTwo));
    });

    it('is 0, not undefined, where only one of the two varies', () => {
        const kappa = cohenKappa([[1, 1], [1, 2], [1, 1]]);
        expect(kappa.value).toBe(0);
        expect(kappa.interval).toBeUndefined();
        expect(kappa.statistic).toBeNull();
    });

    it('says why there is none', () => {
        expect(cohenKappa([[1, 1], [1, 1]])).toEqual({ value: null, n: 2, reason: 'no-variation', statistic: null, df: null, pValue: null });
        expect(cohenKappa([]).reason).toBe('too-few-units');
        expect(cohenKappa([[1, 2]]).reason).toBe('too-few-units');
        expect(cohenKappa([[1], [2]]).reason).toBe('too-few-raters');
        expect(cohenKappa([[1, null], [null, 2]]).reason).toBe('no-pairable-values');
    });

    it('refuses three raters, a matrix of the wrong size and a confidence that is none', () => {
        expect(() => cohenKappa([[1, 2, 3]])).toThrow('congerKappa');
        expect(() => cohenKappa(firstTwo, { weights: [[1, 0], [0, 1]] })).toThrow(RangeError);
        expect(() => cohenKappa(firstTwo, { confidence: 95 })).toThrow(RangeError);
    });
});
