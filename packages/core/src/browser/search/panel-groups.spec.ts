import { describe, expect, it } from 'vitest';
import type { Hit } from '../../common/house-contract';
import type { FoundRow } from '../../common/search/search-contract';
import { type PanelContents, panelGroups, typedIn } from './panel-groups';

const hit = (kind: string, title: string): Hit => ({ kind, id: title, title, subtitle: '', link: `earshot:/${kind}/${title}` });
const found = (kind: string, title: string): FoundRow => ({
    kind, id: title, link: `earshot:/${kind}/${title}`, title: [{ text: title, marked: false }], snippet: null, category: null, language: 'en', translations: [], state: 'current', pinned: false, updatedAt: '2026-11-22T00:00:00.000Z'
});
const contents: PanelContents = { text: '', documents: [], hits: [], recent: [], pages: [{ path: '/people', title: 'People', area: 'People', icon: 'person' }, { path: '/home', title: 'Today', area: 'Home', icon: 'home' }] };
const shown = (about: Partial<PanelContents>): [string, string[]][] => panelGroups({ ...contents, ...about }).map(({ id, entries }) => [id, entries.map(each => each.key)]);

describe('the quick panel', () => {
    it('offers what was opened lately, and the pages, before anything is typed', () => {
        expect(shown({ recent: [hit('person', 'Anna')] })).toEqual([['recent', ['earshot:/person/Anna']], ['pages', ['/people', '/home']]]);
        expect(shown({ text: '  ' })).toEqual([['pages', ['/people', '/home']]]);
    });

    it('puts who is called so before what says so, and what is named alike behind it', () => {
        expect(shown({ text: 'peo', documents: [found('article', 'Lost card'), found('article', 'Fees')], hits: [hit('person', 'Anna Peoples'), hit('person', 'Peony')] })).toEqual([
            ['person', ['earshot:/person/Peony', 'earshot:/person/Anna Peoples']], ['article', ['earshot:/article/Lost card', 'earshot:/article/Fees']], ['pages', ['/people']]]);
    });

    it('lists each thing once', () => {
        const article = hit('article', 'Fees');
        expect(shown({ text: 'fees', recent: [article], hits: [article], documents: [found('article', 'Fees'), found('article', 'Fees abroad')] })).toEqual([
            ['recent', ['earshot:/article/Fees']], ['article', ['earshot:/article/Fees abroad']]]);
    });

    it('sets off what was typed, and loses nothing', () => {
        expect(typedIn('Grace Okafor', 'okA')).toEqual([{ text: 'Grace ', marked: false }, { text: 'Oka', marked: true }, { text: 'for', marked: false }]);
        expect(typedIn('Grace', 'zz')).toEqual([{ text: 'Grace', marked: false }]);
        expect(typedIn('㈱ Grace', 'grace').map(each => each.text).join('')).toBe('㈱ Grace');
    });
});
