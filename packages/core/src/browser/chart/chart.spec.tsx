import * as React from '@theia/core/shared/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { AppearanceService, palettes, themeIds } from '../theming';
import { Store } from '../application/store';
import { click, focus, press, renderWidget, type Rendered } from '../testing/render-widget';
import { Chart } from './chart';
import { type ChartData, type ChartOpening, tableOf } from './chart-data';
import { chartOption } from './chart-option';

const data: ChartData = {
    over: 'Week', categories: ['46', '47', '48'], scale: { format: value => `${value} %`, min: 0 },
    series: [
        { id: 'mean', name: 'Mean', kind: 'line', values: [80, null, 90], low: [75, null, 85], high: [85, null, 95], color: 'accent', marks: [null, null, 'outside the limits'] },
        { id: 'limit', name: 'Limit', kind: 'line', values: [70, 70, 70], color: 'quiet', line: 'dashed', guide: true }
    ]
};
let shown: Rendered | undefined;
const show = async (given: ChartData, opening?: ChartOpening) => { shown = await renderWidget(<Chart title='Scores' summary='They rise.' data={given} opening={opening} />, { services: [[AppearanceService, { theme: new Store('light') }]] }); return shown.element; };

beforeAll(() => {
    vi.stubGlobal('ResizeObserver', class { observe() { /* jsdom has no sizes */ } disconnect() { /* nor changes of them */ } });
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null); // texts are measured by a guess
});
afterEach(async () => { await shown?.unmount(); });

describe('a chart', () => {
    it('is a picture that is read aloud as a sentence, and drawn by ECharts', async () => {
        const element = await show(data);
        const picture = element.querySelector('[role="img"]')!;
        expect(picture.getAttribute('aria-label')).toBe('Scores. They rise.');
        await vi.waitFor(() => expect(picture.querySelector('svg')).not.toBeNull(), { timeout: 20_000 });
    });
    it('has a table behind it, with intervals and what is said of points, and without lines that only guide the eye', async () => {
        const element = await show(data);
        await click([...element.querySelectorAll('input')].find(each => each.parentElement!.textContent === 'Table')!);
        expect([...element.querySelectorAll('tr')].map(row => [...row.children].map(each => each.textContent))).toEqual([['Week', 'Mean'], ['46', '80 % (75 %–85 %)'], ['47', '–'], ['48', '90 % (85 %–95 %) · outside the limits']]);
        expect(tableOf(data).headings).toEqual(['Week', 'Mean']);
    });
    it('says so where there is nothing to draw', async () => {
        const element = await show({ ...data, series: [{ ...data.series[0]!, values: [null, null, null] }] });
        expect(element.querySelector('[role="img"]')).toBeNull();
        expect(element.textContent).toContain('No figures for this choice.');
    });
});

describe('a chart that leads somewhere', () => {
    it('opens by keys what is read at a point, and by the rows of its table', async () => {
        const opened: number[] = [];
        const opening: ChartOpening = { hint: 'Open the week', at: place => place === 1 ? undefined : () => opened.push(place) };
        const element = await show(data, opening);
        const picture = element.querySelector<HTMLElement>('[role="slider"]')!;
        await focus(picture);
        const read = () => picture.getAttribute('aria-valuetext');
        expect(read()).toBe('46, Mean  80 % (75 %–85 %), Open the week');
        await press(picture, 'Enter');
        await press(picture, 'ArrowRight');
        expect(read()).toBe('47, Mean  –');
        await press(picture, 'Enter');
        await press(picture, 'End');
        await press(picture, 'ArrowRight');
        expect(picture.getAttribute('aria-valuenow')).toBe('3');
        await press(picture, 'Enter');
        expect(opened).toEqual([0, 2]);
        await click([...element.querySelectorAll('input')].find(each => each.parentElement!.textContent === 'Table')!);
        const buttons = [...element.querySelectorAll('tbody button')];
        expect(buttons.map(each => each.textContent)).toEqual(['46', '48']);
        await click(buttons[1]!);
        expect(opened).toEqual([0, 2, 2]);
    });
    it('says so where the figures of a point are read', () => {
        const { tooltip } = chartOption(data, palettes.light, { hint: 'Open the week', at: place => place === 0 ? () => { } : undefined }) as { tooltip: { formatter(points: readonly { dataIndex: number }[]): string } };
        expect([0, 2].map(dataIndex => tooltip.formatter([{ dataIndex }]).split('\n').at(-1))).toEqual(['Open the week', 'Mean  90 % (85 %–95 %) · outside the limits']);
    });
});

describe('what is drawn', () => {
    it('takes its colours from the theme and names no others', () => {
        for (const theme of themeIds) {
            const colors = new Set(JSON.stringify(chartOption(data, palettes[theme])).match(/#[0-9a-f]{3,8}\b/gi));
            expect([...colors].filter(each => !Object.values(palettes[theme]).includes(each)), theme).toEqual([]);
            expect(colors.size).toBeGreaterThan(3);
        }
    });
    it('stands in a plane where categories have a place across, which the table says as well', () => {
        const plane: ChartData = { ...data, across: { name: 'Calls', values: [3, 5, null], scale: { format: value => `${value} calls` } }, series: [{ id: 'points', name: 'Mean', kind: 'points', values: [80, null, 90], color: 'accent' }] };
        const { xAxis, series } = chartOption(plane, palettes.light) as { xAxis: { type: string; name: string }; series: { data: unknown[] }[] };
        expect(xAxis).toMatchObject({ type: 'value', name: 'Calls' });
        expect(series[0]!.data).toEqual([[3, 80], ['-', '-'], ['-', 90]]);
        expect(tableOf(plane)).toEqual({ headings: ['Week', 'Calls', 'Mean'], rows: [['46', '3 calls', '80 %'], ['47', '5 calls', '–'], ['48', '–', '90 %']] });
    });
    it('marks points by their shape, too', () => {
        const { series } = chartOption(data, palettes.light) as { series: { id: string; data: unknown[] }[] };
        expect(series.find(each => each.id === 'mean')!.data).toEqual([80, '-', expect.objectContaining({ value: 90, symbol: 'diamond' })]);
    });
});
