import type { ECharts } from 'echarts/core';
import * as React from '@theia/core/shared/react';
import { palettes, useColors } from '../theming';
import type { ChartData } from './chart-data';
import { chartOption } from './chart-option';

/** The width of what is printed on A4 between its margins, in CSS pixels. */
const paperWidth = 680;

type Library = typeof import('./chart-library.js');

/** The library in a loaded module, whichever of the two shapes a bundler has given it. */
const libraryOf = (module: Library | { readonly default: Library }): Library => 'default' in module ? module.default : module;

/**
 * Keeps a drawing in an element: in the colours of the theme and the size of the element, and, while it is printed, dark on white in the
 * width of the paper.
 */
export function useDrawing(data: ChartData): React.RefCallback<HTMLElement> {
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
            chart.setOption(chartOption(data, colors), { notMerge: true });
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
    }, [chart, data, palette]);
    return hold;
}
