export type Urgency = 'overdue' | 'today' | 'later' | 'open';

/** How pressing a duty is: past its moment, due before this day ends (in the browser's time zone), later, or without a date. `now` in milliseconds. */
export function urgencyOf(dueAt: string | null, now: number): Urgency {
    if (dueAt === null) {
        return 'open';
    }
    const due = Date.parse(dueAt);
    const endOfDay = new Date(now);
    endOfDay.setHours(24, 0, 0, 0);
    return due < now ? 'overdue' : due < endOfDay.getTime() ? 'today' : 'later';
}
