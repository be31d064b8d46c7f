import { nls } from '@theia/core/lib/common/nls';
import type { ChartColor, ChartData, ChartSeries } from '@earshot/core/lib/browser/chart';
import { formatDate, formatPercent, signedPoints } from '@earshot/core/lib/browser/widgets';
import { criticalClasses } from '@earshot/forms';
import type { Period } from '../../common/report/report-contract';
import type { ReportTable } from '../../common/report/report-table';
import { formatCell, formatPoints } from './report-format';
import { codeText, periodText, titles } from './report-words';

const numbers = ({ rows }: ReportTable, id: string, factor = 1): readonly (number | null)[] => rows.map(each => typeof each[id] === 'number' ? each[id] * factor : null);
const interval = (table: ReportTable, id: string, factor = 1) => ({ low: numbers(table, `${id}Low`, factor), high: numbers(table, `${id}High`, factor) });
const days = ({ rows }: ReportTable): readonly string[] => rows.map(each => formatDate(String(each.period)));
const marks = ({ rows }: ReportTable, id: string) => rows.map(each => typeof each[id] === 'string' ? codeText(each[id]) : null);
const percent = { format: (value: number) => formatPercent(value, 1) };

/** What has a control chart: mean scores, how much they change from one to the next, pass rates. */
export type Controlled = 'mean' | 'range' | 'passRate';
const controlled: Readonly<Record<Controlled, { readonly values: string; readonly centre: string; readonly lower: string | null; readonly upper: string; readonly signals: string }>> = {
    mean: { values: 'mean', centre: 'centre', lower: 'lowerLimit', upper: 'upperLimit', signals: 'signals' },
    range: { values: 'movingRange', centre: 'rangeCentre', lower: null, upper: 'rangeUpperLimit', signals: 'rangeSignals' },
    passRate: { values: 'passRate', centre: 'passRateCentre', lower: 'passRateLowerLimit', upper: 'passRateUpperLimit', signals: 'passRateSignals' }
};

/** A control chart: points, centre, limits, and what the tests for special causes find. A range has no lower limit above 0. */
export function controlChart(table: ReportTable, of: Controlled, period: Period): ChartData {
    const ids = controlled[of];
    const factor = of === 'mean' ? 0.01 : 1;
    const limit = (name: 'lowerLimit' | 'upperLimit', id: string): ChartSeries => ({ id: name, name: titles()[name]!, kind: of === 'passRate' && table.basis !== 'estimated' ? 'step' : 'line', values: numbers(table, id, factor), color: 'quiet', line: 'dashed', guide: true });
    return {
        over: periodText(period), categories: days(table), scale: of === 'range' ? { format: formatPoints, min: 0 } : percent, series: [
            { id: of, name: titles()[ids.values]!, kind: 'line', values: numbers(table, ids.values, factor), ...of === 'range' ? {} : interval(table, of, factor), color: 'accent', marks: marks(table, ids.signals) },
            { id: 'centre', name: titles().centre!, kind: 'line', values: numbers(table, ids.centre, factor), color: 'quiet', line: 'solid', guide: true }, limit('upperLimit', ids.upper), ...ids.lower ? [limit('lowerLimit', ids.lower)] : []
        ]
    };
}

/** How many questions a picture of the losses shows; the table has all. */
const mostCauses = 15;

export function paretoChart(table: ReportTable, most = mostCauses): ChartData {
    const few = { ...table, rows: table.rows.slice(0, most) };
    return {
        over: titles().question!, categories: few.rows.map(each => formatCell(each.question, 'localized')), sideways: true, scale: { format: formatPoints, min: 0 }, secondScale: { ...percent, min: 0, max: 1 },
        series: [
            { id: 'lostEach', name: titles().lostEach!, kind: 'bar', values: numbers(few, 'lostEach'), color: 'accent' },
            { id: 'cumulative', name: titles().cumulative!, kind: 'line', values: numbers(few, 'cumulative'), color: 'ink', symbol: 'rect', second: true }
        ]
    };
}

const looks: Readonly<Record<typeof criticalClasses[number], { readonly color: ChartColor; readonly line: 'solid' | 'dashed' | 'dotted'; readonly symbol: 'circle' | 'rect' | 'triangle' }>> = {
    customer: { color: 'customer', line: 'solid', symbol: 'circle' }, business: { color: 'agent', line: 'dashed', symbol: 'rect' }, compliance: { color: 'both', line: 'dotted', symbol: 'triangle' }
};

export const criticalChart = (table: ReportTable, period: Period): ChartData => ({
    over: periodText(period), categories: days(table), scale: { ...percent, max: 1 },
    series: criticalClasses.filter(of => numbers(table, of).some(each => each !== null)).map(of => ({ id: of, name: codeText(of), kind: 'line', values: numbers(table, of), ...interval(table, of), ...looks[of] }))
});

/** Means or differences of people with their intervals, one below the other: overlapping ones are not told apart by the data. */
export function peopleChart(table: ReportTable, of: 'mean' | 'leniency' | 'effect'): ChartData {
    const kind = table.columns.find(each => each.id === of)!.kind;
    const factor = kind === 'percent' ? 0.01 : 1;
    return {
        over: titles().name!, categories: table.rows.map(each => formatCell(each.name, table.columns.find(one => one.id === 'name')!.kind)), sideways: true, scale: kind === 'signed' ? { format: value => signedPoints(value) } : percent,
        series: [{ id: of, name: titles()[of]!, kind: 'points', values: numbers(table, of, factor), ...interval(table, of, factor), color: 'accent', symbol: 'rect' }]
    };
}

/** Agents' scores as they were given and as they are without their evaluators' severity, one below the other. */
export const adjustedChart = (table: ReportTable): ChartData => ({
    over: titles().name!, categories: table.rows.map(each => formatCell(each.name, 'text')), sideways: true, scale: percent, series: [
        { id: 'mean', name: titles().mean!, kind: 'points', values: numbers(table, 'mean', 0.01), color: 'quiet', symbol: 'circle' },
        { id: 'adjusted', name: titles().adjusted!, kind: 'points', values: numbers(table, 'adjusted', 0.01), ...interval(table, 'adjusted', 0.01), color: 'accent', symbol: 'rect' }
    ]
});

/** The height of a picture with names from top to bottom. */
export const sidewaysHeight = ({ categories }: ChartData): number => 80 + 28 * Math.max(3, categories.length);

/** What the tests for special causes found, in a sentence; the limits of a few points are a first guess. */
export function signalSentence(table: ReportTable, of: Controlled): string {
    const ids = controlled[of];
    const points = table.rows.filter(each => each[ids.centre] !== null);
    const signals = points.flatMap(each => { const found = each[ids.signals]; return typeof found === 'string' ? [`${formatDate(String(each.period))}: ${codeText(found)}`] : []; });
    const found = points.length < 2 ? nls.localize('earshot/quality/reports/too-few-periods', 'At least two periods are needed for control limits.')
        : signals.length === 0 ? nls.localize('earshot/quality/reports/no-signals', 'No signal: the changes from one point to the next are what chance makes of a steady process.')
            : nls.localize('earshot/quality/reports/signals', 'Look for a cause: {0}.', signals.slice(0, 3).join('; '));
    return points.length >= 2 && points.length < 12 ? `${found} ${nls.localize('earshot/quality/reports/few-periods', 'The limits rest on {0} points only and will still move.', points.length)}` : found;
}
