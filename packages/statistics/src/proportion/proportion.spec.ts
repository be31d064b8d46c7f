import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquare } from '../distribution/chi-square';
import { clopperPearsonInterval } from './clopper-pearson-interval';
import { sampleSize } from './sample-size';
import { wilsonInterval } from './wilson-interval';

const near = ({ low, high }: { readonly low: number | null; readonly high: number | null }, expectedLow: number, expectedHigh: number, tolerance = 6e-5): void => {
    expect(Math.abs((low ?? 9) - expectedLow)).toBeLessThan(tolerance);
    expect(Math.abs((high ?? 9) - expectedHigh)).toBeLessThan(tolerance);
};

/** Newcombe, Statistics in Medicine 17 (1998) 857–872, Table I. */
describe('wilsonInterval', () => {
    it('reproduces Newcombe (1998), method 3', () => {
        near(wilsonInterval(81, 263), 0.2553, 0.3662);
        near(wilsonInterval(15, 148), 0.0624, 0.1605);
        near(wilsonInterval(0, 20), 0, 0.1611);
        near(wilsonInterval(1, 29), 0.0061, 0.1718);
    });

    it('never leaves 0 to 1, whatever the count', () => {
        fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.5, max: 0.9999, noNaN: true }), (trials, share, level) => {
            const successes = Math.round(trials * share);
            for (const interval of [wilsonInterval(successes, trials, level), clopperPearsonInterval(successes, trials, level)]) {
                const { low, high, value } = interval;
                expect(low).toBeGreaterThanOrEqual(0);
                expect(high).toBeLessThanOrEqual(1);
                expect(low).toBeLessThanOrEqual((value ?? 0) + 1e-12);
                expect(high).toBeGreaterThanOrEqual((value ?? 1) - 1e-12);
            }
        }));
    });
});

describe('clopperPearsonInterval', () => {
    it('reproduces Newcombe (1998), method 5', () => {
        near(clopperPearsonInterval(15, 148), 0.0578, 0.1617);
        near(clopperPearsonInterval(0, 20), 0, 0.1684);
        near(clopperPearsonInterval(81, 263, 0.95), 0.2527, 0.3676);
    });

    it("reproduces Minitab's appraisers of the essay data, the one-sided bound included", () => {
        near(clopperPearsonInterval(8, 15), 0.2659, 0.7873);
        near(clopperPearsonInterval(13, 15), 0.5954, 0.9834);
        near(clopperPearsonInterval(15, 15, { side: 'lower' }), 0.819, 1);
        expect(clopperPearsonInterval(15, 15, { side: 'lower' }).low).toBeCloseTo(0.05 ** (1 / 15), 12);
    });

    it('mirrors itself', () => {
        const upper = clopperPearsonInterval(3, 40, { side: 'upper', level: 0.9 });
        const lower = clopperPearsonInterval(37, 40, { side: 'lower', level: 0.9 });
        expect(upper.high).toBeCloseTo(1 - (lower.low ?? 0), 12);
        expect([upper.low, lower.high]).toEqual([0, 1]);
    });

    it('knows nothing from no trials, and refuses what cannot be counted', () => {
        expect(clopperPearsonInterval(0, 0)).toEqual({ value: null, low: null, high: null, level: 0.95, n: 0, reason: 'too-few-units' });
        expect(wilsonInterval(0, 0).reason).toBe('too-few-units');
        expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
        expect(() => clopperPearsonInterval(-1, 2)).toThrow(RangeError);
        expect(() => wilsonInterval(1.5, 2)).toThrow(RangeError);
        expect(() => wilsonInterval(1, 2, 95)).toThrow(RangeError);
    });
});

describe('sampleSize', () => {
    it('reproduces the table of Krejcie and Morgan (1970)', () => {
        const table = [[10, 10], [50, 44], [100, 80], [200, 132], [500, 217], [1000, 278], [5000, 357], [10_000, 370], [75_000, 382]] as const;
        for (const [population, size] of table) {
            expect(sampleSize({ population }).nearest).toBe(size);
        }
    });

    it('rounds up for a margin that holds', () => {
        expect(sampleSize()).toMatchObject({ value: 385, nearest: 384 });
        expect(sampleSize().unrounded).toBeCloseTo(chiSquare(1).quantile(0.95) * 100, 9);
        expect(sampleSize({ population: 60_000, confidence: 0.99, margin: 0.03 }).value).toBe(1789);
        expect(sampleSize({ population: 1000 }).value).toBe(278);
        expect(sampleSize({ proportion: 0.1 }).value).toBe(139);
    });

    it('never asks for more than there are', () => {
        fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0.001, max: 0.5, noNaN: true }), (population, margin) => {
            const { value } = sampleSize({ population, margin });
            expect(value).toBeLessThanOrEqual(population);
            expect(value).toBeGreaterThanOrEqual(1);
        }));
    });

    it('says why there is none, and refuses options out of range', () => {
        expect(sampleSize({ population: 0 })).toEqual({ value: null, unrounded: null, nearest: null, reason: 'too-few-units' });
        expect(sampleSize({ proportion: 0 }).reason).toBe('no-variation');
        expect(() => sampleSize({ population: -1 })).toThrow(RangeError);
        expect(() => sampleSize({ population: 1.5 })).toThrow(RangeError);
        expect(() => sampleSize({ margin: 0 })).toThrow(RangeError);
        expect(() => sampleSize({ margin: 5 })).toThrow(RangeError);
        expect(() => sampleSize({ proportion: 1.1 })).toThrow(RangeError);
        expect(() => sampleSize({ confidence: 1 })).toThrow(RangeError);
    });
});
