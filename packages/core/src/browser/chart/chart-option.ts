import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../theming/palette';
import { type ChartData, type ChartOpening, type ChartScale, type ChartSeries, readAcross, readAt } from './chart-data';

const [text, small] = [13, 12];
const font = '"Segoe UI", system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** What ECharts is asked to draw: in the colours of the theme, each series with a line or sign of its own besides its colour. */
export function chartOption(data: ChartData, palette: Palette, opening?: ChartOpening): EChartsCoreOption {
    const category = {
        type: 'category', data: data.categories, inverse: data.sideways, axisLine: { lineStyle: { color: palette.lineStrong } }, axisTick: { show: false },
        axisLabel: { color: palette.quiet, fontSize: small, hideOverlap: true, ...data.sideways ? { width: 180, overflow: 'truncate' } : {} }
    };
    const value = (scale: ChartScale, second: boolean) => ({
        type: 'value', scale: scale.min === undefined, min: scale.min, max: scale.max,
        axisLabel: { color: palette.quiet, fontSize: small, formatter: (each: number) => scale.format(each) }, splitLine: { show: !second, lineStyle: { color: palette.line } }
    });
    const across = data.across && { ...value(data.across.scale, false), name: data.across.name, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: palette.quiet, fontSize: small }, axisLine: { show: true, lineStyle: { color: palette.lineStrong } } };
    const values = [value(data.scale, false), ...data.secondScale ? [value(data.secondScale, true)] : []];
    return {
        animation: false, textStyle: { fontFamily: font, fontSize: text, color: palette.ink }, backgroundColor: 'transparent',
        aria: { enabled: true, label: { enabled: false }, decal: { show: data.series.filter(each => each.kind === 'bar').length > 1 } },
        grid: { left: 8, right: 16, top: 44, bottom: data.across ? 28 : 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        legend: { top: 0, left: 0, itemGap: 16, itemWidth: 26, textStyle: { color: palette.ink, fontSize: small }, data: data.series.map(each => ({ name: each.name, ...each.guide ? { itemStyle: { opacity: 0 } } : {} })), selectedMode: false },
        tooltip: {
            trigger: data.across ? 'item' : 'axis', renderMode: 'richText', confine: true, backgroundColor: palette.raised, borderColor: palette.lineStrong, borderWidth: 1, padding: [8, 12], textStyle: { color: palette.ink, fontSize: text, lineHeight: 20 },
            axisPointer: { type: data.series.some(each => each.kind === 'bar') || data.sideways ? 'shadow' : 'line', lineStyle: { color: palette.lineStrong }, shadowStyle: { color: palette.hover, opacity: 0.5 } },
            formatter: (points: { dataIndex: number } | readonly { dataIndex: number }[]) => toldAt(data, ('dataIndex' in points ? points : points[0])?.dataIndex ?? 0, opening)
        },
        ...data.sideways ? { yAxis: category, xAxis: values } : { xAxis: across ?? category, yAxis: values },
        series: data.series.flatMap(each => [...each.low && each.high ? [interval(each, data, palette)] : [], drawn(each, data, palette)])
    };
}

/** What is read at a category, line by line; the last says what pressing there does. */
export const toldAt = (data: ChartData, place: number, opening?: ChartOpening): string =>
    [data.categories[place] ?? '', ...data.across ? [`${data.across.name}  ${readAcross(data.across, place)}`] : [], ...data.series.filter(each => !each.guide).map(each => `${each.name}  ${readAt(data, each, place)}`), ...opening?.at(place) ? [opening.hint] : []].join('\n');

const axis = (series: ChartSeries, data: ChartData) => ({ [data.sideways ? 'xAxisIndex' : 'yAxisIndex']: series.second && data.secondScale ? 1 : 0 });

function drawn(series: ChartSeries, data: ChartData, palette: Palette) {
    const color = palette[series.color];
    const symbol = series.symbol ?? (series.guide ? 'none' : 'circle');
    const at = (value: number, place: number) => data.across ? [data.across.values[place] ?? '-', value] : value;
    const values = series.values.map((value, place) => value === null ? data.across ? ['-', '-'] : '-'
        : series.marks?.[place] ? { value: at(value, place), symbol: 'diamond', symbolSize: 14, itemStyle: { color: palette.critical, borderColor: palette.surface, borderWidth: 2 } } : at(value, place));
    return {
        id: series.id, name: series.name, type: series.kind === 'bar' ? 'bar' : 'line', data: values, ...axis(series, data), color, z: series.guide ? 2 : 3,
        ...series.kind === 'bar' ? { barMaxWidth: 28, barCategoryGap: '35%' } : {
            step: series.kind === 'step' ? 'middle' : false, symbol, symbolSize: series.kind === 'points' ? 10 : 7, showSymbol: symbol !== 'none', showAllSymbol: true, connectNulls: series.kind === 'line',
            lineStyle: { color, type: series.line ?? 'solid', width: series.kind === 'points' ? 0 : series.guide ? 1.5 : 2.25 }
        }
    };
}

interface Drawing { coord(point: readonly [number | string, number | string]): [number, number]; value(dimension: number): number }

/** A line from low to high through each point, with ends. */
function interval(series: ChartSeries, data: ChartData, palette: Palette) {
    const stroke = palette[series.color];
    return {
        id: `${series.id}-interval`, type: 'custom', ...axis(series, data), z: 2, silent: true, tooltip: { show: false },
        data: series.values.flatMap((_, place) => typeof series.low![place] === 'number' && typeof series.high![place] === 'number' ? [[place, series.low![place], series.high![place]]] : []),
        encode: data.sideways ? { y: 0, x: [1, 2] } : { x: 0, y: [1, 2] },
        renderItem: (_parameters: unknown, drawing: Drawing) => {
            const at = (dimension: number) => data.sideways ? drawing.coord([drawing.value(dimension), drawing.value(0)]) : drawing.coord([drawing.value(0), drawing.value(dimension)]);
            const [[x1, y1], [x2, y2]] = [at(1), at(2)];
            const [dx, dy] = data.sideways ? [0, 4] : [4, 0];
            const line = (...[fromX, fromY, toX, toY]: readonly [number, number, number, number]) => ({ type: 'line', shape: { x1: fromX, y1: fromY, x2: toX, y2: toY }, style: { stroke, lineWidth: 1.5, opacity: 0.75 } });
            return { type: 'group', children: [line(x1, y1, x2, y2), line(x1 - dx, y1 - dy, x1 + dx, y1 + dy), line(x2 - dx, y2 - dy, x2 + dx, y2 + dy)] };
        }
    };
}
