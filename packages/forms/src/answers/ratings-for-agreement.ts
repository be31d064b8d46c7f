import type { Question } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { MeasurementLevel, QuestionKinds } from '../kinds/question-kind';
import type { Answer } from './answer';
import { readAnswer } from './read-answer';

/**
 * The number that stands for an answer in agreement statistics: yes and pass 1, no and fail 0; the value on a scale or of
 * a number; the place of the option in a choice, from 0. null when there is no rating: unanswered, not applicable,
 * invalid, or free text.
 */
export const ratingsForAgreement = (question: Question, answer: Answer | undefined, kinds: QuestionKinds = builtInKinds): number | null => {
    const state = readAnswer(question, answer, kinds);
    return state.status === 'answered' ? kinds.get(question.kind)?.category(question, state.value) ?? null : null;
};

/** How finely the ratings of the question can be compared; null when they cannot, as with free text. */
export const agreementLevel = (question: Question, kinds: QuestionKinds = builtInKinds): MeasurementLevel | null =>
    kinds.get(question.kind)?.agreementLevel(question) ?? null;
