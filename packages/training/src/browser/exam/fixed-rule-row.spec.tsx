import { ApiService } from '@earshot/core/lib/browser/application';
import { click, press, type Rendered, renderWidget, type } from '@earshot/core/lib/browser/testing/render-widget';
import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FixedRule } from '../../common/exam/blueprint';
import type { AskableQuestion } from '../../common/exam/exam-contract';
import { FixedRuleRow } from './fixed-rule-row';

const idOf = (number: number): string => `0190a000-0000-7000-8000-00000000000${number}`;
const bank: readonly AskableQuestion[] = ['Greeting', 'Identity', 'Ending'].map((name, place) => ({ id: idOf(place + 1), name, prompt: `Prompt of ${name}`, kind: 'single', points: 1 }));

let rendered: Rendered;
let rule: FixedRule;
afterEach(() => rendered.unmount());

function Row({ readOnly }: { readonly readOnly: boolean }): React.ReactElement {
    const [value, setValue] = React.useState<FixedRule>({ id: 'r', kind: 'fixed', questionIds: [idOf(1), idOf(2), idOf(9)], knockOut: false });
    rule = value;
    return <FixedRuleRow rule={value} taken={value.questionIds} shuffled problem={undefined} readOnly={readOnly} remove={null} knockOut={null} onChange={setValue} />;
}
const show = async (readOnly = false): Promise<void> => {
    const askable = async ({ ids, text = '' }: { readonly ids?: readonly string[]; readonly text?: string }) => bank.filter(each => ids?.includes(each.id) ?? each.name.includes(text));
    rendered = await renderWidget(<Row readOnly={readOnly} />, { session: { permissions: { 'question:read': 'all' } }, services: [[ApiService, { clientOf: () => ({ exams: { askable }, search: {} }) }]] });
    await vi.waitFor(() => expect(rendered.element.textContent).toContain('Identity'), { timeout: 20_000 });
};
const row = (name: string): HTMLElement => [...rendered.element.querySelectorAll<HTMLElement>('.tq-row')].find(each => each.textContent!.includes(name))!;
const button = (label: string): HTMLButtonElement => rendered.element.querySelector<HTMLButtonElement>(`button[aria-label^="${label}"]`)!;

describe('the questions that everybody is asked', () => {
    it('are named in their order, and said to be gone where they are', async () => {
        await show();
        expect([...rendered.element.querySelectorAll('.tq-row')].map(each => ['Greeting', 'Identity', 'Cannot be asked any more'].find(name => each.textContent!.includes(name)))).toEqual(['Greeting', 'Identity', 'Cannot be asked any more']);
        expect(rendered.element.textContent).toContain('Each paper mixes them');
    });
    it('are moved by keyboard, which stays where it was', async () => {
        await show();
        const down = button('Down: Question 1');
        down.focus();
        await press(down, 'ArrowDown', { altKey: true });
        expect(rule.questionIds).toEqual([idOf(2), idOf(1), idOf(9)]);
        expect(row('Greeting').contains(document.activeElement)).toBe(true);
        await press(document.activeElement!, 'ArrowDown', { altKey: true });
        expect(rule.questionIds).toEqual([idOf(2), idOf(9), idOf(1)]);
    });
    it('are searched for in the bank, where those that are fixed are not offered again, and taken out', async () => {
        await show();
        const search = rendered.element.querySelector<HTMLInputElement>('[role="combobox"]')!;
        await click(search);
        await type(search, 'n');
        const offered = () => [...document.querySelectorAll('[role="option"]')];
        await vi.waitFor(() => expect(offered().map(each => each.querySelector('.e-option-label')!.textContent)).toEqual(['Ending']), { timeout: 20_000 });
        await click(offered()[0]!);
        expect(rule.questionIds).toEqual([idOf(1), idOf(2), idOf(9), idOf(3)]);
        await click(button('Remove: Question 3'));
        expect(rule.questionIds).toEqual([idOf(1), idOf(2), idOf(3)]);
    });
    it('are only read by whoever may not change the exam', async () => {
        await show(true);
        expect(rendered.element.querySelectorAll('button, input')).toHaveLength(0);
    });
});
