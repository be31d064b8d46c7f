import type { Question } from '../definition/form-definition';
import { builtInKinds } from './built-in-kinds';
import type { QuestionKinds } from './question-kind';

/**
 * The points that the question adds to the possible points when it is answered, before weights; 0 for one that takes no
 * part in the weighted score: free text, observations, questions marked as unscored, bonus questions.
 */
export const scorablePoints = (question: Question, kinds: QuestionKinds = builtInKinds): number =>
    question.unscored || question.bonus ? 0 : kinds.get(question.kind)?.possiblePoints(question) ?? 0;
