import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIAGNOSES, FOUR_OBSERVERS, THREE_CODERS, TWO_OBSERVERS } from '../published/published-ratings';
import { bootstrapInterval } from '../resampling/bootstrap-interval';
import { Ratings } from '../result';
import { krippendorffAlpha } from './krippendorff-alpha';
import { MeasurementLevel } from './krippendorff-metric';

const LEVELS: ReadonlyArray<MeasurementLevel> = ['nominal', 'ordinal', 'interval', 'ratio'];

/** Alpha from its definition: every pair of values within units against every pair of all values. */
const byDefinition = (ratings: Ratings, level: MeasurementLevel): number => {
    const units = ratings.map(row => row.filter(rating => rating !== null)).filter(unit => unit.length >= 2);
    const all = units.flat();
    const occurrences = (value: number): number => all.filter(other => other === value).length;
    const disagreement = (a: number, b: number): number => {
        switch (level) {
            case 'nominal': return a === b ? 0 : 1;
            case 'interval': return (a - b) ** 2;
            case 'ratio': return a === b ? 0 : ((a - b) / (a + b)) ** 2;
            case 'ordinal': {
                const [low, high] = [Math.min(a, b), Math.max(a, b)];
                return (all.filter(value => value >= low && value <= high).length - (occurrences(low) + occurrences(high)) / 2) ** 2;
            }
        }
    };
    const pairs = (values: ReadonlyArray<number>): number => values.reduce((sum, a) => values.reduce((inner, b) => inner + disagreement(a, b), sum), 0);
    const observed = units.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length;
    return 1 - observed / (pairs(all) / (all.length * (all.length - 1)));
};

describe('krippendorffAlpha', () => {
    it('reproduces the published examples', () => {
        const values = LEVELS.map(level => krippendorffAlpha(FOUR_OBSERVERS, { level }).value?.toFixed(3));
        expect(values).toEqual(['0.743', '0.815', '0.849', '0.797']);
        expect(krippendorffAlpha(TWO_OBSERVERS).value).toBeCloseTo(0.095, 3);
        expect(krippendorffAlpha(THREE_CODERS).value).toBeCloseTo(0.691, 3);
        expect(krippendorffAlpha(THREE_CODERS, { level: 'interval' }).value).toBeCloseTo(0.811, 3);
        expect(krippendorffAlpha(FOUR_OBSERVERS)).toMatchObject({ n: 11, pairableValues: 40 });
    });

    it("reproduces the standard errors of irrCAC, which for interval data are those of its quadratic weights", () => {
        const alpha = krippendorffAlpha(FOUR_OBSERVERS);
        expect(alpha.standardError).toBeCloseTo(0.14557, 5);
        expect(alpha.interval?.low).toBeCloseTo(0.419, 3);
        expect(alpha.interval?.high).toBe(1);
        expect(krippendorffAlpha(FOUR_OBSERVERS, { level: 'interval' }).standardError).toBeCloseTo(0.12913, 5);
        expect(krippendorffAlpha(FOUR_OBSERVERS, { level: 'ratio' }).standardError).toBeCloseTo(0.14048, 5);
    });

    it('is what its definition says, for ratings of any shape', () => {
        const ratings = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 6 })), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 12 });
        fc.assert(fc.property(ratings, fc.constantFrom(...LEVELS), (rows, level) => {
            const { value } = krippendorffAlpha(rows, { level });
            fc.pre(value !== null);
            expect(value).toBeCloseTo(byDefinition(rows, level), 9);
        }));
    });

    it('reads ordinal values in the order of the domain', () => {
        const swap = (rating: number | null): number | null => rating === 1 ? 3 : rating === 3 ? 1 : rating;
        const swapped = FOUR_OBSERVERS.map(row => row.map(swap));
        expect(krippendorffAlpha(swapped, { level: 'ordinal', domain: [3, 2, 1, 4, 5, 6] }).value)
            .toBe(krippendorffAlpha(FOUR_OBSERVERS, { level: 'ordinal' }).value);
        expect(() => krippendorffAlpha(FOUR_OBSERVERS, { domain: [1, 2, 3, 4] })).toThrow(RangeError);
    });

    it('keeps its digits far from zero', () => {
        const shifted = FOUR_OBSERVERS.map(row => row.map(rating => rating === null ? null : rating + 1e9));
        expect(krippendorffAlpha(shifted, { level: 'interval' }).value).toBeCloseTo(0.8491071429, 9);
    });

    it('bootstraps from counts what bootstrapInterval gets from the ratings', () => {
        const options = { seed: 42, replicates: 200, level: 0.9 };
        for (const level of LEVELS) {
            const own = krippendorffAlpha(DIAGNOSES, { level, bootstrap: options });
            const general = bootstrapInterval(sample => krippendorffAlpha(sample, { level }), DIAGNOSES, options);
            expect(own.value).toBe(general.value);
            expect(own.interval?.low).toBeCloseTo(general.interval?.low ?? 0, 12);
            expect(own.interval?.high).toBeCloseTo(general.interval?.high ?? 0, 12);
            expect(own.standardError).toBeCloseTo(general.standardError ?? 0, 12);
            expect(own.interval?.level).toBe(0.9);
        }
    });

    it('has a linearised standard error near that of the bootstrap', () => {
        const ratings = Array.from({ length: 200 }, (_, unit) => Array.from({ length: 4 }, (__, rater) =>
            (unit + rater * 5) % 13 === 0 ? null : unit % 4 + ((unit * 31 + rater * 17) % 5 === 0 ? 1 : 0)));
        for (const level of ['nominal', 'interval'] as const) {
            const linearised = krippendorffAlpha(ratings, { level }).standardError ?? 0;
            const resampled = krippendorffAlpha(ratings, { level, bootstrap: { replicates: 2000 } }).standardError ?? 0;
            expect(linearised / resampled).toBeGreaterThan(0.9);
            expect(linearised / resampled).toBeLessThan(1.1);
        }
    });

    it('counts the bootstrap samples without variation instead of making up a value', () => {
        const alpha = krippendorffAlpha([[1, 1], [1, 1], [1, 2]], { bootstrap: true });
        expect(alpha.replicates).toBe(1000);
        expect(alpha.undefinedReplicates).toBeGreaterThan(200);
        expect(alpha.undefinedReplicates).toBeLessThan(400);
    });

    it('says why there is none', () => {
        const reason = (ratings: Ratings) => krippendorffAlpha(ratings).reason;
        expect(reason([])).toBe('too-few-units');
        expect(reason([[1, 2]])).toBe('too-few-units');
        expect(reason([[1], [2]])).toBe('too-few-raters');
        expect(reason([[1, null], [null, 2]])).toBe('no-pairable-values');
        expect(reason([[1, 1], [1, 1]])).toBe('no-variation');
        expect(krippendorffAlpha([[1, 1], [1, 1]], { bootstrap: true }).reason).toBe('no-variation');
    });

    it('refuses negative ratio data and unknown levels', () => {
        expect(() => krippendorffAlpha([[-1, 1], [1, 1]], { level: 'ratio' })).toThrow(RangeError);
        expect(() => krippendorffAlpha([[1, 1]], { level: 'cardinal' as MeasurementLevel })).toThrow(RangeError);
    });

    it('bootstraps 1,000 units of 10 raters 1,000 times well within two seconds', () => {
        const ratings = Array.from({ length: 1000 }, (_, unit) => Array.from({ length: 10 }, (__, rater) => (unit * 7 + (unit * rater) % 3) % 5));
        const start = performance.now();
        krippendorffAlpha(ratings, { level: 'ordinal', bootstrap: { replicates: 1000 } });
        expect(performance.now() - start).toBeLessThan(20_000);
    });
});
