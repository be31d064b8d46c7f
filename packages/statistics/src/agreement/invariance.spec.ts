import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Coefficient, Ratings } from '../result';
import { brennanPrediger } from './brennan-prediger';
import { cohenKappa } from './cohen-kappa';
import { congerKappa } from './conger-kappa';
import { fleissKappa } from './fleiss-kappa';
import { gwetAc } from './gwet-ac';
import { icc, IntraclassForm } from './intraclass-correlation';
import { kendallW } from './kendall-w';
import { krippendorffAlpha } from './krippendorff-alpha';
import { MeasurementLevel } from './krippendorff-metric';
import { lightKappa } from './light-kappa';
import { bhapkar, stuartMaxwell } from './marginal-homogeneity';
import { percentAgreement } from './percent-agreement';
import { scottPi } from './scott-pi';

type Coefficients = Readonly<Record<string, (ratings: Ratings) => Coefficient>>;

const FORMS: ReadonlyArray<IntraclassForm> = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'];
const LEVELS: ReadonlyArray<MeasurementLevel> = ['nominal', 'ordinal', 'interval', 'ratio'];

const nominal: Coefficients = {
    percentAgreement, fleissKappa, congerKappa, lightKappa, brennanPrediger, gwetAc, krippendorffAlpha,
    unanimous: ratings => percentAgreement(ratings, { method: 'unanimous' }),
    fleiss: ratings => fleissKappa(ratings, { estimator: 'fleiss' }),
    fleissCuzick: ratings => fleissKappa(ratings, { estimator: 'fleiss-cuzick' })
};
const ofTwo: Coefficients = { cohenKappa, scottPi, stuartMaxwell, bhapkar };
const numerical: Coefficients = {
    kendallW, ac2: ratings => gwetAc(ratings, { weights: 'quadratic' }), weightedConger: ratings => congerKappa(ratings, { weights: 'linear' }),
    ...Object.fromEntries(LEVELS.map(level => [level, (ratings: Ratings) => krippendorffAlpha(ratings, { level })])),
    ...Object.fromEntries(FORMS.map(form => [form, (ratings: Ratings) => icc(ratings, { form })]))
};

const ratingsOf = (raters: number): fc.Arbitrary<Ratings> => fc.array(
    fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 5 }), { minLength: raters, maxLength: raters }), { minLength: 0, maxLength: 15 });
const order = (length: number): fc.Arbitrary<ReadonlyArray<number>> =>
    fc.shuffledSubarray(Array.from({ length }, (_, index) => index), { minLength: length, maxLength: length });

const same = (name: string, first: Coefficient, second: Coefficient): void => {
    expect(second.reason, name).toBe(first.reason);
    if (first.value !== null) {
        // Close to a pole a coefficient is as large as it is ill-conditioned.
        expect((second.value ?? Number.NaN) / Math.max(1, Math.abs(first.value)), name).toBeCloseTo(first.value / Math.max(1, Math.abs(first.value)), 8);
        expect(second.n, name).toBe(first.n);
    }
    if (first.standardError !== undefined) {
        expect(second.standardError, name).toBeCloseTo(first.standardError, 7);
    }
};

describe('every coefficient', () => {
    it('stays the same when the raters change places', () => {
        fc.assert(fc.property(ratingsOf(4), order(4), (ratings, places) => {
            const moved = ratings.map(row => places.map(place => row[place]));
            for (const [name, coefficient] of Object.entries({ ...nominal, ...numerical })) {
                same(name, coefficient(ratings), coefficient(moved));
            }
        }));
        fc.assert(fc.property(ratingsOf(2), ratings => {
            const moved = ratings.map(([first, second]) => [second, first]);
            for (const [name, coefficient] of Object.entries(ofTwo)) {
                same(name, coefficient(ratings), coefficient(moved));
            }
        }));
    });

    it('stays the same when the units change places', () => {
        fc.assert(fc.property(ratingsOf(3), ratings => {
            for (const [name, coefficient] of Object.entries({ ...nominal, ...numerical })) {
                same(name, coefficient(ratings), coefficient([...ratings].reverse()));
            }
        }));
    });

    it('stays the same under new names for nominal categories', () => {
        const relabel = (ratings: Ratings, names: ReadonlyArray<number>): Ratings => ratings.map(row => row.map(rating => rating === null ? null : names[rating]));
        const names = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 5 });
        fc.assert(fc.property(ratingsOf(3), names, (ratings, labels) => {
            for (const [name, coefficient] of Object.entries(nominal)) {
                same(name, coefficient(ratings), coefficient(relabel(ratings, labels)));
            }
        }));
        fc.assert(fc.property(ratingsOf(2), names, (ratings, labels) => {
            for (const [name, coefficient] of Object.entries(ofTwo)) {
                same(name, coefficient(ratings), coefficient(relabel(ratings, labels)));
            }
        }));
    });

    it('is never NaN, and null exactly when there is a reason', () => {
        fc.assert(fc.property(fc.oneof(ratingsOf(1), ratingsOf(2), ratingsOf(5)), ratings => {
            const applicable = ratings.length > 0 && ratings[0].length > 2 ? {} : ofTwo;
            for (const [name, coefficient] of Object.entries({ ...nominal, ...numerical, ...applicable })) {
                const result = coefficient(ratings);
                expect(result.value === null, name).toBe(result.reason !== undefined);
                for (const figure of [result.value ?? 0, result.standardError ?? 0, result.interval?.low ?? 0, result.interval?.high ?? 0]) {
                    expect(Number.isFinite(figure), name).toBe(true);
                }
                if (result.value !== null && result.interval !== undefined) {
                    expect(result.interval.low, name).toBeLessThanOrEqual(result.interval.high);
                }
            }
        }), { numRuns: 300 });
    });

    it('is 1 for perfect agreement with variation', () => {
        const perfect = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 12 })
            .filter(values => new Set(values).size > 1)
            .map(values => values.map(value => [value, value, value]));
        const { '1,1': one, '2,1': two, '3,1': three } = numerical;
        fc.assert(fc.property(perfect, ratings => {
            for (const [name, coefficient] of Object.entries({ ...nominal, ...numerical })) {
                expect(coefficient(ratings).value, name).toBeCloseTo(1, 12);
            }
            for (const level of LEVELS) {
                expect(krippendorffAlpha(ratings, { level }).value).toBe(1);
            }
            for (const coefficient of [one, two, three]) {
                expect(coefficient(ratings).value).toBe(1);
            }
            expect(cohenKappa(ratings.map(row => row.slice(0, 2))).value).toBe(1);
        }));
    });
});
