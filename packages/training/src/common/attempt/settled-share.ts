/** `first` and `second` do not see each other; `deciding` is asked for where they are too far apart; `regrade` replaces everything before it. */
export type MarkKind = 'first' | 'second' | 'deciding' | 'regrade';
export interface HandMark { readonly kind: MarkKind; readonly share: number; readonly markerId: string }

/** Shares that two markers may differ by and still be averaged. */
export const widestDifference = 0.2;

/** What a question is worth after its marks by hand, and which mark is wanted next; both null never. */
export interface Settled { readonly share: number | null; readonly wanted: Exclude<MarkKind, 'regrade'> | null }

/**
 * Two marks that lie close together count as their mean; a third person decides where they do not.
 * @param marks in the order in which they were given
 */
export function settledShare(marks: readonly HandMark[], secondMarker: boolean): Settled {
    const last = (kind: MarkKind): number | undefined => marks.findLast(each => each.kind === kind)?.share;
    const [first, second, decided] = [last('first'), last('second'), last('regrade') ?? last('deciding')];
    if (decided !== undefined) {
        return { share: decided, wanted: null };
    }
    if (first === undefined) {
        return { share: null, wanted: 'first' };
    }
    if (!secondMarker) {
        return { share: first, wanted: null };
    }
    if (second === undefined) {
        return { share: null, wanted: 'second' };
    }
    return Math.abs(first - second) <= widestDifference + 1e-9 ? { share: (first + second) / 2, wanted: null } : { share: null, wanted: 'deciding' };
}

/** The marks that make up what a question is worth; none while it is not settled. @param marks in the order in which they were given */
export function countedMarks<Given extends HandMark>(marks: readonly Given[], secondMarker: boolean): readonly Given[] {
    const last = (kind: MarkKind): readonly Given[] => marks.filter(each => each.kind === kind).slice(-1);
    const decided = [...last('regrade'), ...last('deciding')].slice(0, 1);
    return decided.length ? decided : settledShare(marks, secondMarker).share === null ? [] : [...last('first'), ...secondMarker ? last('second') : []];
}

/** Whether somebody may give the mark that is wanted: each question is marked by different people. */
export const mayMark = (marks: readonly HandMark[], markerId: string): boolean => !marks.some(each => each.markerId === markerId);
