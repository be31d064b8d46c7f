import type { AnswerValue, KnownAnswer } from '../definition/answer-test';
import type { Question } from '../definition/form-definition';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { AnswerFault, QuestionKinds } from '../kinds/question-kind';
import { ownEntry } from './answer';

/** How an answer stands, apart from whether its question is shown. */
export type AnswerState =
    | { readonly status: 'answered'; readonly value: AnswerValue }
    | { readonly status: 'not-applicable' }
    | { readonly status: 'unanswered' }
    | { readonly status: 'invalid'; readonly fault: AnswerFault };

const invalid = (code: string, parameters: AnswerFault['parameters'] = {}): AnswerState => ({ status: 'invalid', fault: { code, parameters } });

/** Reads one answer, which may be anything at all. Blank text counts as no answer. */
export const readAnswer = (question: Question, answer: unknown, kinds: QuestionKinds = builtInKinds): AnswerState => {
    if (answer === undefined) {
        return { status: 'unanswered' };
    }
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
        return invalid('answer-not-an-object');
    }
    const value = ownEntry(answer, 'value') ?? null;
    const notApplicable = ownEntry(answer, 'notApplicable');
    if (notApplicable !== undefined && notApplicable !== true) {
        return invalid('wrong-type', { expected: 'true' });
    }
    if (notApplicable && !question.notApplicable) {
        return invalid('not-applicable-not-allowed');
    }
    if (notApplicable) {
        return value === null ? { status: 'not-applicable' } : invalid('value-with-not-applicable');
    }
    if (value === null || typeof value === 'string' && value.trim() === '') {
        return { status: 'unanswered' };
    }
    const kind = kinds.get(question.kind);
    if (!kind) {
        return invalid('unknown-kind', { kind: question.kind });
    }
    const fault = kind.validateAnswer(question, value);
    return fault ? { status: 'invalid', fault } : { status: 'answered', value: value as AnswerValue };
};

/** What conditions and other tests may rely on. */
export const knownAnswer = (state: AnswerState): KnownAnswer =>
    state.status === 'answered' ? { value: state.value } : state.status === 'not-applicable' ? 'not-applicable' : undefined;
