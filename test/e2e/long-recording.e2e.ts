import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { type Api, apiOf } from './harness/api';
import { shown, useBrowser } from './harness/browser';
import { importCall } from './harness/calls';
import { callWave, longCallWave } from './harness/wave';
import { wordsIn } from './harness/words';

const { url } = inject('product');
const visits = useBrowser();
const say = wordsIn('en');

const short = 2;
/** Two hours in the long form: 110 MB. */
const long = process.env.EARSHOT_LONG === '1' ? 120 : 12;
const bytesPerMinute = 60 * 8000 * 2;
const timeout = 900_000;

/** What the browser asks of a recording, and how many bytes of each kind have come so far, by the last part of the address. */
interface Traffic {
    readonly asked: readonly { readonly kind: string; readonly url: string; readonly range: string | undefined }[];
    bytes(kind: string): number;
    /** All bytes of all answers of the interface. */
    total(): number;
}

const kindOf = (address: string): string => /\/media\/recordings\/[^/]+\/(peaks|audio|activity)/.exec(address)?.[1] ?? 'other';

const watchTraffic = async (page: Page): Promise<Traffic> => {
    const asked: { kind: string; url: string; range: string | undefined }[] = [];
    const kinds = new Map<string, string>();
    const bytes = new Map<string, number>();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
        if (request.url.startsWith(`${url}/api/`)) {
            kinds.set(requestId, kindOf(request.url));
            asked.push({ kind: kindOf(request.url), url: request.url, range: Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'range')?.[1] });
        }
    });
    session.on('Network.dataReceived', ({ requestId, dataLength }) => {
        const kind = kinds.get(requestId);
        if (kind) {
            bytes.set(kind, (bytes.get(kind) ?? 0) + dataLength);
        }
    });
    return { asked, bytes: kind => bytes.get(kind) ?? 0, total: () => [...bytes.values()].reduce((sum, each) => sum + each, 0) };
};

/** A call opened from nothing until its waveform is painted, with what that took. */
const openCall = async (id: string): Promise<{ readonly page: Page; readonly traffic: Traffic }> => {
    const page = await (await visits.context({ login: 'grace' })).newPage();
    const traffic = await watchTraffic(page);
    await page.goto(`${url}/#/quality/calls/${id}`);
    await shown(page);
    await page.getByRole('slider', { name: say('media/player/slider') }).waitFor();
    await expect.poll(() => page.locator('.m-waves').evaluate(element => {
        const canvases = [...element.querySelectorAll('*')].flatMap(each => [...each.shadowRoot?.querySelectorAll('canvas') ?? []]);
        return canvases.some(each => each.width > 0 && new Set(each.getContext('2d')!.getImageData(0, 0, each.width, each.height).data).size > 2);
    })).toBe(true);
    return { page, traffic };
};

const bringIn = async (api: Api, audio: Buffer, callId: string): Promise<string> => (await importCall(api, audio, { callId })).id;

it(`a recording of ${long} minutes opens with as little as one of ${short}, and plays from anywhere`, { timeout }, async () => {
    // both made before the first request: while one is made, nothing is noticed of a connection that ends
    const [shortWave, longWave] = [callWave(short * 60_000, 900), longCallWave(long)];
    const api = await apiOf('grace');
    const [brief, lengthy] = [await bringIn(api, shortWave, 'Short one'), await bringIn(api, longWave, 'Long one')];

    const { page: briefPage, traffic: briefTraffic } = await openCall(brief);
    const { page, traffic } = await openCall(lengthy);
    const count = (of: Traffic, kind: string): number => of.asked.filter(each => each.kind === kind).length;
    // one level of the waveform: a few peaks for each pixel, whatever the length
    expect(count(traffic, 'peaks')).toBe(1);
    expect(count(traffic, 'peaks')).toBe(count(briefTraffic, 'peaks'));
    expect(traffic.bytes('peaks')).toBeGreaterThan(300);
    expect(traffic.bytes('peaks')).toBeLessThan(64_000);
    expect(count(traffic, 'activity')).toBe(1);
    await briefPage.close();

    // from the last tenth: the bytes there, and not those before
    const slider = page.getByRole('slider', { name: say('media/player/slider') });
    const { width } = (await slider.boundingBox())!;
    await slider.click({ position: { x: width * 0.9, y: 4 } });
    const position = async (): Promise<number> => Number(await slider.getAttribute('aria-valuenow'));
    const from = await position();
    expect(from).toBeGreaterThan(long * 60 * 0.88);
    await page.keyboard.press('Control+Space');
    await expect.poll(position).toBeGreaterThan(from + 1);
    const starts = traffic.asked.filter(each => each.kind === 'audio').map(each => Number(/^bytes=(\d+)-/.exec(each.range ?? '')?.[1] ?? Number.NaN));
    expect(starts.every(each => !Number.isNaN(each))).toBe(true);
    expect(Math.max(...starts)).toBeGreaterThan(long * bytesPerMinute * 0.8);
    expect(traffic.bytes('audio')).toBeLessThan(long * bytesPerMinute / 2);
    expect(count(traffic, 'peaks')).toBe(1);
});
