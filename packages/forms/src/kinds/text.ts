import { formLimits, isStorableText } from '../definition/form-limits';
import { formError } from '../definition/problem';
import type { AnswerFault, QuestionKind } from './question-kind';

/** Free text: recorded, neither scored nor compared. */
export const textKind: QuestionKind = {
    name: 'text',
    fields: ['maximumLength'],
    validateQuestion: ({ maximumLength }) =>
        maximumLength === undefined || Number.isInteger(maximumLength) && maximumLength >= 1 && maximumLength <= formLimits.textLength ? [] :
            [formError('/maximumLength', 'length-out-of-range', { value: String(maximumLength), largest: formLimits.textLength })],
    validateAnswer: ({ maximumLength = formLimits.textLength }, value): AnswerFault | undefined => {
        if (typeof value !== 'string') {
            return { code: 'wrong-type', parameters: { expected: 'string' } };
        }
        if (value.length > maximumLength) {
            return { code: 'text-too-long', parameters: { length: value.length, largest: maximumLength } };
        }
        return isStorableText(value) ? undefined : { code: 'text-not-storable', parameters: {} };
    },
    possiblePoints: () => 0,
    earnedPoints: () => 0,
    canFail: () => false,
    isFailure: () => false,
    agreementLevel: () => undefined,
    category: () => undefined
};
