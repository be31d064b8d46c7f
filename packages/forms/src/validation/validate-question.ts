import type { Question } from '../definition/form-definition';
import { formLimits, isFormId } from '../definition/form-limits';
import { FormProblem, formError, formWarning } from '../definition/problem';
import { builtInKinds } from '../kinds/built-in-kinds';
import { QuestionKinds, kindFields } from '../kinds/question-kind';
import { validateTest } from './validate-tests';

/** Weights that multiply without losing the figure: positive, neither vanishing nor overflowing, not NaN. */
export const validateWeight = (weight: number, path: string): readonly FormProblem[] =>
    weight >= formLimits.smallestWeight && weight <= formLimits.largestWeight ? [] :
        [formError(path, 'weight-out-of-range', { value: String(weight), smallest: formLimits.smallestWeight, largest: formLimits.largestWeight })];

export const validateId = (id: string, path: string): readonly FormProblem[] => isFormId(id) ? [] : [formError(path, 'invalid-id', { id })];

const validateCritical = (question: Question, kinds: QuestionKinds): readonly FormProblem[] => {
    const { critical } = question;
    if (critical.class === 'none' && critical.effect === 'none') {
        return [];
    }
    const withoutClass = critical.class === 'none' ? [formWarning('/critical/class', 'effect-without-class', { effect: critical.effect })] : [];
    const harmless = kinds.get(question.kind)?.canFail(question) === false ? [formError('/critical', 'cannot-fail', { kind: question.kind })] : [];
    return [...withoutClass, ...harmless];
};

const validateExamples = (question: Question, kinds: QuestionKinds): readonly FormProblem[] => {
    const examples = question.examples ?? [];
    return examples.flatMap(({ answer }, index) => [
        ...examples.findIndex(other => other.answer === answer) < index ? [formWarning(`/examples/${index}`, 'duplicate-example', { value: String(answer) })] : [],
        ...validateTest({ operator: 'equals', value: answer }, question, `/examples/${index}`, kinds)
    ].map(problem => problem.code === 'impossible-answer' ? { ...problem, path: `/examples/${index}/answer` } : problem));
};

const validateBonus = (question: Question, kinds: QuestionKinds): readonly FormProblem[] => [
    ...question.bonus && question.unscored ? [formError('/unscored', 'unscored-with-bonus')] : [],
    ...(question.bonus ?? []).flatMap((adjustment, index) => [
        ...validateTest(adjustment.when, question, `/bonus/${index}/when`, kinds),
        ...Math.abs(adjustment.percentPoints) <= 100 && adjustment.percentPoints !== 0 ? [] :
            [formError(`/bonus/${index}/percentPoints`, 'bonus-out-of-range', { value: String(adjustment.percentPoints) })]
    ])
];

const validatePhrases = (question: Question, kinds: QuestionKinds): readonly FormProblem[] => {
    const { phrases } = question;
    if (!phrases) {
        return [];
    }
    return [
        ...phrases.rules.length > 0 ? [] : [formError('/phrases/rules', 'no-phrase')],
        ...phrases.kept === phrases.broken ? [formError('/phrases/broken', 'same-suggestion')] : [],
        ...(['kept', 'broken'] as const).flatMap(each => validateTest({ operator: 'equals', value: phrases[each] }, question, `/phrases/${each}`, kinds).map(problem => ({ ...problem, path: `/phrases/${each}` }))),
        ...phrases.rules.flatMap(({ wordings, within }, index) => [
            ...wordings.length > 0 && wordings.every(each => /[\p{L}\p{N}]/u.test(each)) ? [] : [formError(`/phrases/rules/${index}/wordings`, 'no-wording')],
            ...wordings.some(each => each.length > formLimits.wordingLength) ? [formError(`/phrases/rules/${index}/wordings`, 'wording-too-long', { largest: formLimits.wordingLength })] : [],
            ...!within || within.seconds >= 1 && within.seconds <= formLimits.phraseSeconds ? [] : [formError(`/phrases/rules/${index}/within`, 'seconds-out-of-range', { largest: formLimits.phraseSeconds })]
        ])
    ];
};

/** What is wrong with a question by itself; paths start at the question. Texts and conditions are looked at elsewhere. */
export const validateQuestion = (question: Question, kinds: QuestionKinds = builtInKinds): readonly FormProblem[] => {
    const kind = kinds.get(question.kind);
    const unused = kind ? kindFields.filter(field => question[field] !== undefined && !kind.fields.includes(field)) : [];
    return [
        ...validateId(question.id, '/id'),
        ...validateWeight(question.weight, '/weight'),
        ...kind ? kind.validateQuestion(question) : [formError('/kind', 'unknown-kind', { kind: question.kind })],
        ...unused.map(field => formWarning(`/${field}`, 'field-not-used', { field, kind: question.kind })),
        ...validateCritical(question, kinds),
        ...validateExamples(question, kinds),
        ...validateBonus(question, kinds),
        ...validatePhrases(question, kinds),
        ...(question.commentRequiredOn ?? []).flatMap((test, index) => validateTest(test, question, `/commentRequiredOn/${index}`, kinds)),
        ...(question.failsOn ?? []).flatMap((test, index) => validateTest(test, question, `/failsOn/${index}`, kinds))
    ];
};
