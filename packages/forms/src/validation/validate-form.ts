import { FormDefinition, allQuestions } from '../definition/form-definition';
import { formLimits } from '../definition/form-limits';
import { FormProblem, below, formError } from '../definition/problem';
import { builtInKinds } from '../kinds/built-in-kinds';
import type { QuestionKinds } from '../kinds/question-kind';
import { scorablePoints } from '../kinds/scorable-points';
import { circularConditions } from './circular-conditions';
import { validateId, validateQuestion, validateWeight } from './validate-question';
import { Target, validateCondition } from './validate-tests';
import { validateTexts } from './validate-texts';

const duplicates = (entries: readonly { readonly id: string; readonly path: string }[]): readonly FormProblem[] => {
    const first = new Map<string, string>();
    return entries.flatMap(({ id, path }) => {
        const earlier = first.get(id);
        first.set(id, earlier ?? path);
        return earlier === undefined ? [] : [formError(`${path}/id`, 'duplicate-id', { id, earlier })];
    });
};

const validateScoring = (form: FormDefinition, kinds: QuestionKinds): readonly FormProblem[] => {
    const { scored = true, passPercent } = form.scoring ?? {};
    const scorable = allQuestions(form).some(({ question }) => scorablePoints(question, kinds) > 0);
    return [
        ...passPercent === undefined || passPercent >= 0 && passPercent <= 100 ? [] :
            [formError('/scoring/passPercent', 'pass-percent-out-of-range', { value: String(passPercent) })],
        ...scored && !scorable && form.sections.length > 0 ? [formError('', 'no-scorable-question')] : []
    ];
};

/**
 * Everything that is wrong or doubtful about a form, in the order of the form where possible. A form without errors may
 * be published, and `scoreForm` keeps its promises for it.
 */
export const validateForm = (form: FormDefinition, kinds: QuestionKinds = builtInKinds): readonly FormProblem[] => {
    const sections = form.sections.map((section, index) => ({ section, id: section.id, path: `/sections/${index}` }));
    const questions = sections.flatMap(({ section, path }) =>
        section.questions.map((question, index) => ({ question, id: question.id, path: `${path}/questions/${index}` })));
    const targets = new Map<string, Target>(questions.map(({ question }, order) => [question.id, { question, order }]));
    const pathOf = new Map(questions.map(({ id, path }) => [id, path]));
    let order = 0;
    const structure = sections.flatMap(({ section, id, path }) => [
        ...validateId(id, `${path}/id`),
        ...section.weight === undefined ? [] : validateWeight(section.weight, `${path}/weight`),
        ...section.questions.length > 0 ? [] : [formError(`${path}/questions`, 'empty-section', { id })],
        ...validateCondition(section.condition, order, `${path}/condition`, targets, kinds),
        ...section.questions.flatMap((question, index) => [
            ...below(`${path}/questions/${index}`, validateQuestion(question, kinds)),
            ...validateCondition(question.condition, order++, `${path}/questions/${index}/condition`, targets, kinds)
        ])
    ]);
    return [
        ...validateTexts(form),
        ...sections.length > 0 ? [] : [formError('/sections', 'no-section')],
        ...questions.length <= formLimits.questions ? [] :
            [formError('/sections', 'too-many-questions', { count: questions.length, largest: formLimits.questions })],
        ...duplicates(sections),
        ...duplicates(questions),
        ...structure,
        ...circularConditions(form).map(circle => formError(`${pathOf.get(circle[0])}/condition`, 'circular-condition', { circle })),
        ...validateScoring(form, kinds)
    ];
};
