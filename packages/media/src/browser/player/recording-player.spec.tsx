import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Container } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiService, ContainerContext, ErrorTextService, SessionService, Store, ToastService } from '@earshot/core/lib/browser/application';
import { PageKeyService, type PageKey } from '@earshot/core/lib/browser/keyboard';
import { AppearanceService } from '@earshot/core/lib/browser/theming';
import type { Activity, Recording } from '../../common/media-contract';
import type { PlayerController } from './player-controller';
import { RecordingPlayer, type RecordingPlayerProps } from './recording-player';
import { TestMedia } from '../testing/test-media';

const figures = { speechShare: 0.7, agentTalkShare: 0.4, customerTalkShare: 0.3, silenceShare: 0.2, longestSilenceMs: 4000, talkOverCount: 1, talkOverMs: 500, holdMs: 0 };
const ready: Recording = {
    id: '01a200a3-7c46-76bb-a4cd-05102fb9fd17', state: 'ready', version: 3, problem: null, warnings: [], progress: null, container: 'wav', codec: 'mulaw', channels: 2, sampleRate: 8000, durationMs: 60_000, bytes: 960_000,
    roles: ['agent', 'customer'], figures, loudness: null, peakLevels: [], masks: [], maskState: 'none', deletion: null, transcriptDeletion: null, revision: 'r1', importedAt: '2026-11-21T10:00:00.000Z'
};
const activity: Activity = { durationMs: 60_000, segments: [[0, 1000, 5000], [1, 6000, 12_000], [0, 11_000, 14_000]], holdMusic: [], figures };
const marks = [{ id: 'a', fromMs: 6000, toMs: 9000, label: '1', title: 'Greeting' }, { id: 'b', fromMs: 40_000, toMs: 40_000, label: '2', title: 'Closing', note: 'too short' }];

const { act } = React;
let root: Root;
let place: HTMLElement;
let keys: readonly PageKey[];
let exchange: ReturnType<typeof vi.fn>;
let mask: ReturnType<typeof vi.fn>;
let liftMask: ReturnType<typeof vi.fn>;
let sent: { readonly path: string; readonly body: unknown }[];
let media: TestMedia;

beforeEach(() => {
    (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
    vi.stubGlobal('Audio', function Audio() { return media = new TestMedia(); });
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
    keys = [];
});
afterEach(async () => {
    await act(async () => root.unmount());
    place.remove();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
});

async function show(recording: Recording, props: Partial<RecordingPlayerProps> = {}, permissions: readonly string[] = ['recording:correct']): Promise<void> {
    let stored = recording;
    exchange = vi.fn(async () => stored = { ...stored, roles: [...stored.roles].reverse(), version: stored.version + 1 });
    const maskedNow = (masks: Recording['masks']): Recording => stored = { ...stored, masks, maskState: masks.length ? 'ready' : 'none', revision: `${stored.revision}+` };
    mask = vi.fn(async ({ fromMs, toMs, reason }) => maskedNow([...stored.masks, { id: 'm1', fromMs, toMs, reason }]));
    liftMask = vi.fn(async () => maskedNow([]));
    sent = [];
    const masks = async () => stored.masks.map(each => ({ ...each, madeBy: 'Lena', madeAt: '2026-11-21T10:00:00.000Z', liftedBy: null, liftedAt: null }));
    const client = { recording: { get: async () => stored, activity: async () => activity, exchangeChannels: exchange, retry: vi.fn(), mask, liftMask, masks } };
    const container = new Container();
    container.bind(ApiService).toConstantValue({ clientOf: () => client, stream: async (path: string, init?: RequestInit) => { sent.push({ path, body: init?.body && JSON.parse(init.body as string) }); return new Response(); } } as unknown as ApiService);
    const info = { permissions: Object.fromEntries(permissions.map(each => [each, 'all'])) };
    container.bind(SessionService).toConstantValue({ info, peek: () => undefined, subscribe: () => () => { }, may: (each: string) => permissions.includes(each) } as unknown as SessionService);
    container.bind(AppearanceService).toConstantValue({ theme: new Store('light') } as unknown as AppearanceService);
    container.bind(ErrorTextService).toConstantValue({ describe: String } as unknown as ErrorTextService);
    container.bind(ToastService).toSelf();
    container.bind(PageKeyService).toConstantValue({ label: (key: string) => key, register: (list: readonly PageKey[]) => { keys = list; return { dispose: () => { keys = []; } }; } } as unknown as PageKeyService);
    await act(async () => root.render(<ContainerContext.Provider value={container}><QueryClientProvider client={new QueryClient()}>
        <RecordingPlayer recordingId={recording.id} recording={recording} {...props} />
    </QueryClientProvider></ContainerContext.Provider>));
    await act(async () => { await new Promise(resolve => { setTimeout(resolve, 0); }); });
}

const button = (name: string | RegExp): HTMLButtonElement => {
    const found = [...place.querySelectorAll('button')].find(each => { const label = each.getAttribute('aria-label') ?? each.textContent ?? ''; return typeof name === 'string' ? label === name : name.test(label); });
    expect(found, `button ${name}`).toBeDefined();
    return found!;
};
const press = (name: string | RegExp): Promise<void> => act(async () => button(name).click());
const slider = (): HTMLElement => place.querySelector('[role=slider]')!;
const key = (element: HTMLElement, name: string, more: KeyboardEventInit = {}): Promise<void> => act(async () => { element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })); });

describe('a player', () => {
    it('plays and pauses by its button', async () => {
        await show(ready);
        expect(media.src).toContain(`/api/media/recordings/${ready.id}/audio?revision=r1`);
        await press('Play');
        expect(media.paused).toBe(false);
        await press('Pause');
        expect(media.paused).toBe(true);
    });

    it('tells where it is, and who speaks there, and is moved by keys', async () => {
        await show(ready);
        expect(slider().getAttribute('aria-valuetext')).toBe('0:00 of 1:00, Silence');
        await key(slider(), 'ArrowRight');
        await key(slider(), 'ArrowRight');
        expect(slider().getAttribute('aria-valuenow')).toBe('10');
        expect(slider().getAttribute('aria-valuetext')).toBe('0:10 of 1:00, Customer speaks');
        await key(slider(), 'Home');
        await key(slider(), 'ArrowUp');
        expect(slider().getAttribute('aria-valuetext')).toBe('0:01 of 1:00, Agent speaks');
        await key(slider(), ' ');
        expect(media.paused).toBe(false);
    });

    it('selects by keys, repeats what is selected, and marks it', async () => {
        const onMarkRequest = vi.fn();
        await show(ready, { onMarkRequest });
        await key(slider(), 'PageUp');
        await key(slider(), 'ArrowRight', { shiftKey: true });
        await key(slider(), 'ArrowRight', { shiftKey: true });
        expect(place.textContent).toContain('0:30.0 to 0:32.0 (2.0 s)');
        await press('Repeat the selection');
        expect(media.currentTime).toBe(30);
        await press('Mark');
        expect(onMarkRequest).toHaveBeenCalledWith({ fromMs: 30_000, toMs: 32_000 });
        await key(slider(), 'Escape');
        expect(place.textContent).not.toContain('(2.0 s)');
        await act(async () => keys.find(each => each.keys === 'm')!.run());
        expect(onMarkRequest).toHaveBeenLastCalledWith({ fromMs: 30_000, toMs: 30_000 });
    });

    it('lists marks in words, and plays them', async () => {
        const onMarkOpen = vi.fn();
        await show(ready, { marks, onMarkOpen });
        await press('Marks (2)');
        expect([...place.querySelectorAll('.m-list li')].map(each => each.textContent)).toEqual(['0:06 to 0:091Greeting', '0:402Closingtoo short']);
        await press(/2Closing/);
        expect([media.currentTime, media.paused]).toEqual([39, false]);
        expect(onMarkOpen).toHaveBeenCalledWith('b');
    });

    it('tells in words who speaks when, and plays from there', async () => {
        await show(ready);
        await press('Who speaks when, in words');
        expect([...place.querySelectorAll('tbody tr')].slice(0, 4).map(each => each.textContent)).toEqual(['Silence0:00 to 0:011.0 s', 'Agent speaks0:01 to 0:054.0 s', 'Silence0:05 to 0:061.0 s', 'Customer speaks0:06 to 0:115.0 s']);
        await press('0:06 to 0:11');
        expect([media.currentTime, media.paused]).toEqual([6, false]);
    });

    it('is led by the page through its controller', async () => {
        const controller = React.createRef<PlayerController>();
        await show(ready, { controllerRef: controller, keys: 'none' });
        expect(keys).toEqual([]);
        await act(async () => { controller.current!.seek(20_000); controller.current!.faster(); controller.current!.select([21_000, 23_000]); controller.current!.toggle(); });
        expect([media.currentTime, media.playbackRate, media.paused]).toEqual([20, 1.25, false]);
        expect(controller.current!.markNow()).toEqual({ fromMs: 21_000, toMs: 23_000 });
    });

    it('tells what was listened to when it goes away', async () => {
        const onListened = vi.fn();
        await show(ready, { onListened, listened: [[0, 30_000]] });
        expect(place.textContent).toContain('listened 50%');
        await press('Play');
        await act(async () => { media.pass(100); media.pass(100); });
        await act(async () => root.render(<></>));
        expect(onListened).toHaveBeenCalledTimes(1);
        expect(onListened.mock.calls[0]![0]).toEqual([[0, 200]]);
    });

    it('says what every band means, whose channel has a name or not', async () => {
        await show(ready);
        expect([...place.querySelectorAll('.m-legend li')].map(each => each.textContent)).toEqual(['agent', 'customer', 'both', 'silence']);
    });

    it.each([[28, true], [36, false], [44, false]])('puts name and volume side by side where %i pixels are too low for both', async (channelHeight, low) => {
        await show(ready, { channelHeight });
        expect([...place.querySelectorAll('.m-channel')].map(each => each.hasAttribute('data-low'))).toEqual([low, low]);
    });

    it('exchanges the channels where the person may, and not on mono', async () => {
        await show(ready);
        expect([...place.querySelectorAll('.m-channel-name')].map(each => each.textContent)).toEqual(['Agent', 'Customer']);
        await press(/exchange them/);
        expect(exchange).toHaveBeenCalledWith({ id: ready.id, version: 3 });
        await vi.waitFor(() => expect([...place.querySelectorAll('.m-channel-name')].map(each => each.textContent)).toEqual(['Customer', 'Agent']));
        await act(async () => root.render(<></>));
        await show(ready, {}, []);
        expect([...place.querySelectorAll('button')].some(each => /exchange/.test(each.getAttribute('aria-label') ?? ''))).toBe(false);
    });
});

describe('masking', () => {
    const masked: Recording = { ...ready, maskState: 'ready', masks: [{ id: 'm1', fromMs: 10_000, toMs: 12_000, reason: 'card-number' }] };
    const dialog = (): HTMLElement => document.querySelector('[role=dialog]')!;
    const submit = (): Promise<void> => act(async () => { dialog().querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })); });

    it('hides what is selected, for a reason; playing goes on where it was, with nothing left of what was loaded', async () => {
        await show(ready, {}, ['recording:mask']);
        await press('Play');
        await key(slider(), 'PageUp');
        await key(slider(), 'ArrowRight', { shiftKey: true });
        await key(slider(), 'ArrowRight', { shiftKey: true });
        await act(async () => keys.find(each => each.keys === 'x')!.run());
        expect([...dialog().querySelectorAll('input')].slice(0, 2).map(each => each.value)).toEqual(['30', '32']);
        const before = media;
        await act(async () => dialog().querySelectorAll<HTMLElement>('input[type=radio]')[2]!.click());
        await submit();
        expect(mask).toHaveBeenCalledWith({ id: ready.id, fromMs: 30_000, toMs: 32_000, reason: 'health' });
        await vi.waitFor(() => expect(media).not.toBe(before));
        expect([media.currentTime, media.paused, before.src]).toEqual([32, false, '']);
        expect(media.src).toContain('revision=r1%2B');
        expect(document.querySelector('[role=dialog]')).toBeNull();
        button('Masked parts (1)');
    });

    it('offers the last two seconds where nothing is selected', async () => {
        await show(ready, {}, ['recording:mask']);
        await key(slider(), 'PageUp');
        await act(async () => keys.find(each => each.keys === 'x')!.run());
        expect([...dialog().querySelectorAll('input')].slice(0, 2).map(each => each.value)).toEqual(['28', '30']);
    });

    it('is not offered to those who may not', async () => {
        await show(masked);
        expect(keys.some(each => each.keys === 'x')).toBe(false);
        await press('Masked parts (1)');
        expect([...place.querySelectorAll('.m-masks li')].map(each => each.textContent)).toEqual(['0:10 to 0:12Card number']);
        expect([...place.querySelectorAll('button')].some(each => /Lift|Hear masked/.test(each.textContent ?? ''))).toBe(false);
    });

    it('is lifted by those who may, who hear what is masked only when they say so', async () => {
        await show(masked, {}, ['recording:mask', 'recording:unmask']);
        expect(media.src).not.toContain('masks=lifted');
        await press('Hear masked parts');
        expect(media.src).toContain('masks=lifted');
        await press('Play');
        await act(async () => { media.pass(100); media.pass(100); });
        await press('Pause');
        expect(sent.at(-1)).toMatchObject({ path: `/media/recordings/${ready.id}/listening`, body: { unmasked: true, ranges: [[0, 200]] } });
        await press('Masked parts (1)');
        await vi.waitFor(() => expect(place.querySelector('.m-masks')?.textContent).toContain('masked by Lena'));
        await press('Lift');
        expect(liftMask).toHaveBeenCalledWith({ id: ready.id, maskId: 'm1' });
        await vi.waitFor(() => expect(media.src).not.toContain('masks=lifted'));
    });

    it('says so while the recording is converted, and lets nobody listen meanwhile', async () => {
        await show({ ...masked, maskState: 'preparing' });
        expect(place.textContent).toContain('A part of this recording is being masked');
        expect(place.querySelector('[role=slider]')).toBeNull();
    });
});

describe('instead of a player', () => {
    it('stands how far processing is', async () => {
        await show({ ...ready, state: 'processing', progress: 0.4 });
        expect(place.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('40');
    });
    it('stands why there is none, with a way to try again', async () => {
        await show({ ...ready, state: 'failed', problem: { code: 'ffmpeg-needed', detail: {} } });
        expect(place.textContent).toContain('needs ffmpeg');
        button('Process again');
    });
    it('stands a warning above one that breaks off', async () => {
        await show({ ...ready, warnings: ['truncated'] });
        expect(place.textContent).toContain('This recording breaks off');
        button('Play');
    });
});
