import { type Clause, clausesAbove } from './clauses';

/** What became of a clause from one version to another. */
export interface ClauseDifference {
    readonly kind: 'unchanged' | 'changed' | 'added' | 'removed';
    /** It stands below another clause, or before one that it stood behind. */
    readonly moved: boolean;
    /** Its number is another one, because of what came or went before it. */
    readonly renumbered: boolean;
    readonly before: Clause | null;
    readonly after: Clause | null;
}

/** The ids of clauses that a version changes, adds and removes: what hangs on them has to be looked at. */
export interface ChangedClauses { readonly changed: readonly string[]; readonly added: readonly string[]; readonly removed: readonly string[] }

/** Places in the longest row of increasing numbers (Schensted 1961, by patience sorting): what is in it kept its order. */
function keptOrder(values: readonly number[]): ReadonlySet<number> {
    const tails: number[] = [];
    const before = values.map((value, place) => {
        let [low, high] = [0, tails.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (values[tails[middle]!]! < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        tails[low] = place;
        return low > 0 ? tails[low - 1]! : -1;
    });
    const kept = new Set<number>();
    for (let place = tails[tails.length - 1] ?? -1; place >= 0; place = before[place]!) {
        kept.add(place);
    }
    return kept;
}

/**
 * The difference of two versions clause by clause, in the order of the later one; what was removed stands where it was.
 * Clauses are the same by their ids, never by their numbers.
 */
export function compareClauses(before: readonly Clause[], after: readonly Clause[]): readonly ClauseDifference[] {
    const placeBefore = new Map(before.flatMap(({ id }, place) => id === null ? [] : [[id, place] as const]));
    const common = after.filter(({ id }) => id !== null && placeBefore.has(id));
    const kept = keptOrder(common.map(({ id }) => placeBefore.get(id!)!));
    const inOrder = new Set(common.filter((_, place) => kept.has(place)).map(each => each.id));
    const parent = (clauses: readonly Clause[], place: number): string | null => clausesAbove(clauses, place).at(-1)?.id ?? null;
    const rows: ClauseDifference[] = after.map((clause, place) => {
        const was = clause.id === null ? undefined : placeBefore.get(clause.id);
        if (was === undefined) {
            return { kind: 'added', moved: false, renumbered: false, before: null, after: clause };
        }
        const old = before[was]!;
        const moved = !inOrder.has(clause.id) || parent(before, was) !== parent(after, place);
        return { kind: old.title === clause.title && old.text === clause.text ? 'unchanged' : 'changed', moved, renumbered: !moved && old.number !== clause.number, before: old, after: clause };
    });
    const present = new Set(after.map(each => each.id));
    before.forEach((clause, place) => {
        if (clause.id === null || !present.has(clause.id)) {
            const row: ClauseDifference = { kind: 'removed', moved: false, renumbered: false, before: clause, after: null };
            const previous = before[place - 1];
            rows.splice(previous ? rows.findIndex(each => each.before === previous) + 1 : 0, 0, row);
        }
    });
    return rows;
}

const idsOf = (differences: readonly ClauseDifference[], kind: ClauseDifference['kind']): readonly string[] =>
    differences.flatMap(each => each.kind === kind ? (each.after ?? each.before)!.id ?? [] : []);

/** What a version changes in what its clauses say; a move or another number alone changes nothing. */
export function changedClauses(before: readonly Clause[], after: readonly Clause[]): ChangedClauses {
    const differences = compareClauses(before, after);
    return { changed: idsOf(differences, 'changed'), added: idsOf(differences, 'added'), removed: idsOf(differences, 'removed') };
}

/** What somebody has to read who has acknowledged an earlier version: the clauses that say something else, that came and that went. */
export const changedForReader = (acknowledged: readonly Clause[], current: readonly Clause[]): readonly ClauseDifference[] =>
    compareClauses(acknowledged, current).filter(each => each.kind !== 'unchanged');
