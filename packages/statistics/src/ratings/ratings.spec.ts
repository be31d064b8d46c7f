import { describe, expect, it } from 'vitest';
import { checkRatings, checkTwoRaters, completeUnits, ratingsFromTable } from './ratings';

describe('checkRatings', () => {
    it('tells units from raters', () => {
        expect(checkRatings([[1, null, 2], [0, 1, 1]])).toEqual({ units: 2, raters: 3 });
        expect(checkRatings([])).toEqual({ units: 0, raters: 0 });
    });

    it('refuses ragged rows and what is no number', () => {
        expect(() => checkRatings([[1, 2], [1]])).toThrow('Row 1 has 1 ratings where row 0 has 2');
        expect(() => checkRatings([[1, Number.NaN]])).toThrow(RangeError);
        expect(() => checkRatings([[1, Infinity]])).toThrow(RangeError);
        expect(() => checkRatings([[1, undefined as unknown as null]])).toThrow(RangeError);
        expect(() => checkRatings([[1, '2' as unknown as number]])).toThrow(RangeError);
    });
});

describe('checkTwoRaters', () => {
    it('names the way out for three columns', () => {
        expect(() => checkTwoRaters([[1, 2, 3]], 'use another')).toThrow('3 columns; use another');
        checkTwoRaters([[1, 2]], '');
        checkTwoRaters([], '');
    });
});

describe('completeUnits', () => {
    it('leaves out rows with a gap', () => {
        expect(completeUnits([[1, null], [1, 2]])).toEqual([[1, 2]]);
    });
});

describe('ratingsFromTable', () => {
    it('gives one row per unit, with labels of choice', () => {
        expect(ratingsFromTable([[1, 2], [0, 1]])).toEqual([[1, 1], [1, 2], [1, 2], [2, 2]]);
        expect(ratingsFromTable([[0, 1], [0, 0]], [10, 20])).toEqual([[10, 20]]);
    });

    it('refuses what is not a square table of counts', () => {
        expect(() => ratingsFromTable([[1, 2]])).toThrow(RangeError);
        expect(() => ratingsFromTable([[1.5]])).toThrow(RangeError);
        expect(() => ratingsFromTable([[-1]])).toThrow(RangeError);
        expect(() => ratingsFromTable([[1]], [1, 2])).toThrow(RangeError);
    });
});
