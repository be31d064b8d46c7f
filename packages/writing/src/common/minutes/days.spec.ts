import { expect, it } from 'vitest';
import { endOfDay, isToCome, yearAfter } from './days';

it('ends a day with its last millisecond', () => expect(new Date(endOfDay('2026-02-28')).toISOString()).toBe('2026-02-28T23:59:59.999Z'));

it('takes a day that has begun somewhere', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(['2026-11-22', '2026-11-23', '2026-11-24'].map(each => isToCome(each, now))).toEqual([false, false, true]);
});

it.each([['2026-11-22', '2027-11-22'], ['2028-02-29', '2029-02-28'], ['2027-02-28', '2028-02-28'], ['2026-12-31', '2027-12-31']])('%s comes again on %s', (day, next) => expect(yearAfter(day)).toBe(next));
