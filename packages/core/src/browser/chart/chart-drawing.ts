import type { ECharts } from 'echarts/core';
import * as React from '@theia/core/shared/react';
import { palettes, useColors } from '../theming';
import type { ChartData, ChartOpening } from './chart-data';
import { chartOption } from './chart-option';

/** The width of what is printed on A4 between its margins, in CSS pixels. */
const paperWidth = 680;
/** Pixels from a point in a plane within which it is meant: what is pressed is at least 24 wide (WCAG 2.5.8). */
const reach = 12;

type Library = typeof import('./chart-library.js');

/** The library in a loaded module, whichever of the two shapes a bundler has given it. */
const libraryOf = (module: Library | { readonly default: Library }): Library => 'default' in module ? module.default : module;

const placeOfSeries = (chart: ECharts, id: string | undefined): number => Math.max(0, (chart.getOption() as { series?: readonly { id?: string }[] }).series?.findIndex(each => each.id === id) ?? 0);

/** The category whose strip of the picture is there; nothing beside them. In a plane, the point that is near enough to be meant. */
function placeAt(chart: ECharts, data: ChartData, point: [number, number]): number | undefined {
    const finder = { xAxisIndex: 0, yAxisIndex: 0 };
    if (!chart.containPixel('grid', point)) {
        return undefined;
    }
    if (data.across) {
        const { values } = data.across;
        const distances = values.map((across, place) => {
            const value = data.series[0]?.values[place];
            const at = typeof across === 'number' && typeof value === 'number' ? chart.convertToPixel(finder, [across, value]) : undefined;
            return at ? Math.hypot(at[0]! - point[0], at[1]! - point[1]) : Infinity;
        });
        const nearest = Math.min(...distances);
        return nearest <= reach ? distances.indexOf(nearest) : undefined;
    }
    const place = Math.round(chart.convertFromPixel(finder, point)[data.sideways ? 1 : 0]!);
    return place >= 0 && place < data.categories.length ? place : undefined;
}

/**
 * Keeps a drawing in an element: in the colours of the theme and the size of the element, and, while it is printed, dark on white in the
 * width of the paper. With an opening, pressing a category opens it.
 *
 * @param pointed the category whose figures are shown beside the picture, for who goes by keys
 */
export function useDrawing(data: ChartData, opening?: ChartOpening, pointed: number | null = null): React.RefCallback<HTMLElement> {
    const palette = useColors();
    const [chart, setChart] = React.useState<ECharts>();
    const [element, hold] = React.useState<HTMLElement | null>(null);
    React.useEffect(() => {
        if (!element) {
            return undefined;
        }
        let drawing: ECharts | undefined;
        let left = false;
        const sized = new ResizeObserver(() => drawing?.resize());
        void import('./chart-library.js').then(module => {
            if (!left) {
                drawing = libraryOf(module).init(element, null, { renderer: 'svg' });
                sized.observe(element);
                setChart(drawing);
            }
        });
        return () => {
            left = true;
            sized.disconnect();
            drawing?.dispose();
        };
    }, [element]);
    React.useEffect(() => {
        if (!chart || chart.isDisposed()) {
            return undefined;
        }
        const draw = (colors: typeof palette, width: number | 'auto'): void => {
            chart.setOption(chartOption(data, colors, opening), { notMerge: true });
            chart.resize({ width });
            chart.getZr().flush();
        };
        draw(palette, 'auto');
        const print = (): void => draw(palettes.light, paperWidth);
        const printed = (): void => draw(palette, 'auto');
        window.addEventListener('beforeprint', print);
        window.addEventListener('afterprint', printed);
        return () => {
            window.removeEventListener('beforeprint', print);
            window.removeEventListener('afterprint', printed);
        };
    }, [chart, data, palette, opening]);
    React.useEffect(() => {
        if (!chart || chart.isDisposed() || !opening) {
            return undefined;
        }
        const under = ({ offsetX, offsetY }: { readonly offsetX: number; readonly offsetY: number }) => {
            const place = placeAt(chart, data, [offsetX, offsetY]);
            return place === undefined ? undefined : opening.at(place);
        };
        const move = (event: { readonly offsetX: number; readonly offsetY: number }): void => { if (under(event)) { chart.getZr().setCursorStyle('pointer'); } };
        const press = (event: { readonly offsetX: number; readonly offsetY: number }): void => under(event)?.();
        chart.getZr().on('mousemove', move);
        chart.getZr().on('click', press);
        return () => {
            if (!chart.isDisposed()) {
                chart.getZr().off('mousemove', move);
                chart.getZr().off('click', press);
            }
        };
    }, [chart, data, opening]);
    React.useEffect(() => {
        if (chart && !chart.isDisposed()) {
            // of a series that is never silent: an interval is
            const seriesId = data.series.find(each => !each.guide)?.id;
            chart.dispatchAction(pointed === null ? { type: 'hideTip' } : { type: 'showTip', seriesId, seriesIndex: placeOfSeries(chart, seriesId), dataIndex: pointed });
        }
    }, [chart, data, palette, pointed]);
    return hold;
}
