import * as React from '@theia/core/shared/react';
import { type Rendered, click, renderWidget, type } from '@earshot/core/lib/browser/testing/render-widget';
import { type FormDefinition, notCritical } from '@earshot/forms';
import { afterEach, describe, expect, it } from 'vitest';
import { FormTranslations } from './form-translations';

const form: FormDefinition = {
    title: { en: 'Service', 'zh-cn': '服务' }, languages: ['en', 'zh-cn'],
    sections: [{ id: 's', title: { en: 'Opening' }, questions: [{ id: 'q', text: { en: 'Greets', 'zh-cn': '问候' }, help: { en: 'By name' }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical }] }]
};
let rendered: Rendered;
let now: FormDefinition;
function Editable(): React.ReactElement {
    const [value, setValue] = React.useState(form);
    now = value;
    return <FormTranslations form={value} onChange={setValue} />;
}
const rows = (): string[] => [...rendered.element.querySelectorAll('tbody th')].map(each => each.textContent!.trim());
const field = (label: string): HTMLTextAreaElement => rendered.element.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${label}"]`)!;
afterEach(() => rendered.unmount());

describe('the translations of a form', () => {
    it('stand in one table, with what is missing marked and to be filtered', async () => {
        rendered = await renderWidget(<Editable />);
        expect(rows()).toEqual(['Title', '1 Title', '1.1 Question', '1.1 Guidance']);
        expect([...rendered.element.querySelectorAll('[data-missing] textarea')].map(each => each.getAttribute('aria-label'))).toEqual(['1 Title (简体中文)', '1.1 Guidance (简体中文)']);
        expect(rendered.element.querySelector('[role="status"]')!.textContent).toBe('2 of 4 texts are not there in every language.');
        await click(rendered.element.querySelector<HTMLInputElement>('input[type="checkbox"]')!);
        expect(rows()).toEqual(['1 Title', '1.1 Guidance']);
    });

    it('are written there, and a row stays while it is written', async () => {
        rendered = await renderWidget(<Editable />);
        await click(rendered.element.querySelector<HTMLInputElement>('input[type="checkbox"]')!);
        await type(field('1 Title (简体中文)'), '开场');
        expect([now.sections[0]!.title, rows()]).toEqual([{ en: 'Opening', 'zh-cn': '开场' }, ['1 Title', '1.1 Guidance']]);
        await type(field('1.1 Guidance (简体中文)'), '称呼姓名');
        expect(rendered.element.querySelector('[role="status"]')!.textContent).toBe('Every text is there in every language of the form.');
    });

    it('can be read where they cannot be changed', async () => {
        rendered = await renderWidget(<FormTranslations form={form} />);
        expect([rendered.element.querySelectorAll('textarea').length, rendered.element.querySelectorAll('em').length]).toEqual([0, 2]);
    });
});
