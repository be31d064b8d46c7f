import { describe, expect, it, vi } from 'vitest';
import { callCondition } from './sampling-definition';
import { testUnit } from './sampling-fixture';
import { minuteOfDay, lastPeriod, periodAround } from './sampling-period';
import { meets, stratumOf } from './sampling-unit';

const fits = (about: Parameters<typeof testUnit>[1], condition: Readonly<Record<string, unknown>>): boolean => meets(testUnit(1, about), callCondition.parse(condition));

describe('a condition', () => {
    it('of nothing fits every call, of a list any one', () => {
        expect(fits({}, {})).toBe(true);
        expect([fits({ queue: 'cards' }, { queues: ['loans', 'cards'] }), fits({ queue: null }, { queues: ['cards'] })]).toEqual([true, false]);
        expect([fits({ tags: ['a', 'b'] }, { tags: ['b', 'c'] }), fits({ tags: ['a'] }, { tags: ['b'] })]).toEqual([true, false]);
    });

    it('about a team means those below it', () => {
        const [centre, cards] = ['0193a5f0-0000-7000-8000-0000000000c0', '0193a5f0-0000-7000-8000-0000000000c1'];
        expect([fits({ teamPath: [cards, centre] }, { teamIds: [centre] }), fits({ teamPath: [centre] }, { teamIds: [cards] })]).toEqual([true, false]);
    });

    it('never fits what is not known', () => {
        expect([fits({ longestSilenceMs: 20_000 }, { silenceFromMs: 20_000 }), fits({ longestSilenceMs: null }, { silenceFromMs: 0 }), fits({ talkOverCount: null }, { talkOverFrom: 1 })]).toEqual([true, false, false]);
        expect([fits({ tenureDays: 89 }, { tenureBelowDays: 90 }), fits({ tenureDays: 90 }, { tenureBelowDays: 90 }), fits({ tenureDays: null }, { tenureBelowDays: 90 })]).toEqual([true, false, false]);
        expect([fits({ durationMs: 60_000 }, { minDurationMs: 60_000, maxDurationMs: 60_000 }), fits({ durationMs: 60_001 }, { maxDurationMs: 60_000 })]).toEqual([true, false]);
    });
});

it('strata are what a call is in each respect', () => {
    expect(stratumOf(testUnit(1, { agentId: 'x', minuteOfDay: 18 * 60, tenureDays: 3 }), ['agent', 'time-of-day'], 90)).toEqual(['x', 'evening']);
    expect(['night', 'morning', 'afternoon'].map((_, place) => stratumOf(testUnit(1, { minuteOfDay: place * 360 + 359 }), ['time-of-day'], 90)[0])).toEqual(['night', 'morning', 'afternoon']);
    expect([3, 90, null].map(tenureDays => stratumOf(testUnit(1, { tenureDays }), ['tenure'], 90)[0])).toEqual(['new', 'settled', null]);
});

describe('a period', () => {
    it('is a week from Monday, or a month, where the centre is', () => {
        expect(periodAround('2026-11-22', 'week', 'Asia/Shanghai')).toEqual({ first: '2026-11-16', last: '2026-11-22', from: new Date('2026-11-15T16:00:00Z'), to: new Date('2026-11-22T16:00:00Z') });
        expect(periodAround('2028-02-10', 'month', 'UTC')).toMatchObject({ first: '2028-02-01', last: '2028-02-29' });
        expect(periodAround('2026-12-31', 'month', 'UTC')).toMatchObject({ last: '2026-12-31', to: new Date('2027-01-01T00:00:00Z') });
    });

    it('is over when the next has begun', () => {
        expect(lastPeriod(new Date('2026-11-22T16:00:00Z'), 'week', 'Asia/Shanghai').first).toBe('2026-11-16');
        expect(lastPeriod(new Date('2026-11-22T15:59:59Z'), 'week', 'Asia/Shanghai').first).toBe('2026-11-09');
        expect(lastPeriod(new Date('2026-01-15T00:00:00Z'), 'month', 'UTC')).toMatchObject({ first: '2025-12-01', last: '2025-12-31' });
        expect(minuteOfDay(new Date('2026-11-22T16:05:00Z'), 'Asia/Shanghai')).toBe(5);
    });

    it('asks one clock for all calls of a zone', () => {
        const read = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
        expect([5, 6, 7].map(minute => minuteOfDay(new Date(Date.UTC(2026, 10, 22, 3, minute)), 'Asia/Taipei'))).toEqual([665, 666, 667]);
        expect(new Set(read.mock.contexts).size).toBe(1);
        read.mockRestore();
    });
});
