import * as React from '@theia/core/shared/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiService } from '@earshot/core/lib/browser/application';
import { renderWidget, type Rendered } from '@earshot/core/lib/browser/testing/render-widget';
import type { Recording } from '../../common/media-contract';
import type { MaskSuggestion, Transcript } from '../../common/transcript/transcript-contract';
import { estimatedWords } from '../../common/transcript/words';
import type { PlayerController } from '../player/player-controller';
import { TranscriptPane } from './transcript-pane';

const id = '01a200a3-7c46-76bb-a4cd-05102fb9fd17';
const turn = (role: 'agent' | 'customer', fromMs: number, toMs: number, text: string) => ({ fromMs, toMs, role, speaker: null, words: [...estimatedWords(text, fromMs, toMs)] });
const transcript: Transcript = {
    recordingId: id, format: 'earshot', timing: 'words', problems: [], importedAt: '2026-11-22T10:00:00.000Z',
    turns: [turn('agent', 0, 2000, '您好，請問賬戶號碼？'), { ...turn('customer', 3000, 6000, 'x'), words: [{ text: '', fromMs: 3000, toMs: 6000, hidden: true }] }, turn('agent', 7000, 9000, '谢谢，您的账户没有问题。')]
};
let shown: Rendered;
let uploaded: { readonly path: string; readonly body: unknown } | undefined;
const mask = vi.fn(async () => ({ id, masks: [] }));
const player = { current: { positionMs: 0, playing: false, seek: vi.fn(), play: vi.fn(), playRange: vi.fn() } };

async function show(data: Transcript | null, suggestions: readonly MaskSuggestion[] = [], permissions: readonly string[] = []): Promise<void> {
    player.current.positionMs = 0;
    const recording = { id, state: 'ready', maskState: 'none', masks: [], revision: 'r' } as unknown as Recording;
    const client = { recording: { get: async () => recording, mask }, transcript: { get: async () => data, suggestMasks: async () => suggestions } };
    const stream = async (path: string, init?: RequestInit): Promise<Response> => {
        uploaded = { path, body: init?.body };
        return Response.json({ turns: 3, problems: [] });
    };
    shown = await renderWidget(<TranscriptPane recordingId={id} player={player as unknown as React.RefObject<PlayerController>} />, {
        services: [[ApiService, { clientOf: () => client, stream }]], session: { permissions: Object.fromEntries(['recording:listen', ...permissions].map(each => [each, 'all' as const])) }
    });
    await React.act(async () => { await new Promise(resolve => { setTimeout(resolve, 0); }); });
}
afterEach(async () => {
    await shown.unmount();
    vi.clearAllMocks();
});

const all = (selector: string): HTMLElement[] => [...shown.element.querySelectorAll<HTMLElement>(selector)];
const click = (element: Element | undefined): Promise<void> => React.act(async () => { element!.dispatchEvent(new MouseEvent('click', { bubbles: true })); });
const type = (text: string): Promise<void> => React.act(async () => {
    const input = all('input')[0] as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
});
const key = (name: string, more: KeyboardEventInit = {}): Promise<void> => React.act(async () => { all('input')[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })); });

describe('a transcript', () => {
    it('says who says what when, and that something is masked, without a word of it', async () => {
        await show(transcript);
        expect(all('.m-said').map(each => each.textContent)).toEqual(['0:00Agent您好，請問賬戶號碼？', '0:03Customermasked', '0:07Agent谢谢，您的账户没有问题。']);
    });

    it('shows which word is said, in step with the sound', async () => {
        await show(transcript);
        await vi.waitFor(() => expect(all('[data-said]').map(each => each.textContent)).toEqual(['您']), { timeout: 10_000 });
        player.current.positionMs = 7400;
        await vi.waitFor(async () => {
            await React.act(async () => { await new Promise(resolve => { setTimeout(resolve, 150); }); });
            expect(all('[aria-current=true]').map(each => each.dataset.turn)).toEqual(['2']);
        }, { timeout: 10_000 });
        expect(all('[data-said]')).toHaveLength(1);
    });

    it('plays from the word that is pressed', async () => {
        await show(transcript);
        const word = all('.m-said-words span').find(each => each.textContent === '账');
        await click(word);
        expect([player.current.seek.mock.lastCall, player.current.play.mock.calls.length]).toEqual([[Number(word!.dataset.from)], 1]);
    });

    it('is searched in either script; Enter goes from place to place', async () => {
        await show(transcript);
        await type('账户');
        expect([all('.m-said-hit').map(each => each.textContent).join(''), all('[role=status]')[0]!.textContent]).toEqual(['賬戶账户', '1 of 2']);
        await key('Enter');
        expect(all('.m-said-hit-open').map(each => each.textContent).join('')).toBe('账户');
        expect(player.current.seek.mock.lastCall![0]).toBeGreaterThan(7000);
        await key('Enter', { shiftKey: true });
        expect(all('.m-said-hit-open').map(each => each.textContent).join('')).toBe('賬戶');
        await type('挂失');
        expect(all('[role=status]')[0]!.textContent).toBe('not said');
    });

    it('stands still when the reader scrolls, until asked to follow again', async () => {
        await show(transcript);
        const list = all('ol')[0]!;
        await React.act(async () => { await new Promise(resolve => { setTimeout(resolve, 300); }); list.dispatchEvent(new Event('scroll', { bubbles: true })); });
        const follow = all('button').find(each => each.textContent === 'Follow the sound');
        await click(follow);
        expect(all('button').some(each => each.textContent === 'Follow the sound')).toBe(false);
    });

    it('proposes to those who may what to mask, at one press', async () => {
        const suggestion: MaskSuggestion = { fromMs: 3000, toMs: 6000, reason: 'card-number', digits: 16, checked: true };
        await show(transcript, [suggestion]);
        expect(all('.m-suggestions')).toEqual([]);
        await shown.unmount();
        await show(transcript, [suggestion, { ...suggestion, fromMs: 8000, toMs: 9000, reason: 'other', checked: false }], ['recording:mask']);
        await vi.waitFor(async () => {
            await React.act(async () => { await new Promise(resolve => { setTimeout(resolve, 10); }); });
            expect(all('.m-suggestions li')).toHaveLength(2);
        }, { timeout: 10_000 });
        expect(all('.m-suggestions li').map(each => each.textContent)).toEqual(['Card number 0:03 to 0:0616 digits read out, the check digit is rightMask', 'Other 0:08 to 0:0916 digits read outMask']);
        await click(all('.m-suggestions button').find(each => each.getAttribute('aria-label') === 'Leave it as it is'));
        expect(all('.m-suggestions li')).toHaveLength(1);
        await click(all('.m-suggestions button').find(each => each.textContent === 'Mask'));
        expect(mask).toHaveBeenCalledWith({ id, fromMs: 8000, toMs: 9000, reason: 'other' });
    });
});

describe('where there is none', () => {
    it('it says so, and those who may bring one in', async () => {
        await show(null);
        expect(all('button')).toEqual([]);
        await shown.unmount();
        await show(null, [], ['recording:transcribe']);
        const input = all('input[type=file]')[0] as HTMLInputElement;
        const file = new File(['WEBVTT'], 'a.vtt');
        Object.defineProperty(input, 'files', { value: [file] });
        await React.act(async () => { input.dispatchEvent(new Event('change', { bubbles: true })); });
        await vi.waitFor(() => expect(uploaded).toEqual({ path: `/media/recordings/${id}/transcript`, body: file }));
    });
});
