/** The order of causes by what they cost, with the share of each and what the first ones make together. */

export interface ParetoEntry<T> { readonly cause: T; readonly share: number; readonly cumulative: number }

/** @param costOf 0 or more. @returns causes that cost something, dearest first; equal ones stay in their order. */
export function pareto<T>(causes: readonly T[], costOf: (cause: T) => number): readonly ParetoEntry<T>[] {
    const total = causes.reduce((sum, each) => sum + costOf(each), 0);
    let running = 0;
    return causes.filter(each => costOf(each) > 0).sort((one, other) => costOf(other) - costOf(one)).map(cause => {
        running += costOf(cause);
        return { cause, share: costOf(cause) / total, cumulative: Math.min(1, running / total) };
    });
}
