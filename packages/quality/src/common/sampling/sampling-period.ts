import { type Day, dayAt, momentOf, nextDay, weekdayOf } from '../feedback/business-days';
import type { SamplingPeriod } from './sampling-definition';

export interface PeriodRange {
    readonly first: Day;
    /** The last day of the period. */
    readonly last: Day;
    /** From the first moment up to, but not with, this one. */
    readonly from: Date;
    readonly to: Date;
}

const shifted = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The week (from Monday) or the month that a day lies in. */
export function periodAround(day: Day, period: SamplingPeriod, zone: string): PeriodRange {
    const first = period === 'week' ? shifted(day, 1 - weekdayOf(day)) : `${day.slice(0, 7)}-01`;
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
    const last = period === 'week' ? shifted(first, 6) : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    return { first, last, from: momentOf(first, 0, zone), to: momentOf(nextDay(last), 0, zone) };
}

/** The last period that is over at a moment. */
export const lastPeriod = (now: Date, period: SamplingPeriod, zone: string): PeriodRange =>
    periodAround(shifted(periodAround(dayAt(now, zone), period, zone).first, -1), period, zone);

/** The last period that is over, with so many whole days of grace after it, at a moment. */
export const lastPeriodWithGrace = (now: Date, period: SamplingPeriod, graceDays: number, zone: string): PeriodRange =>
    lastPeriod(momentOf(shifted(dayAt(now, zone), -graceDays), 0, zone), period, zone);

/** The day from which on a period can be drawn. */
export const drawnFrom = ({ last }: Pick<PeriodRange, 'last'>, graceDays: number): Day => shifted(last, graceDays + 1);

/** To make one takes far longer than to use it, and a population asks once for every call. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
    const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric' });
    clocks.set(zone, clock);
    return clock;
}

/** Minutes after midnight that clocks there show at a moment. */
export function minuteOfDay(moment: Date, zone: string): number {
    const parts = clockOf(zone).formatToParts(moment);
    const part = (type: string): number => Number(parts.find(each => each.type === type)!.value);
    return part('hour') * 60 + part('minute');
}
