import { describe, expect, it } from 'vitest';
import { gapOfKind, moved, newQuestion, numberOfKind, percentOfShare, shareOfPercent, withGapsOf, withRight } from './edit-question';
import { mark } from './mark';
import { questionKinds } from './question';
import { validateQuestion } from './validate-question';

const counter = () => { let count = 0; return () => `i${count++}`; };

describe('writing a question', () => {
    it.each(questionKinds)('begins %s with nothing but what has to be written', kind => {
        const codes = new Set(validateQuestion(newQuestion(kind, counter())).filter(each => each.severity === 'error').map(each => each.code));
        ['empty-text', 'no-gap', 'no-recording', 'no-form', 'nothing-rated'].forEach(each => codes.delete(each as 'empty-text'));
        expect([...codes]).toEqual([]);
    });
    it('shares the points among what is right, and gives nothing for choosing everything', () => {
        const question = newQuestion('multiple', counter());
        const choices = question.kind === 'multiple' ? withRight(question.choices.map((each, at) => ({ ...each, text: `${at}` })), new Set(['i0', 'i1', 'i3'])) : [];
        const written = { ...question, kind: 'multiple' as const, credit: 'shares' as const, shuffle: true, prompt: 'Which?', choices };
        expect(validateQuestion(written)).toEqual([]);
        expect(mark(written, { kind: 'multiple', choices: ['i0', 'i1', 'i3'] }).share).toBe(1);
        expect(mark(written, { kind: 'multiple', choices: ['i0', 'i1', 'i2', 'i3'] }).share).toBeCloseTo(2 / 3, 10);
    });
    it('follows the gaps of the text, and throws none away that was described', () => {
        const fresh = counter();
        const gaps = withGapsOf('Call back within [[hours]] at [[1]].', [], fresh);
        expect(gaps.map(each => each.id)).toEqual(['hours', '1']);
        expect(withGapsOf('At [[1]] and [[2]]', gaps, fresh).map(each => each.id)).toEqual(['1', '2', 'hours']);
        const choice = gapOfKind({ id: '1', weight: 2, kind: 'short', caseSensitive: false, accepted: [{ id: 'a', text: 'two', share: 1 }] }, 'choice', fresh);
        expect(choice).toMatchObject({ weight: 2, choices: [{ text: 'two', share: 1 }, { text: '', share: 0 }] });
    });
    it('gives numbers the other way, and back, without losing what is said about them', () => {
        const accepted = { id: 'a', share: 1, feedback: 'Right', value: 5, tolerance: 2 };
        const range = numberOfKind(accepted, 'range');
        expect(range).toEqual({ id: 'a', share: 1, feedback: 'Right', minimum: 3, maximum: 7 });
        expect([numberOfKind(range, 'value'), numberOfKind(range, 'range')]).toEqual([accepted, range]);
    });
    it('keeps thirds thirds when they are shown in percent', () => {
        expect([1 / 3, -2 / 3, 1 / 7, 0.5, -1].map(share => shareOfPercent(percentOfShare(share)))).toEqual([1 / 3, -2 / 3, 1 / 7, 0.5, -1]);
    });
    it('moves items within their list only', () => {
        expect([moved(['a', 'b', 'c'], 0, 1), moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1)]).toEqual([['b', 'a', 'c'], ['a', 'b'], ['a', 'b']]);
    });
});
