import { expect, it } from 'vitest';
import { lowers } from './never-lower';

it('A score falls when less is left of it, not by what calculating with fractions makes of it', () => {
    expect(lowers(60, 40)).toBe(true);
    expect(lowers(60, null)).toBe(true);
    expect(lowers(60, 60)).toBe(false);
    expect(lowers(100 / 3 * 3, 99.99999999999999)).toBe(false);
    expect(lowers(40, 60)).toBe(false);
    expect(lowers(null, 0)).toBe(false);
});
