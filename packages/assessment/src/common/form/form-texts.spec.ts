import { type FormDefinition, generalServiceForm, notCritical } from '@earshot/forms';
import { describe, expect, it } from 'vitest';
import { existingPlace, pathOfPlace, placeOfProblem, samePlace, steadyPath } from './form-place';
import { formTexts, missingLanguages, withFormText } from './form-texts';

const form: FormDefinition = {
    title: { en: 'Form' }, languages: ['en', 'zh-cn'], sections: [{
        id: 's', title: { en: 'S', 'zh-cn': '节' }, description: { en: 'about' }, questions: [{
            id: 'q', text: {}, help: { 'zh-cn': '说明' }, kind: 'scale', weight: 1, notApplicable: false, critical: notCritical,
            options: [{ value: 1, label: { en: 'low' } }], examples: [{ answer: 1, text: { en: 'such' } }]
        }]
    }]
};

describe('the texts of a form', () => {
    it('are found from top to bottom, with what is missing', () => {
        expect(formTexts(form).map(each => [each.path, each.field, each.required, missingLanguages(form, each).join()])).toEqual([
            ['/title', 'title', true, 'zh-cn'], ['/sections/0/title', 'title', true, ''], ['/sections/0/description', 'description', false, 'zh-cn'],
            ['/sections/0/questions/0/text', 'text', true, 'en,zh-cn'], ['/sections/0/questions/0/help', 'help', false, 'en'],
            ['/sections/0/questions/0/options/0/label', 'option', true, 'zh-cn'], ['/sections/0/questions/0/examples/0/text', 'example', true, 'zh-cn']
        ]);
    });

    it('are written one by one, without touching anything else', () => {
        for (const each of formTexts(generalServiceForm)) {
            const next = withFormText(generalServiceForm, each, 'fr', 'mot');
            expect(formTexts(next).filter(one => one.text.fr === 'mot').map(one => one.path)).toEqual([each.path]);
            expect(withFormText(next, formTexts(next).find(one => one.path === each.path)!, 'fr', '')).toEqual(generalServiceForm);
        }
    });
});

describe('a place in a form', () => {
    it('is found by the path of a problem, and back', () => {
        expect([placeOfProblem({ path: '/sections/1/questions/2/text' }), placeOfProblem({ path: '/sections/3' }), placeOfProblem({ path: '/title' })]).toEqual([{ section: 1, question: 2 }, { section: 3 }, {}]);
        expect([{}, { section: 3 }, { section: 1, question: 2 }].map(pathOfPlace)).toEqual(['', '/sections/3', '/sections/1/questions/2']);
        expect([samePlace({ section: 1 }, { section: 1 }), samePlace({ section: 1 }, { section: 1, question: 0 })]).toEqual([true, false]);
    });

    it('has a name that moves with it', () => {
        expect(['/title', '/sections/0/title', '/sections/0/questions/0/options/0/label', '/sections/9/title'].map(path => steadyPath(form, path))).toEqual(['/title', 'section s/title', 'question q/options/0/label', '/sections/9/title']);
    });

    it('falls back to what is around it when it is gone', () => {
        expect([{ section: 0, question: 0 }, { section: 0, question: 5 }, { section: 2, question: 0 }, {}].map(place => existingPlace(place, form.sections))).toEqual([{ section: 0, question: 0 }, { section: 0 }, {}, {}]);
    });
});
