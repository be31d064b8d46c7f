export interface WholeDays {
    /** First day and the day after the last one, as dates of UTC; without one, as far as there is anything. */
    readonly from?: string;
    readonly to?: string;
    /** What of the time lies before and after the whole days. */
    readonly rest: readonly { readonly from: string; readonly to: string }[];
}

const dayMs = 86_400_000;
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const momentOf = (ms: number): string => new Date(ms).toISOString();

/**
 * The whole days of UTC in a time, and what is left of it at both ends.
 * @param from first moment, @param to the moment after the last one, both in ISO 8601. @returns undefined where no whole day lies between them.
 */
export function wholeDays(from: string | undefined, to: string | undefined): WholeDays | undefined {
    const [begin, end] = [from === undefined ? undefined : Date.parse(from), to === undefined ? undefined : Date.parse(to)];
    const [first, last] = [begin === undefined ? undefined : Math.ceil(begin / dayMs), end === undefined ? undefined : Math.floor(end / dayMs)];
    if (first !== undefined && last !== undefined && first >= last) {
        return undefined;
    }
    return {
        ...first !== undefined && { from: dateOf(first) }, ...last !== undefined && { to: dateOf(last) },
        rest: [
            ...begin !== undefined && begin < first! * dayMs ? [{ from: momentOf(begin), to: momentOf(first! * dayMs) }] : [],
            ...end !== undefined && last! * dayMs < end ? [{ from: momentOf(last! * dayMs), to: momentOf(end) }] : []
        ]
    };
}
