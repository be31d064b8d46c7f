import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askQuestion, sealQuestion } from './asked-question';
import { fitsNumber, readNumber } from './fits-number';
import { fitsText } from './fits-text';
import { mark } from './mark';
import { orderingShare } from './ordering-credit';
import type { MultipleQuestion, Question, SingleQuestion } from './question';
import { question as questionSchema } from './question-schema';
import { rightAnswer, someQuestion } from './testing/arbitrary-question';
import { isSound, validateQuestion } from './validate-question';

const single: SingleQuestion = { kind: 'single', prompt: 'Who?', points: 1, shuffle: true, choices: [{ id: 'a', text: 'A', share: 1, feedback: 'Yes.' }, { id: 'b', text: 'B', share: -0.25 }, { id: 'c', text: 'C', share: 0.5 }] };
const multiple: MultipleQuestion = { kind: 'multiple', prompt: 'Which?', points: 2, shuffle: false, credit: 'shares', choices: [{ id: 'a', text: 'A', share: 1 / 3 }, { id: 'b', text: 'B', share: 1 / 3 }, { id: 'c', text: 'C', share: 1 / 3 }, { id: 'd', text: 'D', share: -0.5 }] };
const opaque = (id: string): string => `q${[...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7).toString(36)}${id.length}`;

describe('a mark', () => {
    it('of one choice is its share, be it below nothing', () => {
        expect(mark(single, { kind: 'single', choice: 'b' })).toEqual({ share: -0.25, feedback: ['b'], answered: true });
        expect(mark(single, { kind: 'single', choice: null }).share).toBe(0);
        expect(mark(single, { kind: 'single', choice: 'nobody' })).toEqual({ share: 0, feedback: [], answered: false });
    });
    it('of several choices is their sum, never below nothing', () => {
        expect(mark(multiple, { kind: 'multiple', choices: ['a', 'b', 'c'] }).share).toBe(1);
        expect(mark(multiple, { kind: 'multiple', choices: ['a', 'd'] }).share).toBe(0);
        expect(mark(multiple, { kind: 'multiple', choices: ['a', 'b', 'd'] }).share).toBeCloseTo(1 / 6, 12);
        expect(mark({ ...multiple, credit: 'all-or-nothing' }, { kind: 'multiple', choices: ['a', 'b'] }).share).toBe(0);
        expect(mark({ ...multiple, credit: 'all-or-nothing' }, { kind: 'multiple', choices: ['c', 'b', 'a'] }).share).toBe(1);
    });
    it('of an essay is left to people, unless there is none', () => {
        expect(mark({ kind: 'essay', prompt: 'Why?', points: 5 }, { kind: 'essay', text: 'Because.' }).share).toBeNull();
        expect(mark({ kind: 'essay', prompt: 'Why?', points: 5 }, { kind: 'essay', text: '  ' }).share).toBe(0);
    });
    it('of ratings is the part that agrees with the expert', () => {
        const question: Question = { kind: 'listening', prompt: 'Rate.', points: 4, recording: 'earshot:/quality/interactions/1', form: { formId: 'x', version: 1 }, expert: { one: { value: 3 }, two: { value: 'yes' }, three: { value: null, notApplicable: true }, four: { value: 5 } }, tolerance: 1 };
        expect(mark(question, { kind: 'listening', answers: { one: { value: 4 }, two: { value: 'no' }, three: { value: null, notApplicable: true }, four: { value: 3 } } }).share).toBe(0.5);
        expect(mark(question, { kind: 'listening', answers: {} }).answered).toBe(false);
    });
    it('of the right answer is everything, of another kind of answer nothing', () => {
        fc.assert(fc.property(someQuestion(), question => {
            expect(mark(question, rightAnswer(question)).share).toBe(question.kind === 'essay' ? null : 1);
            expect(mark(question, question.kind === 'single' ? { kind: 'short', text: 'x' } : { kind: 'single', choice: 'c0' })).toEqual({ share: 0, feedback: [], answered: false });
            expect(mark(question, null).share).toBe(0);
        }), { numRuns: 300 });
    });
    it('does not change when the question is sealed', () => {
        fc.assert(fc.property(someQuestion(), question => {
            const sealed = sealQuestion(question, opaque);
            expect(mark(sealed, rightAnswer(sealed)).share).toBe(question.kind === 'essay' ? null : 1);
        }));
    });
});

describe('what is asked', () => {
    it('holds no key, share, feedback, hint or rubric, of no kind', () => {
        fc.assert(fc.property(someQuestion(), question => {
            const secret = { ...question, feedback: 'SECRET', ...'choices' in question ? { choices: question.choices.map(choice => ({ ...choice, feedback: 'SECRET' })) } : {}, ...question.kind === 'essay' ? { hints: 'SECRET' } : {} } as Question;
            const asked = JSON.stringify(askQuestion(sealQuestion(secret, opaque)));
            expect(asked).not.toMatch(/SECRET|"(share|feedback|feedbackTrue|feedbackFalse|otherwise|accepted|answer|expert|hints|criteria|levels|weight|tolerance|credit|extras|pairs)":/u);
        }));
    });
    it('offers a match once, and items in an order that does not tell theirs', () => {
        const asked = askQuestion({ kind: 'matching', prompt: 'Match.', points: 1, shuffle: false, pairs: [{ id: '1', stem: 'A', matchId: 'z', match: 'X' }, { id: '2', stem: 'B', matchId: 'y', match: 'X' }], extras: [{ id: 'a', text: 'Y' }] });
        expect(asked).toMatchObject({ matches: [{ id: 'a', text: 'Y' }, { text: 'X' }] });
        const ordering: Question = { kind: 'ordering', prompt: 'Order.', points: 1, credit: 'next', items: ['a', 'b', 'c'].map(id => ({ id, text: id })) };
        expect(askQuestion(sealQuestion(ordering, id => ({ a: '3', b: '1', c: '2' })[id] ?? ''))).toMatchObject({ items: [{ text: 'b' }, { text: 'c' }, { text: 'a' }] });
    });
});

describe('typed texts', () => {
    it.each([
        ['no one', 'No  one', false, true], ['ＡＢＣ', 'abc', false, true], ['abc', 'Abc', true, false], ['identity card', '*card', false, true], ['card', 'c*a*d', false, true],
        ['a*b', 'a\\*b', false, true], ['axb', 'a\\*b', false, false], ['aba', 'ab*ba', false, false], ['', '*', false, true], ['abab', 'a*b*', false, true], ['身份证', '身分证', false, false]
    ])('%s against %s', (typed, accepted, caseSensitive, fits) => expect(fitsText(typed, accepted, caseSensitive)).toBe(fits));
    it('fit a pattern made from them', () => {
        fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-c]{0,3}$/u), { minLength: 1, maxLength: 4 }), fc.stringMatching(/^[a-c]{0,3}$/u), (pieces, between) => {
            expect(fitsText(pieces.join(between), pieces.join('*'), true)).toBe(true);
        }));
    });
});

describe('typed numbers', () => {
    it.each([['1,234.5', '', 1234.5], ['3,5', '', 3.5], ['１２', '', 12], ['24 h', 'h', 24], ['¥5', '¥', 5], ['-2', '', -2], ['1e3', '', 1000], ['twelve', '', null], ['', '', null], ['1,2,3', '', null], ['.', '', null]])('%s', (typed, unit, value) => expect(readNumber(typed, unit)).toBe(value));
    it('are the same however they are written in binary', () => {
        expect(fitsNumber(0.1 + 0.2, { id: 'a', share: 1, value: 0.3, tolerance: 0 })).toBe(true);
        expect(fitsNumber(5.0001, { id: 'a', share: 1, minimum: 1, maximum: 5 })).toBe(false);
    });
});

describe('an order', () => {
    const turned = [1, 2, 3, 0]; // B C D A
    it.each([['all-or-nothing', 0], ['position', 0], ['distance', (2 + 2 + 2 + 0) / 12], ['next', 2 / 3], ['longest-run', 3 / 4]] as const)('by %s', (credit, share) => expect(orderingShare(turned, 4, credit)).toBeCloseTo(share, 12));
    it('that is turned round has no row', () => expect(orderingShare([2, 1, 0], 3, 'longest-run')).toBe(0));
});

describe('a sound question', () => {
    it('is sound, and travels', () => {
        fc.assert(fc.property(someQuestion(), question => {
            expect(validateQuestion(question).filter(problem => problem.severity === 'error')).toEqual([]);
            expect(questionSchema.parse(question)).toEqual(question);
        }));
    });
    it.each<[string, Question]>([
        ['nothing-right', { ...single, choices: single.choices.slice(1) }],
        ['shares-do-not-add-up', { ...multiple, choices: multiple.choices.slice(1) }],
        ['duplicate-text', { ...single, choices: [...single.choices, { id: 'd', text: 'A ', share: 0 }] }],
        ['gap-unknown', { kind: 'gaps', prompt: 'A [[1]] and [[2]].', points: 1, gaps: [{ id: '1', kind: 'short', weight: 1, caseSensitive: false, accepted: [{ id: 'a', text: 'x', share: 1 }] }] }],
        ['extra-is-right', { kind: 'matching', prompt: 'Match', points: 1, shuffle: true, pairs: [{ id: 'a', stem: 'A', matchId: 'm', match: 'X' }, { id: 'b', stem: 'B', matchId: 'n', match: 'Y' }], extras: [{ id: 'e', text: 'X' }] }],
        ['bounds-reversed', { kind: 'numeric', prompt: 'How many?', points: 1, accepted: [{ id: 'a', share: 1, minimum: 2, maximum: 1 }] }]
    ])('has no problem %s', (code, question) => {
        expect(validateQuestion(question).map(problem => problem.code)).toContain(code);
        expect(isSound(validateQuestion(question))).toBe(false);
    });
});
