/** Scores and pass rates over time, each with its control chart and the uncertainty of every point. */
import { type ControlChart, individualsChart, pChart } from '@earshot/statistics';
import { percentInterval } from './mean-interval';
import { intervalCells, type ReportColumns, type ReportRow } from './report-table';
import { shareCells } from './share';

/** What was submitted in one period. `mean` and `variance` (n − 1) of the `scored` ones; `passed` of those `assessed` against a pass mark. */
export interface ScoredPeriod {
    readonly period: string; readonly n: number; readonly scored: number; readonly mean: number | null; readonly variance: number | null; readonly assessed: number; readonly passed: number;
}

export const trendColumns: ReportColumns = {
    period: 'day', n: 'count', scored: 'count', mean: 'percent', meanLow: 'percent', meanHigh: 'percent', centre: 'percent', lowerLimit: 'percent', upperLimit: 'percent', signals: 'code',
    assessed: 'count', passed: 'count', passRate: 'share', passRateLow: 'share', passRateHigh: 'share', passRateCentre: 'share', passRateLowerLimit: 'share', passRateUpperLimit: 'share', passRateSignals: 'code'
};

/**
 * One row a period: the mean on a chart of individual values, the pass rate on a p-chart, whose limits follow the number of evaluations.
 * A period without a score has no point on the chart, and the ones beside it are neighbours.
 */
export function scoreTrend(periods: readonly ScoredPeriod[]): readonly ReportRow[] {
    const scored = periods.filter(each => each.mean !== null);
    const assessed = periods.filter(each => each.assessed > 0);
    const means = pointsOf(individualsChart(scored.map(each => each.mean!)), scored);
    const rates = pointsOf(pChart({ defectives: assessed.map(each => each.passed), sizes: assessed.map(each => each.assessed) }), assessed);
    return periods.map(each => {
        const [mean, rate] = [means(each), rates(each)];
        return {
            period: each.period, n: each.n, scored: each.scored, mean: each.mean, ...intervalCells('mean', percentInterval(each.scored, each.mean, each.variance)), centre: mean.centre,
            lowerLimit: mean.lower === null ? null : Math.max(0, mean.lower), upperLimit: mean.upper === null ? null : Math.min(100, mean.upper), signals: mean.signals,
            assessed: each.assessed, passed: each.passed, ...shareCells('passRate', each.passed, each.assessed), passRateCentre: rate.centre, passRateLowerLimit: rate.lower, passRateUpperLimit: rate.upper, passRateSignals: rate.signals
        };
    });
}

const pointsOf = (chart: ControlChart, periods: readonly ScoredPeriod[]) => (period: ScoredPeriod) => {
    const point = chart.points[periods.indexOf(period)];
    return point ? { centre: chart.centre, lower: point.lowerLimit, upper: point.upperLimit, signals: point.rules.join(' ') || null } : { centre: null, lower: null, upper: null, signals: null };
};

/** All periods as one. */
export function wholeOf(periods: readonly ScoredPeriod[]): Omit<ScoredPeriod, 'period'> {
    const sum = (of: (each: ScoredPeriod) => number): number => periods.reduce((total, each) => total + of(each), 0);
    const scored = sum(each => each.scored);
    const mean = scored ? sum(each => each.scored * (each.mean ?? 0)) / scored : null;
    const squares = sum(each => each.mean === null ? 0 : (each.scored - 1) * (each.variance ?? 0) + each.scored * (each.mean - mean!) ** 2);
    return { n: sum(each => each.n), scored, mean, variance: scored > 1 ? squares / (scored - 1) : null, assessed: sum(each => each.assessed), passed: sum(each => each.passed) };
}
