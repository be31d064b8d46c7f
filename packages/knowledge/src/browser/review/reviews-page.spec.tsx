import * as React from '@theia/core/shared/react';
import { click, pause } from '@earshot/core/lib/browser/testing/render-widget';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReviewRow } from '../../common/review/review-contract';
import { ids, type KnowledgePage, renderKnowledge, sampleArticle, until } from '../testing/knowledge-page';
import ReviewsPage from './reviews-page';

let page: KnowledgePage;
afterEach(() => page.unmount());

const row = (change: Partial<ReviewRow> = {}): ReviewRow => {
    const { live: _, translations: _translations, expertTeamId: _team, expertTeamName: _name, version: _version, mayWrite: _may, ...article } = sampleArticle();
    return { ...article, revisionId: ids.revision, revisionVersion: 3, calls: 4, quality: null, overdue: true, ...change };
};
const button = (text: string) => [...document.querySelectorAll<HTMLButtonElement>('button')].find(each => each.textContent === text)!;
const show = async (query: string, answers = {}) => {
    page = await renderKnowledge(<ReviewsPage params={{}} query={new URLSearchParams(query)} />, { 'reviews.queue': { rows: [row()] }, 'reviews.count': { overdue: 1, soon: 0 }, 'articles.get': sampleArticle(), ...answers });
    await pause();
};

describe('the review queue', () => {
    it('asks for what the person answers for, and says how much of it is late', async () => {
        await show('');
        expect(page.asked.find(each => each.operation === 'reviews.queue')?.input).toMatchObject({ days: 30, ownerId: expect.any(String) });
        expect(page.element.textContent).toContain('1 overdue, 0 due soon');
        expect(button('Still right').disabled).toBe(true);
    });

    it('confirms what is open beside, as it was seen', async () => {
        await show(`whose=all&days=0&beside=${ids.article}`, { 'reviews.confirm': { confirmed: 1, refused: [] } });
        expect(page.asked.find(each => each.operation === 'reviews.queue')?.input).toMatchObject({ days: 0 });
        await until(() => !button('Still right').disabled);
        await click(button('Still right'));
        await until(() => page.asked.some(each => each.operation === 'reviews.confirm'));
        expect(page.asked.find(each => each.operation === 'reviews.confirm')?.input).toEqual({ items: [{ revisionId: ids.revision, version: 3 }] });
    });
});
