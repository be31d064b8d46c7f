import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beta } from './beta';
import { chiSquare } from './chi-square';
import { Distribution } from './distribution';
import { fisherF } from './fisher-f';
import { normal } from './normal';
import { studentT } from './student-t';

/** The reference values were computed with 30 decimal digits. */
const near = (actual: number, expected: number): void => expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-12);

describe('normal', () => {
    it('has the known quantiles and tails', () => {
        near(normal.quantile(0.975), 1.9599639845400542355);
        near(normal.quantile(0.025), -1.9599639845400542355);
        near(normal.cumulative(1.5), 0.933192798731141934);
        near(normal.cumulative(-10), 7.61985302416052607e-24);
        expect(normal.cumulative(0)).toBe(0.5);
        expect(normal.quantile(0.5)).toBe(0);
        expect(normal.quantile(1)).toBe(Infinity);
    });
});

describe('studentT', () => {
    it('has the known quantiles, for fractional degrees of freedom too', () => {
        near(studentT(16).quantile(0.975), 2.11990529922125467);
        near(studentT(1).quantile(0.975), 12.7062047361747046);
        near(studentT(3.5).quantile(0.995), 5.08570222309125844);
        near(studentT(3.5).quantile(0.005), -5.08570222309125844);
    });

    it('has the density of the Cauchy distribution for one degree of freedom, at the centre too', () => {
        near(studentT(1).density(0), 1 / Math.PI);
        near(studentT(1).density(-2), 1 / (5 * Math.PI));
    });

    it('approaches the normal distribution', () => {
        expect(studentT(1e9).quantile(0.975)).toBeCloseTo(1.959963985, 8);
    });
});

describe('chiSquare', () => {
    it('has the known quantiles and tails', () => {
        near(chiSquare(1).quantile(0.95), 3.84145882069412596);
        near(chiSquare(3).quantile(0.95), 7.81472790325117996);
        near(chiSquare(100).quantile(0.01), 70.0648949253997993);
        near(chiSquare(3).upper(11.956569623), 0.0075334250547395826);
        near(chiSquare(1000).upper(1200), 0.0000122559423306229042);
    });

    it('is the exponential distribution for two degrees of freedom', () => {
        near(chiSquare(2).upper(7), Math.exp(-3.5));
        near(chiSquare(2).density(7), Math.exp(-3.5) / 2);
        expect(chiSquare(2).density(0)).toBe(0.5);
    });
});

describe('fisherF', () => {
    it('has the known quantiles and tails', () => {
        near(fisherF(5, 18).quantile(0.975), 3.38196780587524286);
        near(fisherF(3, 2.5).quantile(0.95), 12.3216526156875505);
        near(fisherF(5, 15).upper(11.0272871464), 0.000134563827738695709);
    });

    it('is beyond doubt at infinity', () => {
        expect(fisherF(3, 4).upper(Infinity)).toBe(0);
        expect(fisherF(3, 4).cumulative(0)).toBe(0);
    });
});

describe('beta', () => {
    it('has the known quantiles and tails', () => {
        near(beta(15, 134).quantile(0.025), 0.0578440100834485595);
        near(beta(0.5, 2.5).quantile(0.9), 0.448149199560429612);
        expect(beta(50_000, 70_000).cumulative(0.42)).toBeCloseTo(0.990376833792825663, 11);
    });

    it('is uniform for shapes 1 and 1', () => {
        near(beta(1, 1).cumulative(0.3), 0.3);
        near(beta(1, 1).quantile(0.3), 0.3);
    });
});

describe('every distribution', () => {
    const shape = fc.double({ min: 0.3, max: 5000, noNaN: true });
    const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    // Below 1 the quantiles of beta crowd so close to 1 that no number lies between them.
    const betaShape = shape.map(value => value + 0.7);
    const any: fc.Arbitrary<Distribution> = fc.oneof(
        fc.constant(normal), shape.map(studentT), shape.map(chiSquare),
        fc.tuple(shape, shape).map(([a, b]) => fisherF(a, b)), fc.tuple(betaShape, betaShape).map(([a, b]) => beta(a, b)));

    it('finds its way back from a probability', () => {
        fc.assert(fc.property(any, probability, (distribution, p) => {
            const x = distribution.quantile(p);
            // Where the density is steep, neighbouring numbers x lie further apart in probability.
            const resolution = 1e-10 + 1e-15 * Math.abs(x) * distribution.density(x);
            expect(Math.abs(distribution.cumulative(x) - p)).toBeLessThan(resolution);
            expect(Math.abs(distribution.upper(x) - (1 - p))).toBeLessThan(resolution);
        }));
    });

    it('has a density that is the slope of its cumulative probability', () => {
        fc.assert(fc.property(shape.filter(df => df > 2).map(chiSquare), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (distribution, p) => {
            const x = distribution.quantile(p);
            const step = x * 1e-5;
            const slope = (distribution.cumulative(x + step) - distribution.cumulative(x - step)) / (2 * step);
            expect(Math.abs(slope / distribution.density(x) - 1)).toBeLessThan(1e-3);
        }));
    });

    it('refuses what is not a probability or not a shape', () => {
        fc.assert(fc.property(any, distribution => {
            expect(() => distribution.quantile(1.1)).toThrow(RangeError);
            expect(() => distribution.quantile(Number.NaN)).toThrow(RangeError);
        }));
        expect(() => studentT(0)).toThrow(RangeError);
        expect(() => fisherF(1, Number.NaN)).toThrow(RangeError);
    });
});
