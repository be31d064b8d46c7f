/**
 * Where the points of a result went: what is missing to 100 % is divided among the questions, so that sums over many results say which
 * question costs most (the Pareto principle of J. M. Juran, Quality Control Handbook, 1951: a few causes make most of the loss).
 *
 * A question loses the share of the form that it stood for, less what it earned. Where a failure sets its section or the whole form to
 * zero, the points that others had earned are taken away because of it: they are put to the questions that failed, in equal parts.
 * Bonus and penalty are no part of it, so that for forms without them the losses add up to 100 less the percentage.
 */
import type { FormDefinition, FormScore } from '@earshot/forms';

/** The ids of a form's questions in the order in which losses are kept. */
export const questionOrder = ({ sections }: Pick<FormDefinition, 'sections'>): readonly string[] => sections.flatMap(each => each.questions.map(({ id }) => id));

/** @returns percentage points of the whole that each question lost, in the given order; null for a question that took no part in the score. */
export function lostPoints({ trace }: Pick<FormScore, 'trace'>, questionIds: readonly string[]): readonly (number | null)[] {
    const lost = new Map<string, number>();
    const add = (question: string, points: number): void => { lost.set(question, (lost.get(question) ?? 0) + points); };
    for (const step of trace) {
        if (step.step === 'question') {
            add(step.question, Math.max(0, 100 * step.share - step.percentPoints));
        } else if (step.step === 'section-zero' || step.step === 'form-zero') {
            step.questions.forEach(each => add(each, -step.percentPoints / step.questions.length));
        }
    }
    return questionIds.map(each => lost.get(each) ?? null);
}

/** Questions with points that were rated, and those of them that were said not to apply. */
export function ratedQuestions({ trace }: Pick<FormScore, 'trace'>): { readonly rated: number; readonly notApplicable: number } {
    const notApplicable = trace.filter(each => each.step === 'left-out' && each.why === 'not-applicable').length;
    return { notApplicable, rated: trace.filter(each => each.step === 'question').length + notApplicable };
}
