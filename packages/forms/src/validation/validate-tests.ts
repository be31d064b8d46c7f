import type { AnswerTest } from '../definition/answer-test';
import { Condition, conditionLeaves } from '../definition/condition';
import type { Question } from '../definition/form-definition';
import { FormProblem, formError, formWarning, pointer } from '../definition/problem';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';

/** What stands at the far end of a condition: the question and its place in the order of the form. */
export interface Target {
    readonly question: Question;
    readonly order: number;
}

/** A test that no answer to the question can ever meet, or that every answer meets, is a slip of the author. */
export const validateTest = (test: AnswerTest, question: Question, path: string, kinds: QuestionKinds = builtInKinds): readonly FormProblem[] => {
    const kind = kinds.get(question.kind);
    if (!kind || test.operator === 'answered') {
        return [];
    }
    if (test.operator === 'not-applicable') {
        return question.notApplicable ? [] : [formError(path, 'impossible-answer', { question: question.id, value: 'not-applicable' })];
    }
    if (test.operator === 'at-least' || test.operator === 'at-most') {
        const ordered = kind.agreementLevel(question) === 'ordinal' || kind.agreementLevel(question) === 'interval';
        return ordered && Number.isFinite(test.value) ? [] : [formError(`${path}/value`, 'impossible-answer', { question: question.id, value: String(test.value) })];
    }
    const values = test.operator === 'in' ? test.value : [test.value];
    const nothing = values.length === 0 ? [formError(`${path}/value`, 'impossible-answer', { question: question.id, value: '' })] : [];
    const impossible = values.flatMap((value, index) => kind.validateAnswer(question, value) === undefined ? [] :
        [formError(`${path}/value${test.operator === 'in' ? pointer(index) : ''}`, 'impossible-answer', { question: question.id, value: String(value) })]);
    return [...nothing, ...impossible];
};

/** An empty combination hides a question for good (any) or never (all): neither can be meant. */
const emptyParts = (condition: Condition, path: string): readonly FormProblem[] => {
    if ('not' in condition) {
        return emptyParts(condition.not, `${path}/not`);
    }
    if ('question' in condition) {
        return [];
    }
    const [name, parts] = 'all' in condition ? ['all', condition.all] as const : ['any', condition.any] as const;
    return parts.length === 0 ? [formError(`${path}/${name}`, 'empty-condition')] : parts.flatMap((part, index) => emptyParts(part, `${path}/${name}/${index}`));
};

/**
 * Every statement of a condition must be about a question of the form and possible there. One about a question further
 * down works, but the form would grow above the place where the evaluator is: a warning.
 */
export const validateCondition = (
    condition: Condition | undefined, order: number, path: string, targets: ReadonlyMap<string, Target>, kinds: QuestionKinds
): readonly FormProblem[] => {
    if (!condition) {
        return [];
    }
    const leaves = conditionLeaves(condition, path).flatMap(leaf => {
        const target = targets.get(leaf.question);
        if (!target) {
            return [formError(`${leaf.path}/question`, 'unknown-question', { question: leaf.question })];
        }
        const later = target.order > order ? [formWarning(`${leaf.path}/question`, 'later-question', { question: leaf.question })] : [];
        return [...later, ...validateTest(leaf.test, target.question, leaf.path, kinds)];
    });
    return [...emptyParts(condition, path), ...leaves];
};
