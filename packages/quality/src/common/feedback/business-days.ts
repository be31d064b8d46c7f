/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string;

/** On which days a centre works: days of the week, and single days that differ (public holidays, and weekends that are worked instead). */
export interface WorkCalendar {
    /** 1 Monday … 7 Sunday. */
    readonly weekdays: readonly number[];
    /** Whether a single day is worked. */
    readonly exceptions: ReadonlyMap<Day, boolean>;
    /** IANA name of the time zone in which days begin and end, e.g. `Asia/Shanghai`. */
    readonly zone: string;
}

const dayMs = 86_400_000;
/** Nobody rests longer; a calendar without working days must not be searched for ever. */
const longestRest = 366;

const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const nextDay = (day: Day): Day => new Date(utcOf(day) + dayMs).toISOString().slice(0, 10);
/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(utcOf(day)).getUTCDay() || 7;

export const isWorked = (day: Day, { weekdays, exceptions }: WorkCalendar): boolean => exceptions.get(day) ?? weekdays.includes(weekdayOf(day));

/**
 * The working day that lies so many working days after a day; the day itself does not count, whether it is worked or not.
 * @throws RangeError when the calendar has no working day for a year.
 */
export function addBusinessDays(from: Day, count: number, calendar: WorkCalendar): Day {
    let day = from;
    let rest = 0;
    for (let left = count; left > 0;) {
        day = nextDay(day);
        rest = isWorked(day, calendar) ? 0 : rest + 1;
        left -= rest ? 0 : 1;
        if (rest > longestRest) {
            throw new RangeError('The calendar has no working day.');
        }
    }
    return day;
}

/** Which day it is there at a moment. */
export function dayAt(moment: Date, zone: string): Day {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(moment);
    const part = (type: string): string => parts.find(each => each.type === type)!.value;
    return `${part('year')}-${part('month')}-${part('day')}`;
}

/** How far a zone's clocks are ahead of UTC at a moment, milliseconds. */
function offsetAt(moment: number, zone: string): number {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(new Date(moment));
    const part = (type: string): number => Number(parts.find(each => each.type === type)!.value);
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(moment / 1000) * 1000;
}

/** The moment at which clocks there show a time of a day; of a time that does not exist when clocks go forward, the one an hour later. */
export function momentOf(day: Day, minutes: number, zone: string): Date {
    const wanted = utcOf(day) + minutes * 60_000;
    const first = wanted - offsetAt(wanted, zone);
    return new Date(wanted - offsetAt(first, zone));
}

/** The end of the working day that lies so many working days after a moment: until then something has to be done. */
export const deadline = (from: Date, count: number, calendar: WorkCalendar): Date =>
    momentOf(nextDay(addBusinessDays(dayAt(from, calendar.zone), count, calendar)), 0, calendar.zone);

/** The latest moment not after `now` at which results are released: at so many minutes after midnight on these days of the week. Undefined without days. */
export function latestRelease(now: Date, { weekdays, minutes }: { readonly weekdays: readonly number[]; readonly minutes: number }, zone: string): Date | undefined {
    let day = dayAt(now, zone);
    for (let back = 0; back <= 7; back++, day = new Date(utcOf(day) - dayMs).toISOString().slice(0, 10)) {
        const moment = momentOf(day, minutes, zone);
        if (weekdays.includes(weekdayOf(day)) && moment <= now) {
            return moment;
        }
    }
    return undefined;
}
