/** Scores and pass rates over time, each with its control chart and the uncertainty of every point. */
import { type ControlChart, individualsChart, pChart } from '@earshot/statistics';
import { type Bounds, intervalCells, type ReportColumns, type ReportRow } from './report-table';

/** What was submitted in one period. `mean` of the `scored` ones; `passRate` of those `assessed` against a pass mark. */
export interface ScoredPeriod {
    readonly period: string; readonly n: number; readonly scored: number; readonly mean: number | null; readonly meanInterval: Bounds | null; readonly assessed: number; readonly passRate: Bounds & { readonly value: number | null };
    /** How many of the assessed ones passed; null where the rate is an estimate for all calls and counts nobody. */
    readonly passed: number | null;
    /** How many calls the results of an estimate stand for. */
    readonly represented?: number;
}

const limits = { lowerLimit: 'percent', upperLimit: 'percent', signals: 'code', movingRange: 'points', rangeCentre: 'points', rangeUpperLimit: 'points', rangeSignals: 'code' } as const;
const rates = { passRate: 'share', passRateLow: 'share', passRateHigh: 'share', passRateCentre: 'share', passRateLowerLimit: 'share', passRateUpperLimit: 'share', passRateSignals: 'code' } as const;
export const trendColumns: ReportColumns = {
    period: 'day', n: 'count', scored: 'count', mean: 'percent', meanLow: 'percent', meanHigh: 'percent', centre: 'percent', ...limits, assessed: 'count', passed: 'count', ...rates
};
export const estimatedTrendColumns: ReportColumns = {
    period: 'day', n: 'count', represented: 'count', scored: 'count', mean: 'percent', meanLow: 'percent', meanHigh: 'percent', centre: 'percent', ...limits, assessed: 'count', ...rates
};

/**
 * One row a period: the mean on a chart of individual values and one of moving ranges, the pass rate on a p-chart, whose limits follow the number of
 * evaluations. An estimated rate, which is no count of anything, stands on a chart of individual values. A period without a score has no point on the
 * chart, and the ones beside it are neighbours; a range stands with the later of its two.
 */
export function scoreTrend(periods: readonly ScoredPeriod[]): readonly ReportRow[] {
    const scored = periods.filter(each => each.mean !== null);
    const assessed = periods.filter(each => each.passRate.value !== null);
    const chart = individualsChart(scored.map(each => each.mean!));
    const [means, ranges] = [pointsOf(chart, scored), pointsOf(chart.movingRange, scored.slice(1))];
    const counted = assessed.every(each => each.passed !== null);
    const shares = pointsOf(counted ? pChart({ defectives: assessed.map(each => each.passed!), sizes: assessed.map(each => each.assessed) }) : individualsChart(assessed.map(each => each.passRate.value!)), assessed);
    return periods.map(each => {
        const [mean, range, rate] = [means(each), ranges(each), shares(each)];
        return {
            period: each.period, n: each.n, scored: each.scored, mean: each.mean, ...intervalCells('mean', each.meanInterval), centre: mean.centre,
            lowerLimit: within(mean.lower, 100), upperLimit: within(mean.upper, 100), signals: mean.signals, movingRange: range.value, rangeCentre: range.centre, rangeUpperLimit: range.upper, rangeSignals: range.signals,
            assessed: each.assessed, passed: each.passed, ...each.represented !== undefined && { represented: each.represented },
            passRate: each.passRate.value, ...intervalCells('passRate', each.passRate), passRateCentre: rate.centre, passRateLowerLimit: within(rate.lower, 1), passRateUpperLimit: within(rate.upper, 1), passRateSignals: rate.signals
        };
    });
}

const within = (limit: number | null, most: number): number | null => limit === null ? null : Math.min(most, Math.max(0, limit));

const pointsOf = (chart: ControlChart, periods: readonly ScoredPeriod[]) => (period: ScoredPeriod) => {
    const point = chart.points[periods.indexOf(period)];
    return point ? { value: point.value, centre: chart.centre, lower: point.lowerLimit, upper: point.upperLimit, signals: point.rules.join(' ') || null } : { value: null, centre: null, lower: null, upper: null, signals: null };
};
