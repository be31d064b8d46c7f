import * as React from '@theia/core/shared/react';
import { click, pause } from '@earshot/core/lib/browser/testing/render-widget';
import { afterEach, describe, expect, it } from 'vitest';
import { ids, type KnowledgePage, renderKnowledge, sampleRevision, until } from '../testing/knowledge-page';
import { NewArticle } from '../article/new-article';
import { SynonymDialog } from './synonym-dialog';

let page: KnowledgePage;
afterEach(() => page.unmount());
const button = (text: string) => [...document.querySelectorAll('button')].find(each => each.textContent === text)!;
const category = { id: ids.category, parentId: null, name: { en: 'Cards' }, place: 0, reviewDays: null, secondApproval: null, version: 1, articles: 0 };

describe('a query that led nowhere', () => {
    it('becomes a draft with the question filled in', async () => {
        page = await renderKnowledge(<NewArticle question='lost card abroad' onClose={() => { }} />, { 'categories.list': [category], 'articles.create': sampleRevision() });
        await until(() => document.querySelectorAll('option').length > 1);
        expect(document.querySelector<HTMLInputElement>('[role=dialog] input[type=text], dialog input:not([type=radio])')!.value).toBe('lost card abroad');
    });
});

describe('synonyms', () => {
    it('show what would change before they are saved', async () => {
        const found: Readonly<Record<string, readonly string[]>> = { 挂失: ['a', 'b'], 丢卡: ['b', 'c'] };
        page = await renderKnowledge(<SynonymDialog words={['挂失', '丢卡']} onClose={() => { }} />, {
            'search.find': (input: unknown) => ({ rows: found[(input as { text: string }).text]!.map(link => ({ link, translations: [] })) }), 'search.addSynonym': (input: unknown) => ({ id: ids.article, version: 1, ...input as object })
        });
        await until(() => document.querySelectorAll('.k-care-preview tbody tr').length === 2);
        expect([...document.querySelectorAll('.k-care-preview tbody tr')].map(each => each.textContent)).toEqual(['挂失2+1', '丢卡2+1']);
        await click(button('Save'));
        await pause();
        expect(page.asked.find(each => each.operation === 'search.addSynonym')?.input).toEqual({ words: ['挂失', '丢卡'], oneWay: false });
    });
});
