/** What a window of a supervised exam reported: `left` when somebody went elsewhere, `returned` when they came back. `at` is the server's time. */
export interface FocusChange { readonly client: string; readonly kind: 'left' | 'returned'; readonly at: Date }

/** Somebody was away from a window of the exam; `until` null where it is not known that they came back. */
export interface AwayTime { readonly from: Date; readonly until: Date | null }

/**
 * When somebody was away, the earliest first. Each window counts for itself: going from one to the other is leaving one.
 * @param changes in the order in which each window reported them
 */
export function awayTimes(changes: readonly FocusChange[]): readonly AwayTime[] {
    const away = new Map<string, Date>();
    const times: AwayTime[] = [];
    for (const { client, kind, at } of changes) {
        const from = away.get(client);
        if (kind === 'left' && !from) {
            away.set(client, at);
        } else if (kind === 'returned' && from) {
            away.delete(client);
            times.push({ from, until: at });
        }
    }
    return [...times, ...[...away.values()].map(from => ({ from, until: null }))].sort((one, other) => one.from.getTime() - other.from.getTime());
}
