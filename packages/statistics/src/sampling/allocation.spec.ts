import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocation';

const sizes = (...values: readonly number[]) => values.map(size => ({ size }));

describe('allocate', () => {
    it('gives in proportion, and what is left to the largest remainder', () => {
        // 3.5, 2.1 and 1.4 of 7.
        expect(allocate(sizes(50, 30, 20), 7)).toEqual([4, 2, 1]);
        expect(allocate(sizes(1, 1, 1), 2)).toEqual([1, 1, 0]);
    });

    it('divides equally, and what a small stratum lacks among the others', () => {
        expect(allocate(sizes(2, 100, 100), 20, 'equal')).toEqual([2, 9, 9]);
        expect(allocate(sizes(0, 5, 5), 3, 'equal')).toEqual([0, 2, 1]);
    });

    it('follows Neyman on the 64 cities of Cochran (1977), table 5.1', () => {
        // N S: 16 × 232.04 = 3,713 and 48 × 74.71 = 3,586; 12.2 and 11.8 of 24.
        const cities = [{ size: 16, deviation: Math.sqrt(53_843) }, { size: 48, deviation: Math.sqrt(5581) }];
        expect(allocate(cities, 24, 'neyman')).toEqual([12, 12]);
        expect(allocate(cities, 24)).toEqual([6, 18]);
    });

    it('takes the usual deviation for strata of which none is known', () => {
        expect(allocate([{ size: 10, deviation: 3 }, { size: 10 }, { size: 10, deviation: 1 }], 12, 'neyman')).toEqual([6, 4, 2]);
        expect(allocate([{ size: 10, deviation: 0 }, { size: 30, deviation: 0 }], 4, 'neyman')).toEqual([1, 3]);
        expect(allocate([{ size: 10, deviation: 0 }, { size: 4, deviation: 2 }], 6, 'neyman')).toEqual([2, 4]);
    });

    it('keeps a least number, where the total allows it', () => {
        expect(allocate(sizes(900, 90, 10), 20, 'proportional', 2)).toEqual([16, 2, 2]);
        expect(allocate(sizes(5, 100), 5, 'proportional', 1)).toEqual([1, 4]);
        expect(allocate(sizes(900, 90, 10), 3, 'proportional', 2)).toEqual([3, 0, 0]);
    });

    it('never exceeds a stratum, and draws all that it should', () => {
        fc.assert(fc.property(
            fc.array(fc.record({ size: fc.integer({ min: 0, max: 60 }), deviation: fc.option(fc.double({ min: 0, max: 9, noNaN: true }), { nil: undefined }) }), { maxLength: 12 }),
            fc.integer({ min: 0, max: 400 }), fc.constantFrom('proportional', 'equal', 'neyman' as const), fc.integer({ min: 0, max: 4 }),
            (strata, total, method, least) => {
                const parts = allocate(strata, total, method, least);
                parts.forEach((part, place) => { expect(part).toBeLessThanOrEqual(strata[place].size); });
                expect(parts.reduce((sum, each) => sum + each, 0)).toBe(Math.min(total, strata.reduce((sum, each) => sum + each.size, 0)));
                if (strata.reduce((sum, each) => sum + Math.min(each.size, least), 0) <= total) {
                    parts.forEach((part, place) => { expect(part).toBeGreaterThanOrEqual(Math.min(strata[place].size, least)); });
                }
            }
        ));
    });

    it('refuses what cannot be counted', () => {
        expect(() => allocate(sizes(1.5), 1)).toThrow(RangeError);
        expect(() => allocate(sizes(5), -1)).toThrow(RangeError);
        expect(() => allocate([{ size: 5, deviation: -1 }], 1, 'neyman')).toThrow(RangeError);
    });
});
