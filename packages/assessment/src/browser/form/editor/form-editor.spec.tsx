import * as React from '@theia/core/shared/react';
import { PageKeyService } from '@earshot/core/lib/browser/keyboard';
import { type Rendered, click, press, renderWidget, type } from '@earshot/core/lib/browser/testing/render-widget';
import { type FormDefinition, type Question, builtInKinds, generalServiceForm, notCritical, validateForm } from '@earshot/forms';
import { ToastService } from '@earshot/core/lib/browser/application';
import { afterEach, describe, expect, it } from 'vitest';
import { FormDraft } from './form-draft';
import { FormEditorView } from './form-editor';

const question = (id: string, more: Partial<Question> = {}): Question => ({ id, text: { en: `Question ${id}` }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical, ...more });
const form: FormDefinition = { title: { en: 'Service' }, languages: ['en'], sections: [{ id: 's', title: { en: 'Opening' }, questions: [question('a'), question('b', { condition: { question: 'a', operator: 'equals', value: true } })] }] };

let rendered: Rendered;
let draft: FormDraft;
const open = async (definition: FormDefinition = form): Promise<void> => {
    draft = new FormDraft({ form: definition, version: 1, now: Date.now, save: async (_form, version) => version + 1 });
    rendered = await renderWidget(<FormEditorView draft={draft} kinds={builtInKinds} />, { services: [[PageKeyService, { register: () => ({ dispose: () => { } }) }]] });
};
afterEach(async () => {
    await rendered.unmount();
    draft.dispose();
});

const now = (): FormDefinition => draft.state.get().form;
const at = (section: number, index: number): Question => now().sections[section]!.questions[index]!;
const entries = (): HTMLButtonElement[] => [...rendered.element.querySelectorAll<HTMLButtonElement>('.a-outline-entry')];
const entry = (text: string): HTMLButtonElement => entries().find(each => each.textContent?.includes(text))!;
const labelled = <E extends HTMLElement>(label: string): E => [...rendered.element.querySelectorAll<E>('input, select, textarea, button')].find(each => each.getAttribute('aria-label') === label
    || rendered.element.querySelector(`label[for="${each.id}"]`)?.textContent?.startsWith(label) || each.closest('label')?.textContent === label)!;
const choose = (element: HTMLSelectElement, value: string): Promise<void> => React.act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(element, value);
    element.dispatchEvent(new Event('change', { bubbles: true }));
});
const button = (text: string): HTMLButtonElement => [...rendered.element.querySelectorAll('button')].find(each => each.textContent === text)!;

describe('the editor of a form', () => {
    it('adds a question after the chosen one, ready to be written', async () => {
        await open();
        await click(entry('1.1'));
        await click(button('Question'));
        expect(document.activeElement!.getAttribute('aria-label')).toBe('Question (English)');
        await type(document.activeElement as HTMLInputElement, 'Says goodbye');
        expect(now().sections[0]!.questions.map(({ text }) => text.en)).toEqual(['Question a', 'Says goodbye', 'Question b']);
        expect(entries().map(each => each.getAttribute('aria-current'))).toEqual([null, null, null, 'true', null]);
    });

    it('moves with Alt and the arrows, and keeps the focus on what was moved', async () => {
        await open();
        await click(entry('1.1'));
        entry('1.1').focus();
        await press(document.activeElement!, 'ArrowDown', { altKey: true });
        expect(now().sections[0]!.questions.map(({ id }) => id)).toEqual(['b', 'a']);
        expect(document.activeElement!.textContent).toContain('Question a');
        await press(document.activeElement!, 'ArrowUp');
        expect(document.activeElement!.textContent).toContain('Question b');
    });

    it('removes with a way back', async () => {
        await open();
        await click(entry('1.2'));
        await click(labelled('Remove'));
        expect(now().sections[0]!.questions.map(({ id }) => id)).toEqual(['a']);
        const [toast] = rendered.container.get(ToastService).toasts.get();
        expect(toast!.text).toBe('Removed: Question b');
        await React.act(async () => { await toast!.actions[0]!.run(); });
        expect(now()).toEqual(form);
    });

    it('leads from a problem to its field', async () => {
        await open({ ...form, sections: [{ ...form.sections[0]!, questions: [question('a'), question('b', { weight: 0 })] }] });
        const problem = [...rendered.element.querySelectorAll<HTMLButtonElement>('.a-problem-link')].find(each => each.textContent?.includes('A weight lies between'))!;
        expect(problem.textContent).toContain('1.2 Question b');
        await click(problem);
        expect(document.activeElement!.getAttribute('data-path')).toBe('/sections/0/questions/1/weight');
        expect(document.activeElement!.getAttribute('aria-invalid')).toBe('true');
        await type(document.activeElement as HTMLInputElement, '2.5');
        expect(at(0, 1).weight).toBe(2.5);
        expect(validateForm(now())).toEqual([]);
        expect(rendered.element.textContent).toContain('Nothing stands in the way of publishing.');
    });

    it('changes the kind, and offers what the kind needs', async () => {
        await open();
        await click(entry('1.1'));
        await choose(labelled<HTMLSelectElement>('Kind'), 'scale');
        expect(at(0, 0).options).toHaveLength(5);
        await type(rendered.element.querySelector<HTMLInputElement>('[aria-label="Label (English)"]')!, 'Poor');
        await type(rendered.element.querySelector<HTMLInputElement>('[aria-label="Points"]')!, '0');
        expect(at(0, 0).options![0]).toEqual({ value: 1, label: { en: 'Poor' }, points: 0 });
        await click(button('Add an answer'));
        expect(at(0, 0).options![5]).toEqual({ value: 6, label: {} });
    });

    it('edits conditions one by one, and all or any of them', async () => {
        await open();
        await click(entry('1.2'));
        await choose(labelled<HTMLSelectElement>('Comparison'), 'answered');
        expect(at(0, 1).condition).toEqual({ question: 'a', operator: 'answered' });
        await click(button('Add a condition'));
        expect(at(0, 1).condition).toEqual({ all: [{ question: 'a', operator: 'answered' }, { question: 'a', operator: 'equals', value: true }] });
        await click([...rendered.element.querySelectorAll<HTMLInputElement>('input[type="radio"]')].find(each => each.value === 'any')!);
        expect(at(0, 1).condition).toMatchObject({ any: [{}, {}] });
    });

    it('gives an identifier only when it is whole and free', async () => {
        await open();
        await click(entry('1.1'));
        const field = labelled<HTMLInputElement>('Identifier');
        await type(field, 'b');
        await press(field, 'Enter');
        expect([at(0, 0).id, rendered.element.textContent]).toEqual(['a', expect.stringContaining('The identifier “b” is used twice.')]);
        await type(field, 'opening');
        await press(field, 'Enter');
        expect([at(0, 0).id, at(0, 1).condition]).toEqual(['opening', { question: 'opening', operator: 'equals', value: true }]);
    });

    it('shows every question of a real form without changing it', async () => {
        await open(generalServiceForm);
        for (const each of entries()) {
            await click(each);
        }
        expect(now()).toBe(generalServiceForm);
    });
});
