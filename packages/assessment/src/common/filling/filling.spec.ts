import { type FormDefinition, notCritical } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { withAnswer, withComment, withNotApplicable, withValue, withoutValue } from './answering';
import { evidenceOf, validateEvidence } from './evidence';
import { shownAnswers } from './filled-content';

const question = (id: string) => ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical });
const form: FormDefinition = {
    title: { en: 'Form' }, languages: ['en'], sections: [{
        id: 's', title: { en: 'S' }, questions: [question('a'), { ...question('b'), condition: { question: 'a', operator: 'equals', value: true } }, { ...question('c'), condition: { question: 'b', operator: 'answered' } }]
    }]
};

describe('answering', () => {
    it('keeps the comment whatever the rating becomes', () => {
        const commented = withComment('why')(undefined);
        expect(commented).toEqual({ value: null, comment: 'why' });
        expect(withValue(false)(commented)).toEqual({ value: false, comment: 'why' });
        expect(withNotApplicable(withValue(3)(commented))).toEqual({ value: null, notApplicable: true, comment: 'why' });
        expect(withValue(3)(withNotApplicable(commented))).toEqual({ value: 3, comment: 'why' });
        expect(withComment('because')(withNotApplicable(undefined))).toEqual({ value: null, notApplicable: true, comment: 'because' });
    });

    it('leaves nothing behind of an answer that was taken back', () => {
        expect(withoutValue({ value: true })).toBeUndefined();
        expect(withComment('')({ value: null, comment: 'x' })).toBeUndefined();
        expect(withoutValue({ value: true, comment: 'x' })).toEqual({ value: null, comment: 'x' });
        expect(withAnswer({ a: { value: true }, b: { value: false } }, 'a', undefined)).toEqual({ b: { value: false } });
        expect(withAnswer({ b: { value: false } }, 'a', { value: 1 })).toEqual({ a: { value: 1 }, b: { value: false } });
    });
});

describe('shownAnswers', () => {
    it('leaves out what is hidden, along a chain of conditions', () => {
        const answers = { a: { value: true }, b: { value: false }, c: { value: true } };
        expect(shownAnswers(form, answers)).toEqual(answers);
        expect(shownAnswers(form, { ...answers, a: { value: false } })).toEqual({ a: { value: false } });
        expect(shownAnswers(form, {})).toEqual({});
    });
});

describe('evidence', () => {
    const mark = (id: string, questionId: string | null, fromMs: number, toMs = fromMs) => ({ id, questionId, fromMs, toMs });

    it('stands with its question in the order of the recording', () => {
        const marks = [mark('1', 'a', 500), mark('2', 'b', 0), mark('3', 'a', 100, 900), mark('4', 'a', 100, 200), mark('5', null, 0)];
        expect(evidenceOf(marks, 'a').map(({ id }) => id)).toEqual(['4', '3', '1']);
    });

    it('fits the form', () => {
        expect(validateEvidence(form, [mark('1', 'a', 5), mark('2', null, 0, 9)])).toEqual([]);
        expect(validateEvidence(form, [mark('1', 'a', 5, 4), mark('1', 'x', 0)])).toEqual([
            { index: 0, code: 'evidence-reversed' }, { index: 1, code: 'evidence-of-unknown-question' }, { index: 1, code: 'evidence-twice' }
        ]);
    });
});
