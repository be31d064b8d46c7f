import { describe, expect, it } from 'vitest';
import { sparklineEnd, sparklinePath } from './sparkline';

describe('a small trend', () => {
    it('spans its box from the least to the greatest', () => expect(sparklinePath([0, 5, 10], 104, 24)).toBe('M2 22L52 12L102 2'));
    it('breaks where a value is absent', () => expect(sparklinePath([1, null, 2, 3], 62, 22)).toBe('M2 20M40.7 11L60 2'));
    it('lies in the middle when flat or alone', () => {
        expect(sparklinePath([7, 7], 102, 22)).toBe('M2 11L100 11');
        expect(sparklinePath([7], 102, 22)).toBe('M51 11');
    });
    it('is nothing without values', () => {
        expect(sparklinePath([null, null], 100, 20)).toBe('');
        expect(sparklineEnd([], 100, 20)).toBeUndefined();
    });
    it('ends at the last value there is', () => expect(sparklineEnd([0, 10, null], 104, 24)).toEqual({ x: 52, y: 2 }));
});
