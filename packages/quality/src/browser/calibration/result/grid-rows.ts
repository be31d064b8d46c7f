import type { CalibrationResult, QuestionResult } from '../../../common/calibration/calibration-contract';

/** A rating against its reference: the same; higher or lower on a scale; another category; no reference to hold it against; not rated. */
export const markKinds = ['same', 'higher', 'lower', 'different', 'no-reference', 'unrated'] as const;
export type MarkKind = typeof markKinds[number];

export interface RatingMark { readonly interactionId: string; readonly kind: MarkKind }

export interface GridRow {
    readonly question: QuestionResult;
    /** One entry per rater, in the order of the result; in each one mark per call that is looked at. */
    readonly cells: readonly (readonly RatingMark[])[];
}

export type GridOrder = 'disagreement' | 'form';

export function markOf(question: QuestionResult, raterId: string, interactionId: string): MarkKind {
    const cell = question.cells.find(each => each.raterId === raterId && each.interactionId === interactionId);
    const reference = question.reference.find(each => each.interactionId === interactionId);
    if (!cell) {
        return 'unrated';
    }
    if (cell.matchesReference === null || !reference) {
        return 'no-reference';
    }
    if (cell.matchesReference) {
        return 'same';
    }
    const ordered = question.level === 'ordinal' || question.level === 'interval';
    return ordered && cell.rating !== null && reference.rating !== null ? cell.rating > reference.rating ? 'higher' : 'lower' : 'different';
}

/** Questions against raters. By disagreement: the least agreement first, what cannot be said last; the order of the form decides between equals. */
export function gridRows({ questions, raters, calls }: Pick<CalibrationResult, 'questions' | 'raters' | 'calls'>, order: GridOrder, interactionId: string | null): readonly GridRow[] {
    const shown = calls.filter(each => interactionId === null || each.interactionId === interactionId);
    const rows = questions.map((question): GridRow => ({
        question, cells: raters.map(({ raterId }) => shown.map(call => ({ interactionId: call.interactionId, kind: markOf(question, raterId, call.interactionId) })))
    }));
    return order === 'form' ? rows : rows.map((row, place) => ({ row, place })).sort((one, other) =>
        (one.row.question.exact.value ?? Infinity) - (other.row.question.exact.value ?? Infinity) || one.place - other.place).map(({ row }) => row);
}

export interface MarkCount { readonly same: number; readonly compared: number }

/** How many of the marks that can be compared are the same as the reference. */
export const countMarks = (marks: readonly RatingMark[]): MarkCount => ({
    same: marks.filter(each => each.kind === 'same').length, compared: marks.filter(each => each.kind !== 'unrated' && each.kind !== 'no-reference').length
});

/** How many marks there are of each kind, in the order in which the legend tells them. */
export const countsByKind = (marks: readonly RatingMark[]): readonly { readonly kind: MarkKind; readonly count: number }[] =>
    markKinds.map(kind => ({ kind, count: marks.filter(each => each.kind === kind).length })).filter(each => each.count > 0);
