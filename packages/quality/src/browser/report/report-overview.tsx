import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Card } from '@earshot/core/lib/browser/widgets';
import type { ReportFigure, ReportTable } from '../../common/report/report-table';
import { ReportFigureCard } from './report-figures';
import { Loaded, ParetoChart, type PanelProps, TrendChart } from './report-panels';
import { type ReportTab, reportViewNames } from './report-view';
import { useReport } from './use-report';

/** The questions that a glance is enough for. */
const topCauses = 8;

/** Everything at a glance: each figure leads to the report that it is from. */
export function ReportOverview({ view, input, query }: PanelProps & { readonly query: URLSearchParams }): React.ReactElement {
    const trend = useReport('trend', input());
    const questions = useReport('questions', input());
    const [critical, evaluators, disputes] = [useReport('critical', input()), useReport('evaluators', input()), useReport('disputes', input('form'))];
    const to = (tab: ReportTab): string => `/quality/reports?${new URLSearchParams([...reportViewNames.filter(each => each !== 'tab').flatMap((each): [string, string][] => { const value = query.get(each); return value ? [[each, value]] : []; }), ['tab', tab]])}`;
    const cards = (tab: ReportTab, table: ReportTable | undefined, ...ids: readonly string[]) => ids.flatMap(id => {
        const figure = table?.figures.find(each => each.id === id);
        return figure ? [<ReportFigureCard key={id} figure={figure} to={to(tab)} trend={seriesOf(table, figure)} />] : [];
    });
    return <Loaded report={trend}>{table => <>
        <div className='q-report-figures'>
            {cards('trend', table, 'mean', 'passRate')}
            {cards('critical', critical.data, ...critical.data?.figures.filter(each => each.n > 0).map(each => each.id) ?? [])}
            {cards('questions', questions.data, 'lostEach')}
            {cards('disputes', disputes.data, 'disputeRate', 'overturnRate')}
            {cards('evaluators', evaluators.data, 'evaluations', 'listenedShare', 'notApplicableShare')}
        </div>
        <div className='q-report-pair'>
            <Card><TrendChart table={table} of='mean' view={view} /></Card>
            <Card>{questions.data ? <ParetoChart table={questions.data} view={view} most={topCauses} /> : nls.localize('earshot/quality/reports/waiting', 'Being added up…')}</Card>
        </div>
    </>}</Loaded>;
}

/** The figure period by period, where its report is one over time. */
const seriesOf = (table: ReportTable | undefined, { id }: ReportFigure): readonly (number | null)[] | undefined =>
    table?.columns[0]?.id === 'period' && table.columns.some(each => each.id === id) ? table.rows.map(each => typeof each[id] === 'number' ? each[id] : null) : undefined;
