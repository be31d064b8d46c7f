import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormDefinition, Question, emptyForm, notCritical } from '../definition/form-definition';
import { validateForm } from '../validation/validate-form';
import { exportForm, importForm } from './form-file';
import { parseForm } from './parse-form';

const question: Question = { id: 'a', text: { en: 'A' }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical };
const rich: FormDefinition = {
    title: { en: 'Form', 'zh-cn': '表' }, description: { en: 'D' }, languages: ['en', 'zh-cn'], scoring: { scored: true, passPercent: 80 },
    sections: [{
        id: 's', title: { en: 'S' }, description: { en: 'D' }, weight: 2, condition: { not: { question: 'z', operator: 'not-applicable' } },
        questions: [question, {
            ...question, id: 'b', help: { en: 'H' }, examples: [{ answer: 3, text: { en: 'X' } }], kind: 'scale',
            options: [{ value: 1, label: { en: '1' }, points: 0.5 }, { value: 3, label: { en: '3' } }], failsOn: [{ operator: 'at-most', value: 1 }],
            critical: { class: 'customer', effect: 'section-zero' }, commentRequiredOn: [{ operator: 'in', value: [1, 3] }], optional: true, unscored: true,
            condition: { all: [{ question: 'a', operator: 'equals', value: true }, { any: [{ question: 'a', operator: 'answered' }] }] }
        }, {
            ...question, id: 'c', kind: 'number', min: 0, max: 5, step: 1, better: 'lower', points: 3, maximumLength: 5, favourable: false,
            bonus: [{ when: { operator: 'at-least', value: 4 }, percentPoints: -5 }], settings: { x: [1, null, { y: 'z' }] }
        }]
    }]
};
const mutated = (change: (form: { sections: { questions: Record<string, unknown>[]; condition?: unknown }[] } & Record<string, unknown>) => void): unknown => {
    const copy = JSON.parse(JSON.stringify(rich));
    change(copy);
    return copy;
};
const problems = (value: unknown): readonly string[] => (parseForm(value).problems ?? []).map(({ path, code }) => `${path} ${code}`);
const nested = (levels: number): unknown => levels === 0 ? { question: 'a', operator: 'answered' } : { not: nested(levels - 1) };

describe('parseForm', () => {
    it('reads every field, into a fresh value', () => {
        const input = JSON.parse(JSON.stringify(rich));
        const { form } = parseForm(input);
        expect(form).toEqual(rich);
        expect(form?.sections[0].questions[2].settings).not.toBe(input.sections[0].questions[2].settings);
    });

    it('reads a draft that may not be published yet', () => {
        expect(parseForm(emptyForm('en')).form).toEqual(emptyForm('en'));
        expect(validateForm(emptyForm('en'))).not.toEqual([]);
    });

    it.each<[string, unknown, readonly string[]]>([
        ['no object', 5, [' wrong-type']],
        ['an array', [], [' wrong-type']],
        ['missing keys', {}, ['/title missing-key', '/languages missing-key', '/sections missing-key']],
        ['a misspelt key', mutated(form => { form.sections[0].questions[0].wieght = 5; }), ['/sections/0/questions/0/wieght unknown-key']],
        ['a wrong type', mutated(form => { form.sections[0].questions[0].weight = '5'; }), ['/sections/0/questions/0/weight wrong-type']],
        ['NaN', mutated(form => { form.sections[0].questions[0].weight = NaN; }), ['/sections/0/questions/0/weight not-finite']],
        ['null for an optional key', mutated(form => { form.sections[0].questions[0].help = null; }), ['/sections/0/questions/0/help wrong-type']],
        ['a bad id', mutated(form => { form.sections[0].questions[0].id = 'a b'; }), ['/sections/0/questions/0/id invalid-id']],
        ['a bad language', mutated(form => { form.languages = ['EN']; }), ['/languages/0 invalid-language']],
        ['__proto__ as a language', JSON.parse('{"title":{"__proto__":"x"},"languages":[],"sections":[]}'), ['/title/__proto__ invalid-language']],
        ['__proto__ as a key', JSON.parse('{"title":{},"languages":[],"sections":[],"__proto__":{"polluted":1}}'), ['/__proto__ unknown-key']],
        ['__proto__ in settings', mutated(form => { form.sections[0].questions[0].settings = JSON.parse('{"__proto__":{"polluted":1}}'); }),
            ['/sections/0/questions/0/settings unknown-key']],
        ['an unknown operator', mutated(form => { form.sections[0].condition = { question: 'a', operator: 'like', value: 1 }; }), ['/sections/0/condition/operator unknown-word']],
        ['two kinds of condition at once', mutated(form => { form.sections[0].questions[0].condition = { all: [], any: [] }; }), ['/sections/0/questions/0/condition/any unknown-key']],
        ['a condition without question', mutated(form => { form.sections[0].questions[0].condition = { operator: 'answered' }; }), ['/sections/0/questions/0/condition/question wrong-type']],
        ['an unknown class', mutated(form => { form.sections[0].questions[0].critical = { class: 'fatal', effect: 'none' }; }), ['/sections/0/questions/0/critical/class unknown-word']],
        ['a long text', { ...rich, title: { en: 'x'.repeat(10_001) } }, ['/title/en text-too-long']],
        ['a text that PostgreSQL refuses', { ...rich, title: { en: 'a\0' } }, ['/title/en text-not-storable']],
        ['half a surrogate pair', { ...rich, title: { en: '\ud83d' } }, ['/title/en text-not-storable']],
        ['deep conditions', mutated(form => { form.sections[0].questions[0].condition = nested(9); }), [`/sections/0/questions/0/condition${'/not'.repeat(9)} too-deep`]],
        ['too many sections', { ...rich, sections: Array.from({ length: 101 }, () => ({})) }, ['/sections too-many-entries']],
        ['too many questions', { ...rich, sections: [0, 1].map(id => ({ id: `${id}`, title: {}, questions: Array.from({ length: 300 }, () => question) })) }, ['/sections too-many-questions']]
    ])('refuses %s', (_, value, expected) => {
        expect(problems(value)).toEqual(expected);
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    });

    it('reads conditions up to the limit of depth', () => {
        expect(problems(mutated(form => { form.sections[0].questions[0].condition = nested(8); }))).toEqual([]);
    });

    it('reports every problem, up to a limit', () => {
        expect(problems(mutated(form => { form.title = 1; form.sections[0].questions[1].kind = 2; }))).toEqual(['/title wrong-type', '/sections/0/questions/1/kind wrong-type']);
        const junk = { ...rich, sections: Array.from({ length: 100 }, () => Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, 1]))) };
        expect(problems(junk)).toHaveLength(200);
    });

    it('gives up on a structure that contains itself, and on one that is too large', () => {
        const circular: { any: unknown[] } = { any: [] };
        circular.any = Array.from({ length: 60 }, () => circular);
        expect(problems(mutated(form => { form.sections[0].questions[0].condition = circular; })).at(-1)).toMatch(/too-(deep|large)$/);
        const shared = (levels: number): unknown => levels === 0 ? 1 : Array.from({ length: 100 }).fill(shared(levels - 1)); // 10¹² values in all
        expect(problems(mutated(form => { form.sections[0].questions[0].settings = shared(6); }))).toEqual([expect.stringMatching(/too-large$/)]);
    });

    it('never throws on arbitrary values', () => {
        fc.assert(fc.property(fc.oneof(fc.anything(), fc.jsonValue()), value => {
            expect(parseForm(value).form).toBeUndefined(); // nothing arbitrary has all the keys
        }), { numRuns: 500 });
    });

    it('never throws on forms with arbitrary damage, nor do validation and scoring of what passes', () => {
        const paths = (value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] =>
            typeof value === 'object' && value !== null ? [path, ...Object.entries(value).flatMap(([key, member]) => paths(member, [...path, key]))] : [path];
        const damage = fc.tuple(fc.constantFrom(...paths(rich).slice(1)), fc.oneof(
            fc.anything(), fc.constantFrom(NaN, -1, 1e308, 0, '', '__proto__', null, [], {}, true)));
        let accepted = 0;
        fc.assert(fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), damages => {
            const copy = JSON.parse(JSON.stringify(rich));
            for (const [path, value] of damages) {
                const parent = path.slice(0, -1).reduce<unknown>((at, key) => typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined, copy);
                if (typeof parent === 'object' && parent !== null && Object.isExtensible(parent)) {
                    Object.defineProperty(parent, path.at(-1) ?? '', { value, enumerable: true, configurable: true, writable: true });
                }
            }
            const { form } = parseForm(copy);
            if (form) {
                accepted++;
                expect(parseForm(JSON.parse(JSON.stringify(form))).form).toEqual(JSON.parse(JSON.stringify(form)));
                expect(Array.isArray(validateForm(form))).toBe(true);
            }
        }), { numRuns: 2000 });
        expect(accepted).toBeGreaterThan(20);
    });
});

describe('form files', () => {
    it('come back as they went', () => {
        expect(importForm(exportForm(rich)).form).toEqual(rich);
        expect(importForm(`\uFEFF${JSON.stringify(exportForm(rich), undefined, 4)}`).form).toEqual(rich);
    });

    it.each<[unknown, string]>([
        ['{', ' invalid-json'],
        [undefined, ' invalid-json'],
        [`"${'x'.repeat(5_000_001)}"`, ' too-large'],
        ['null', '/format unknown-format'],
        ['"earshot-form"', '/format unknown-format'],
        [rich, '/format unknown-format'],
        [{ ...exportForm(rich), version: 2 }, '/version unsupported-version'],
        [{ ...exportForm(rich), extra: 1 }, '/extra unknown-key'],
        [{ format: 'earshot-form', version: 1 }, '/form missing-key'],
        [exportForm({ ...rich, languages: ['?'] }), '/form/languages/0 invalid-language']
    ])('refuses %# with a reason', (file, expected) => {
        expect((importForm(file).problems ?? []).map(({ path, code }) => `${path} ${code}`)).toEqual([expected]);
    });
});
