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

/** A control chart of the scores or of the pass rate: points, centre, limits, and what the tests for special causes find. */
export function controlChart(table: ReportTable, of: 'mean' | 'passRate', period: Period): ChartData {
    const factor = of === 'mean' ? 0.01 : 1;
    const id = (name: string): string => of === 'mean' ? name : `passRate${name[0]!.toUpperCase()}${name.slice(1)}`;
    const limit = (name: 'lowerLimit' | 'upperLimit'): ChartSeries => ({ id: name, name: titles()[name]!, kind: of === 'mean' ? 'line' : 'step', values: numbers(table, id(name), factor), color: 'quiet', line: 'dashed', guide: true });
    return {
        over: periodText(period), categories: days(table), scale: percent, series: [
            { id: of, name: titles()[of]!, kind: 'line', values: numbers(table, of, factor), ...interval(table, of, factor), color: 'accent', marks: marks(table, id('signals')) },
            { id: 'centre', name: titles().centre!, kind: 'line', values: numbers(table, id('centre'), factor), color: 'quiet', line: 'solid', guide: true }, limit('upperLimit'), limit('lowerLimit')
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
        over: titles().name!, categories: table.rows.map(each => formatCell(each.name, 'localized')), sideways: true, scale: kind === 'signed' ? { format: value => signedPoints(value) } : percent,
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
export function signalSentence(table: ReportTable, of: 'mean' | 'passRate'): string {
    const points = table.rows.filter(each => each[of === 'mean' ? 'centre' : 'passRateCentre'] !== null);
    const signals = points.flatMap(each => { const found = each[of === 'mean' ? 'signals' : 'passRateSignals']; return typeof found === 'string' ? [`${formatDate(String(each.period))}: ${codeText(found)}`] : []; });
    const found = points.length < 2 ? nls.localize('earshot/quality/reports/too-few-periods', 'At least two periods are needed for control limits.')
        : signals.length === 0 ? nls.localize('earshot/quality/reports/no-signals', 'No signal: the changes from one point to the next are what chance makes of a steady process.')
            : nls.localize('earshot/quality/reports/signals', 'Look for a cause: {0}.', signals.slice(0, 3).join('; '));
    return points.length >= 2 && points.length < 12 ? `${found} ${nls.localize('earshot/quality/reports/few-periods', 'The limits rest on {0} points only and will still move.', points.length)}` : found;
}
