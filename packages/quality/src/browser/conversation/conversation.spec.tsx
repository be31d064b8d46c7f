import { ApiService } from '@earshot/core/lib/browser/application';
import { PageKeyService } from '@earshot/core/lib/browser/keyboard';
import { type Rendered, renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import * as React from '@theia/core/shared/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Conversation, type EvidencePlayer } from './conversation';

let rendered: Rendered;
afterEach(() => rendered.unmount());

const written = [[0, 'customer', 'Hello?'], [90_000, 'agent', 'Good morning.'], [90_001, 'customer', 'My fee…']] as const;
const data = {
    messages: written.map(([atMs, author, text]) => ({ atMs, author, name: null, text })),
    timeliness: { firstReplyMs: 90_000, medianReplyMs: 90_000, longestReplyMs: 90_000, replies: 1, unanswered: true, messages: { agent: 1, customer: 2, system: 0 } }
};

async function show(controllerRef: React.Ref<EvidencePlayer>, onMarkOpen = vi.fn()): Promise<HTMLElement> {
    rendered = await renderWidget(<QueryClientProvider client={new QueryClient()}>
        <Conversation interactionId='i' startedAt='2026-11-20T10:00:00.000Z' controllerRef={controllerRef} onMarkOpen={onMarkOpen} marks={[{ id: 'm', fromMs: 90_000, toMs: 90_000, label: '1.2', title: 'Greeting' }]} />
    </QueryClientProvider>, { services: [[ApiService, { clientOf: () => ({ conversations: { messages: async () => data } }) }], [PageKeyService, { register: () => ({ dispose: () => { /* nothing was added */ } }) }]] });
    await vi.waitFor(() => expect(rendered.element.querySelectorAll('.q-message')).toHaveLength(3), { timeout: 10_000 });
    return rendered.element;
}

it('says how long the customer waited, and that the last message was not answered', async () => {
    const element = await show(React.createRef());
    expect(element.querySelector('.q-timeliness')!.textContent).toContain('90 s');
    expect(element.querySelector('.q-timeliness-open')).not.toBeNull();
    expect(element.querySelectorAll('.q-message')[1]!.textContent).toContain('replied after 90 s');
});

it('marks the message one is at, and finds the message of a mark again', async () => {
    const player = React.createRef<EvidencePlayer>();
    const opened = vi.fn();
    const element = await show(player, opened);
    expect(player.current!.markNow()).toEqual({ fromMs: 0, toMs: 0 });
    await React.act(async () => { element.querySelectorAll<HTMLElement>('.q-message')[2]!.click(); });
    expect(player.current!.markNow()).toEqual({ fromMs: 90_001, toMs: 90_001 });
    await React.act(async () => { player.current!.playRange([90_000, 90_000]); });
    expect(element.querySelector('.q-message[aria-current]')!.textContent).toContain('Good morning.');
    await React.act(async () => { element.querySelector<HTMLElement>('.q-message-mark')!.click(); });
    expect(opened).toHaveBeenCalledWith('m');
});
