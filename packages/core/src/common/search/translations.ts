/** How many hits too many there are, because translations of the same were counted each for itself. */
export interface Surplus { readonly total: number; readonly kind: ReadonlyMap<string, number>; readonly category: ReadonlyMap<string, number> }

/** Hits by the group that their document belongs to, the best first; those of no group are each alone. */
export function byGroup<Hit>(hits: readonly Hit[], groupOf: (hit: Hit) => string | undefined): readonly (readonly Hit[])[] {
    const groups = new Map<string, Hit[]>();
    const all: Hit[][] = [];
    for (const hit of hits) {
        const group = groupOf(hit);
        const known = group === undefined ? undefined : groups.get(group);
        if (known) {
            known.push(hit);
            continue;
        }
        const begun = [hit];
        all.push(begun);
        if (group !== undefined) {
            groups.set(group, begun);
        }
    }
    return all;
}

/** The one of several translations that is shown: in the language that the person reads if it was found, else the best. */
export const shownOf = <Hit>(hits: readonly Hit[], languageOf: (hit: Hit) => string | undefined, preferred: string): Hit => hits.find(each => languageOf(each) === preferred) ?? hits[0]!;

/** What to take off the counts so that each group counts once, and once in each of its categories: whoever chooses one finds it there. */
export function surplusOf(groups: readonly (readonly { readonly kind: string; readonly category?: string }[])[]): Surplus {
    const [kind, category] = [new Map<string, number>(), new Map<string, number>()];
    const add = (counts: Map<string, number>, value: string): void => void counts.set(value, (counts.get(value) ?? 0) + 1);
    let total = 0;
    for (const group of groups) {
        const seen = new Set<string>();
        for (const [place, each] of group.entries()) {
            if (place > 0) {
                total++;
                add(kind, each.kind);
            }
            if (each.category !== undefined && seen.has(each.category)) {
                add(category, each.category);
            }
            seen.add(each.category ?? '');
        }
    }
    return { total, kind, category };
}
