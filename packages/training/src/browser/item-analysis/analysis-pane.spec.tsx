import { ApiService } from '@earshot/core/lib/browser/application';
import { Store } from '@earshot/core/lib/browser/application/store';
import { NavigationService, PageRegistry } from '@earshot/core/lib/browser/navigation';
import { click, type Rendered, renderWidget } from '@earshot/core/lib/browser/testing/render-widget';
import { AppearanceService } from '@earshot/core/lib/browser/theming';
import * as React from '@theia/core/shared/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnalysedItemRow, ExamAnalysisView } from '../../common/item-analysis/item-analysis-contract';
import { AnalysisPane } from './analysis-pane';

const figure = (value: number | null) => ({ value, reason: value === null ? 'no-variation' as const : null });
const item = (number: number, name: string, about: Partial<AnalysedItemRow>): AnalysedItemRow => ({
    questionId: `0190a000-0000-7000-8000-00000000000${number}`, versionId: '0190a000-0000-7000-8000-000000000099', name, kind: 'single', prompt: `Prompt of ${name}`, points: 1, n: 12, otherWording: 0,
    difficulty: figure(0.5), variance: figure(0.25), discrimination: figure(0.4), itemRest: figure(0.3), alphaIfDeleted: figure(0.6), options: null, concern: null, times: null, ...about
});
const analysis: ExamAnalysisView = {
    number: 2, versions: [{ number: 2, publishedAt: '2026-10-01T00:00:00.000Z', people: 12 }, { number: 1, publishedAt: '2026-09-01T00:00:00.000Z', people: 3 }], people: 12, most: 1000, hidden: null, fewest: 10,
    test: { n: 12, groupSize: 3, of: 3, mean: figure(1.9), standardDeviation: figure(0.8), alpha: figure(0.61), kr20: figure(null), standardErrorOfMeasurement: figure(0.5), medianMinutes: 14 },
    items: [
        item(1, 'Greeting', { discrimination: figure(0.7) }), item(2, 'Backwards', { discrimination: figure(-0.4), concern: 'negative', options: [{ text: 'Right one', share: 1, all: 5, upper: 0, lower: 3 }, { text: 'Tempting', share: 0, all: 7, upper: 3, lower: 0 }] }),
        item(3, 'Known', { times: { n: 12, lowerQuartile: 8000, median: 12_400, upperQuartile: 31_000, rapid: { underMs: 1900, people: 2 } }, difficulty: figure(1), itemRest: figure(null), concern: 'everybody' })
    ]
};

let rendered: Rendered;
const show = async (view: ExamAnalysisView): Promise<HTMLElement> => {
    const get = vi.fn(async () => view);
    rendered = await renderWidget(<AnalysisPane examId='0190a000-0000-7000-8000-000000000010' asked='2' />, {
        session: { permissions: { 'question:read': 'all' } },
        services: [
            [ApiService, { clientOf: () => ({ itemAnalyses: { get }, search: {} }) }], [NavigationService, { route: new Store({ path: '/', search: '' }), setQuery: () => { /* no address */ }, navigate: async () => { /* nowhere */ } }],
            [PageRegistry, { pathOf: () => undefined }], [AppearanceService, { theme: new Store('light') }]
        ]
    });
    await vi.waitFor(() => expect(rendered.element.querySelector('.t-analysis')).not.toBeNull(), { timeout: 20_000 });
    expect(get).toHaveBeenCalledWith({ id: '0190a000-0000-7000-8000-000000000010', number: 2 }, expect.anything());
    return rendered.element;
};
const names = (): string[] => [...rendered.element.querySelectorAll('[data-index]')].map(row => ['Greeting', 'Backwards', 'Known'].find(each => row.textContent!.includes(each))!);
const heading = (title: string): HTMLElement => [...rendered.element.querySelectorAll<HTMLElement>('.e-table-sort')].find(each => each.textContent === title)!;

beforeEach(() => {
    vi.stubGlobal('ResizeObserver', class { observe() { /* jsdom has no sizes */ } unobserve() { /* nor changes */ } disconnect() { /* of them */ } });
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null); // texts are measured by a guess
});
afterEach(async () => {
    await rendered.unmount();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
});

describe('the item analysis on the screen', () => {
    it('shows figures with what they rest on, a dash with its reason, and what stands out', async () => {
        const element = await show(analysis);
        expect(element.textContent).toContain('Reliability (alpha)');
        expect(element.textContent).not.toContain('NaN');
        expect(element.textContent).toContain('Questions that stand out: 2.');
        expect(element.textContent).toContain('one answer moves it by up to 0.33');
        const known = [...element.querySelectorAll('[data-index]')].find(each => each.textContent!.includes('Known'))!;
        expect(known.querySelector('[aria-label*="nothing to compare"]')!.textContent).toBe('—');
        expect(known.textContent).toContain('Everybody is right');
    });
    it('sorts by what is asked for', async () => {
        await show(analysis);
        expect(names()).toEqual(['Greeting', 'Backwards', 'Known']);
        await click(heading('Discrimination'));
        expect(names()).toEqual(['Greeting', 'Known', 'Backwards']);
        await click(heading('With the rest'));
        expect(names().at(-1)).toBe('Known');
    });
    it('tells of a question what the best and the weakest have chosen', async () => {
        const element = await show(analysis);
        await click([...element.querySelectorAll('[data-index]')].find(each => each.textContent!.includes('Backwards'))!);
        await vi.waitFor(() => expect(element.querySelector('.t-distractors')).not.toBeNull(), { timeout: 20_000 });
        expect([...element.querySelectorAll('.t-distractors tbody tr')].map(row => [...row.children].map(each => each.textContent!.trim()))).toEqual([['Right one', '0', '3', '5'], ['Tempting', '3', '0', '7']]);
        expect(element.textContent).toContain('Is the key right');
    });
    it('says why there are no figures', async () => {
        const none = { ...analysis, test: null, items: [] };
        expect((await show({ ...none, hidden: 'too-few', people: 4 })).textContent).toContain('Too few people have sat it: 4 of 10');
        await rendered.unmount();
        expect((await show({ ...none, hidden: 'drawn' })).textContent).toContain('drawn at random');
    });
});
