import { expect, it } from 'vitest';
import { FormDefinition, Question, notCritical } from '../definition/form-definition';
import { roundedPercent } from './rounded-percent';
import { scoreForm } from './score-form';

const question = (id: string, weight: number, more: Partial<Question> = {}): Question =>
    ({ id, text: { en: id }, kind: 'yes-no', weight, notApplicable: true, critical: notCritical, ...more });

const form: FormDefinition = {
    title: { en: 'Worked example' }, languages: ['en'],
    sections: [
        { id: 'opening', title: { en: 'Opening' }, questions: [question('greeting', 20), question('hold', 10)] },
        {
            id: 'answer', title: { en: 'Answer' }, questions: [
                question('correct', 50),
                question('clear', 20, { kind: 'scale', options: [0, 0.5, 0.8, 1].map((points, index) => ({ value: index + 1, label: { en: `${index + 1}` }, points })) }),
                question('praised', 1, { bonus: [{ when: { operator: 'equals', value: true }, percentPoints: 3 }] })
            ]
        }
    ]
};

it('gives the figures of the README', () => {
    const score = scoreForm(form, {
        greeting: { value: true }, hold: { value: null, notApplicable: true }, correct: { value: true }, clear: { value: 2 }, praised: { value: true }
    });
    expect([score.points, score.possible]).toEqual([80, 90]);
    expect(roundedPercent(score.percent ?? NaN)).toBe(91.9);
    expect(score.trace.map(step => [step.step, Math.round(step.percentPoints * 100) / 100])).toEqual([
        ['question', 22.22], ['left-out', 0], ['question', 55.56], ['question', 11.11], ['adjustment', 3]
    ]);
});
