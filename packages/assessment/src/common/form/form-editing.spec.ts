import { type FormDefinition, type Question, notCritical, validateForm } from '@earshot/forms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addQuestion, addSection, changeKind, duplicate, move, moveTo, removable, remove, renameQuestion, restore } from './form-editing';

const question = (id: string, more: Partial<Question> = {}): Question => ({ id, text: { en: id }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical, ...more });
const form: FormDefinition = {
    title: { en: 'Form' }, languages: ['en'], sections: [
        { id: 's', title: { en: 'S' }, questions: [question('a', { notApplicable: true }), question('b', { condition: { all: [{ question: 'a', operator: 'equals', value: true }, { not: { question: 'a', operator: 'not-applicable' } }] } })] },
        { id: 't', title: { en: 'T' }, condition: { question: 'b', operator: 'answered' }, questions: [question('c', { condition: { any: [{ question: 'a', operator: 'answered' }] } })] }
    ]
};
const shape = ({ sections }: FormDefinition) => sections.map(each => `${each.id}: ${each.questions.map(({ id }) => id).join(' ')}`);

describe('editing a form', () => {
    it('adds after what is being edited', () => {
        expect(shape(addSection(form, { section: 0 }).form)).toEqual(['s: a b', 'section: ', 't: c']);
        expect(addSection(form, {})).toMatchObject({ place: { section: 2 } });
        const { form: next, place } = addQuestion(form, { section: 0, question: 0 });
        expect([shape(next), place]).toEqual([['s: a question b', 't: c'], { section: 0, question: 1 }]);
        expect(shape(addQuestion(next, { section: 1 }).form)).toEqual(['s: a question b', 't: c question-2']);
        expect(addQuestion({ ...form, sections: [] }, {})).toMatchObject({ place: { section: 0, question: 0 } });
    });

    it('duplicates with ids of its own, and conditions that stay within the copy', () => {
        expect(shape(duplicate(form, { section: 0, question: 0 }).form)).toEqual(['s: a a-2 b', 't: c']);
        const { form: copied, place } = duplicate(form, { section: 0 });
        expect([shape(copied), place]).toEqual([['s: a b', 's-2: a-2 b-2', 't: c'], { section: 1 }]);
        expect(copied.sections[1]!.questions[1]!.condition).toEqual({ all: [{ question: 'a-2', operator: 'equals', value: true }, { not: { question: 'a-2', operator: 'not-applicable' } }] });
        expect(copied.sections[2]).toEqual(form.sections[1]);
        expect(shape(duplicate(copied, { section: 1, question: 0 }).form)[1]).toBe('s-2: a-2 a-3 b-2');
    });

    it('moves within a section, on into the next one, and not beyond the ends', () => {
        expect(shape(move(form, { section: 0, question: 0 }, 1)!.form)).toEqual(['s: b a', 't: c']);
        expect(move(form, { section: 0, question: 1 }, 1)).toMatchObject({ place: { section: 1, question: 0 } });
        expect(shape(move(form, { section: 0, question: 1 }, 1)!.form)).toEqual(['s: a', 't: b c']);
        expect(shape(move(form, { section: 1, question: 0 }, -1)!.form)).toEqual(['s: a b c', 't: ']);
        expect(shape(move(form, { section: 1 }, -1)!.form)).toEqual(['t: c', 's: a b']);
        expect([move(form, { section: 0, question: 0 }, -1), move(form, { section: 1, question: 0 }, 1), move(form, { section: 0 }, -1), move(form, { section: 1 }, 1), move(form, {}, 1)]).toEqual(Array(5).fill(undefined));
    });

    it('adds a question of the kind that is wanted', () => {
        expect(addQuestion(form, { section: 0 }, 'scale').form.sections[0]!.questions[2]).toMatchObject({ id: 'question', kind: 'scale', options: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }] });
    });

    it('moves into the gap where something is put down', () => {
        const moved = (place: { section: number; question?: number }, gap: { section: number; question?: number }) => { const edit = moveTo(form, place, gap); return edit && [shape(edit.form), edit.place]; };
        expect(moved({ section: 0, question: 0 }, { section: 0, question: 2 })).toEqual([['s: b a', 't: c'], { section: 0, question: 1 }]);
        expect(moved({ section: 0, question: 0 }, { section: 1, question: 1 })).toEqual([['s: b', 't: c a'], { section: 1, question: 1 }]);
        expect(moved({ section: 1, question: 0 }, { section: 0, question: 1 })).toEqual([['s: a c b', 't: '], { section: 0, question: 1 }]);
        expect(moved({ section: 0 }, { section: 2 })).toEqual([['t: c', 's: a b'], { section: 1 }]);
        expect([moved({ section: 0, question: 0 }, { section: 0, question: 1 }), moved({ section: 0, question: 0 }, { section: 0, question: 0 }), moved({ section: 0 }, { section: 1 }), moved({ section: 0 }, { section: 0, question: 1 })]).toEqual(Array(4).fill(undefined));
    });

    it('puts back what was taken away, and leaves what was done since', () => {
        const part = removable(form, { section: 0, question: 0 })!;
        const since = addQuestion(remove(form, { section: 0, question: 0 }).form, { section: 1 }).form;
        expect([shape(restore(since, part).form), restore(since, part).place]).toEqual([['s: a b', 't: c question'], { section: 0, question: 0 }]);
        expect(shape(restore(form, part).form)).toEqual(['s: a-2 a b', 't: c']);
        expect(shape(restore(remove(since, { section: 0 }).form, part).form)).toEqual(['t: a c question']);
        expect(shape(restore({ ...form, sections: [] }, part).form)).toEqual(['section: a']);
        const whole = removable(form, { section: 1 })!;
        expect(shape(restore(remove(form, { section: 1 }).form, whole).form)).toEqual(shape(form));
        expect(shape(restore({ ...form, sections: [] }, whole).form)).toEqual(['t: c']);
        expect(removable(form, {})).toBeUndefined();
    });

    it('loses and doubles nothing, wherever something is put down', () => {
        const place = fc.constantFrom({ section: 0, question: 0 }, { section: 0, question: 1 }, { section: 1, question: 0 });
        const gap = fc.constantFrom(...[0, 1, 2].map(question => ({ section: 0, question })), ...[0, 1].map(question => ({ section: 1, question })));
        fc.assert(fc.property(fc.array(fc.tuple(place, gap), { maxLength: 12 }), steps => {
            const end = steps.reduce((now, [from, to]) => {
                const fits = now.sections[from.section]!.questions[from.question] && now.sections[to.section]!.questions.length >= to.question;
                return fits ? moveTo(now, from, to)?.form ?? now : now;
            }, form);
            expect(end.sections.flatMap(each => each.questions.map(({ id }) => id)).sort()).toEqual(['a', 'b', 'c']);
        }));
    });

    it('removes and goes to what stood before', () => {
        expect(remove(form, { section: 0, question: 1 })).toMatchObject({ place: { section: 0, question: 0 } });
        expect(remove(form, { section: 0, question: 0 })).toMatchObject({ place: { section: 0 } });
        expect(shape(remove(form, { section: 1 }).form)).toEqual(['s: a b']);
        expect(remove(form, { section: 0 }).place).toEqual({});
    });

    it('renames a question wherever conditions speak about it', () => {
        const next = renameQuestion(form, 0, 0, 'opening');
        expect(shape(next)).toEqual(['s: opening b', 't: c']);
        expect(validateForm(next)).toEqual(validateForm(form));
        expect(validateForm(next).filter(each => each.severity === 'error')).toEqual([]);
        const twice = renameQuestion(form, 0, 0, 'b');
        expect(shape(renameQuestion(twice, 0, 0, 'other'))).toEqual(['s: other b', 't: c']);
        expect(renameQuestion(twice, 0, 0, 'other').sections[1]!.condition).toEqual(form.sections[1]!.condition);
    });

    it('changes the kind without leaving anything of the old one', () => {
        const rated = question('a', { kind: 'number', min: 0, max: 9, better: 'higher', points: 2, failsOn: [{ operator: 'at-most', value: 1 }] });
        expect(changeKind(rated, 'yes-no')).toEqual(question('a', { points: 2 }));
        expect(changeKind(rated, 'scale').options).toHaveLength(5);
        const choice = changeKind(question('a', { help: { en: 'x' }, optional: true }), 'choice');
        expect(choice).toMatchObject({ help: { en: 'x' }, optional: true, kind: 'choice' });
        expect(changeKind(choice, 'text')).toEqual(question('a', { kind: 'text', help: { en: 'x' }, optional: true }));
    });
});
