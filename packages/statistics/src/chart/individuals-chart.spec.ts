import { describe, expect, it } from 'vitest';
import { individualsChart } from './individuals-chart';

/** D. C. Montgomery, Introduction to Statistical Quality Control, Table 6.6: cost of processing loan applications. */
const COSTS = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304];

describe('individualsChart', () => {
    it('reproduces the limits of the costs', () => {
        const chart = individualsChart(COSTS);
        expect(chart.centre).toBe(300.5);
        expect(chart.movingRange.centre).toBeCloseTo(7.79, 2);
        expect(chart.upperLimit).toBeCloseTo(321.22, 2);
        expect(chart.lowerLimit).toBeCloseTo(279.78, 2);
        expect(chart.movingRange.upperLimit).toBeCloseTo(25.45, 2);
        expect(chart.movingRange.lowerLimit).toBe(0);
        expect(chart.sigma).toBeCloseTo(7.79 / 1.128, 2);
        expect(chart.signals).toEqual([]);
        expect(chart.n).toBe(20);
        expect(chart.movingRange.n).toBe(19);
    });

    it('shows a jump in both charts', () => {
        const chart = individualsChart([10, 11, 10, 9, 10, 11, 10, 9, 10, 40]);
        expect(chart.outOfControl).toEqual([9]);
        expect(chart.movingRange.outOfControl).toEqual([8]);
    });

    it('holds new values against a standard', () => {
        const chart = individualsChart([0, 1, 4], { standard: { centre: 0, sigma: 1 } });
        expect(chart).toMatchObject({ centre: 0, lowerLimit: -3, upperLimit: 3, outOfControl: [2] });
        expect(chart.movingRange.centre).toBe(1.128);
    });

    it('needs two values, and numbers', () => {
        expect(individualsChart([5])).toMatchObject({ centre: null, sigma: null, reason: 'too-few-units', movingRange: { centre: null } });
        expect(individualsChart([5, 5])).toMatchObject({ centre: 5, lowerLimit: 5, upperLimit: 5, sigma: 0, outOfControl: [] });
        expect(() => individualsChart([1, Number.NaN])).toThrow(RangeError);
        expect(() => individualsChart([1, 2], { standard: { centre: 0, sigma: 0 } })).toThrow(RangeError);
    });
});
