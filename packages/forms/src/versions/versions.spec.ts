import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormDefinition, Question, notCritical } from '../definition/form-definition';
import { canonicalForm } from './canonical-form';
import { compareForms } from './compare-forms';
import {
    FormVersionState, formPermissions, formVersionActions, formVersionStates, formVersionTransition, formVersionTransitions, isEditable, possibleFormActions
} from './form-version-state';

const question = (id: string, more: Partial<Question> = {}): Question =>
    ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical, ...more });
const scale = (id: string, points: readonly number[], label = 'x'): Question =>
    question(id, { kind: 'scale', options: points.map((earned, value) => ({ value, label: { en: label }, points: earned })) });
const form = (...questions: readonly Question[]): FormDefinition =>
    ({ title: { en: 'Form' }, languages: ['en'], sections: [{ id: 's', title: { en: 'S' }, questions }] });

describe('compareForms', () => {
    it('finds nothing between equal forms, whatever the order of their keys', () => {
        const same = compareForms(form(question('a')), JSON.parse(canonicalForm(form(question('a')))));
        expect(same).toEqual({ fields: [], sections: { added: [], removed: [], changed: [] }, added: [], removed: [], changed: [], reordered: false, scoreComparable: true, criticalErrorsComparable: true });
    });

    it('sees what was added and removed, and what that does to scores', () => {
        expect(compareForms(form(question('a'), question('b')), form(question('b'), question('c')))).toMatchObject(
            { added: ['c'], removed: ['a'], changed: [], reordered: false, scoreComparable: false });
        expect(compareForms(form(question('a')), form(question('a'), question('note', { kind: 'text' })))).toMatchObject({ added: ['note'], scoreComparable: true });
        expect(compareForms(form(question('a')), form(question('a'), question('x', { unscored: true, critical: { class: 'business', effect: 'form-zero' } })))).toMatchObject({ scoreComparable: false, criticalErrorsComparable: false });
    });

    const failing = (value: number, effect: 'none' | 'form-zero' = 'none'): Partial<Question> => ({ critical: { class: 'customer', effect }, failsOn: [{ operator: 'at-most', value }] });

    it.each<[string, Question, Question, readonly string[], readonly ('ratings' | 'score' | 'critical errors')[]]>([
        ['wording', question('a'), question('a', { text: { en: 'clearer' } }), ['text'], []],
        ['help', question('a'), question('a', { help: { en: 'more' } }), ['help'], []],
        ['weight', question('a'), question('a', { weight: 2 }), ['weight'], ['score']],
        ['kind', question('a'), question('a', { kind: 'pass-fail' }), ['kind'], ['ratings', 'score']],
        ['N/A', question('a'), question('a', { notApplicable: true }), ['notApplicable'], ['ratings', 'score']],
        ['the good answer', question('a'), question('a', { favourable: false }), ['favourable'], ['ratings', 'score']],
        ['a default spelt out', question('a'), question('a', { points: 1, favourable: true }), ['favourable', 'points'], []],
        ['class', question('a'), question('a', { critical: { class: 'customer', effect: 'none' } }), ['critical'], ['critical errors']],
        ['class and effect', question('a'), question('a', { critical: { class: 'customer', effect: 'form-zero' } }), ['critical'], ['score', 'critical errors']],
        ['required comment', question('a'), question('a', { commentRequiredOn: [{ operator: 'equals', value: false }] }), ['commentRequiredOn'], []],
        ['labels', scale('a', [0, 1]), scale('a', [0, 1], 'better label'), ['options'], []],
        ['points', scale('a', [0, 1]), scale('a', [0, 2]), ['options'], ['score']],
        ['one more option', scale('a', [0, 1]), scale('a', [0, 1, 1]), ['options'], ['ratings', 'score']],
        ['failures without effect', { ...scale('a', [0, 1, 2]), ...failing(0) }, { ...scale('a', [0, 1, 2]), ...failing(1) }, ['failsOn'], ['critical errors']],
        ['failures with effect', { ...scale('a', [0, 1, 2]), ...failing(0, 'form-zero') }, { ...scale('a', [0, 1, 2]), ...failing(1, 'form-zero') }, ['failsOn'], ['score', 'critical errors']]
    ])('judges a change of %s', (_, previous, next, fields, breaks) => {
        const comparison = compareForms(form(previous), form(next));
        expect(comparison.changed).toEqual([{
            question: 'a', fields, ratingsComparable: !breaks.includes('ratings'), scoreComparable: !breaks.includes('score'), criticalErrorsComparable: !breaks.includes('critical errors')
        }]);
        expect([comparison.scoreComparable, comparison.criticalErrorsComparable]).toEqual([!breaks.includes('score'), !breaks.includes('critical errors')]);
    });

    it('sees order, moves and changes of sections and of the form', () => {
        expect(compareForms(form(question('a'), question('b')), form(question('b'), question('a')))).toMatchObject({ reordered: true, scoreComparable: true });
        const two = (first: readonly Question[], second: readonly Question[], weight = 1): FormDefinition => ({
            ...form(), sections: [{ id: 's', title: { en: 'S' }, questions: first }, { id: 't', title: { en: 'T' }, weight, questions: second }]
        });
        const moved = compareForms(two([question('a'), question('b')], [question('c')]), two([question('a')], [question('b'), question('c')]));
        expect(moved).toMatchObject({ changed: [{ question: 'b', fields: ['section'], ratingsComparable: true, scoreComparable: false }], reordered: false, scoreComparable: false });
        const heavier = compareForms(two([question('a')], [question('b')]), two([question('a')], [question('b')], 2));
        expect(heavier).toMatchObject({ sections: { changed: [{ section: 't', fields: ['weight'] }] }, changed: [], scoreComparable: false });
        expect(compareForms(form(question('a')), { ...form(question('a')), scoring: { passPercent: 80 } })).toMatchObject({ fields: ['scoring'], scoreComparable: true });
        expect(compareForms(form(question('a')), { ...form(question('a')), scoring: { scored: false } })).toMatchObject({ scoreComparable: false });
        expect(compareForms(form(question('a')), two([question('a')], [question('b')]))).toMatchObject({ sections: { added: ['t'], removed: [] }, added: ['b'] });
    });
});

describe('canonicalForm', () => {
    it('sorts keys by UTF-16 units, drops absent members and writes numbers as ECMAScript does', () => {
        const odd = { ...form(question('a', { weight: 1e21, settings: { '\ufb33': 1, '\u{1f600}': 2, '1': 3, a: [-0, 0.1, 'ä"\n'] } })), description: undefined };
        expect(canonicalForm(odd)).toBe('{"languages":["en"],"sections":[{"id":"s","questions":[{"critical":{"class":"none","effect":"none"},"id":"a","kind":"yes-no",'
            + '"notApplicable":false,"settings":{"1":3,"a":[0,0.1,"ä\\"\\n"],"\u{1f600}":2,"\ufb33":1},"text":{"en":"a"},"weight":1e+21}],"title":{"en":"S"}}],"title":{"en":"Form"}}');
    });

    it('keeps the JSON and forgets the order of keys', () => {
        const reversed = (value: unknown): unknown => Array.isArray(value) ? value.map(reversed) :
            typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, reversed(member)])) : value;
        fc.assert(fc.property(fc.jsonValue(), value => {
            const settings = JSON.parse(JSON.stringify(value));
            const definition = form(question('a', { settings }));
            expect(JSON.parse(canonicalForm(definition))).toEqual(definition);
            expect(canonicalForm(form(question('a', { settings: JSON.parse(JSON.stringify(reversed(settings))) })))).toBe(canonicalForm(definition));
        }));
    });
});

describe('the states of a form version', () => {
    it('has one way at most from each state by each action', () => {
        for (const state of formVersionStates) {
            for (const action of formVersionActions) {
                expect(formVersionTransitions.filter(row => row.state === state && row.action === action).length).toBeLessThanOrEqual(1);
            }
        }
    });

    it('leads from draft to every state, and never from published back to where it could be edited', () => {
        const reachable = (from: FormVersionState, seen: readonly FormVersionState[] = []): readonly FormVersionState[] => seen.includes(from) ? seen :
            formVersionTransitions.filter(row => row.state === from).reduce<readonly FormVersionState[]>((found, row) => reachable(row.next, found), [...seen, from]);
        expect([...reachable('draft')].sort()).toEqual([...formVersionStates].sort());
        expect(reachable('published').filter(isEditable)).toEqual([]);
    });

    it('offers what the permissions allow', () => {
        expect(possibleFormActions('in-review', ['forms.edit'])).toEqual(['withdraw']);
        expect(possibleFormActions('in-review', formPermissions)).toEqual(['withdraw', 'return', 'publish']);
        expect(possibleFormActions('published', ['forms.edit'])).toEqual([]);
        expect(formVersionTransition('in-review', 'publish')).toEqual({ state: 'in-review', action: 'publish', permission: 'forms.approve', next: 'published' });
        expect(formVersionTransition('draft', 'publish')).toBeUndefined();
    });
});
