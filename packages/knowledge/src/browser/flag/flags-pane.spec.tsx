import * as React from '@theia/core/shared/react';
import { click, type } from '@earshot/core/lib/browser/testing/render-widget';
import { afterEach, expect, it, vi } from 'vitest';
import type { Flag } from '../../common/feedback/feedback-contract';
import { ids, type KnowledgePage, renderKnowledge, until } from '../testing/knowledge-page';
import { FlagsPane } from './flags-pane';

let page: KnowledgePage;
afterEach(() => page.unmount());

const flag: Flag = {
    id: ids.revision, articleId: ids.article, articleTitle: 'Lost card', revisionNumber: 1, personName: 'Ann', reason: 'wrong', text: 'It is 30.', part: 'full', original: 'It costs 25. It takes five days.', suggestion: 'It costs 30. It takes five days.',
    state: 'open', createdAt: '2026-11-22T10:00:00.000Z', answer: null
};
const taken = vi.fn();
const show = async (full: string): Promise<void> => {
    taken.mockReset();
    page = await renderKnowledge(<FlagsPane flags={[flag]} language='en' parts={{ full }} onTake={taken} />);
};
const button = (text: string) => [...page.element.querySelectorAll('button')].find(each => each.textContent === text);
const pieces = () => [...page.element.querySelectorAll('.w-difference del, .w-difference ins')].map(each => each.textContent);

it('changes of the draft only what was suggested, and shows just that', async () => {
    await show('It costs 25. It takes three days. Ask for an express card.');
    expect(pieces()).toEqual(['25', '30']);
    await type(page.element.querySelector('textarea')!, ' Thank you. ');
    await click(button('Take over the wording')!);
    expect(taken).toHaveBeenCalledWith('full', 'It costs 30. It takes three days. Ask for an express card.');
    await until(() => page.asked.some(each => each.operation === 'feedback.decide'));
    expect(page.asked.filter(each => each.operation === 'feedback.decide').map(each => each.input)).toEqual([{ id: flag.id, state: 'taken', answer: 'Thank you.' }]);
});

it('overwrites nothing where the draft has changed the same words, and shows both', async () => {
    await show('It costs 28. It takes five days.');
    expect(page.element.textContent).toContain('The draft has changed the same words since.');
    expect(pieces()).toEqual(['25', '30', '25', '28']);
    expect(button('Take over the wording')).toBeUndefined();
    await click(button('Taken up')!);
    expect(taken).not.toHaveBeenCalled();
});

it('says where the draft says so already', async () => {
    await show(flag.suggestion!);
    expect(page.element.textContent).toContain('The draft says so already.');
    expect(button('Take over the wording')).toBeUndefined();
});
