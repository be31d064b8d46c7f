import { agreementLevel, type Question } from '@earshot/forms';
import { type Coefficient, gwetAc, krippendorffAlpha, percentAgreement } from '@earshot/statistics';
import { type CalibrationPanel, comparable, notApplicableCategory, ratingsTable } from './panel';
import type { ReferenceRating } from './reference-rating';

/**
 * Calls that a chance-corrected coefficient needs before it is shown. Below five units the interval of AC1 or alpha covers most of
 * the scale whatever the data say (Gwet, Handbook of Inter-Rater Reliability, on the variance over units), so we say "too few to say".
 */
export const minimumUnits = 5;
/** Pairwise agreement from which on we speak of good and of fair agreement on a question. */
export const agreementMarks = { good: 0.8, fair: 0.6 } as const;
/** A question is ambiguous when at least this share of the raters departs from the reference somewhere, or there is no reference at all. */
const ambiguousShare = 0.4;

export interface NamedCoefficient { readonly name: string; readonly coefficient: Coefficient }

/** How far the panel agrees on one question, and whether the question or a person is the reason where it does not. */
export interface QuestionAgreement {
    readonly questionId: string;
    readonly level: ReturnType<typeof agreementLevel>;
    readonly agreement: 'good' | 'fair' | 'poor' | 'too-few';
    /** Share of pairs of raters that gave the same rating, averaged over calls; n in calls. */
    readonly exact: Coefficient;
    /** nominal: AC1 and alpha; ordinal: AC2 and alpha; interval: alpha. Null with a reason below {@link minimumUnits}. */
    readonly coefficients: readonly NamedCoefficient[];
    readonly references: readonly ReferenceRating[];
    /** Many depart, in no common direction of one person: the wording is the problem. */
    readonly ambiguous: boolean;
    /** One or few depart while the others agree: coaching is the answer. */
    readonly driftingRaters: readonly string[];
}

/**
 * @param references what ratings are held against, in the order of the calls
 * @returns undefined for a question that has no ratings to compare (free text).
 */
export function questionAgreement(panel: CalibrationPanel, question: Question, references: readonly ReferenceRating[]): QuestionAgreement | undefined {
    const level = agreementLevel(question);
    if (!level) {
        return undefined;
    }
    const ratings = ratingsTable(panel, question);
    const exact = percentAgreement(comparable(ratings));
    const departing = panel.raterIds.filter((_, column) => ratings.some((row, call) => {
        const rating = row[column] ?? null;
        const reference = references[call]!;
        return rating !== null && reference.source !== 'none' && rating !== reference.rating;
    }));
    const rating = panel.raterIds.filter((_, column) => ratings.some(row => row[column] !== null));
    const split = references.some((reference, call) => reference.source === 'none' && ratings[call]!.filter(each => each !== null).length > 1);
    const ambiguous = exact.value !== null && exact.value < 1 && (split || rating.length > 2 && departing.length / rating.length >= ambiguousShare);
    return {
        questionId: question.id, level, exact, references, ambiguous,
        agreement: exact.value === null ? 'too-few' : exact.value >= agreementMarks.good ? 'good' : exact.value >= agreementMarks.fair ? 'fair' : 'poor',
        coefficients: coefficientsOf(level, ratings, question),
        driftingRaters: ambiguous ? [] : departing
    };
}

function coefficientsOf(level: 'nominal' | 'ordinal' | 'interval', ratings: readonly (readonly (number | null)[])[], question: Question): NamedCoefficient[] {
    // On a scale, "not applicable" has no place in the order: it counts as no rating. Among categories it is one more.
    const applicable = ratings.map(row => row.map(each => each === notApplicableCategory ? null : each));
    const categories = categoriesOf(question);
    const enough = (name: string, table: readonly (readonly (number | null)[])[], compute: () => Coefficient): NamedCoefficient => {
        const units = comparable(table).length;
        return { name, coefficient: units < minimumUnits ? { value: null, n: units, reason: 'too-few-units' } : compute() };
    };
    switch (level) {
        case 'nominal': return [
            enough('AC1', ratings, () => gwetAc(ratings, { weights: 'unweighted', categories: [...categories, ...(question.notApplicable ? [notApplicableCategory] : [])] })),
            enough('alpha', ratings, () => krippendorffAlpha(ratings, { level: 'nominal' }))
        ];
        case 'ordinal': return [
            enough('AC2', applicable, () => gwetAc(applicable, { weights: 'linear', categories })),
            enough('alpha', applicable, () => krippendorffAlpha(applicable, { level: 'ordinal' }))
        ];
        case 'interval': return [enough('alpha', applicable, () => krippendorffAlpha(applicable, { level: 'interval' }))];
    }
}

/** Every category that the question offers, whether somebody chose it or not. */
const categoriesOf = (question: Question): number[] =>
    question.options ? question.options.map((option, place) => typeof option.value === 'number' ? option.value : place) : [0, 1];
