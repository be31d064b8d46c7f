import { oneOf, uuid, withoutGaps } from '@earshot/core/lib/browser/navigation/address-values';
import { type OccasionChoice, occasionChoices, type Period, periods, type ReportQuery } from '../../common/report/report-contract';
import type { ReportBasis } from '../../common/report/report-table';
import { dayIn, dayOf, endOfDay, startOfDay } from '../filter/day-range';

export const reportTabs = ['overview', 'trend', 'people', 'questions', 'critical', 'evaluators', 'severity', 'disputes'] as const;
export type ReportTab = typeof reportTabs[number];
/** Reports that say something of calls, which can be estimated for all of them. */
export const estimableTabs: readonly ReportTab[] = ['overview', 'trend', 'people', 'questions', 'critical'];
/** How far back, in days. */
export const spans = ['30', '90', '365'] as const;
export type Span = typeof spans[number];

/** What is common to all reports on the page, as it stands in the address. Days where the person is; without them the last days of the span. */
export interface ReportView {
    readonly span: Span;
    readonly from?: string;
    readonly to?: string;
    readonly team?: string;
    readonly agent?: string;
    readonly evaluator?: string;
    readonly form?: string;
    readonly queue?: string;
    /** Without one those evaluated from their recordings or messages. */
    readonly occasion?: OccasionChoice;
    /** `estimated`: for all calls; else each result counts once. */
    readonly basis?: ReportBasis;
    readonly period: Period;
}
export const reportFilterNames = ['from', 'to', 'team', 'agent', 'evaluator', 'form', 'queue', 'occasion'] as const;
/** What a saved report keeps. */
export const reportViewNames = ['tab', 'span', 'period', 'by', 'basis', ...reportFilterNames] as const;

const usualPeriod: Readonly<Record<Span, Period>> = { 30: 'day', 90: 'week', 365: 'month' };

/** What stands in an address; what cannot be a filter is passed over. */
export function readReportView(query: URLSearchParams): ReportView {
    const span = oneOf(spans, query.get('span')) ?? '90';
    return withoutGaps({
        span, from: dayIn(query.get('from')), to: dayIn(query.get('to')), team: uuid(query.get('team')), agent: uuid(query.get('agent')), evaluator: uuid(query.get('evaluator')), form: uuid(query.get('form')),
        queue: query.get('queue')?.slice(0, 200) || undefined, occasion: oneOf(occasionChoices, query.get('occasion')), basis: query.get('basis') === 'estimated' ? 'estimated' : undefined, period: oneOf(periods, query.get('period')) ?? usualPeriod[span]
    });
}

/** The days that are looked at, both included; no end where it is today. */
export function daysOf({ span, from, to }: ReportView, now: Date): { readonly from?: string; readonly to?: string } {
    return from ?? to ? { from, to } : { from: dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - Number(span) + 1)) };
}

/** What the server is asked for. */
export function reportInput(view: ReportView, now: Date, timeZone: string, by?: ReportQuery['by']) {
    const { from, to } = daysOf(view, now);
    return withoutGaps({ from: startOfDay(from), to: endOfDay(to), teamId: view.team, agentId: view.agent, evaluatorId: view.evaluator, formId: view.form, queue: view.queue, occasion: view.occasion, basis: view.basis, period: view.period, timeZone, by });
}
export type ReportInput = ReturnType<typeof reportInput>;

/** The days of a period that begins on a day, both included, as far as they are looked at. */
export function daysOfPeriod(view: ReportView, now: Date, first: string): { readonly from: string; readonly to: string } {
    const [year, month, date] = first.split('-').map(Number) as [number, number, number];
    const last = dayOf(view.period === 'month' ? new Date(year, month, 0) : new Date(year, month - 1, date + (view.period === 'week' ? 6 : 0)));
    const { from = first, to = last } = daysOf(view, now);
    return { from: from > first ? from : first, to: to < last ? to : last };
}

/** What of a report is looked at more closely: a period by its first day, a question of a form, an evaluator, an occasion. */
export interface ReportPart { readonly first?: string; readonly form?: string; readonly lost?: string; readonly evaluator?: string; readonly occasion?: string }

/** The filters of the list of evaluations behind a part of a report: results of monitoring that are in force. */
export const evaluationsBehind = (view: ReportView, now: Date, { first, ...part }: ReportPart) => {
    const { team, agent, evaluator, form, queue, occasion = 'recorded' } = view;
    return withoutGaps({ ...first === undefined ? daysOf(view, now) : daysOfPeriod(view, now, first), team, agent, evaluator, form, queue, occasion: occasion === 'any' ? undefined : occasion, ...part, purpose: 'monitoring', state: 'submitted' });
};
