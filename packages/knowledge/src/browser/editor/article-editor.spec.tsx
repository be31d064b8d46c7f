import * as React from '@theia/core/shared/react';
import { click, pause, type } from '@earshot/core/lib/browser/testing/render-widget';
import { afterEach, describe, expect, it } from 'vitest';
import { ids, type KnowledgePage, renderKnowledge, sampleArticle, sampleRevision, until } from '../testing/knowledge-page';
import { ArticleEditor } from './article-editor';

let page: KnowledgePage;
afterEach(() => page.unmount());

const open = { id: ids.revision, number: 2, state: 'draft' as const, authorId: ids.author, authorName: 'Kai', changedAt: '2026-11-22T10:00:00.000Z' };
const saved = (input: unknown) => ({ ...sampleRevision(), ...(input as object), version: 5 });
const edit = async (revision = sampleRevision(), answers = {}) => {
    page = await renderKnowledge(<ArticleEditor article={sampleArticle({ open })} revision={revision} />, { 'revisions.save': saved, 'feedback.flags': { rows: [] }, ...answers });
    await pause();
};
const button = (text: string) => [...document.querySelectorAll('button')].find(each => each.textContent === text)!;
const tab = (text: string) => [...page.element.querySelectorAll<HTMLElement>('[role=tab]')].find(each => each.textContent?.startsWith(text))!;
const field = (label: string) => document.getElementById([...page.element.querySelectorAll('label')].find(each => each.textContent?.startsWith(label))!.htmlFor) as HTMLTextAreaElement;

describe('the editor', () => {
    it('shows while one writes what it will look like, and saves by itself', async () => {
        await edit();
        expect(page.element.querySelector('.k-pane .w-markdown strong')?.textContent).toBe('Block');
        await type(field('Short answer'), 'It is blocked.');
        expect(page.element.querySelector('.k-short p')?.textContent).toBe('It is blocked.');
        expect(page.element.querySelector('.w-saved')?.textContent).toBe('Saving…');
        await until(() => page.element.querySelector('.w-saved-saved') !== null);
        expect(page.asked.filter(each => each.operation === 'revisions.save').map(each => each.input)).toMatchObject([{ id: ids.revision, version: 4, content: { parts: { short: 'It is blocked.' } } }]);
    });

    it('saves what is written before it is submitted, and shows what is missing beside its field', async () => {
        await edit(sampleRevision(), { 'revisions.act': () => { throw Object.assign(new Error(), { code: 'INVALID', data: { problems: [] } }); } });
        await type(field('Short answer'), '');
        await click(button('Submit for review'));
        await until(() => page.asked.some(each => each.operation === 'revisions.act'));
        expect(page.asked.map(each => each.operation).filter(each => each.startsWith('revisions.'))).toEqual(['revisions.save', 'revisions.act']);
        expect(page.element.querySelector('.e-field-error')?.textContent).toBe('Articles of this kind need this part.');
    });

    it('shows the difference to what is published', async () => {
        await edit(sampleRevision({ content: { ...sampleRevision().content, title: 'Lost cards' } }));
        await click(tab('Difference'));
        expect([...page.element.querySelectorAll('.w-difference del, .w-difference ins')].map(each => each.textContent)).toEqual(['card', 'cards']);
    });

    it('leaves the decision to the person when somebody else has saved', async () => {
        await edit(sampleRevision(), { 'revisions.save': () => { throw Object.assign(new Error(), { code: 'CONFLICT', status: 409, data: { reason: 'changed-meanwhile' } }); }, 'revisions.get': sampleRevision({ version: 7, content: { ...sampleRevision().content, title: 'Theirs' } }) });
        await type(field('Question'), 'Mine');
        await until(() => page.element.querySelector('.w-saved-conflict') !== null);
        expect(page.element.textContent).toContain('Somebody else, or another window, has saved this draft meanwhile.');
        await click(button('Show what was saved'));
        await until(() => page.element.querySelector('.w-saved-saved') !== null);
        expect(field('Question').value).toBe('Theirs');
    });

    it('cannot be written in while it is in review', async () => {
        await edit(sampleRevision({ state: 'in-review', may: ['approve', 'return'] }));
        expect([field('Question').readOnly, page.element.querySelector('.cm-content')?.getAttribute('aria-readonly'), page.element.querySelector('.w-saved')]).toEqual([true, 'true', null]);
    });
});
