import * as React from '@theia/core/shared/react';
import { type Rendered, renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { type FormDefinition, type Question, builtInKinds, notCritical } from '@earshot/forms';
import { afterEach, expect, it } from 'vitest';
import { FormDifferences } from './form-differences';

const question = (id: string, more: Partial<Question> = {}): Question => ({ id, text: { en: `Question ${id}` }, kind: 'yes-no', weight: 1, notApplicable: false, critical: notCritical, ...more });
const formOf = (first: readonly Question[], second: readonly Question[]): FormDefinition =>
    ({ title: { en: 'F' }, languages: ['en'], sections: [{ id: 's', title: { en: 'Opening' }, questions: first }, { id: 't', title: { en: 'Closing' }, questions: second }] });
let rendered: Rendered;
afterEach(() => rendered.unmount());

it('tells what was done apart from what only weighs otherwise', async () => {
    const [a, b, c] = [question('a'), question('b'), question('c')];
    rendered = await renderWidget(<FormDifferences kinds={builtInKinds} before={{ number: 1, form: formOf([a, b], [c]) }} after={{ number: 2, form: formOf([{ ...a, weight: 2 }], [c, b]) }} />);
    const [done, weighed] = [...rendered.element.querySelectorAll('table')].map(table => [...table.querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll('th, td')].map(each => each.textContent!.trim())));
    expect(done).toEqual([
        ['Changed 1.1 Question a other score'], ['Weight', '1', '2'], ['Share', '33.3 %', '50.0 %'],
        ['Moved 2.2 Question b other score'], ['Section', 'Opening', 'Closing'], ['Share', '33.3 %', '25.0 %']
    ]);
    expect(weighed).toEqual([['Section “Opening”', '66.7 %', '50.0 %'], ['Section “Closing”', '33.3 %', '50.0 %'], ['2.1 Question c', '33.3 %', '25.0 %']]);
});
