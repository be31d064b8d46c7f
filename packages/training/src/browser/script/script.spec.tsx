import { ApiService } from '@earshot/core/lib/browser/application';
import { NavigationService } from '@earshot/core/lib/browser/navigation/navigation-service';
import { PageRegistry } from '@earshot/core/lib/browser/navigation';
import { PageKeyService } from '@earshot/core/lib/browser/keyboard';
import { click, press, renderWidget, type } from '@earshot/core/lib/browser/testing/render-widget';
import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Script } from '../../common/script/script';
import { ScriptEditor } from './script-editor';

const script: Script = {
    start: 'c-aaaa', variables: [{ name: 'card', kind: 'choice', options: ['gold', 'blue'] }],
    steps: [
        { id: 'c-aaaa', title: 'Greeting', say: 'Hello, this is {{agent}}.', warning: 'Never ask for the PIN', links: [], asks: ['card'], choices: [{ id: '1', label: 'has lost it', next: 'c-bbbb', when: [{ variable: 'card', is: 'filled' }] }, { id: '2', label: 'something else', next: 'c-bbbb' }] },
        { id: 'c-bbbb', title: 'Blocked', say: 'Your {{card}} card is blocked.', links: ['earshot:/knowledge/articles/0190a000-0000-7000-8000-000000000001'], asks: [], choices: [], outcome: 'Card blocked' }
    ]
};

type Key = { readonly keys: string | readonly string[]; run(): void };
let pressKey: (keys: string) => void;
let rendered: Awaited<ReturnType<typeof renderWidget>>;
let written: Script;
afterEach(() => rendered.unmount());

function Editor({ readOnly = false }: { readonly readOnly?: boolean }): React.ReactElement {
    const [value, setValue] = React.useState(script);
    written = value;
    return <ScriptEditor script={value} language='en' readOnly={readOnly} onChange={setValue} newId={() => 'c-cccc'} />;
}
const edit = async (readOnly = false) => {
    rendered = await renderWidget(<Editor readOnly={readOnly} />, { services: [
        [PageKeyService, { register: (keys: readonly Key[], current: (index: number) => Key) => {
            pressKey = wanted => current(keys.findIndex(each => each.keys === wanted)).run();
            return { dispose: () => { /* gone with the test */ } };
        } }],
        [ApiService, { clientOf: () => ({ house: { resolveLink: async () => ({ title: 'Lost cards' }) }, search: {} }) }], [PageRegistry, { pathOf: () => undefined }], [NavigationService, { navigate: async () => { /* nowhere */ } }]
    ] });
};
const button = (name: string): HTMLElement => [...rendered.element.querySelectorAll<HTMLElement>('button')].find(each => (each.getAttribute('aria-label') ?? each.textContent ?? '').includes(name))!;
const box = (title: string): HTMLElement => [...rendered.element.querySelectorAll<HTMLElement>('.t-box')].find(each => each.textContent?.includes(title))!;
const tab = (name: string): HTMLElement => [...rendered.element.querySelectorAll<HTMLElement>('[role="tab"]')].find(each => each.textContent?.includes(name))!;
const say = (): string => rendered.element.querySelector('.t-run-say')!.textContent!.trim();

describe('writing a script', () => {
    it('shows what leads where, and says when nothing is to be mended', async () => {
        await edit();
        expect([...rendered.element.querySelectorAll('.t-box-title')].map(each => each.textContent)).toEqual(['Greeting', 'Blocked']);
        expect(rendered.element.querySelector('.t-sound')).not.toBeNull();
    });
    it('adds a step, and leads to what it lacks', async () => {
        await edit();
        await click(button('Step after this one'));
        expect(written.steps.map(each => each.id)).toEqual(['c-aaaa', 'c-cccc', 'c-bbbb']);
        const problem = [...rendered.element.querySelectorAll<HTMLElement>('.t-gap-open')].find(each => each.textContent?.includes('dead end'))!;
        await click(box('Blocked'));
        await click(problem);
        const title = rendered.element.querySelector<HTMLInputElement>('.t-step input')!;
        expect(title.value).toBe('');
        await type(title, 'Ask again');
        expect(written.steps[1]!.title).toBe('Ask again');
    });
    it('goes along the ways by arrow keys', async () => {
        await edit();
        await press(box('Greeting'), 'ArrowDown');
        expect(box('Blocked').getAttribute('aria-pressed')).toBe('true');
        await press(box('Blocked'), 'ArrowUp');
        expect(box('Greeting').getAttribute('aria-pressed')).toBe('true');
    });
    it('that may not be changed offers no change', async () => {
        await edit(true);
        expect([button('Step after this one'), button('Take the step away'), rendered.element.querySelector<HTMLInputElement>('.t-step input')!.readOnly]).toEqual([undefined, undefined, true]);
    });
});

describe('trying a script', () => {
    it('fills in who speaks, opens ways by what is entered, and ends', async () => {
        await edit();
        await click(tab('Try it'));
        expect(say()).toBe('Hello, this is Li Ming.');
        expect([...rendered.element.querySelectorAll('.t-run-choice')].map(each => each.textContent)).toEqual(['1something else']);
        const select = rendered.element.querySelector<HTMLSelectElement>('.t-run select')!;
        await React.act(async () => {
            select.value = 'gold';
            select.dispatchEvent(new Event('change', { bubbles: true }));
        });
        await React.act(async () => pressKey('1'));
        expect([say(), rendered.element.querySelectorAll('.t-run-path li').length]).toEqual(['Your gold card is blocked.', 2]);
        expect(rendered.element.textContent).toContain('The script ends here: Card blocked');
        expect(rendered.element.querySelector('.t-run-links')!.textContent!.trim()).toBe('Lost cards');
        await click(button('Back'));
        expect([say(), rendered.element.querySelectorAll('.t-run-path li').length]).toEqual(['Hello, this is Li Ming.', 3]);
    });
    it('takes keys that come quicker than the screen one after the other', async () => {
        await edit();
        await click(tab('Try it'));
        await React.act(async () => {
            pressKey('1');
            pressKey('1'); // there the script has ended: no way on
        });
        expect(rendered.element.querySelectorAll('.t-run-path li').length).toBe(2);
    });
});
