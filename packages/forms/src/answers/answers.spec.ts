import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../definition/condition';
import { FormDefinition, Question, Section, notCritical } from '../definition/form-definition';
import { scoreForm } from '../scoring/score-form';
import type { Answers } from './answer';
import { agreementLevel, ratingsForAgreement } from './ratings-for-agreement';
import { validateAnswers } from './validate-answers';
import { visibleQuestions } from './visible-questions';

const question = (id: string, more: Partial<Question> = {}): Question =>
    ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical, ...more });
const form = (questions: readonly Question[], more: Partial<Section> = {}): FormDefinition => ({
    title: { en: 'Form' }, languages: ['en'],
    sections: [{ id: 'first', title: { en: 'First' }, questions: questions.slice(0, 1) }, { id: 'rest', title: { en: 'Rest' }, questions: questions.slice(1), ...more }]
});
const option = (value: string | number) => ({ value, label: { en: String(value) } });
const everyKind = form([
    question('yes', { notApplicable: true, commentRequiredOn: [{ operator: 'equals', value: false }, { operator: 'not-applicable' }] }),
    question('pass', { kind: 'pass-fail' }),
    question('scale', { kind: 'scale', options: [1, 2, 3].map(option) }),
    question('choice', { kind: 'choice', options: ['low', 'high'].map(option) }),
    question('number', { kind: 'number', min: 0, max: 10, step: 0.1, optional: true }),
    question('text', { kind: 'text', maximumLength: 20, optional: true })
]);
const complete: Answers = { yes: { value: true }, pass: { value: false }, scale: { value: 2 }, choice: { value: 'high' } };
const codes = (answers: unknown, whole = false): readonly string[] =>
    validateAnswers(everyKind, answers, { complete: whole }).map(problem => `${problem.question}/${problem.part} ${problem.code}`);

describe('validateAnswers', () => {
    it('accepts a complete form and an empty draft', () => {
        expect(codes(complete, true)).toEqual([]);
        expect(codes({})).toEqual([]);
    });

    it.each([
        [{ yes: { value: 'true' } }, 'yes/value wrong-type'],
        [{ yes: { value: 1 } }, 'yes/value wrong-type'],
        [{ scale: { value: 4 } }, 'scale/value not-an-option'],
        [{ scale: { value: '2' } }, 'scale/value not-an-option'],
        [{ choice: { value: 'middle' } }, 'choice/value not-an-option'],
        [{ number: { value: NaN } }, 'number/value not-finite'],
        [{ number: { value: Infinity } }, 'number/value not-finite'],
        [{ number: { value: 1e308 } }, 'number/value out-of-range'],
        [{ number: { value: -0.1 } }, 'number/value out-of-range'],
        [{ number: { value: 0.25 } }, 'number/value not-a-step'],
        [{ text: { value: 'x'.repeat(21) } }, 'text/value text-too-long'],
        [{ text: { value: 'a\0b' } }, 'text/value text-not-storable'],
        [{ text: { value: 'a\ud800b' } }, 'text/value text-not-storable'],
        [{ text: { value: 5 } }, 'text/value wrong-type'],
        [{ pass: { value: null, notApplicable: true } }, 'pass/value not-applicable-not-allowed'],
        [{ yes: { value: true, notApplicable: true } }, 'yes/value value-with-not-applicable'],
        [{ yes: { value: null, notApplicable: false } }, 'yes/value wrong-type'],
        [{ yes: { value: true, comment: 5 } }, 'yes/comment wrong-type'],
        [{ yes: { value: true, comment: 'x'.repeat(10_001) } }, 'yes/comment text-too-long'],
        [{ yes: { value: true, note: '' } }, 'yes/value unknown-key'],
        [{ yes: true }, 'yes/value answer-not-an-object'],
        [{ yes: [true] }, 'yes/value answer-not-an-object'],
        [{ other: { value: true } }, 'other/value unknown-question'],
        [JSON.parse('{"__proto__":{"value":true}}'), '__proto__/value unknown-question'],
        [[], '/value answers-not-an-object'],
        [null, '/value answers-not-an-object'],
        [Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`x${index}`, { value: 1 }])), '/value too-many-answers']
    ])('refuses %j', (answers, expected) => expect(codes(answers)).toEqual([expected]));

    it('accepts the steps that binary fractions miss', () => {
        expect(Array.from({ length: 101 }, (_, tenth) => tenth / 10).flatMap(value => codes({ number: { value } }))).toEqual([]);
    });

    it('asks a complete form for what is missing, but not for the optional', () => {
        expect(codes({ yes: { value: true }, pass: { value: null } }, true)).toEqual(['pass/value missing', 'scale/value missing', 'choice/value missing']);
    });

    it('asks for the required comment, also on "not applicable"', () => {
        expect(codes({ ...complete, yes: { value: false, comment: '  ' } }, true)).toEqual(['yes/comment comment-required']);
        expect(codes({ ...complete, yes: { value: null, notApplicable: true } }, true)).toEqual(['yes/comment comment-required']);
        expect(codes({ ...complete, yes: { value: false, comment: 'No greeting at all.' } }, true)).toEqual([]);
        expect(codes({ yes: { value: false } })).toEqual([]);
    });

    it('does not find Object\'s members in answers', () => {
        const odd = form([question('constructor'), question('toString')]);
        expect(validateAnswers(odd, {}, { complete: true }).map(({ code }) => code)).toEqual(['missing', 'missing']);
        expect(scoreForm(odd, {}).percent).toBeNull();
    });

    it('never throws, nor does the score, whatever comes in', () => {
        const junk = fc.dictionary(fc.constantFrom('yes', 'pass', 'scale', 'choice', 'number', 'text', '__proto__', 'x'), fc.oneof(
            fc.anything(), fc.record({ value: fc.anything(), notApplicable: fc.anything(), comment: fc.anything() }, { requiredKeys: [] })));
        fc.assert(fc.property(fc.oneof(fc.anything(), junk), fc.boolean(), (answers, whole) => {
            expect(Array.isArray(validateAnswers(everyKind, answers, { complete: whole }))).toBe(true);
        }), { numRuns: 500 });
        fc.assert(fc.property(junk, answers => {
            const { percent } = scoreForm(everyKind, answers as unknown as Answers);
            expect(percent === null || percent >= 0 && percent <= 100).toBe(true);
        }), { numRuns: 500 });
    });
});

describe('visibleQuestions', () => {
    const shown = (condition: Condition, answer: Answers[string] | undefined, more: Partial<Section> = {}): boolean => {
        const definition = form([question('a', { kind: 'number', notApplicable: true }), question('b', { condition })], more);
        return visibleQuestions(definition, answer ? { a: answer } : {}).some(entry => entry.question.id === 'b');
    };
    const five = { value: 5 };

    it.each<[Condition, Answers[string] | undefined, boolean]>([
        [{ question: 'a', operator: 'equals', value: 5 }, five, true],
        [{ question: 'a', operator: 'equals', value: '5' }, five, false],
        [{ question: 'a', operator: 'equals', value: 5 }, undefined, false],
        [{ question: 'a', operator: 'not-equals', value: 4 }, five, true],
        [{ question: 'a', operator: 'not-equals', value: 5 }, five, false],
        [{ question: 'a', operator: 'not-equals', value: 4 }, undefined, false],
        [{ question: 'a', operator: 'not-equals', value: 4 }, { value: null, notApplicable: true }, false],
        [{ question: 'a', operator: 'in', value: [4, 5] }, five, true],
        [{ question: 'a', operator: 'in', value: [4] }, five, false],
        [{ question: 'a', operator: 'at-least', value: 5 }, five, true],
        [{ question: 'a', operator: 'at-least', value: 5.1 }, five, false],
        [{ question: 'a', operator: 'at-most', value: 5 }, five, true],
        [{ question: 'a', operator: 'at-most', value: 4 }, five, false],
        [{ question: 'a', operator: 'answered' }, five, true],
        [{ question: 'a', operator: 'answered' }, { value: 'no number' }, false],
        [{ question: 'a', operator: 'answered' }, { value: null, notApplicable: true }, false],
        [{ question: 'a', operator: 'not-applicable' }, { value: null, notApplicable: true }, true],
        [{ question: 'a', operator: 'not-applicable' }, five, false],
        [{ not: { question: 'a', operator: 'equals', value: 5 } }, undefined, true],
        [{ all: [{ question: 'a', operator: 'answered' }, { question: 'a', operator: 'at-most', value: 4 }] }, five, false],
        [{ any: [{ question: 'a', operator: 'at-least', value: 9 }, { question: 'a', operator: 'at-most', value: 5 }] }, five, true],
        [{ question: 'missing', operator: 'answered' }, five, false]
    ])('%j with %j: %s', (condition, answer, expected) => expect(shown(condition, answer)).toBe(expected));

    it('hides a whole section', () => {
        const definition = form([question('a'), question('b'), question('c')], { condition: { question: 'a', operator: 'equals', value: true } });
        const ids = (answers: Answers): readonly string[] => visibleQuestions(definition, answers).map(entry => entry.question.id);
        expect(ids({ a: { value: true } })).toEqual(['a', 'b', 'c']);
        expect(ids({ a: { value: false } })).toEqual(['a']);
    });

    it('ignores answers left behind in hidden questions', () => {
        const chain = form([
            question('a'),
            question('b', { condition: { question: 'a', operator: 'equals', value: true } }),
            question('c', { condition: { question: 'b', operator: 'equals', value: true } })
        ]);
        expect(visibleQuestions(chain, { a: { value: false }, b: { value: true } }).map(entry => entry.question.id)).toEqual(['a']);
    });

    it('comes to an end on circular conditions', () => {
        const circle = form([
            question('a', { condition: { question: 'b', operator: 'equals', value: true } }),
            question('b', { condition: { question: 'a', operator: 'equals', value: true } })
        ]);
        expect(visibleQuestions(circle, { a: { value: true }, b: { value: true } })).toEqual([]);
    });
});

describe('ratings for agreement', () => {
    const [yes, pass, scale, choice, number, text] = everyKind.sections.flatMap(section => section.questions);

    it('turns answers into numbers', () => {
        expect([true, false].map(value => ratingsForAgreement(yes, { value }))).toEqual([1, 0]);
        expect(ratingsForAgreement(pass, { value: true })).toBe(1);
        expect(ratingsForAgreement(scale, { value: 3 })).toBe(3);
        expect(['low', 'high'].map(value => ratingsForAgreement(choice, { value }))).toEqual([0, 1]);
        expect(ratingsForAgreement(number, { value: 2.5 })).toBe(2.5);
    });

    it('has no rating for what is not applicable, missing, invalid or text', () => {
        expect(ratingsForAgreement(yes, { value: null, notApplicable: true })).toBeNull();
        expect(ratingsForAgreement(yes, undefined)).toBeNull();
        expect(ratingsForAgreement(scale, { value: 9 })).toBeNull();
        expect(ratingsForAgreement(text, { value: 'fine' })).toBeNull();
    });

    it('names the level of measurement', () => {
        expect([yes, pass, scale, choice, number, text].map(entry => agreementLevel(entry))).toEqual(['nominal', 'nominal', 'ordinal', 'nominal', 'interval', null]);
    });
});
