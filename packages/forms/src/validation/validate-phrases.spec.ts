import { describe, expect, it } from 'vitest';
import type { FormDefinition, PhraseRules } from '../definition/form-definition';
import { parseForm } from '../reading/parse-form';
import { canonicalForm } from '../versions/canonical-form';
import { compareForms } from '../versions/compare-forms';
import { validateForm } from './validate-form';

const formWith = (phrases: PhraseRules | undefined): FormDefinition => ({
    title: { en: 'Test' }, languages: ['en'], sections: [{ id: 'all', title: { en: 'All' }, questions: [
        { id: 'greeting', text: { en: 'Greeting' }, kind: 'yes-no', weight: 1, notApplicable: false, critical: { class: 'none', effect: 'none' }, ...phrases ? { phrases } : {} }
    ] }]
});
const phrases: PhraseRules = { rules: [{ demand: 'required', wordings: ['您好', 'good morning'], speaker: 'agent', within: { part: 'first', seconds: 20 } }, { demand: 'forbidden', wordings: ['保证收益'], speaker: 'agent' }], kept: true, broken: false };
const problems = (changes: Partial<PhraseRules>) => validateForm(formWith({ ...phrases, ...changes })).map(each => [each.path.replace('/sections/0/questions/0', ''), each.code]);

describe('phrases of a question', () => {
    it('are read as they were written, and nothing else is', () => {
        const form = formWith(phrases);
        expect(parseForm(JSON.parse(JSON.stringify(form)))).toEqual({ form });
        expect(parseForm(formWith({ ...phrases, rules: [{ ...phrases.rules[0], within: { part: 'middle' as 'first', seconds: 20 } }] })).problems).toMatchObject([{ path: '/sections/0/questions/0/phrases/rules/0/within/part', code: 'unknown-word' }]);
    });
    it('are right as they are', () => {
        expect(problems({})).toEqual([]);
    });
    it('need rules, wordings with something in them, and a stretch of time that there is', () => {
        expect(problems({ rules: [] })).toEqual([['/phrases/rules', 'no-phrase']]);
        expect(problems({ rules: [{ ...phrases.rules[0], wordings: [] }, { ...phrases.rules[0], wordings: ['您好', ' … '] }] })).toEqual([['/phrases/rules/0/wordings', 'no-wording'], ['/phrases/rules/1/wordings', 'no-wording']]);
        expect(problems({ rules: [{ ...phrases.rules[0], wordings: ['a'.repeat(201)] }] })).toEqual([['/phrases/rules/0/wordings', 'wording-too-long']]);
        expect(problems({ rules: [{ ...phrases.rules[0], within: { part: 'last', seconds: 0 } }] })).toEqual([['/phrases/rules/0/within', 'seconds-out-of-range']]);
    });
    it('suggest two different answers that the question has', () => {
        expect(problems({ broken: true })).toEqual([['/phrases/broken', 'same-suggestion']]);
        expect(problems({ broken: 'never' })).toEqual([['/phrases/broken', 'impossible-answer']]);
    });
    it('are part of what a version is, and leave its scores comparable', () => {
        expect(canonicalForm(formWith(phrases))).not.toBe(canonicalForm(formWith(undefined)));
        expect(compareForms(formWith(undefined), formWith(phrases))).toMatchObject({ changed: [{ question: 'greeting', fields: ['phrases'], ratingsComparable: true, scoreComparable: true, criticalErrorsComparable: true }], scoreComparable: true });
    });
});
