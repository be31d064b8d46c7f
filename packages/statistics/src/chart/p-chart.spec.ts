import { describe, expect, it } from 'vitest';
import { pChart } from './p-chart';

/** D. C. Montgomery, Introduction to Statistical Quality Control, Table 7.1: defective cans of orange juice in samples of 50. */
const CANS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6];

describe('pChart', () => {
    it('reproduces the limits of the cans', () => {
        const chart = pChart({ defectives: CANS, sizes: 50 });
        expect(chart.centre).toBeCloseTo(0.2313, 4);
        expect(chart.lowerLimit).toBeCloseTo(0.0524, 4);
        expect(chart.upperLimit).toBeCloseTo(0.4102, 4);
        expect(chart.outOfControl).toEqual([14, 22]);
        expect(chart.points[14]).toMatchObject({ index: 14, value: 0.44, outside: true, rules: ['beyond-limits'] });
        expect(pChart({ defectives: CANS, sizes: [50] })).toEqual(chart);
        expect(pChart({ defectives: CANS, sizes: CANS.map(() => 50) })).toEqual(chart);
    });

    it('reproduces the revised limits without the two samples', () => {
        const chart = pChart({ defectives: CANS.filter((_, index) => index !== 14 && index !== 22), sizes: 50 });
        expect(chart.centre).toBeCloseTo(0.215, 4);
        expect(chart.lowerLimit).toBeCloseTo(0.0407, 4);
        expect(chart.upperLimit).toBeCloseTo(0.3893, 4);
        expect(chart.outOfControl).toEqual([19]);
    });

    it('gives every sample its own limits, cut off at 0 and 1', () => {
        const chart = pChart({ defectives: [1, 20, 3], sizes: [10, 100, 5] });
        expect(chart.centre).toBeCloseTo(24 / 115, 12);
        expect(chart.lowerLimit).toBeNull();
        expect(chart.points[0].lowerLimit).toBe(0);
        expect(chart.points[1].upperLimit).toBeCloseTo(24 / 115 + 3 * Math.sqrt(24 / 115 * 91 / 115 / 100), 12);
        expect(pChart({ defectives: [4, 5], sizes: 5 }).upperLimit).toBe(1);
    });

    it('holds new samples against a standard', () => {
        const chart = pChart({ defectives: [4, 30], sizes: 50 }, { standard: 0.215 });
        expect(chart.upperLimit).toBeCloseTo(0.3893, 4);
        expect(chart.outOfControl).toEqual([1]);
    });

    it('stays calm where nothing is defective', () => {
        expect(pChart({ defectives: [0, 0], sizes: 20 })).toMatchObject({ centre: 0, lowerLimit: 0, upperLimit: 0, outOfControl: [], signals: [] });
    });

    it('is empty without samples, and refuses impossible ones', () => {
        expect(pChart({ defectives: [], sizes: 50 })).toMatchObject({ centre: null, reason: 'too-few-units', n: 0 });
        expect(() => pChart({ defectives: [1, 2], sizes: [5, 5, 5] })).toThrow(RangeError);
        expect(() => pChart({ defectives: [6], sizes: [5] })).toThrow(RangeError);
        expect(() => pChart({ defectives: [0], sizes: [0] })).toThrow(RangeError);
        expect(() => pChart({ defectives: [1], sizes: 5 }, { sigmas: 0 })).toThrow(RangeError);
    });
});
