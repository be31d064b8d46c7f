import { allQuestions } from '@earshot/forms';
import { type Coefficient, icc, percentAgreement } from '@earshot/statistics';
import { type CalibrationPanel, comparable, ratingsTable, totalsTable } from './panel';
import { minimumUnits, type QuestionAgreement, questionAgreement } from './question-agreement';
import { type RaterLeniency, raterLeniency, type ReferencedQuestion, type TotalDifferences, totalDifferences } from './rater-leniency';
import { referenceRating } from './reference-rating';

/** Everything that a session says about agreement. */
export interface CalibrationSummary {
    readonly questions: readonly QuestionAgreement[];
    readonly raters: readonly RaterLeniency[];
    /** Agreement of totals: two-way random effects, absolute agreement, single rater (Shrout and Fleiss 1979; McGraw and Wong 1996). */
    readonly icc: Coefficient;
    /** Pairwise agreement over all comparable questions and calls. */
    readonly exact: Coefficient;
    readonly differences: TotalDifferences;
    /** Those whose interval of leniency lies wholly on one side of zero; null where nobody's does. */
    readonly strictest: RaterLeniency | null;
    readonly mostLenient: RaterLeniency | null;
}

/** Every question with what its ratings are held against. */
export const referencedQuestions = (panel: CalibrationPanel): readonly ReferencedQuestion[] =>
    allQuestions(panel.form).map(({ question }) => ({ question, references: panel.interactionIds.map(call => referenceRating(panel, question, call)) }));

export function calibrationSummary(panel: CalibrationPanel): CalibrationSummary {
    const referenced = referencedQuestions(panel);
    const questions = referenced.map(({ question, references }) => questionAgreement(panel, question, references)).filter(each => each !== undefined);
    const raters = panel.raterIds.map(rater => raterLeniency(panel, rater, referenced));
    const proven = raters.filter(each => each.interval && each.interval.low * each.interval.high > 0).sort((one, other) => one.mean! - other.mean!);
    return {
        questions, raters, icc: totalsAgreement(panel), differences: totalDifferences(panel),
        exact: percentAgreement(comparable(allQuestions(panel.form).flatMap(({ question }) => ratingsTable(panel, question)))),
        strictest: proven.find(each => each.mean! < 0) ?? null,
        mostLenient: proven.reverse().find(each => each.mean! > 0) ?? null
    };
}

function totalsAgreement(panel: CalibrationPanel): Coefficient {
    // The ICC needs a whole table: raters who scored every call, on calls that were scored.
    const totals = totalsTable(panel);
    const complete = panel.raterIds.map((_, column) => column).filter(column => totals.every(row => row[column] !== null));
    if (complete.length < 2) {
        return { value: null, n: totals.length, reason: 'too-few-raters' };
    }
    if (totals.length < minimumUnits) {
        return { value: null, n: totals.length, reason: 'too-few-units' };
    }
    return icc(totals.map(row => complete.map(column => row[column]!)), { form: '2,1' });
}
