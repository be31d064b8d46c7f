import { describe, expect, it } from 'vitest';
import { FormDefinition, Question, emptyForm, notCritical } from '../definition/form-definition';
import { formProblemCodes } from '../definition/problem';
import { withKinds } from '../kinds/built-in-kinds';
import type { QuestionKind } from '../kinds/question-kind';
import { scoreForm } from '../scoring/score-form';
import { validateForm } from './validate-form';

const question = (id: string, more: Partial<Question> = {}): Question =>
    ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical, ...more });
const option = (value: string | number, points?: number) => ({ value, label: { en: String(value) }, ...points === undefined ? {} : { points } });
const form = (questions: readonly Question[], more: Partial<FormDefinition> = {}): FormDefinition =>
    ({ title: { en: 'Form' }, languages: ['en'], sections: [{ id: 's', title: { en: 'S' }, questions }], ...more });
const problems = (definition: FormDefinition): readonly string[] =>
    validateForm(definition).map(({ path, code, severity }) => `${severity === 'error' ? '' : '(warning) '}${path} ${code}`);
/** Problems of a second question beside a sound one. */
const ofQuestion = (more: Partial<Question>): readonly string[] =>
    problems(form([question('sound'), question('q', more)])).map(text => text.replace('/sections/0/questions/1', ''));

describe('validateForm', () => {
    it('finds nothing wrong with a sound form', () => expect(problems(form([question('a')]))).toEqual([]));

    it('tells an empty form what it lacks', () => {
        expect(problems(emptyForm('EN'))).toEqual(['/title missing-text', '/sections no-section']);
    });

    it.each<[Partial<Question>, readonly string[]]>([
        [{ weight: 0 }, ['/weight weight-out-of-range']],
        [{ weight: -1 }, ['/weight weight-out-of-range']],
        [{ weight: NaN }, ['/weight weight-out-of-range']],
        [{ weight: 1e308 }, ['/weight weight-out-of-range']],
        [{ weight: 1e-308 }, ['/weight weight-out-of-range']],
        [{ id: 'no spaces' }, ['/id invalid-id']],
        [{ id: '__proto__' }, ['/id invalid-id']],
        [{ kind: 'mood' }, ['/kind unknown-kind']],
        [{ points: 0 }, ['/points points-out-of-range']],
        [{ points: 1e308 }, ['/points points-out-of-range']],
        [{ min: 1 }, ['(warning) /min field-not-used']],
        [{ kind: 'scale' }, ['/options too-few-options']],
        [{ kind: 'scale', options: [option(1)] }, ['/options too-few-options']],
        [{ kind: 'scale', options: [option(1), option(1)] }, ['/options/1/value duplicate-option']],
        [{ kind: 'scale', options: [option(2), option(1)] }, ['/options/1/value options-not-rising']],
        [{ kind: 'scale', options: [option(-1), option(1)] }, ['/options/0/points points-out-of-range']],
        [{ kind: 'scale', options: [option(1, 0), option(2, 0)] }, ['/options no-points']],
        [{ kind: 'scale', options: [option(1, 0), option(2, 0)], unscored: true }, []],
        [{ kind: 'scale', options: [option('a', 1), option(2)] }, ['/options/0/value option-not-a-number']],
        [{ kind: 'choice', options: [option('a'), option(2)] }, ['/options/1/value option-not-a-text']],
        [{ kind: 'choice', options: [option('a', 1), option('b')] }, ['/options points-incomplete']],
        [{ kind: 'choice', options: [option('a', NaN), option('b', 1)] }, ['/options/0/points points-out-of-range']],
        [{ kind: 'number', min: 5, max: 5 }, ['/max bounds-reversed']],
        [{ kind: 'number', min: 5, better: 'lower' }, ['/better missing-bounds']],
        [{ kind: 'number', max: 1e308 }, ['/max bounds-out-of-range']],
        [{ kind: 'number', step: 0 }, ['/step step-out-of-range']],
        [{ kind: 'text', maximumLength: 0.5 }, ['/maximumLength length-out-of-range']],
        [{ kind: 'text', critical: { class: 'customer', effect: 'none' } }, ['/critical cannot-fail']],
        [{ critical: { class: 'none', effect: 'form-zero' } }, ['(warning) /critical/class effect-without-class']],
        [{ kind: 'scale', options: [option(1), option(2)], critical: { class: 'business', effect: 'none' } }, ['/critical cannot-fail']],
        [{ kind: 'scale', options: [option(1), option(2)], failsOn: [{ operator: 'equals', value: 3 }] }, ['/failsOn/0/value impossible-answer']],
        [{ commentRequiredOn: [{ operator: 'in', value: [true, 'no'] }] }, ['/commentRequiredOn/0/value/1 impossible-answer']],
        [{ commentRequiredOn: [{ operator: 'in', value: [] }] }, ['/commentRequiredOn/0/value impossible-answer']],
        [{ commentRequiredOn: [{ operator: 'not-applicable' }] }, ['/commentRequiredOn/0 impossible-answer']],
        [{ commentRequiredOn: [{ operator: 'at-most', value: 3 }] }, ['/commentRequiredOn/0/value impossible-answer']],
        [{ bonus: [{ when: { operator: 'equals', value: true }, percentPoints: 0 }] }, ['/bonus/0/percentPoints bonus-out-of-range']],
        [{ bonus: [{ when: { operator: 'equals', value: true }, percentPoints: NaN }] }, ['/bonus/0/percentPoints bonus-out-of-range']],
        [{ bonus: [{ when: { operator: 'answered' }, percentPoints: 5 }], unscored: true }, ['/unscored unscored-with-bonus']],
        [{ examples: [{ answer: 'yes', text: { en: 'x' } }] }, ['/examples/0/answer impossible-answer']],
        [{ examples: [{ answer: true, text: { en: 'x' } }, { answer: true, text: { en: 'y' } }] }, ['(warning) /examples/1 duplicate-example']],
        [{ condition: { question: 'nowhere', operator: 'answered' } }, ['/condition/question unknown-question']],
        [{ condition: { any: [] } }, ['/condition/any empty-condition']],
        [{ condition: { not: { all: [] } } }, ['/condition/not/all empty-condition']],
        [{ condition: { all: [{ question: 'sound', operator: 'equals', value: 3 }] } }, ['/condition/all/0/value impossible-answer']]
    ])('%j: %j', (more, expected) => expect(ofQuestion(more)).toEqual(expected));

    it('finds duplicate ids, of questions also across sections', () => {
        const definition = form([question('a')]);
        const twice = { ...definition, sections: [...definition.sections, ...definition.sections] };
        expect(problems(twice)).toEqual(['/sections/1/id duplicate-id', '/sections/1/questions/0/id duplicate-id']);
        expect(validateForm(twice)[1].parameters).toEqual({ id: 'a', earlier: '/sections/0/questions/0' });
    });

    it('finds empty sections and forms that cannot be scored', () => {
        expect(problems(form([]))).toEqual(['/sections/0/questions empty-section', ' no-scorable-question']);
        expect(problems(form([question('a', { unscored: true })]))).toEqual([' no-scorable-question']);
        expect(problems(form([question('a', { unscored: true })], { scoring: { scored: false } }))).toEqual([]);
    });

    it('checks the pass mark and the weight of sections', () => {
        expect(problems(form([question('a')], { scoring: { passPercent: 101 } }))).toEqual(['/scoring/passPercent pass-percent-out-of-range']);
        expect(problems({ ...form([]), sections: [{ id: 's', title: { en: 'S' }, weight: -0, questions: [question('a')] }] })).toEqual(['/sections/0/weight weight-out-of-range']);
    });

    it('asks for translations: of what must be read as errors, of help as warnings', () => {
        const definition = form([question('a', { help: { en: 'Help' }, text: { en: 'A', 'zh-cn': '甲' } }), question('b', { text: { 'zh-cn': ' ' }, kind: 'text' })],
            { languages: ['en', 'zh-cn', 'zh-cn'], title: { en: 'F', 'zh-cn': '表' } });
        expect(problems(definition)).toEqual([
            '/languages/2 duplicate-language',
            '/sections/0/title missing-translation',
            '(warning) /sections/0/questions/0/help missing-translation',
            '/sections/0/questions/1/text missing-text'
        ]);
        expect(problems(form([question('a')], { languages: [] }))).toContain('/languages no-language');
        expect(problems(form([question('a', { text: { en: 'A', fr: 'A' } })]))).toEqual(['(warning) /sections/0/questions/0/text undeclared-language']);
    });

    it('warns of a condition on a later question', () => {
        const definition = form([question('a', { condition: { question: 'b', operator: 'equals', value: true } }), question('b')]);
        expect(problems(definition)).toEqual(['(warning) /sections/0/questions/0/condition/question later-question']);
    });

    it('only reports codes that it lists', () => {
        const everything = form([question('a', { kind: 'scale', weight: NaN, condition: { question: 'a', operator: 'at-least', value: NaN } })]);
        validateForm(everything).forEach(({ code }) => expect(formProblemCodes).toContain(code));
    });
});

describe('circular conditions', () => {
    const on = (id: string) => ({ question: id, operator: 'equals', value: true } as const);
    const circles = (definition: FormDefinition): readonly unknown[] =>
        validateForm(definition).filter(({ code }) => code === 'circular-condition').map(({ path, parameters }) => [path, parameters.circle]);

    it('names a question that depends on itself', () => {
        const definition = form([question('a', { condition: on('a') })]);
        expect(circles(definition)).toEqual([['/sections/0/questions/0/condition', ['a', 'a']]]);
        expect(problems(definition)).toEqual(['/sections/0/questions/0/condition circular-condition']);
    });

    it('names a longer circle once, through combinations', () => {
        expect(circles(form([
            question('free'),
            question('a', { condition: { all: [on('free'), { not: on('b') }] } }),
            question('b', { condition: { any: [on('c'), on('free')] } }),
            question('c', { condition: on('a') })
        ]))).toEqual([['/sections/0/questions/1/condition', ['a', 'b', 'c', 'a']]]);
    });

    it('sees a section that hides the question it depends on', () => {
        const definition: FormDefinition = { ...form([]), sections: [{ id: 's', title: { en: 'S' }, condition: on('b'), questions: [question('a'), question('b')] }] };
        expect(circles(definition)).toEqual([['/sections/0/questions/1/condition', ['b', 'b']]]);
    });

    it('does not mistake two ways to one question for a circle', () => {
        expect(circles(form([
            question('a'), question('b', { condition: on('a') }), question('c', { condition: on('a') }), question('d', { condition: { all: [on('b'), on('c')] } })
        ]))).toEqual([]);
    });
});

describe('an added kind', () => {
    const stars: QuestionKind = {
        name: 'stars', fields: ['settings'],
        validateQuestion: () => [],
        validateAnswer: (_, value) => typeof value === 'number' && value >= 0 && value <= 5 ? undefined : { code: 'not-stars', parameters: {} },
        possiblePoints: () => 5,
        earnedPoints: (_, value) => Number(value),
        canFail: () => true,
        isFailure: (_, value) => value === 0,
        agreementLevel: () => 'ordinal',
        category: (_, value) => Number(value)
    };
    const definition = form([question('a', { kind: 'stars', settings: { half: false } })]);

    it('is validated and scored like the others', () => {
        const kinds = withKinds(stars);
        expect(validateForm(definition, kinds)).toEqual([]);
        expect(scoreForm(definition, { a: { value: 4 } }, kinds).percent).toBe(80);
        expect(scoreForm(definition, { a: { value: 4 } })).toMatchObject({ percent: null, unanswered: 1 });
    });

    it('cannot take a name twice', () => expect(() => withKinds(stars, stars)).toThrow('stars'));
});
