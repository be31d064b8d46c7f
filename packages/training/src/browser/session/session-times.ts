import { formatDate, formatDateTime, formatTime } from '@earshot/core/lib/browser/widgets/format';

/** When a session is held, as it is planned: a day, and two times of the clock where the person is. An end that is not after the beginning is on the next day. */
export interface SessionTimes { readonly day: string | null; readonly from: string; readonly to: string }

const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const timeOf = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`;

export const timesOf = ({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): SessionTimes => ({ day: dayOf(new Date(startsAt)), from: timeOf(new Date(startsAt)), to: timeOf(new Date(endsAt)) });

/** The moments, ISO 8601; undefined as long as something is missing. */
export function momentsOf({ day, from, to }: SessionTimes): { readonly startsAt: string; readonly endsAt: string } | undefined {
    if (!day || !from || !to) {
        return undefined;
    }
    const [startsAt, endsAt] = [new Date(`${day}T${from}`), new Date(`${day}T${to}`)];
    if (endsAt <= startsAt) {
        endsAt.setDate(endsAt.getDate() + 1);
    }
    return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** "20 Nov 2026, 09:00 – 11:00"; with both days where it goes over midnight. */
export const whenText = ({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): string =>
    `${formatDateTime(startsAt)} – ${formatDate(startsAt) === formatDate(endsAt) ? formatTime(endsAt) : formatDateTime(endsAt)}`;
