import { AnswerValue, testHolds } from '../definition/answer-test';
import type { Question, QuestionOption } from '../definition/form-definition';
import { arePoints } from '../definition/form-limits';
import { FormProblem, formError } from '../definition/problem';
import type { KindField, QuestionKind } from './question-kind';

const optionsOf = (question: Question): readonly QuestionOption[] => question.options ?? [];

/** Whether a failing answer is declared, and given: for kinds where the definition names the failures. */
export const declaredFailures: Pick<QuestionKind, 'canFail' | 'isFailure'> = {
    canFail: question => (question.failsOn ?? []).length > 0,
    isFailure: (question, value) => (question.failsOn ?? []).some(test => testHolds(test, { value }))
};

const validateOptions = (question: Question, pointsOf: (option: QuestionOption) => number): readonly FormProblem[] => {
    const options = optionsOf(question);
    const problems: FormProblem[] = [];
    if (options.length < 2) {
        problems.push(formError('/options', 'too-few-options', { count: options.length }));
    }
    options.forEach((option, index) => {
        if (options.findIndex(other => other.value === option.value) < index) {
            problems.push(formError(`/options/${index}/value`, 'duplicate-option', { value: String(option.value) }));
        }
        const points = pointsOf(option);
        if (!arePoints(points)) {
            problems.push(formError(`/options/${index}/points`, 'points-out-of-range', { value: String(points) }));
        }
    });
    return problems;
};

const optionKind = (
    name: string, pointsOf: (option: QuestionOption) => number, own: Pick<QuestionKind, 'agreementLevel' | 'category' | 'validateQuestion'>
): QuestionKind => ({
    name,
    fields: ['options', 'failsOn'] satisfies KindField[],
    validateAnswer: (question, value) => optionsOf(question).some(option => option.value === value) ? undefined :
        { code: 'not-an-option', parameters: { options: optionsOf(question).map(option => String(option.value)) } },
    possiblePoints: question => Math.max(0, ...optionsOf(question).map(pointsOf)),
    earnedPoints: (question, value) => optionsOf(question).filter(option => option.value === value).map(pointsOf)[0] ?? 0,
    ...declaredFailures,
    ...own
});

/** Points of an option on a scale: its own, or else the value. */
const scalePoints = ({ value, points }: QuestionOption): number => points ?? Number(value);

const numericValue = (value: AnswerValue): number | undefined => typeof value === 'number' ? value : undefined;

const validateScale = (question: Question): readonly FormProblem[] => {
    const options = optionsOf(question);
    const misplaced = options.flatMap(({ value }, index): FormProblem[] => {
        const before = options[index - 1]?.value;
        if (typeof value !== 'number') {
            return [formError(`/options/${index}/value`, 'option-not-a-number', { value })];
        }
        return typeof before === 'number' && value < before ?
            [formError(`/options/${index}/value`, 'options-not-rising', { value, previous: before })] : [];
    });
    const pointless = question.unscored || question.bonus || options.length < 2 || options.some(option => scalePoints(option) > 0) ? [] :
        [formError('/options', 'no-points')];
    return [...validateOptions(question, scalePoints), ...misplaced, ...pointless];
};

/** A rating on rising, labelled points. */
export const scaleKind = optionKind('scale', scalePoints, {
    validateQuestion: validateScale,
    agreementLevel: () => 'ordinal',
    category: (_, value) => numericValue(value)
});

const validateChoice = (question: Question): readonly FormProblem[] => {
    const options = optionsOf(question);
    const withPoints = options.filter(option => option.points !== undefined).length;
    const notText = options.flatMap(({ value }, index): FormProblem[] =>
        typeof value === 'string' && value.trim() !== '' ? [] : [formError(`/options/${index}/value`, 'option-not-a-text', { value })]);
    const incomplete = withPoints > 0 && withPoints < options.length ? [formError('/options', 'points-incomplete', { count: withPoints })] : [];
    return [...validateOptions(question, option => option.points ?? 0), ...notText, ...incomplete];
};

/** One of several named answers; their order carries no meaning. */
export const choiceKind = optionKind('choice', option => option.points ?? 0, {
    validateQuestion: validateChoice,
    agreementLevel: () => 'nominal',
    category: (question, value) => optionsOf(question).findIndex(option => option.value === value)
});
