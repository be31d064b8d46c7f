const dayMs = 86_400_000;

/** The end of the time in which somebody acknowledges a version: counted from its effect, or from when they came, whichever was later. */
export const acknowledgeBy = (since: Date, acknowledgeDays: number): Date => new Date(since.getTime() + acknowledgeDays * dayMs);

/** Days between two reminders of somebody who is late. */
export const remindEveryDays = 3;

/**
 * Whether the calendar reminds somebody now: once on the day before the end of their time, and every three days from its end on.
 *
 * @param remindedAt when they were reminded last, by whomever
 */
export function reminderIsDue({ dueAt, remindedAt, now }: { readonly dueAt: Date; readonly remindedAt: Date | null; readonly now: Date }): boolean {
    const soon = dueAt.getTime() - dayMs;
    if (now.getTime() < soon) {
        return false;
    }
    if (remindedAt === null || remindedAt.getTime() < soon) {
        return true;
    }
    return now.getTime() >= dueAt.getTime() && (remindedAt.getTime() < dueAt.getTime() || now.getTime() - remindedAt.getTime() >= remindEveryDays * dayMs);
}
