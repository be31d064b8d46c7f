import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeRatings } from './coded-ratings';

describe('codeRatings', () => {
    it('numbers the categories seen in ascending order', () => {
        const coded = codeRatings([[1000, null], [-2, 3], [3, 0.5]]);
        expect(coded.labels).toEqual([-2, 0.5, 3, 1000]);
        expect([...coded.codes]).toEqual([3, -1, 0, 2, 2, 1]);
    });

    it('keeps declared categories as they are, used or not', () => {
        const coded = codeRatings([[1, 3]], [3, 2, 1]);
        expect(coded.labels).toEqual([3, 2, 1]);
        expect([...coded.codes]).toEqual([2, 0]);
    });

    it('gives every rating back', () => {
        const rating = fc.option(fc.oneof(fc.integer({ min: -5, max: 300 }), fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0)));
        fc.assert(fc.property(fc.array(fc.tuple(rating, rating)), ratings => {
            const { labels, codes } = codeRatings(ratings);
            expect([...codes].map(code => code < 0 ? null : labels[code])).toEqual(ratings.flat());
            expect(labels).toEqual([...labels].sort((a, b) => a - b));
        }));
    });

    it('refuses ratings outside the scale and categories named twice', () => {
        expect(() => codeRatings([[1, 4]], [1, 2, 3])).toThrow('The rating 4 is not one of the declared categories 1, 2, 3');
        expect(() => codeRatings([[1, 1]], [1, 1])).toThrow(RangeError);
        expect(() => codeRatings([[1, 1]], [1, Number.NaN])).toThrow(RangeError);
    });
});
