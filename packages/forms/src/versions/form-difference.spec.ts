import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormDefinition, type Question, notCritical } from '../definition/form-definition';
import { generalServiceForm } from '../samples/general-service';
import { formDifference } from './form-difference';
import { keptInPlace } from './kept-in-place';

const question = (id: string, more: Partial<Question> = {}): Question => ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: true, critical: notCritical, ...more });
const formOf = (...sections: readonly (readonly [string, readonly Question[]])[]): FormDefinition =>
    ({ title: { en: 'F' }, languages: ['en'], sections: sections.map(([id, questions]) => ({ id, title: { en: id }, questions })) });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id => question(id)) as [Question, Question, Question, Question];
const told = ({ questions }: ReturnType<typeof formDifference>) => questions.map(each => [each.question, each.kind, each.moved, each.fields.join(), each.shareBefore, each.shareAfter]);

describe('the difference between two versions', () => {
    it('is nothing where both say the same', () => {
        expect(formDifference(generalServiceForm, generalServiceForm)).toMatchObject({ fields: [], sections: [], questions: [] });
    });

    it('names what came, went and changed, and what that does to the shares of the others', () => {
        const before = formOf(['s', [a, b]], ['t', [c, d]]);
        const after = formOf(['s', [a, { ...b, weight: 4, text: { en: 'better' } }]], ['t', [c, question('e', { weight: 2 })]]);
        expect(told(formDifference(before, after))).toEqual([
            ['a', 'same', false, '', 0.25, 0.125], ['b', 'changed', false, 'text,weight', 0.25, 0.5], ['c', 'same', false, '', 0.25, 0.125],
            ['e', 'added', false, '', null, 0.25], ['d', 'removed', false, '', 0.25, null]
        ]);
        expect(formDifference(before, after).sections.map(each => [each.section, each.kind, each.shareBefore, each.shareAfter])).toEqual([['s', 'same', 0.5, 0.625], ['t', 'same', 0.5, 0.375]]);
    });

    it('says of what stands elsewhere only what was moved itself', () => {
        expect(told(formDifference(formOf(['s', [a, b, c, d]]), formOf(['s', [d, a, b, c]])))).toEqual([['d', 'same', true, '', 0.25, 0.25]]);
        expect(told(formDifference(formOf(['s', [a, b]], ['t', [c, d]]), formOf(['s', [a]], ['t', [c, b, d]])))).toEqual([['b', 'same', true, '', 0.25, 0.25]]);
        expect(told(formDifference(formOf(['s', [b, c]]), formOf(['s', [a, b, c]]))).map(each => [each[0], each[2]])).toEqual([['a', false], ['b', false], ['c', false]]);
        expect(formDifference(formOf(['s', [a]], ['t', [b]], ['u', [c]]), formOf(['u', [c]], ['s', [a]], ['t', [b]])).sections.map(each => [each.section, each.moved])).toEqual([['u', true]]);
    });

    it('tells when a question no longer takes part in the score', () => {
        expect(told(formDifference(formOf(['s', [a, b]]), formOf(['s', [a, { ...b, unscored: true }]])))).toEqual([['a', 'same', false, '', 0.5, 1], ['b', 'changed', false, 'unscored', 0.5, null]]);
    });

    it('mirrors itself', () => {
        const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
        const form = fc.record({ one: ids, weight: fc.integer({ min: 1, max: 3 }) }).map(({ one, weight }) => formOf(['s', one.filter(id => id < 'd').map(id => question(id, { weight }))], ['t', one.filter(id => id >= 'd').map(id => question(id))]));
        fc.assert(fc.property(form, form, (one, other) => {
            const [there, back] = [formDifference(one, other), formDifference(other, one)];
            const named = (difference: typeof there, kind: string) => difference.questions.filter(each => each.kind === kind).map(each => each.question).sort();
            expect(named(there, 'added')).toEqual(named(back, 'removed'));
            expect(named(there, 'changed')).toEqual(named(back, 'changed'));
            expect(there.questions.filter(each => each.moved)).toHaveLength(back.questions.filter(each => each.moved).length);
        }));
    });
});

describe('what kept its place', () => {
    it('is a longest rising run', () => {
        expect([...keptInPlace([2, 0, 1, 3])].sort()).toEqual([1, 2, 3]);
        expect(keptInPlace([]).size).toBe(0);
        expect(keptInPlace([5, 4, 3]).size).toBe(1);
    });

    it('rises, and cannot be longer', () => {
        const longest = (order: readonly number[]): number => {
            const lengths = order.map(() => 1);
            order.forEach((value, place) => order.slice(0, place).forEach((earlier, index) => { if (earlier < value) { lengths[place] = Math.max(lengths[place]!, lengths[index]! + 1); } }));
            return Math.max(0, ...lengths);
        };
        fc.assert(fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 20 }), order => {
            const kept = [...keptInPlace(order)].sort((one, other) => one - other).map(place => order[place]!);
            expect(kept).toEqual([...kept].sort((one, other) => one - other));
            expect(kept).toHaveLength(longest(order));
        }));
    });
});
