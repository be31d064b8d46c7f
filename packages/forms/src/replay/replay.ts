import type { Answers } from '../answers/answer';
import { ownEntry } from '../answers/answer';
import { readAnswer } from '../answers/read-answer';
import { visibleQuestions } from '../answers/visible-questions';
import { type FormDefinition, type Question, allQuestions } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { scorablePoints } from '../kinds/scorable-points';
import { scoreForm } from '../scoring/score-form';

/** A form that was filled in on an earlier version, with the score that it got then. */
export interface PastEvaluation {
    readonly id: string;
    readonly form: FormDefinition;
    readonly answers: Answers;
    /** 0 to 100, as it was scored; null without a score. */
    readonly percent: number | null;
    /** Whether it was passed as it was scored; null where the version had no pass mark. */
    readonly passed: boolean | null;
}

/** Why an answer cannot be taken over: the new version lacks the question, asks it in another kind, or no longer offers the answer. */
export const mismatchReasons = ['question-gone', 'other-kind', 'answer-impossible'] as const;
export type MismatchReason = typeof mismatchReasons[number];

export interface Mismatch { readonly question: string; readonly reason: MismatchReason }

/** One evaluation on the new version. */
export interface ReplayedEvaluation {
    readonly id: string;
    readonly before: number | null;
    /** By the answers that could be taken over; null where none of them scores. */
    readonly after: number | null;
    readonly passedBefore: boolean | null;
    readonly passedAfter: boolean | null;
    readonly mismatches: readonly Mismatch[];
    /** Questions of the new version that are asked, carry points, and have no answer: nobody was asked them then. */
    readonly unanswered: readonly string[];
    /** Every question that scores on the new version has its answer, so that `after` is what the evaluation would have got. */
    readonly whole: boolean;
}

const mismatchOf = (before: Question | undefined, after: Question | undefined, answer: unknown, kinds: QuestionKinds): MismatchReason | undefined =>
    !after ? 'question-gone' : before && before.kind !== after.kind ? 'other-kind' : readAnswer(after, answer, kinds).status === 'invalid' ? 'answer-impossible' : undefined;

/**
 * Scores past answers on a new version of their form. An answer is taken over where the question is still the same (id and kind) and the
 * answer still possible; all others are named. Pure: nothing is changed in the evaluations.
 */
export const replay = (evaluations: readonly PastEvaluation[], newForm: FormDefinition, kinds: QuestionKinds = builtInKinds): readonly ReplayedEvaluation[] => {
    const questions = new Map(allQuestions(newForm).map(({ question }) => [question.id, question]));
    const earlier = new Map<FormDefinition, ReadonlyMap<string, Question>>();
    const questionsOf = (form: FormDefinition): ReadonlyMap<string, Question> => {
        const known = earlier.get(form) ?? new Map(allQuestions(form).map(({ question }) => [question.id, question]));
        earlier.set(form, known);
        return known;
    };
    return evaluations.map(({ id, form, answers, percent, passed }): ReplayedEvaluation => {
        const mismatches = Object.keys(answers).flatMap((question): Mismatch[] => {
            const reason = mismatchOf(questionsOf(form).get(question), questions.get(question), answers[question], kinds);
            return reason ? [{ question, reason }] : [];
        });
        const refused = new Set(mismatches.map(({ question }) => question));
        const taken: Answers = Object.fromEntries(Object.entries(answers).filter(([question]) => !refused.has(question)));
        const score = scoreForm(newForm, taken, kinds);
        const unanswered = visibleQuestions(newForm, taken, kinds).map(({ question }) => question)
            .filter(question => (scorablePoints(question, kinds) > 0 || question.bonus) && readAnswer(question, ownEntry(taken, question.id), kinds).status === 'unanswered' && !question.optional);
        return {
            id, before: percent, after: score.percent, passedBefore: passed, passedAfter: score.passed, mismatches,
            unanswered: unanswered.map(question => question.id), whole: unanswered.length === 0 && score.percent !== null
        };
    });
};
