import * as React from '@theia/core/shared/react';
import { Container } from '@theia/core/shared/inversify';
import { KeybindingRegistry } from '@theia/core/lib/browser/keybinding';
import { QuickAccessRegistry } from '@theia/core/lib/browser/quick-input/quick-access';
import type { QuickPicks } from '@theia/core/lib/common/quick-pick-service';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause, press, renderWidget, type, type Rendered } from '../testing/render-widget';
import { EarshotQuickInputService } from './earshot-quick-input-service';
import { PrefixRegistry } from './quick-access';
import { QuickInputView } from './quick-input-view';

describe('the box over the page', () => {
    let service: EarshotQuickInputService;
    let registry: PrefixRegistry;
    let rendered: Rendered;
    const input = (): HTMLInputElement => document.querySelector('.e-quick-input')!;
    const labels = (): (string | null)[] => [...document.querySelectorAll('.e-quick-label')].map(each => each.textContent);

    beforeEach(async () => {
        const container = new Container({ defaultScope: 'Singleton' });
        container.bind(QuickAccessRegistry).to(PrefixRegistry);
        container.bind(EarshotQuickInputService).toSelf();
        service = container.get(EarshotQuickInputService);
        registry = container.get<PrefixRegistry>(QuickAccessRegistry);
        rendered = await renderWidget(<QuickInputView />, { services: [[EarshotQuickInputService, service], [KeybindingRegistry, { acceleratorForSequence: () => ['Ctrl+K'] }]] });
    });
    afterEach(() => rendered.unmount());

    it('lets one choose by typing and Enter', async () => {
        const chosen = service.showQuickPick([{ label: 'Anna' }, { type: 'separator', label: 'Others' }, { label: 'Ben' }, { label: 'Benno' }], { placeholder: 'Who?' });
        await pause();
        expect(document.activeElement).toBe(input());
        await type(input(), 'ben');
        expect(labels()).toEqual(['Ben', 'Benno']);
        await press(input(), 'ArrowDown');
        await press(input(), 'Enter');
        expect(await chosen).toMatchObject({ label: 'Benno' });
        expect(document.querySelector('.e-quick')).toBeNull();
    });

    it('gives nothing when it is closed', async () => {
        const chosen = service.showQuickPick([{ label: 'Anna' }]);
        await pause();
        await press(input(), 'Escape');
        expect(await chosen).toBeUndefined();
    });

    it('asks for a text until it is acceptable', async () => {
        const answer = service.input({ prompt: 'Name', validateInput: async text => text ? undefined : 'A name is needed.' });
        await pause();
        const submit = (): Promise<void> => React.act(async () => { input().form!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })); });
        await submit();
        expect(document.querySelector('.e-quick-problem')!.textContent).toBe('A name is needed.');
        await type(input(), 'Calls');
        await submit();
        expect(await answer).toBe('Calls');
    });

    it('asks whoever owns the prefix, and shows only the answer to the latest text', async () => {
        const slow = new Map<string, (picks: QuickPicks) => void>();
        const run = vi.fn();
        registry.registerQuickAccessProvider({ prefix: '', placeholder: 'Find', helpEntries: [], getInstance: () => ({ getPicks: text => new Promise(resolve => slow.set(text, resolve)) }) });
        registry.registerQuickAccessProvider({ prefix: '>', placeholder: 'Do', helpEntries: [], getInstance: () => ({ getPicks: text => [{ label: `command ${text}`, execute: run }] }) });
        service.open('');
        await pause();
        await type(input(), 'a');
        await pause(150);
        await type(input(), 'ab');
        await pause(150);
        slow.get('ab')!([{ label: 'AB' }]);
        slow.get('a')!([{ label: 'A' }]);
        await pause();
        expect(labels()).toEqual(['AB']);
        await type(input(), '>x');
        await pause(150);
        expect([input().placeholder, ...labels()]).toEqual(['Do', 'command x']);
        await press(input(), 'Enter');
        expect(run).toHaveBeenCalledOnce();
    });

    it('takes what was typed, not what was listed before, when Enter comes sooner than the answer', async () => {
        const [wrong, right] = [vi.fn(), vi.fn()];
        registry.registerQuickAccessProvider({ prefix: '', placeholder: 'Find', helpEntries: [], getInstance: () => ({ getPicks: text => text ? [{ type: 'separator', label: 'Found' }, { label: 'Teams', execute: right }] : [{ label: 'Audit', execute: wrong }] }) });
        service.open('');
        await pause();
        expect(labels()).toEqual(['Audit']);
        await type(input(), 'teams');
        await press(input(), 'Enter');
        expect(document.querySelector('.e-quick')).not.toBeNull();
        await pause(150);
        expect(right).toHaveBeenCalledOnce();
        expect(wrong).not.toHaveBeenCalled();
        expect(document.querySelector('.e-quick')).toBeNull();
    });
});
