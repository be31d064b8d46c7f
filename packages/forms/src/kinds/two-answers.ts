import type { Question } from '../definition/form-definition';
import { arePoints } from '../definition/form-limits';
import { FormProblem, formError } from '../definition/problem';
import type { KindField, QuestionKind } from './question-kind';

/** The points for the best answer of a kind whose answers carry no points of their own. */
export const fullPoints = (question: Question): number => question.points ?? 1;

export const validateFullPoints = ({ points }: Question): readonly FormProblem[] =>
    points === undefined || points > 0 && arePoints(points) ? [] : [formError('/points', 'points-out-of-range', { value: String(points) })];

/** A kind answered with true or false, where one of the two is the good answer and the other one the failure. */
const twoAnswers = (name: string, fields: readonly KindField[], good: (question: Question) => boolean): QuestionKind => ({
    name,
    fields,
    validateQuestion: validateFullPoints,
    validateAnswer: (_, value) => typeof value === 'boolean' ? undefined : { code: 'wrong-type', parameters: { expected: 'boolean' } },
    possiblePoints: fullPoints,
    earnedPoints: (question, value) => value === good(question) ? fullPoints(question) : 0,
    canFail: () => true,
    isFailure: (question, value) => value !== good(question),
    agreementLevel: () => 'nominal',
    category: (_, value) => value === true ? 1 : 0
});

/** Yes (true) or no (false); `favourable` says which is good, so that "did the agent interrupt?" can be asked. */
export const yesNoKind = twoAnswers('yes-no', ['points', 'favourable'], question => question.favourable ?? true);

/** Passed (true) or failed (false). */
export const passFailKind = twoAnswers('pass-fail', ['points'], () => true);
