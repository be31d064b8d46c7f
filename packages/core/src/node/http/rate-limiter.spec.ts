import { expect, it } from 'vitest';
import { RateLimiter, ratesPerMinute } from './rate-limiter';

it('allows a burst, refuses the next, says when, and recovers', () => {
    let now = 0;
    const limiter = new RateLimiter(() => now);
    for (let i = 0; i < ratesPerMinute.strict; i++) {
        expect(limiter.take('a', 'strict')).toBe(0);
    }
    expect(limiter.take('a', 'strict')).toBe(1);
    expect(limiter.take('b', 'strict')).toBe(0);
    expect(limiter.take('a', 'normal')).toBe(0);
    now += 60_000;
    expect(limiter.take('a', 'strict')).toBe(0);
});
