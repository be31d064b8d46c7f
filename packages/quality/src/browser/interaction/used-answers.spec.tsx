import * as React from '@theia/core/shared/react';
import { expect, it, vi } from 'vitest';
import { ApiService } from '@earshot/core/lib/browser/application';
import { NavigationService, PageRegistry } from '@earshot/core/lib/browser/navigation';
import { click, renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { ShownCall } from './shown-call';
import { UsedAnswers } from './used-answers';

const answer = { id: 'a', interaction: 'earshot:/quality/interactions/1', link: 'earshot:/knowledge/article/2', kind: 'article', title: 'Lost card', at: '2026-11-18T14:03:00.000Z', personName: 'Li Ming', own: true, how: 'read-out', shown: { path: '/knowledge/articles/2/as-published/3', title: 'Lost card', state: 'changed' } };

it('what was looked up for a call is listed, and while it is shown the quick panel links to this call', async () => {
    const shown = new ShownCall();
    const linkedAnswers = vi.fn(async () => [answer]);
    const unlinkAnswer = vi.fn(async () => ({ done: true }));
    const services = [[ApiService, { clientOf: () => ({ search: { linkedAnswers, unlinkAnswer } }) }], [ShownCall, shown], [NavigationService, {}], [PageRegistry, { pathOf: (link: string) => link }]] as const;
    const rendered = await renderWidget(<UsedAnswers id='1' callId='SC-0001' />, { services });
    await vi.waitFor(() => expect(rendered.element.textContent).toContain('Lost card'));
    expect(linkedAnswers).toHaveBeenCalledWith({ interaction: 'earshot:/quality/interactions/1' }, expect.anything());
    expect(rendered.element.textContent).toContain('Li Ming');
    expect(shown.current()).toEqual({ link: 'earshot:/quality/interactions/1', title: 'SC-0001', own: false });
    expect(rendered.element.textContent).toContain('Since changed');
    expect(rendered.element.textContent).toContain('Read out · Li Ming');
    expect(rendered.element.querySelector('a')!.getAttribute('href')).toBe('#/knowledge/articles/2/as-published/3');
    await click(rendered.element.querySelector('button')!);
    await vi.waitFor(() => expect(unlinkAnswer).toHaveBeenCalledWith({ id: 'a' }), { timeout: 10_000 });
    await rendered.rerender(<UsedAnswers id='9' callId='SC-0009' />);
    expect(shown.current()?.title).toBe('SC-0009');
    await rendered.unmount();
    expect(shown.current()).toBeUndefined();
});
