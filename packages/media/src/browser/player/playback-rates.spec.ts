import { expect, it } from 'vitest';
import { nextRate } from './playback-rates';

it('steps through the speeds and stops at either end, also from one between two', () => {
    expect([nextRate(1, 1), nextRate(1, -1), nextRate(3, 1), nextRate(0.5, -1), nextRate(1.1, 1), nextRate(1.1, -1)]).toEqual([1.25, 0.75, 3, 0.5, 1.25, 1]);
});
