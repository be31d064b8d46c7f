import * as React from '@theia/core/shared/react';
import { PageKeyService } from '@earshot/core/lib/browser/keyboard';
import { type Rendered, click, focus, press, renderWidget, type } from '@earshot/core/lib/browser/testing/render-widget';
import { type Condition, type FormDefinition, type Question, builtInKinds, generalServiceForm, notCritical, validateForm } from '@earshot/forms';
import { ToastService } from '@earshot/core/lib/browser/application';
import { afterEach, describe, expect, it } from 'vitest';
import { FormDraft } from '../editor/form-draft';
import { FormBuilder } from './form-builder';

const question = (id: string, more: Partial<Question> = {}): Question => ({ id, text: { en: `Question ${id}` }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical, ...more });
const form: FormDefinition = { title: { en: 'Service' }, languages: ['en'], sections: [{ id: 's', title: { en: 'Opening' }, questions: [question('a'), question('b', { condition: { question: 'a', operator: 'equals', value: true } })] }] };

let rendered: Rendered;
let draft: FormDraft;
const open = async (definition: FormDefinition = form, asked = 0): Promise<void> => {
    draft = new FormDraft({ form: definition, version: 1, now: Date.now, save: async (_form, version) => version + 1 });
    rendered = await renderWidget(<FormBuilder draft={draft} kinds={builtInKinds} asked={asked} />, { services: [[PageKeyService, { register: () => ({ dispose: () => { } }) }]] });
};
afterEach(async () => {
    await rendered.unmount();
    draft.dispose();
});

const now = (): FormDefinition => draft.state.get().form;
const at = (section: number, index: number): Question => now().sections[section]!.questions[index]!;
const ids = (): string[] => now().sections[0]!.questions.map(({ id }) => id);
const cards = (): HTMLButtonElement[] => [...rendered.element.querySelectorAll<HTMLButtonElement>('[data-card]')];
const card = (text: string): HTMLButtonElement => cards().find(each => each.textContent?.includes(text))!;
const labelled = <E extends HTMLElement>(label: string): E => [...rendered.element.querySelectorAll<E>('.a-builder input, .a-builder select, .a-builder textarea, .a-builder button')].find(each => each.getAttribute('aria-label') === label
    || rendered.element.querySelector(`label[for="${each.id}"]`)?.textContent?.startsWith(label) || each.closest('label')?.textContent === label)!;
const choose = (element: HTMLSelectElement, value: string): Promise<void> => React.act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(element, value);
    element.dispatchEvent(new Event('change', { bubbles: true }));
});
const button = (text: string): HTMLButtonElement => [...document.body.querySelectorAll<HTMLButtonElement>('button, [role="menuitem"]')].find(each => each.textContent?.startsWith(text))!;
const shares = (): string[] => [...rendered.element.querySelectorAll('.a-builder .a-share')].map(each => each.textContent ?? '');
/** What jsdom, which lays nothing out, does not know: which card lies under the pointer. */
const over = (card: Element): void => {
    document.elementFromPoint = () => card;
    HTMLElement.prototype.setPointerCapture = () => { };
};
const pointer = (kind: string, target: Element, clientY = 0): Promise<void> => React.act(async () => { target.dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, pointerId: 7, pointerType: 'touch', isPrimary: true, clientX: 0, clientY })); });

describe('the builder of a form', () => {
    it('adds a question of the chosen kind at the end of a section, ready to be written, and complains about nothing yet', async () => {
        await open();
        await click(button('Question'));
        await click(button('Scale'));
        expect(document.activeElement!.getAttribute('aria-label')).toBe('Question (English)');
        expect([ids(), at(0, 2).kind]).toEqual([['a', 'b', 'question'], 'scale']);
        expect(rendered.element.querySelector('.a-builder')!.textContent).not.toContain('Write a text.');
        await type(document.activeElement as HTMLInputElement, 'Says goodbye');
        expect(at(0, 2).text).toEqual({ en: 'Says goodbye' });
    });

    it('says what is wrong with a field once somebody has left it, and everything once somebody wanted to be done', async () => {
        await open({ ...form, sections: [{ ...form.sections[0]!, questions: [question('a', { text: {} }), question('b', { weight: 0 })] }] });
        await click(card('Question without a text'));
        expect(rendered.element.querySelectorAll('.a-card-errors')).toHaveLength(0);
        await focus(labelled<HTMLInputElement>('Question (English)'));
        await focus(labelled<HTMLSelectElement>('Kind'));
        expect(rendered.element.querySelector('.a-builder')!.textContent).toContain('Write a text.');
        expect(rendered.element.querySelectorAll('.a-card-errors')).toHaveLength(1);
        await rendered.unmount();
        await open({ ...form, sections: [{ ...form.sections[0]!, questions: [question('a', { text: {} }), question('b', { weight: 0 })] }] }, 1);
        expect(rendered.element.querySelectorAll('.a-card-errors')).toHaveLength(2);
        expect(rendered.element.querySelectorAll('.a-problem-link')).toHaveLength(2);
    });

    it('always shows what each question counts for', async () => {
        await open();
        expect(shares()).toEqual(['100.0 %', '50.0 %', '50.0 %*']);
        await type(labelled<HTMLInputElement>('Weight of 1.1'), '3');
        expect(shares()).toEqual(['100.0 %', '75.0 %', '25.0 %*']);
        expect(at(0, 0).weight).toBe(3);
    });

    it('moves with Alt and the arrows, and keeps the focus on what was moved', async () => {
        await open();
        await focus(card('1.1'));
        await press(document.activeElement!, 'ArrowDown', { altKey: true });
        expect(ids()).toEqual(['b', 'a']);
        expect(document.activeElement!.textContent).toContain('Question a');
        await press(document.activeElement!, 'ArrowUp');
        expect(document.activeElement!.textContent).toContain('Question b');
        await press(document.activeElement!, 'd', { ctrlKey: true });
        expect(ids()).toEqual(['b', 'b-2', 'a']);
    });

    it('moves what is dragged into the gap where it is dropped', async () => {
        await open();
        const [first, second] = [...rendered.element.querySelectorAll('.a-question-card')] as [Element, Element];
        const grip = first.querySelector('.a-card-grip')!;
        over(second);
        await pointer('pointerdown', grip);
        await pointer('pointermove', grip, 2);
        expect(rendered.element.querySelector('[data-dragged]')).toBeNull(); // a finger trembles
        await pointer('pointermove', grip, 40);
        expect([first.getAttribute('data-dragged'), second.getAttribute('data-drop')]).toEqual(['true', 'after']);
        await pointer('pointerup', grip, 40);
        expect(ids()).toEqual(['b', 'a']);
        expect(rendered.element.querySelector('[data-drop], [data-dragged]')).toBeNull();
        await React.act(async () => draft.undo());
        expect(now()).toBe(form);
    });

    it('lets go of what is dragged with Escape, and when the system takes the pointer', async () => {
        await open();
        const [first, second] = [...rendered.element.querySelectorAll('.a-question-card')] as [Element, Element];
        const grip = first.querySelector('.a-card-grip')!;
        over(second);
        for (const letGo of [() => press(document.body, 'Escape'), () => pointer('pointercancel', grip)]) {
            await pointer('pointerdown', grip);
            await pointer('pointermove', grip, 40);
            expect(first.getAttribute('data-dragged')).toBe('true');
            await letGo();
            expect(rendered.element.querySelector('[data-drop], [data-dragged]')).toBeNull();
            await pointer('pointerup', grip, 40);
        }
        expect(now()).toBe(form);
    });

    it('brings back what was removed, and leaves what was done since', async () => {
        await open();
        await focus(card('1.2'));
        await press(document.activeElement!, 'Delete');
        expect(ids()).toEqual(['a']);
        await type(labelled<HTMLInputElement>('Weight of 1.1'), '3');
        const [toast] = rendered.container.get(ToastService).toasts.get();
        expect(toast!.text).toBe('Removed: Question b');
        await React.act(async () => { await toast!.actions[0]!.run(); });
        expect([ids(), at(0, 0).weight, at(0, 1)]).toEqual([['a', 'b'], 3, form.sections[0]!.questions[1]]);
    });

    it('leads from a problem to its field, folded away or not', async () => {
        await open({ ...form, sections: [{ ...form.sections[0]!, questions: [question('a'), question('b', { weight: 0, condition: { question: 'gone', operator: 'answered' } })] }] });
        await click(button('What is missing'));
        const problem = (text: string) => [...rendered.element.querySelectorAll<HTMLButtonElement>('.a-problem-link')].find(each => each.textContent?.includes(text))!;
        expect(problem('A weight lies between').textContent).toContain('1.2 Question b');
        await click(problem('A weight lies between'));
        expect(document.activeElement!.getAttribute('data-path')).toBe('/sections/0/questions/1/weight');
        expect(document.activeElement!.getAttribute('aria-invalid')).toBe('true');
        await type(document.activeElement as HTMLInputElement, '2.5');
        await click(problem('a question that does not exist'));
        expect(document.activeElement!.closest('details')!.open).toBe(true);
        await click([...document.activeElement!.closest('.a-rows')!.querySelectorAll('button')].find(each => each.getAttribute('aria-label')?.startsWith('Remove from'))!);
        expect(validateForm(now())).toEqual([]);
        expect(rendered.element.textContent).toContain('Nothing stands in the way of publishing.');
    });

    it('changes the kind, and offers what the kind needs', async () => {
        await open();
        await click(card('1.1'));
        await choose(labelled<HTMLSelectElement>('Kind'), 'scale');
        expect(at(0, 0).options).toHaveLength(5);
        await type(rendered.element.querySelector<HTMLInputElement>('[aria-label="Label (English)"]')!, 'Poor');
        await type(rendered.element.querySelector<HTMLInputElement>('[aria-label="Points"]')!, '0');
        expect(at(0, 0).options![0]).toEqual({ value: 1, label: { en: 'Poor' }, points: 0 });
        await click(button('Add an answer'));
        expect(at(0, 0).options![5]).toEqual({ value: 6, label: {} });
    });

    it('edits conditions one by one, all or any of them, and says them in words', async () => {
        await open();
        expect(card('1.2').textContent).toContain('only if 1.1 is Yes');
        await click(card('1.2'));
        await choose(labelled<HTMLSelectElement>('Comparison'), 'answered');
        expect(at(0, 1).condition).toEqual({ question: 'a', operator: 'answered' });
        expect(rendered.element.textContent).toContain('Asked only if 1.1 is answered.');
        await click(button('Add a condition'));
        expect(at(0, 1).condition).toEqual({ all: [{ question: 'a', operator: 'answered' }, { question: 'a', operator: 'equals', value: true }] });
        await choose(labelled<HTMLSelectElement>('How the conditions go together'), 'any');
        expect(at(0, 1).condition).toMatchObject({ any: [{}, {}] });
        await choose(labelled<HTMLSelectElement>('How the conditions go together'), 'none');
        expect(at(0, 1).condition).toMatchObject({ not: { any: [{}, {}] } });
        expect(rendered.element.textContent).toContain('Asked only if not (1.1 is answered or 1.1 is Yes).');
    });

    it('puts conditions into groups and takes them out again by keyboard, with the focus in what was moved', async () => {
        const is = (value: boolean): Condition => ({ question: 'a', operator: 'equals', value });
        const keys = (key: string): Promise<void> => press(document.activeElement!, key, { altKey: true, shiftKey: true });
        await open({ ...form, sections: [{ ...form.sections[0]!, questions: [question('a'), question('b', { condition: { all: [is(true), is(false), { question: 'a', operator: 'answered' }] } })] }] });
        await click(card('1.2'));
        const rows = () => [...rendered.element.querySelectorAll<HTMLElement>('.a-condition-parts .a-row')];
        rows()[2]!.querySelector('select')!.focus();
        await keys('ArrowRight');
        expect(at(0, 1).condition).toEqual({ all: [is(true), { any: [is(false), { question: 'a', operator: 'answered' }] }] });
        expect(rows()[2]!.contains(document.activeElement)).toBe(true);
        await keys('ArrowUp');
        expect(at(0, 1).condition).toEqual({ all: [is(true), { any: [{ question: 'a', operator: 'answered' }, is(false)] }] });
        expect(rows()[1]!.contains(document.activeElement)).toBe(true);
        await keys('ArrowLeft');
        expect(at(0, 1).condition).toEqual({ all: [is(true), is(false), { question: 'a', operator: 'answered' }] });
        // there is nothing further out
        const { condition } = at(0, 1);
        await keys('ArrowLeft');
        expect(at(0, 1).condition).toBe(condition);
    });

    it('edits groups within groups, adds them, and forgets those that nothing is left of', async () => {
        await open({ ...form, sections: [{ ...form.sections[0]!, questions: [question('a'), question('b', { condition: { any: [{ question: 'a', operator: 'answered' }, { not: { question: 'a', operator: 'equals', value: true } }] } })] }] });
        await click(card('1.2'));
        const groups = () => [...rendered.element.querySelectorAll<HTMLElement>('.a-condition-group')];
        expect(groups().map(each => each.getAttribute('aria-label'))).toEqual(['None of them']);
        await click([...rendered.element.querySelectorAll<HTMLButtonElement>('button')].filter(each => each.textContent === 'Add a group').at(-1)!);
        expect(groups()).toHaveLength(2);
        expect(at(0, 1).condition).toMatchObject({ any: [{ question: 'a' }, { not: {} }, { all: [{ operator: 'equals' }, { operator: 'equals' }] }] });
        expect(groups()[1]!.contains(document.activeElement)).toBe(true);
        const remove = (element: HTMLElement): Promise<void> => click([...element.querySelectorAll('button')].find(each => each.getAttribute('aria-label')?.startsWith('Remove from'))!);
        await remove(groups()[1]!);
        await remove(groups()[0]!.querySelector<HTMLElement>('.a-row')!);
        expect(at(0, 1).condition).toEqual({ question: 'a', operator: 'answered' });
        expect(validateForm(now())).toEqual([]);
    });

    it('gives an identifier only when it is whole and free', async () => {
        await open();
        await click(card('1.1'));
        const field = labelled<HTMLInputElement>('Identifier');
        await type(field, 'b');
        await press(field, 'Enter');
        expect([at(0, 0).id, rendered.element.textContent]).toEqual(['a', expect.stringContaining('The identifier “b” is used twice.')]);
        await type(field, 'opening');
        await press(field, 'Enter');
        expect([at(0, 0).id, at(0, 1).condition]).toEqual(['opening', { question: 'opening', operator: 'equals', value: true }]);
    });

    it('is tried beside, with the score at once', async () => {
        await open();
        const no = [...rendered.element.querySelectorAll<HTMLButtonElement>('.a-trial [role="radio"]')].find(each => each.textContent?.includes('No'))!;
        await click(no);
        expect(rendered.element.querySelector('.a-trial')!.textContent).toContain('0');
        expect(now()).toBe(form);
    });

    it('writes in one language at a time, and says in which ones a text is missing', async () => {
        await open({ ...form, languages: ['en', 'zh-cn'] });
        await click(card('1.1'));
        expect(rendered.element.querySelector('.a-missing')!.textContent).toBe('Not yet in 简体中文');
        await click([...rendered.element.querySelectorAll<HTMLInputElement>('.a-builder-language input')][1]!);
        await type(labelled<HTMLInputElement>('Question (简体中文)'), '问题');
        expect(at(0, 0).text).toEqual({ en: 'Question a', 'zh-cn': '问题' });
    });

    it('shows every question of a real form without changing it', async () => {
        await open(generalServiceForm);
        for (const each of cards()) {
            await click(each);
        }
        expect(now()).toBe(generalServiceForm);
    });
});
