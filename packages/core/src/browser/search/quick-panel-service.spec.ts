import { afterEach, expect, it, vi } from 'vitest';
import type { Hit } from '../../common/house-contract';
import { QuickPanelService } from './quick-panel-service';

const hit = (title: string): Hit => ({ kind: 'article', id: title, title, subtitle: '', link: `earshot:/knowledge/articles/${title}` });

/** A panel for somebody who keeps these preferences, with a server that names these links. */
function panelOf(kept: unknown, nameLinks: (input: { readonly links: string }) => Promise<readonly Hit[]>) {
    const setPreference = vi.fn(async () => { });
    const panel = new QuickPanelService();
    Object.assign(panel, {
        api: { clientOf: () => ({ house: { nameLinks }, search: { note: async () => { } } }) }, navigation: { navigate: vi.fn(async () => { }) },
        session: { preferences: () => ({ 'quick.recent': kept }), setPreference }
    });
    return { panel, setPreference };
}

afterEach(() => vi.restoreAllMocks());

it('asks each time what is called how among what was opened lately, and believes no title that it kept', async () => {
    const nameLinks = vi.fn(async () => [hit('b')]);
    const { panel, setPreference } = panelOf([hit('a, since closed'), hit('b').link], nameLinks);
    panel.show();
    expect(panel.recent.get()).toEqual([]);
    await vi.waitFor(() => expect(panel.recent.get()).toEqual([hit('b')]), { timeout: 10_000 });
    expect(nameLinks).toHaveBeenCalledWith({ links: `${hit('a, since closed').link},${hit('b').link}` });
    panel.open({ type: 'hit', key: hit('c').link, hit: hit('c') });
    expect(setPreference).toHaveBeenCalledWith('quick.recent', [hit('c').link, hit('a, since closed').link, hit('b').link]);
    nameLinks.mockRejectedValue(new Error('gone'));
    panel.show();
    await vi.waitFor(() => expect(nameLinks).toHaveBeenCalledTimes(2), { timeout: 10_000 });
    expect(panel.recent.get()).toEqual([]);
});
