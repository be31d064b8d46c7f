import type { Answers } from '../answers/answer';
import { ownEntry } from '../answers/answer';
import { knownAnswer, readAnswer } from '../answers/read-answer';
import { visibleQuestions } from '../answers/visible-questions';
import { testHolds } from '../definition/answer-test';
import { FormDefinition, PlacedQuestion, allQuestions } from '../definition/form-definition';
import type { QuestionKinds } from '../kinds/question-kind';
import { scorablePoints } from '../kinds/scorable-points';

/** What one question brings to the score. */
export interface QuestionAssessment extends PlacedQuestion {
    readonly status: 'hidden' | 'unanswered' | 'invalid' | 'not-applicable' | 'answered';
    /** Points earned, before weights; 0 unless answered. */
    readonly points: number;
    /** Points that the question offers, before weights; 0 when it takes no part in the weighted score. */
    readonly possible: number;
    readonly failure: boolean;
    /** The bonus or penalty that the answer brings. */
    readonly percentPoints: number;
}

/** Looks at every question of the form by itself, in the order of the form. */
export const assessQuestions = (form: FormDefinition, answers: Answers, kinds: QuestionKinds): readonly QuestionAssessment[] => {
    const visible = new Set(visibleQuestions(form, answers, kinds).map(({ question }) => question));
    return allQuestions(form).map(({ question, section }): QuestionAssessment => {
        const possible = scorablePoints(question, kinds);
        const nothing = { question, section, points: 0, possible, failure: false, percentPoints: 0 };
        if (!visible.has(question)) {
            return { ...nothing, status: 'hidden' };
        }
        const state = readAnswer(question, ownEntry(answers, question.id), kinds);
        const adjustment = question.bonus?.find(({ when }) => testHolds(when, knownAnswer(state)));
        const percentPoints = adjustment?.percentPoints ?? 0;
        const kind = kinds.get(question.kind);
        if (state.status !== 'answered' || !kind) {
            return { ...nothing, status: state.status, percentPoints };
        }
        const points = possible > 0 ? kind.earnedPoints(question, state.value) : 0;
        return { ...nothing, status: 'answered', points, failure: kind.isFailure(question, state.value), percentPoints };
    });
};
