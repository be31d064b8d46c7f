/** Good calls, the earlier first: those that made the requirement met, each time as many as it asks for, and those since that count towards the next time. */
export interface CompletedCalls<Call> { readonly completed: readonly (readonly Call[])[]; readonly since: readonly Call[] }

/**
 * When good calls were enough. It is met with the call that makes them enough, as long as the first of them still holds by then; a call that has carried it once does
 * not carry it again: who is to be listened to three times a year is listened to three times a year.
 * @param holds whether a call at one moment still counts at another
 */
export function completedCalls<Call extends { readonly at: Date; readonly percent: number }>(calls: readonly Call[], { calls: wanted, percent }: { readonly calls: number; readonly percent: number }, holds: (call: Date, at: Date) => boolean): CompletedCalls<Call> {
    const good = calls.filter(each => each.percent >= percent).sort((one, other) => one.at.getTime() - other.at.getTime());
    const completed: (readonly Call[])[] = [];
    let since: readonly Call[] = [];
    for (const call of good) {
        since = [...since.filter(each => holds(each.at, call.at)), call];
        if (since.length >= wanted) {
            completed.push(since);
            since = [];
        }
    }
    return { completed, since };
}
