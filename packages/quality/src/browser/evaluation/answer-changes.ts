import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import type { FilledContent } from '@earshot/assessment/lib/common/filling/filled-content';
import { allQuestions, type Answer, type FormDefinition, type Question } from '@earshot/forms';

/** What became of one question between two revisions. */
export interface AnswerChange {
    readonly question: Question;
    readonly before: Answer | undefined;
    readonly after: Answer | undefined;
    readonly rated: boolean;
    readonly commented: boolean;
    readonly marked: boolean;
}

const ratingOf = (answer: Answer | undefined): string => JSON.stringify(answer?.notApplicable ? 'not-applicable' : answer?.value ?? null);
const marksOf = (evidence: readonly Evidence[], question: string): string => JSON.stringify(evidence.filter(each => each.questionId === question)
    .map(({ fromMs, toMs, note }) => [fromMs, toMs, note ?? '']).sort((one, other) => JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/** The questions whose rating, comment or marks differ, in the order of the form. */
export const answerChanges = (form: FormDefinition, before: FilledContent, after: FilledContent): readonly AnswerChange[] => allQuestions(form).flatMap(({ question }) => {
    const [earlier, later] = [before.answers[question.id], after.answers[question.id]];
    const change = {
        question, before: earlier, after: later, rated: ratingOf(earlier) !== ratingOf(later), commented: (earlier?.comment ?? '') !== (later?.comment ?? ''),
        marked: marksOf(before.evidence, question.id) !== marksOf(after.evidence, question.id)
    };
    return change.rated || change.commented || change.marked ? [change] : [];
});
