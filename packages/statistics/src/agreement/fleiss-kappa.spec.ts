import { describe, expect, it } from 'vitest';
import { DIAGNOSES, FOUR_OBSERVERS } from '../published/published-ratings';
import { Ratings } from '../result';
import { fleissKappa } from './fleiss-kappa';

/** Wikipedia, "Fleiss' kappa", worked example: 10 subjects, 14 raters; columns are the five categories. */
const WORKED_EXAMPLE: Ratings = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]
].map(counts => counts.flatMap((count, category) => Array.from({ length: count }, () => category + 1)));

describe('fleissKappa', () => {
    it('reproduces the diagnoses of Fleiss (1971), overall and per category', () => {
        const kappa = fleissKappa(DIAGNOSES);
        expect(kappa.value).toBeCloseTo(0.4302445201, 10);
        expect(kappa.n).toBe(30);
        expect(kappa.perCategory.map(({ category }) => category)).toEqual([1, 2, 3, 4, 5]);
        const rounded = kappa.perCategory.map(({ value }) => Math.round((value ?? 0) * 1000) / 1000);
        expect(rounded).toEqual([0.245, 0.245, 0.52, 0.471, 0.566]);
    });

    it('tests against 0 as R irr 0.84.1 does', () => {
        const kappa = fleissKappa(DIAGNOSES);
        expect(kappa.statistic).toBeCloseTo(17.651830583, 8);
        expect(kappa.perCategory.map(({ statistic }) => statistic?.toFixed(3))).toEqual(['5.192', '5.192', '11.031', '9.994', '12.009']);
        expect(kappa.pValue).toBeLessThan(1e-60);
    });

    it('reproduces the worked example for 14 raters', () => {
        expect(fleissKappa(WORKED_EXAMPLE).value).toBeCloseTo(0.2099307044, 10);
    });

    it('reproduces irrCAC with missing ratings, standard error and interval included', () => {
        const kappa = fleissKappa(FOUR_OBSERVERS);
        expect(kappa.value).toBeCloseTo(0.76117, 5);
        expect(kappa.standardError).toBeCloseTo(0.15302, 5);
        expect(kappa.interval?.low).toBeCloseTo(0.424, 3);
        expect(kappa.interval?.high).toBe(1);
        // The variance for raters who rate at random is known for equal numbers of ratings only.
        expect(kappa.statistic).toBeNull();
    });

    it('reproduces irrCAC with weights', () => {
        const expected = { linear: [0.81794, 0.1485], quadratic: [0.86494, 0.14603], ordinal: [0.85021, 0.14704], circular: [0.8072, 0.14894] } as const;
        for (const weights of ['linear', 'quadratic', 'ordinal', 'circular'] as const) {
            const kappa = fleissKappa(FOUR_OBSERVERS, { weights });
            expect(kappa.value).toBeCloseTo(expected[weights][0], 5);
            expect(kappa.standardError).toBeCloseTo(expected[weights][1], 5);
        }
    });

    it('has one value for all estimators where all units have equally many ratings', () => {
        const [gwet, fleiss, cuzick] = (['gwet', 'fleiss', 'fleiss-cuzick'] as const).map(estimator => fleissKappa(DIAGNOSES, { estimator }));
        expect(fleiss).toEqual(gwet);
        expect(cuzick.value).toBeCloseTo(gwet.value ?? 0, 12);
        expect(cuzick.standardError).toBeCloseTo(gwet.standardError ?? 0, 12);
    });

    it('follows the named estimator where the numbers differ', () => {
        const complete = FOUR_OBSERVERS.filter(row => !row.includes(null));
        expect(fleissKappa(FOUR_OBSERVERS, { estimator: 'fleiss' })).toEqual(fleissKappa(complete, { categories: [1, 2, 3, 4, 5] }));
        // Fleiss & Cuzick for two categories: 1 − Σ x (n − x) / n / (N (n̄ − 1) p q), by hand from three units.
        const ratings = [[1, 1, 0], [0, 0, null], [1, null, 0]];
        const share = 3 / 7;
        const within = 2 * 1 / 3 + 0 + 1 * 1 / 2;
        expect(fleissKappa(ratings, { estimator: 'fleiss-cuzick' }).value).toBeCloseTo(1 - within / (4 * share * (1 - share)), 12);
    });

    it('has a standard error near the jackknife for unequal numbers', () => {
        const ratings = Array.from({ length: 60 }, (_, unit) => Array.from({ length: 5 }, (__, rater) =>
            (unit * 7 + rater * 3) % 11 < 2 ? null : (unit * unit + (unit + rater) % 4 % 3) % 3));
        const value = (sample: Ratings): number => fleissKappa(sample, { estimator: 'fleiss-cuzick' }).value ?? Number.NaN;
        const without = ratings.map((_, left) => value(ratings.filter((__, unit) => unit !== left)));
        const mean = without.reduce((sum, x) => sum + x, 0) / without.length;
        const jackknife = Math.sqrt(59 / 60 * without.reduce((sum, x) => sum + (x - mean) ** 2, 0));
        expect((fleissKappa(ratings, { estimator: 'fleiss-cuzick' }).standardError ?? 0) / jackknife).toBeCloseTo(1, 1);
    });

    it('says why there is none', () => {
        expect(fleissKappa([]).reason).toBe('too-few-units');
        expect(fleissKappa([[1, 1, 1], [1, 1, null]]).reason).toBe('no-variation');
        expect(fleissKappa([[1], [2]]).reason).toBe('too-few-raters');
        expect(fleissKappa([[1, null], [null, 2]]).reason).toBe('no-pairable-values');
        expect(fleissKappa([[1, 2], [null, 2]]).reason).toBe('too-few-units');
        expect(fleissKappa([[1, 2, null], [2, null, null]], { estimator: 'fleiss' }).reason).toBe('too-few-units');
    });

    it('keeps a declared category that nobody used, without a kappa of its own', () => {
        const { perCategory } = fleissKappa(DIAGNOSES, { categories: [1, 2, 3, 4, 5, 6] });
        expect(perCategory[5]).toMatchObject({ category: 6, proportion: 0, value: null, reason: 'no-variation' });
    });

    it('refuses weights for an estimator without any', () => {
        expect(() => fleissKappa(DIAGNOSES, { estimator: 'fleiss-cuzick', weights: 'linear' })).toThrow(RangeError);
    });
});
