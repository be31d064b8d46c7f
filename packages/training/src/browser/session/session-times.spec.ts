import { expect, it } from 'vitest';
import { momentsOf, timesOf } from './session-times';

it('a day and two times are two moments, and come back', () => {
    const times = { day: '2026-11-20', from: '09:00', to: '11:30' };
    const moments = momentsOf(times)!;
    expect(Date.parse(moments.endsAt) - Date.parse(moments.startsAt)).toBe(2.5 * 3_600_000);
    expect(timesOf(moments)).toEqual(times);
});

it('an end that is not after the beginning is on the next day, over the end of a month too', () => {
    const moments = momentsOf({ day: '2026-11-30', from: '22:00', to: '02:00' })!;
    expect(Date.parse(moments.endsAt) - Date.parse(moments.startsAt)).toBe(4 * 3_600_000);
    expect(new Date(moments.endsAt).getDate()).toBe(1);
});

it('something that is missing is no moment', () => expect([momentsOf({ day: null, from: '09:00', to: '10:00' }), momentsOf({ day: '2026-11-20', from: '', to: '10:00' })]).toEqual([undefined, undefined]));
