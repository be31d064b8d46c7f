import * as React from '@theia/core/shared/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../common/house-contract';
import type { Findings, FoundRow, Preview } from '../../common/search/search-contract';
import { ApiService } from '../application/api-service';
import { Store } from '../application/store';
import { PageKeyService } from '../keyboard/page-keys';
import { EntityKinds } from '../quick-input/entity-kinds';
import { pause, press, renderWidget, type, type Rendered } from '../testing/render-widget';
import { CallContexts } from './call-context';
import { PanelSession } from './panel-session';
import { QuickPanel } from './quick-panel';
import { QuickPanelService } from './quick-panel-service';

const plain = (text: string): FoundRow['title'] => [{ text, marked: false }];
const row = (id: string, title: string): FoundRow => ({
    kind: 'article', id, link: `earshot:/knowledge/articles/${id}`, title: [{ text: title, marked: true }], snippet: { parts: plain(`About ${title}`), cutBefore: false, cutAfter: true }, category: { id: 'c', name: 'Cards' },
    language: 'en', translations: [], state: 'unverified', pinned: false, updatedAt: '2026-11-22T00:00:00.000Z'
});
const findings: Findings = {
    rows: [row('1', 'Lost card'), row('2', 'Card fees')], total: 7, facets: { kind: [], category: [{ value: 'c', name: 'Cards', count: 5 }, { value: 'd', name: 'Fees', count: 2 }], language: [] },
    corrections: [{ typed: 'crad', read: ['card'] }], tookMs: 1, building: false
};
const anna: Hit = { kind: 'person', id: 'a', title: 'Anna Picard', subtitle: '1042', link: 'earshot:/core/people/a' };
const preview: Preview = { ...row('1', 'Lost card'), questions: [plain('Where is it?')], tags: [], text: [{ text: 'Call ', marked: false }, { text: 'at once', marked: true }], cut: false };

describe('the quick panel on the screen', () => {
    let rendered: Rendered;
    let session: PanelSession;
    const [find, open, use, read, hide, showCommands] = [vi.fn(), vi.fn(), vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    const input = (): HTMLInputElement => document.querySelector('[role=combobox]')!;
    const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=option]')];
    const active = (): string | undefined => options().find(each => each.getAttribute('aria-selected') === 'true')?.querySelector('.e-find-title')?.textContent ?? undefined;

    beforeEach(async () => {
        [find, open, use, read, hide, showCommands].forEach(each => each.mockReset());
        find.mockResolvedValue(findings);
        session = new PanelSession({ find, lookUp: async () => [anna] });
        const panel = { panel: { get: () => session, subscribe: () => () => { } }, recent: new Store([]), pages: [], open, use, read, hide, showCommands };
        rendered = await renderWidget(<QuickPanel />, {
            services: [[QuickPanelService, panel], [CallContexts, { current: { link: 'earshot:/quality/interactions/i', title: 'SC-1' } }], [EntityKinds, { label: (kind: string) => kind, icon: () => 'book' }],
                [PageKeyService, { label: (keys: string) => keys }], [ApiService, { clientOf: () => ({ search: { preview: async () => preview } }) }]]
        });
    });
    afterEach(() => rendered.unmount());
    const search = async (text: string): Promise<void> => {
        await type(input(), text);
        await pause(200);
    };

    it('is a combobox that says which of its options is meant', async () => {
        expect(document.activeElement).toBe(input());
        expect(input().getAttribute('aria-expanded')).toBe('false');
        await search('card');
        expect(input().getAttribute('aria-expanded')).toBe('true');
        expect(document.getElementById(input().getAttribute('aria-controls')!)!.getAttribute('role')).toBe('listbox');
        expect(active()).toBe('Lost card');
        await press(input(), 'ArrowDown');
        expect(document.getElementById(input().getAttribute('aria-activedescendant')!)!.textContent).toContain('Card fees');
        expect(document.querySelector('[role=status]')!.textContent).toContain('3');
        expect([...document.querySelectorAll('mark')].map(each => each.textContent)).toContain('Lost card');
    });

    it('opens what is meant with Enter, also when Enter was sooner than the answer', async () => {
        await search('card');
        await press(input(), 'ArrowUp');
        await press(input(), 'Enter');
        expect(open).toHaveBeenCalledWith(expect.objectContaining({ key: anna.link }));
        open.mockReset();
        await type(input(), 'cards');
        await press(input(), 'Enter');
        expect(open).not.toHaveBeenCalled();
        await pause(200);
        expect(open).toHaveBeenCalledWith(expect.objectContaining({ key: 'earshot:/knowledge/articles/1' }));
    });

    it('shows the whole with → and links to the call with Ctrl+Enter', async () => {
        await search('card');
        await press(input(), 'ArrowRight');
        await pause(20);
        expect(document.querySelector('.e-find-preview')!.textContent).toContain('Call at once');
        expect(session.opened).toBe('earshot:/knowledge/articles/1');
        await vi.waitFor(() => expect(read).toHaveBeenCalledWith('earshot:/knowledge/articles/1'), { timeout: 10_000 });
        await press(input(), 'Enter', { ctrlKey: true });
        expect(use).toHaveBeenCalledWith(expect.objectContaining({ key: 'earshot:/knowledge/articles/1' }), { link: 'earshot:/quality/interactions/i', title: 'SC-1' });
        expect(open).not.toHaveBeenCalled();
        await press(input(), 'ArrowLeft');
        expect(document.querySelector('.e-find-preview')).toBeNull();
    });

    it('shows what stands in several languages once, and goes through these with →', async () => {
        const chinese = { id: '1c', link: 'earshot:/knowledge/articles/1c', language: 'zh-Hant', title: '掛失' };
        find.mockResolvedValue({ ...findings, rows: [{ ...row('1', 'Lost card'), translations: [chinese] }, row('2', 'Card fees')] });
        await search('card');
        expect([...document.querySelectorAll('.e-find-language')].map(each => [each.textContent, each.getAttribute('lang')])).toEqual([['EN', 'en'], ['繁', 'zh-Hant']]);
        await press(input(), 'ArrowRight');
        await press(input(), 'Enter');
        expect(open).toHaveBeenLastCalledWith(expect.objectContaining({ key: 'earshot:/knowledge/articles/1' }));
        await press(input(), 'ArrowRight');
        expect(document.querySelector('.e-find-language-meant')!.textContent).toBe('繁');
        await press(input(), 'Enter');
        expect(open).toHaveBeenLastCalledWith(expect.objectContaining({ key: chinese.link }));
        await press(input(), 'ArrowLeft');
        expect(document.querySelector('.e-find-preview')).not.toBeNull();
        await press(input(), 'ArrowLeft');
        expect(document.querySelector('.e-find-preview')).toBeNull();
        await React.act(async () => document.querySelectorAll<HTMLElement>('.e-find-language')[1]!.click());
        expect(open).toHaveBeenLastCalledWith(expect.objectContaining({ key: chinese.link }));
        expect(open).toHaveBeenCalledTimes(3);
    });

    it('shows only some when asked to, and says what was read for what nobody wrote', async () => {
        await search('crad');
        expect(document.querySelector('.e-find-foot')!.textContent).toContain('card');
        const fees = [...document.querySelectorAll<HTMLButtonElement>('.e-find-filter')].find(each => each.textContent!.startsWith('Fees'))!;
        await React.act(async () => fees.click());
        expect(find).toHaveBeenLastCalledWith('crad', { categories: ['d'], languages: [] }, expect.anything());
    });

    it('gives way to the commands, and closes with Escape', async () => {
        await type(input(), '>');
        expect(showCommands).toHaveBeenCalledWith('>');
        await press(input(), 'Escape');
        expect(hide).toHaveBeenCalled();
    });
});
