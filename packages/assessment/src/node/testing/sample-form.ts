import { type FormDefinition, type Question, notCritical } from '@earshot/forms';

const question = (id: string, text: string, more: Partial<Question> = {}): Question =>
    ({ id, text: { en: text }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical, ...more });

/** For tests: a small form with a condition, a required comment and a critical question. */
export const sampleForm = (title = 'Service', more: readonly Question[] = []): FormDefinition => ({
    title: { en: title }, languages: ['en'],
    sections: [
        { id: 'opening', title: { en: 'Opening' }, questions: [question('greeting', 'Greets the caller', { commentRequiredOn: [{ operator: 'equals', value: false }] })] },
        {
            id: 'handling', title: { en: 'Handling' }, weight: 2, questions: [
                question('complaint', 'Is it a complaint?', { unscored: true, notApplicable: false }),
                question('apology', 'Apologises', { condition: { question: 'complaint', operator: 'equals', value: true } }),
                question('identity', 'Verifies the identity', { critical: { class: 'compliance', effect: 'form-zero' } }),
                ...more
            ]
        }
    ]
});
