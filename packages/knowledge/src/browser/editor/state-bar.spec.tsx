import * as React from '@theia/core/shared/react';
import { click, pause, type } from '@earshot/core/lib/browser/testing/render-widget';
import { afterEach, describe, expect, it } from 'vitest';
import type { Revision } from '../../common/article/article-contract';
import { ids, type KnowledgePage, renderKnowledge, sampleRevision } from '../testing/knowledge-page';
import { StateBar } from './state-bar';

let page: KnowledgePage;
afterEach(() => page.unmount());

const bar = async (change: Partial<Revision>, settle?: () => Promise<number>, answers = {}) => { page = await renderKnowledge(<StateBar revision={sampleRevision(change)} articleId={ids.article} settle={settle} />, answers); };
const buttons = () => [...page.element.querySelectorAll('button')].map(each => each.textContent);
const button = (text: string) => [...document.querySelectorAll('button')].find(each => each.textContent === text)!;
const acted = () => page.asked.filter(each => each.operation === 'revisions.act').map(each => each.input);

describe('the bar of state and next step', () => {
    it('says what the revision waits for, and offers what one may do, the step that leads on last', async () => {
        await bar({ state: 'in-review', may: ['return', 'approve'] });
        expect(page.element.textContent).toContain('It waits for you');
        expect(buttons()).toEqual(['Return…', 'Approve']);
        await page.unmount();
        await bar({ state: 'second-review', secondApproval: 'compliance', may: ['withdraw'], approvals: [{ personId: ids.author, personName: 'Petra', step: 'first', hash: '', at: '2026-11-22T10:00:00.000Z', voided: false }, { personId: ids.author, personName: 'Voided', step: 'first', hash: '', at: '2026-11-22T10:00:00.000Z', voided: true }] });
        expect(page.element.textContent).toContain('Waiting for the second approver (Compliance).');
        expect(page.element.textContent).toContain('Approved by Petra.');
        expect(buttons()).toEqual(['Take back and edit']);
    });

    it('sends what was written before the step, and takes the step from the version then', async () => {
        await bar({}, async () => 9);
        await click(button('Submit for review'));
        await pause();
        expect(acted()).toEqual([{ id: ids.revision, version: 9, action: 'submit' }]);
    });

    it('returns only with a reason', async () => {
        await bar({ state: 'in-review', may: ['return', 'approve'] });
        await click(button('Return…'));
        expect(button('Return').disabled).toBe(true);
        await type(document.querySelector('textarea')!, 'Which limit?');
        await click(button('Return'));
        await pause();
        expect(acted()).toEqual([{ id: ids.revision, version: 4, action: 'return', reason: 'Which limit?' }]);
    });

    it('names what refers to an article before it is retired, and how much more there is', async () => {
        await bar({ state: 'published', may: ['verify', 'retire'] }, undefined, { 'articles.linking': { seen: [{ link: `earshot:/knowledge/articles/${ids.category}`, kind: 'article', title: 'Fees', live: true }, { link: `earshot:/training/documents/${ids.category}`, kind: 'document', title: 'Lost-card script', live: false }], unseen: 2 } });
        await click(button('Retire…'));
        await pause();
        expect(document.body.textContent).toContain('Places that refer to it: 4');
        expect([...document.querySelectorAll('.e-mentions li')].map(each => each.textContent)).toEqual(['Fees', 'Lost-card script Draft', 'And more that you may not see: 2']);
        expect([...document.querySelectorAll('.e-mentions h3')].map(each => each.textContent)).toEqual(['article', 'document']);
        expect(acted()).toEqual([]);
        await click(button('Retire'));
        await pause();
        expect(acted()).toEqual([{ id: ids.revision, version: 4, action: 'retire' }]);
    });
});
