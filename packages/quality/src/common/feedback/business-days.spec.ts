import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, deadline, isWorked, latestRelease, momentOf, type WorkCalendar } from './business-days';

const plain: WorkCalendar = { weekdays: [1, 2, 3, 4, 5], exceptions: new Map(), zone: 'Asia/Shanghai' };
// As published for 2026 in mainland China: 1 to 7 October off, Saturday 10 October worked instead
const october: WorkCalendar = {
    ...plain, exceptions: new Map([...['01', '02', '03', '04', '05', '06', '07'].map(each => [`2026-10-${each}`, false] as const), ['2026-10-10', true]])
};

describe('business days', () => {
    it.each([
        ['2026-11-20', 1, '2026-11-23'],   // Friday: Monday
        ['2026-11-21', 1, '2026-11-23'],   // Saturday: Monday
        ['2026-11-18', 5, '2026-11-25'],
        ['2026-12-31', 1, '2027-01-01'],
        ['2026-11-20', 0, '2026-11-20']
    ])('after %s, %i later, is %s', (from, count, to) => expect(addBusinessDays(from, count, plain)).toBe(to));
    it('leave public holidays out, and count weekends that are worked instead', () => {
        expect(addBusinessDays('2026-09-30', 1, october)).toBe('2026-10-08');
        expect(addBusinessDays('2026-09-30', 3, october)).toBe('2026-10-10');
        expect(addBusinessDays('2026-09-30', 4, october)).toBe('2026-10-12');
    });
    it('do not search for ever where nobody works', () => {
        expect(() => addBusinessDays('2026-11-20', 1, { ...plain, weekdays: [] })).toThrow(RangeError);
    });
    it('are always worked, and add up', () => {
        fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 15 }), (start, one, other) => {
            const from = new Date(Date.UTC(2024, 0, 1 + start)).toISOString().slice(0, 10);
            const first = addBusinessDays(from, one, october);
            expect(isWorked(first, october)).toBe(true);
            expect(addBusinessDays(first, other, october)).toBe(addBusinessDays(from, one + other, october));
        }));
    });
});

describe('a deadline', () => {
    it('is the end of the day where the centre is', () => {
        // 23:30 on Thursday in Shanghai: one working day later is Friday, which ends at 16:00 UTC
        expect(deadline(new Date('2026-11-19T15:30:00Z'), 1, plain).toISOString()).toBe('2026-11-20T16:00:00.000Z');
        // half an hour later it is Friday there
        expect(deadline(new Date('2026-11-19T16:00:00Z'), 1, plain).toISOString()).toBe('2026-11-23T16:00:00.000Z');
    });
    it('follows clocks that are put forward and back', () => {
        const london = { ...plain, zone: 'Europe/London' };
        expect(deadline(new Date('2026-03-27T12:00:00Z'), 1, london).toISOString()).toBe('2026-03-30T23:00:00.000Z');
        expect(deadline(new Date('2026-10-23T12:00:00Z'), 1, london).toISOString()).toBe('2026-10-27T00:00:00.000Z');
        expect(momentOf('2026-03-29', 90, 'Europe/London').toISOString()).toBe('2026-03-29T01:30:00.000Z'); // 1:30 is left out that night: 2:30 there
    });
});

describe('the latest release', () => {
    const times = { weekdays: [1, 4], minutes: 9 * 60 };
    it.each([
        ['2026-11-23T01:00:00Z', '2026-11-23T01:00:00.000Z'],   // Monday at nine
        ['2026-11-23T00:59:59Z', '2026-11-19T01:00:00.000Z'],
        ['2026-11-22T12:00:00Z', '2026-11-19T01:00:00.000Z']
    ])('at %s was %s', (now, release) => expect(latestRelease(new Date(now), times, 'Asia/Shanghai')?.toISOString()).toBe(release));
    it('never was without days', () => expect(latestRelease(new Date('2026-11-23T01:00:00Z'), { weekdays: [], minutes: 0 }, 'UTC')).toBeUndefined());
});
