import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormDefinition, type Question, notCritical } from '../definition/form-definition';
import { generalServiceForm } from '../samples/general-service';
import { formShares } from './form-shares';
import { scoreForm } from './score-form';

const question = (id: string, weight: number, more: Partial<Question> = {}): Question => ({ id, text: { en: id }, kind: 'yes-no', weight, notApplicable: true, critical: notCritical, ...more });
const formOf = (...sections: FormDefinition['sections']): FormDefinition => ({ title: { en: 'F' }, languages: ['en'], sections });

describe('the share of a question', () => {
    it('is its part of all weighted points, the weight of its section included', () => {
        const form = formOf({ id: 's', title: {}, weight: 2, questions: [question('a', 30), question('b', 20)] }, { id: 't', title: {}, questions: [question('c', 100)] });
        expect(formShares(form)).toEqual([
            { share: 0.5, questions: [{ share: 0.3, conditional: false }, { share: 0.2, conditional: false }] },
            { share: 0.5, questions: [{ share: 0.5, conditional: false }] }
        ]);
    });

    it('counts points besides weights, and nothing for what takes no part in the score', () => {
        const scale = { kind: 'scale', options: [0, 1, 4].map(value => ({ value, label: {} })) };
        const condition = { question: 'a', operator: 'equals', value: true } as const;
        const form = formOf({ id: 's', title: {}, questions: [
            question('a', 1), question('b', 1, scale), question('c', 9, { unscored: true }), question('d', 9, { kind: 'text' }),
            question('e', 5, { condition }), question('f', 9, { bonus: [{ when: { operator: 'equals', value: true }, percentPoints: 3 }] })
        ] });
        expect(formShares(form)[0]!.questions.map(each => each.share)).toEqual([0.1, 0.4, null, null, 0.5, null]);
        expect(formShares(form)[0]!.questions.map(each => each.conditional)).toEqual([false, false, false, false, true, false]);
    });

    it('is 0 where there are no points at all, and while a weight is being typed', () => {
        expect(formShares(formOf())).toEqual([]);
        expect(formShares(formOf({ id: 's', title: {}, questions: [question('a', 0), question('b', Number.NaN)] }))[0]).toEqual({ share: 0, questions: [{ share: 0, conditional: false }, { share: 0, conditional: false }] });
        expect(formShares(formOf({ id: 's', title: {}, questions: [question('a', -3), question('a', 2)] }))[0]!.questions.map(each => each.share)).toEqual([0, 1]);
    });

    it('adds up to the whole, whatever the weights', () => {
        const weight = fc.double({ min: 0.001, max: 1_000_000, noNaN: true });
        fc.assert(fc.property(fc.array(fc.record({ weight, weights: fc.array(weight, { minLength: 1, maxLength: 6 }) }), { minLength: 1, maxLength: 6 }), sections => {
            const shares = formShares(formOf(...sections.map((each, place) => ({ id: `s${place}`, title: {}, weight: each.weight, questions: each.weights.map((one, index) => question(`q${place}-${index}`, one)) }))));
            const all = shares.flatMap(each => each.questions.map(one => one.share!));
            expect(all.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
            shares.forEach(each => expect(each.questions.reduce((sum, one) => sum + one.share!, 0)).toBeCloseTo(each.share, 9));
        }));
    });

    it('is what is lost when everything is asked and only this question is answered badly', () => {
        const form = { ...generalServiceForm, sections: generalServiceForm.sections.map(section => ({ ...section, condition: undefined, questions: section.questions.map(each => ({ ...each, condition: undefined, critical: notCritical, bonus: undefined, failsOn: undefined })) })) };
        const shares = formShares(form);
        const best = Object.fromEntries(form.sections.flatMap(each => each.questions).map(each => [each.id, { value: each.options ? each.options.reduce((one, other) => (other.points ?? Number(other.value)) > (one.points ?? Number(one.value)) ? other : one).value
            : each.kind === 'number' ? each.better === 'lower' ? each.min! : each.max ?? 1 : each.kind === 'text' ? 'x' : each.favourable ?? true }]));
        expect(scoreForm(form, best).percent).toBe(100);
        form.sections.forEach((section, place) => section.questions.forEach((each, index) => {
            const { share } = shares[place]!.questions[index]!;
            if (share !== null && (each.kind === 'yes-no' || each.kind === 'pass-fail')) {
                expect(scoreForm(form, { ...best, [each.id]: { value: !best[each.id]!.value } }).percent).toBeCloseTo(100 - 100 * share, 9);
            }
        }));
    });
});
