import { type Answers, type FormDefinition, type Question, ratingsForAgreement } from '@earshot/forms';

/** A submitted blind evaluation as the results need it. */
export interface PanelEvaluation {
    readonly evaluationId: string;
    readonly raterId: string;
    readonly interactionId: string;
    readonly answers: Answers;
    /** Total score in per cent; null where the form gave none. */
    readonly percent: number | null;
}

/** The rating that the panel agreed on, or the word of the expert where `raterId` is theirs. */
export interface ConsensusRating {
    readonly interactionId: string;
    readonly questionId: string;
    /** As `ratingsForAgreement` gives it; null: not applicable. */
    readonly rating: number | null;
}

/** One calibration session: who scored what, on which form. Panels may be incomplete. */
export interface CalibrationPanel {
    readonly form: FormDefinition;
    /** In the order of the session. */
    readonly interactionIds: readonly string[];
    readonly raterIds: readonly string[];
    readonly expertId: string | null;
    readonly evaluations: readonly PanelEvaluation[];
    readonly consensus: readonly ConsensusRating[];
    /** Totals within so many percentage points of the reference count as the same. */
    readonly tolerance: number;
}

/** The category that stands for "not applicable" where ratings are compared as categories. No question kind uses negative numbers for a category of its own. */
export const notApplicableCategory = -1;

/** A rater's rating of a question: its number, {@link notApplicableCategory}, or null when there is none. */
export function ratingOf(question: Question, evaluation: PanelEvaluation | undefined): number | null {
    const answer = evaluation?.answers[question.id];
    return answer?.notApplicable ? notApplicableCategory : ratingsForAgreement(question, answer);
}

/** Looking for one among all, for each of them, would make a panel of twice the size four times the work. */
const places = new WeakMap<readonly PanelEvaluation[], ReadonlyMap<string, PanelEvaluation>>();
const placeOf = (raterId: string, interactionId: string): string => `${raterId} ${interactionId}`;

export function evaluationOf({ evaluations }: CalibrationPanel, raterId: string, interactionId: string): PanelEvaluation | undefined {
    let found = places.get(evaluations);
    if (!found) {
        found = new Map(evaluations.map(each => [placeOf(each.raterId, each.interactionId), each]));
        places.set(evaluations, found);
    }
    return found.get(placeOf(raterId, interactionId));
}

/** Ratings of a question: one row per call, one column per rater, as `@earshot/statistics` takes them. */
export const ratingsTable = (panel: CalibrationPanel, question: Question, raterIds: readonly string[] = panel.raterIds): (number | null)[][] =>
    panel.interactionIds.map(call => raterIds.map(rater => ratingOf(question, evaluationOf(panel, rater, call))));

/** Totals in per cent: one row per call, one column per rater. */
export const totalsTable = (panel: CalibrationPanel, raterIds: readonly string[] = panel.raterIds): (number | null)[][] =>
    panel.interactionIds.map(call => raterIds.map(rater => evaluationOf(panel, rater, call)?.percent ?? null));

/** The calls that at least two raters rated: only they can agree or not. */
export const comparable = (table: readonly (readonly (number | null)[])[]): (readonly (number | null)[])[] => table.filter(row => row.filter(each => each !== null).length > 1);
