import { type FormDefinition, type Question, answerProblemCodes, formProblemCodes, formVersionActions, formVersionStates, generalServiceForm, notCritical } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { evidenceProblemCodes } from '../../../common/filling/evidence';
import { answerProblemText } from '../../filling/answer-problem-text';
import { conditionText } from './condition-text';
import { fieldName, questionFieldText } from './field-text';
import { formProblemText } from './form-problem-text';
import { actedText, actionText, stateText } from './state-text';

const question = (id: string, more: Partial<Question> = {}): Question => ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical, ...more });
const form: FormDefinition = { title: { en: 'Form' }, languages: ['en'], sections: [{ id: 's', title: { en: 'S' }, questions: [question('a'), question('b', { kind: 'scale', options: [1, 2].map(value => ({ value, label: { en: `Grade ${value}` } })) })] }] };

describe('words', () => {
    it('exist for every problem of a form and of an answer', () => {
        expect(formProblemCodes.filter(code => !formProblemText(code, {}))).toEqual([]);
        // these say that a client sent something that no screen can make
        const technical = ['answers-not-an-object', 'too-many-answers', 'unknown-key', 'answer-not-an-object', 'unknown-kind'];
        expect([...answerProblemCodes, ...evidenceProblemCodes].filter(code => !answerProblemText(code, {}))).toEqual(technical);
    });

    it('exist for every state and action', () => {
        expect(new Set([...formVersionStates.map(stateText), ...formVersionActions.map(actionText), ...formVersionActions.map(action => actedText(action, 3))])).toHaveLength(formVersionStates.length + 2 * formVersionActions.length);
    });

    it('exist for every field that a form uses', () => {
        const fields = generalServiceForm.sections.flatMap(section => [...Object.keys(section).filter(field => field !== 'questions'), ...section.questions.flatMap(each => Object.keys(each))]);
        expect([...new Set(fields)].filter(field => fieldName(field) === field)).toEqual([]);
    });
});

describe('a condition', () => {
    it('reads as a sentence, with brackets only where they are needed', () => {
        expect(conditionText({ question: 'a', operator: 'equals', value: true }, form)).toBe('1.1 is Yes');
        expect(conditionText({ all: [{ question: 'a', operator: 'answered' }, { any: [{ question: 'b', operator: 'at-most', value: 1 }, { not: { question: 'b', operator: 'not-applicable' } }] }] }, form))
            .toBe('1.1 is answered and (1.2 is at most Grade 1 or not (1.2 is not applicable))');
        expect(conditionText({ any: [{ all: [{ question: 'gone', operator: 'in', value: [1, 2] }] }] }, form)).toBe('gone is one of 1 / 2');
    });
});

describe('a field', () => {
    it('says in all languages what stayed the same in the reader’s', () => {
        const one = question('a', { text: { en: 'Same', 'zh-cn': '旧' } });
        const other = question('a', { text: { en: 'Same', 'zh-cn': '新' } });
        expect(questionFieldText('text', one, form, other)).toBe('en: Same\nzh-cn: 旧');
        expect(questionFieldText('text', one, form, question('a', { text: { en: 'Different' } }))).toBe('Same');
    });

    it('says what it means', () => {
        expect(questionFieldText('options', form.sections[0]!.questions[1]!, form)).toBe('Grade 1\nGrade 2');
        expect(questionFieldText('critical', question('c', { critical: { class: 'customer', effect: 'form-zero' } }), form)).toBe('Customer-critical: Sets the form to zero');
        expect(questionFieldText('bonus', question('c', { bonus: [{ when: { operator: 'equals', value: false }, percentPoints: -5 }] }), form)).toBe('is No: -5 %');
        expect(questionFieldText('condition', question('c'), form)).toBe('');
    });
});
