import { expect, it } from 'vitest';
import { brakeSeconds, lockSeconds } from './lockout';

it('lets five typing errors of one client pass, then waits longer and longer, for an hour at most', () => {
    expect([0, 4, 5, 6, 7, 11, 12, 5000].map(lockSeconds)).toEqual([0, 0, 30, 60, 120, 1920, 3600, 3600]);
});
it('slows a name as a whole later and less', () => {
    expect([0, 49, 50, 51, 56, 57, 5000].map(brakeSeconds)).toEqual([0, 0, 10, 20, 640, 900, 900]);
});
