import { type FormDefinition, notCritical, type Question, scoreForm } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { lostPoints, questionOrder, ratedQuestions } from './lost-points';

const yesNo = (id: string, more: Partial<Question> = {}): Question => ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical, ...more });
const form: FormDefinition = {
    title: { en: 'Form' }, languages: ['en'],
    sections: [
        { id: 'opening', title: { en: 'Opening' }, questions: [yesNo('greeting', { weight: 2 }), yesNo('name'), yesNo('remark', { kind: 'text', optional: true })] },
        { id: 'law', title: { en: 'Law' }, questions: [
            yesNo('identified', { weight: 4, critical: { class: 'compliance', effect: 'section-zero' } }), yesNo('disclosure', { weight: 2 }), yesNo('abuse', { weight: 1, critical: { class: 'customer', effect: 'form-zero' } })
        ] }
    ]
};
const ids = questionOrder(form);
const yes = { value: true };
const no = { value: false };
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, each) => total + (each ?? 0), 0);

describe('lost points', () => {
    it('stand in the order of the form', () => {
        expect(ids).toEqual(['greeting', 'name', 'remark', 'identified', 'disclosure', 'abuse']);
    });
    it('are what a question stood for less what it earned, by hand: 2 of 10 and 1 of 10', () => {
        const score = scoreForm(form, { greeting: no, name: no, identified: yes, disclosure: yes, abuse: yes });
        expect(lostPoints(score, ids)).toEqual([20, 10, null, 0, 0, 0]);
    });
    it('weigh more where others do not apply: 1 of 8', () => {
        const score = scoreForm(form, { greeting: { value: null, notApplicable: true }, name: no, identified: yes, disclosure: yes, abuse: yes });
        expect(lostPoints(score, ids)).toEqual([null, 12.5, null, 0, 0, 0]);
        expect(ratedQuestions(score)).toEqual({ rated: 5, notApplicable: 1 });
    });
    it('put what a section loses by a failure to the question that failed: 40 of its own and 30 of the others', () => {
        const score = scoreForm(form, { greeting: yes, name: yes, identified: no, disclosure: yes, abuse: yes });
        expect(score.percent).toBe(30);
        expect(lostPoints(score, ids)).toEqual([0, 0, null, 70, 0, 0]);
    });
    it('add up to what is missing to 100 whatever is answered', () => {
        for (let mask = 0; mask < 32; mask++) {
            const answers = Object.fromEntries(['greeting', 'name', 'identified', 'disclosure', 'abuse'].map((id, place) => [id, mask & 1 << place ? yes : no]));
            const score = scoreForm(form, answers);
            expect(sum(lostPoints(score, ids)), String(mask)).toBeCloseTo(100 - score.percent!, 9);
        }
    });
});
