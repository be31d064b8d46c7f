import { testHolds } from '../definition/answer-test';
import { FormDefinition, Question, allQuestions } from '../definition/form-definition';
import { formLimits, isStorableText } from '../definition/form-limits';
import type { ProblemParameters } from '../definition/problem';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { ownEntry } from './answer';
import { knownAnswer, readAnswer } from './read-answer';
import { visibleQuestions } from './visible-questions';

export const answerProblemCodes = [
    'answers-not-an-object', 'too-many-answers', 'unknown-question', 'unknown-key', 'answer-not-an-object', 'unknown-kind',
    'wrong-type', 'not-finite', 'out-of-range', 'not-a-step', 'not-an-option', 'text-too-long', 'text-not-storable',
    'not-applicable-not-allowed', 'value-with-not-applicable', 'missing', 'comment-required'
] as const;

/** What is wrong with an answer. A screen words the code in the reader's language. */
export interface AnswerProblem {
    /** The question's id; '' when it is about the answers as a whole. */
    readonly question: string;
    readonly part: 'value' | 'comment';
    /** One of {@link answerProblemCodes}, or a code of an added question kind. */
    readonly code: string;
    readonly parameters: ProblemParameters;
}

const problem = (question: string, code: typeof answerProblemCodes[number], parameters: ProblemParameters = {}, part: AnswerProblem['part'] = 'value'): AnswerProblem =>
    ({ question, part, code, parameters });

const answerKeys = ['value', 'notApplicable', 'comment'];

const validateComment = (question: Question, comment: unknown): readonly AnswerProblem[] => {
    if (comment === undefined) {
        return [];
    }
    if (typeof comment !== 'string') {
        return [problem(question.id, 'wrong-type', { expected: 'string' }, 'comment')];
    }
    if (comment.length > formLimits.textLength) {
        return [problem(question.id, 'text-too-long', { length: comment.length, largest: formLimits.textLength }, 'comment')];
    }
    return isStorableText(comment) ? [] : [problem(question.id, 'text-not-storable', {}, 'comment')];
};

/** What is wrong with an answer as such, whether its question is shown or not. */
const validateAnswer = (question: Question, answer: unknown, kinds: QuestionKinds): readonly AnswerProblem[] => {
    const state = readAnswer(question, answer, kinds);
    const faults: readonly AnswerProblem[] = state.status === 'invalid' ? [{ question: question.id, part: 'value', ...state.fault }] : [];
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
        return faults;
    }
    const unknownKeys = Object.keys(answer).filter(key => !answerKeys.includes(key)).slice(0, 1);
    return [
        ...faults,
        ...unknownKeys.map(key => problem(question.id, 'unknown-key', { key: key.slice(0, 64) })),
        ...validateComment(question, ownEntry(answer, 'comment'))
    ];
};

/** What a finished form still lacks at a question that is shown. */
const validateCompletion = (question: Question, answer: unknown, kinds: QuestionKinds): readonly AnswerProblem[] => {
    const state = readAnswer(question, answer, kinds);
    if (state.status === 'unanswered' && !question.optional) {
        return [problem(question.id, 'missing')];
    }
    const comment = ownEntry(answer, 'comment');
    const commented = typeof comment === 'string' && comment.trim() !== '';
    return !commented && question.commentRequiredOn?.some(test => testHolds(test, knownAnswer(state))) ? [problem(question.id, 'comment-required', {}, 'comment')] : [];
};

const validateWhole = (form: FormDefinition, answers: object): readonly AnswerProblem[] => {
    const known = new Set(allQuestions(form).map(({ question }) => question.id));
    const unknown = Object.keys(answers).filter(id => !known.has(id));
    return unknown.length > formLimits.questions ? [problem('', 'too-many-answers', { count: known.size + unknown.length, largest: formLimits.questions })] :
        unknown.map(id => problem(id.slice(0, 64), 'unknown-question'));
};

/**
 * What is wrong with filled-in answers, which may be anything at all; never throws. A draft (`complete: false`) may have
 * gaps, but what is there must be valid, hidden answers too. A complete form has an answer to every question that is
 * shown and not optional, and the required comments. Without problems, the answers are `Answers`.
 */
export const validateAnswers = (
    form: FormDefinition, answers: unknown, { complete }: { readonly complete: boolean }, kinds: QuestionKinds = builtInKinds
): readonly AnswerProblem[] => {
    if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) {
        return [problem('', 'answers-not-an-object')];
    }
    const visible = new Set(complete ? visibleQuestions(form, answers, kinds).map(({ question }) => question) : []);
    return [
        ...validateWhole(form, answers),
        ...allQuestions(form).flatMap(({ question }) => {
            const answer = ownEntry(answers, question.id);
            const invalid = answer === undefined ? [] : validateAnswer(question, answer, kinds);
            return invalid.length === 0 && visible.has(question) ? validateCompletion(question, answer, kinds) : invalid;
        })
    ];
};
