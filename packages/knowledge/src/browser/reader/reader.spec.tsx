import * as React from '@theia/core/shared/react';
import { click, pause, type } from '@earshot/core/lib/browser/testing/render-widget';
import { afterEach, describe, expect, it } from 'vitest';
import { ids, type KnowledgePage, renderKnowledge, sampleArticle, sampleRevision, until } from '../testing/knowledge-page';
import ReaderPage from './reader-page';

let page: KnowledgePage;
afterEach(() => page.unmount());

const read = async (article = sampleArticle({ mayWrite: false }), answers = {}, permissions = {}) => {
    page = await renderKnowledge(<ReaderPage params={{ id: ids.article }} query={new URLSearchParams()} />, { 'articles.get': article, 'feedback.verdicts': { helpful: 0, notHelpful: 0, reasons: [], mine: null }, ...answers }, permissions);
    await until(() => page.element.querySelector('.e-skeleton') === null);
};
const button = (text: string) => [...document.querySelectorAll('button')].find(each => each.textContent === text)!;
const counted = () => page.asked.filter(each => each.operation === 'articles.opened').map(each => (each.input as { how: string }).how);

describe('the reader', () => {
    it('has the short answer before everything else, and counts that it was opened and read out', async () => {
        await read();
        const [first, second] = [page.element.querySelector('.k-short')!, page.element.querySelector('.k-body')!];
        expect(first.compareDocumentPosition(second)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
        await click(button('Read out'));
        await click(button('Read out'));
        expect(counted()).toEqual(['opened', 'read-out']);
        expect(page.element.querySelector('.k-state-bar')).toBeNull();
    });

    it.each([['article:approve', true], ['article:approve-legal', true], ['article:read-all', true], ['article:read', false]])('has a way to the history for %s: %s', async (permission, there) => {
        await read(undefined, {}, { [permission]: 'all' });
        const more = page.element.querySelector<HTMLElement>('[aria-label="More"]');
        expect(more !== null).toBe(there);
        if (more) {
            await click(more);
            const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
            expect(items.map(each => each.textContent)).toEqual(['Revisions and differences']);
            await click(items[0]!);
            expect(page.went).toEqual([`/knowledge/articles/${ids.article}/revisions`]);
        }
    });

    it('warns of what nobody has looked at in time', async () => {
        await read(sampleArticle({ state: 'due-for-review', mayWrite: false }));
        expect(page.element.textContent).toContain('Unverified: this article was due for review');
    });

    it('asks why it did not help', async () => {
        await read();
        await click(button('No'));
        await pause();
        await click(button('Out of date'));
        await pause();
        expect(page.asked.filter(each => each.operation === 'feedback.say').map(each => each.input)).toEqual([{ id: ids.article, helpful: false, reason: null }, { id: ids.article, helpful: false, reason: 'outdated' }]);
    });

    it('takes a hint with another wording', async () => {
        await read(sampleArticle({ mayWrite: false }), { 'feedback.flag': { done: true } });
        await click(button('Point out a mistake…'));
        const [what, part] = [document.querySelector<HTMLTextAreaElement>('.e-dialog textarea')!, document.querySelectorAll<HTMLSelectElement>('.e-dialog select')[1]!];
        await type(what, 'It is free now.');
        await React.act(async () => { part.value = 'short'; part.dispatchEvent(new Event('change', { bubbles: true })); });
        await type([...document.querySelectorAll<HTMLTextAreaElement>('.e-dialog textarea')].at(-1)!, 'It is free.');
        await click(button('Send'));
        await pause();
        expect(page.asked.find(each => each.operation === 'feedback.flag')?.input).toEqual({ id: ids.article, reason: 'wrong', text: 'It is free now.', part: 'short', suggestion: 'It is free.' });
    });

    it('opens linked articles here, and strikes out those that one may not see', async () => {
        const link = (id: string) => `[](earshot:/knowledge/articles/${id})`;
        const live = sampleRevision({ state: 'published', may: [], content: { ...sampleRevision().content, parts: { short: 's', full: `${link(ids.category)} ${link(ids.author)}` } } });
        await read(sampleArticle({ live, mayWrite: false }), { 'articles.titles': [{ id: ids.category, title: 'Fees', state: 'published' }] });
        await until(() => page.element.querySelector('[data-gone]') !== null);
        const [seen, unseen] = [...page.element.querySelectorAll<HTMLAnchorElement>('.w-markdown a')];
        expect([seen!.textContent, seen!.getAttribute('href'), unseen!.hasAttribute('href'), unseen!.dataset.gone]).toEqual(['Fees', `#/knowledge/articles/${ids.category}`, false, 'true']);
        await click(seen!);
        expect(page.went).toEqual([`earshot:/knowledge/articles/${ids.category}`]);
    });
});
