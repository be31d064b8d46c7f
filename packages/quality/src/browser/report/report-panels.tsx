import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Chart } from '@earshot/core/lib/browser/chart';
import { useErrorText } from '@earshot/core/lib/browser/application';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, Card, EmptyState, Segmented, Skeleton } from '@earshot/core/lib/browser/widgets';
import type { ReportQuery } from '../../common/report/report-contract';
import type { ReportRow, ReportTable } from '../../common/report/report-table';
import { controlChart, type Controlled, criticalChart, paretoChart, peopleChart, sidewaysHeight, signalSentence } from './report-charts';
import { ReportFigures } from './report-figures';
import { formatCell } from './report-format';
import { ReportNote } from './report-note';
import { ReportRows } from './report-rows';
import type { ReportInput, ReportView } from './report-view';
import { periodText, tabText, titles } from './report-words';
import { openEvaluations, openTrend, useEvaluationsBehind, useRowOpening } from './use-drill-down';
import { useReport } from './use-report';

export interface PanelProps { readonly view: ReportView; readonly input: (by?: ReportQuery['by']) => ReportInput; readonly by: string | null }

/** A report, once it is there. */
export function Loaded({ report, children }: { readonly report: ReturnType<typeof useReport>; children(table: ReportTable): React.ReactNode }): React.ReactElement {
    const { describe } = useErrorText();
    return report.data ? <><ReportNote table={report.data} />{children(report.data)}</>
        : report.error ? <EmptyState icon='warning' title={describe(report.error)} action={<Button onClick={() => void report.refetch()}>{nls.localize('earshot/quality/actions/retry', 'Try again')}</Button>} /> : <Skeleton lines={8} />;
}

export function TrendPanel({ view, input }: PanelProps): React.ReactElement {
    const open = usePeriodOpening(view);
    return <Loaded report={useReport('trend', input())}>{table => <>
        <ReportFigures figures={table.figures} />
        <Card><TrendChart table={table} of='mean' view={view} /></Card>
        {table.rows.some(each => each.movingRange !== null) && <Card><TrendChart table={table} of='range' view={view} /></Card>}
        {table.rows.some(each => each.passRate !== null) && <Card><TrendChart table={table} of='passRate' view={view} /></Card>}
        <ReportRows name='trend' label={tabText('trend')} table={table} hidden={hiddenOfTrend} onOpen={open} />
    </>}</Loaded>;
}
const hiddenOfTrend = ['scored', 'centre', 'lowerLimit', 'upperLimit', 'passRateCentre', 'passRateLowerLimit', 'passRateUpperLimit', 'rangeCentre', 'rangeUpperLimit'];

/** The evaluations of the period of a row. */
function usePeriodOpening(view: ReportView): (row: ReportRow) => void {
    const open = useEvaluationsBehind(view);
    return React.useCallback(row => open({ first: String(row.period) }), [open]);
}

export function TrendChart({ table, of, view }: { readonly table: ReportTable; readonly of: Controlled; readonly view: ReportView }): React.ReactElement {
    const { period } = view;
    const opening = useRowOpening(table, openEvaluations(), usePeriodOpening(view));
    const data = React.useMemo(() => controlChart(table, of, period), [table, of, period]);
    return <Chart data={data} opening={opening} summary={signalSentence(table, of)} title={trendTitle(of, periodText(period).toLowerCase(), table.basis === 'estimated')} />;
}

function trendTitle(of: Controlled, period: string, estimated: boolean): string {
    switch (of) {
        case 'mean': return nls.localize('earshot/quality/reports/mean-chart', 'Mean score, individuals chart by {0}', period);
        case 'range': return nls.localize('earshot/quality/reports/range-chart', 'Change from one point to the next, moving-range chart by {0}', period);
        case 'passRate': return estimated ? nls.localize('earshot/quality/reports/pass-estimated-chart', 'Estimated pass rate, individuals chart by {0}', period) : nls.localize('earshot/quality/reports/pass-chart', 'Pass rate, p-chart by {0}', period);
    }
}

const peopleDivisions = ['team', 'agent', 'occasion'] as const;

export function PeoplePanel({ input, by }: PanelProps): React.ReactElement {
    const setQuery = useSetQuery();
    const chosen = peopleDivisions.find(each => each === by) ?? 'team';
    const open = React.useCallback((row: ReportRow) => setQuery({ [chosen]: String(row.id), tab: 'trend', by: null }), [setQuery, chosen]);
    return <Loaded report={useReport('people', input(chosen))}>{table => <>
        {table.rows.length > 0 && table.rows.length <= mostDrawn && <Card><PeopleChart table={table} of='mean' hint={openTrend()} open={open} title={nls.localize('earshot/quality/reports/people-chart', 'Mean score with its interval')}
            summary={nls.localize('earshot/quality/reports/people-summary', 'Where two intervals overlap widely, these evaluations do not show who is better.')} /></Card>}
        <ReportRows name={`${chosen}s`} label={tabText('people')} table={table} hidden={chosen === 'agent' ? hiddenOfPeople : hiddenOfTeams} onOpen={row => { if (isNamed(row)) { open(row); } }}
            toolbar={<Segmented value={chosen} onChange={each => setQuery({ by: each })} label={nls.localize('earshot/quality/reports/by', 'By')} options={[
                { value: 'team', label: nls.localize('earshot/quality/reports/by-team', 'Teams') }, { value: 'agent', label: nls.localize('earshot/quality/reports/by-agent', 'Agents') },
                { value: 'occasion', label: nls.localize('earshot/quality/call/occasion', 'Occasion') }]} />} />
    </>}</Loaded>;
}
const hiddenOfPeople = ['scored', 'assessed'];
const hiddenOfTeams = [...hiddenOfPeople, 'team'];
/** More names than this are no picture any more. */
export const mostDrawn = 30;

/** Those without a team have no row that leads anywhere. */
const isNamed = (row: ReportRow): boolean => Boolean(row.id);

interface PeopleChartProps { readonly table: ReportTable; readonly of: 'mean' | 'leniency'; readonly title: string; readonly summary: string; readonly hint: string; open(row: ReportRow): void }

function PeopleChart({ table, of, title, summary, hint, open }: PeopleChartProps): React.ReactElement {
    const opening = useRowOpening(table, hint, open, isNamed);
    const data = React.useMemo(() => peopleChart(table, of), [table, of]);
    return <Chart data={data} opening={opening} title={title} summary={summary} height={sidewaysHeight(data)} />;
}

export function QuestionPanel({ view, input }: PanelProps): React.ReactElement {
    const open = useQuestionOpening(view);
    return <Loaded report={useReport('questions', input())}>{table => <>
        <ReportFigures figures={table.figures} />
        <Card><ParetoChart table={table} view={view} /></Card>
        <ReportRows name='questions' label={tabText('questions')} table={table} hidden={hiddenOfQuestions} onOpen={open} />
    </>}</Loaded>;
}

/** The evaluations in which the question of a row lost points. */
function useQuestionOpening(view: ReportView): (row: ReportRow) => void {
    const open = useEvaluationsBehind(view);
    return React.useCallback(row => open({ form: String(row.formId), lost: String(row.questionId) }), [open]);
}
const hiddenOfQuestions = ['lost'];

export function ParetoChart({ table, view, most }: { readonly table: ReportTable; readonly view: ReportView; readonly most?: number }): React.ReactElement {
    const opening = useRowOpening(table, openEvaluations(), useQuestionOpening(view));
    const data = React.useMemo(() => paretoChart(table, most), [table, most]);
    const few = table.figures.find(each => each.id === 'vitalFew');
    return <Chart data={data} opening={opening} height={sidewaysHeight(data)} title={nls.localize('earshot/quality/reports/pareto', 'Where the points are lost')}
        summary={few?.value ? nls.localize('earshot/quality/reports/pareto-summary', '{0} of {1} questions make 80% of all lost points; “{2}” costs most.', few.value, few.n, formatCell(table.rows[0]!.question, 'localized'))
            : nls.localize('earshot/quality/reports/pareto-none', 'No points were lost.')} />;
}

export function CriticalPanel({ view, input }: PanelProps): React.ReactElement {
    const open = usePeriodOpening(view);
    const detection = useReport('detection', input());
    return <Loaded report={useReport('critical', input())}>{table => <>
        <ReportFigures figures={table.figures} />
        <Card><CriticalChart table={table} view={view} /></Card>
        <ReportRows name='critical' label={tabText('critical')} table={table} hidden={hiddenOfCritical} onOpen={open} />
        {detection.data && detection.data.rows.length > 0 && <section className='q-report-part'>
            <h2>{nls.localize('earshot/quality/reports/detection', 'Detection against the expert')}</h2>
            <p>{nls.localize('earshot/quality/reports/detection-summary', 'From calibration sessions that have closed: of the calls on which the expert found a critical error, how many did the evaluator find; and on how many of the others did they see one?')}</p>
            <ReportFigures figures={detection.data.figures} />
            <ReportRows name='detection' label={nls.localize('earshot/quality/reports/detection', 'Detection against the expert')} table={detection.data} />
        </section>}
    </>}</Loaded>;
}
const hiddenOfCritical = ['customerAccurate', 'businessAccurate', 'complianceAccurate'];

function CriticalChart({ table, view }: { readonly table: ReportTable; readonly view: ReportView }): React.ReactElement {
    const { period } = view;
    const data = React.useMemo(() => criticalChart(table, period), [table, period]);
    const opening = useRowOpening(table, openEvaluations(), usePeriodOpening(view));
    return <Chart data={data} opening={opening} title={nls.localize('earshot/quality/reports/critical-chart', 'Evaluations without critical error, by class')}
        summary={nls.localize('earshot/quality/reports/critical-summary', 'Of the evaluations in which a class was assessed, the share without any error of it, with its 95% interval.')} />;
}

export function EvaluatorPanel({ view, input }: PanelProps): React.ReactElement {
    const open = useEvaluatorOpening(view);
    return <Loaded report={useReport('evaluators', input())}>{table => <>
        <ReportFigures figures={table.figures} />
        {table.rows.some(each => each.leniency !== null) && table.rows.length <= mostDrawn && <Card><PeopleChart table={table} of='leniency' hint={openEvaluations()} open={open} title={nls.localize('earshot/quality/reports/leniency-chart', 'Leniency against peers, in percentage points')}
            summary={nls.localize('earshot/quality/reports/leniency-summary', 'Difference from the others’ mean on the same forms, with its 95% interval. It does not know whose calls were evaluated: whoever evaluates beginners looks strict.')} /></Card>}
        <ReportRows name='evaluators' label={tabText('evaluators')} table={table} hidden={hiddenOfEvaluators} onOpen={open} />
    </>}</Loaded>;
}

/** The evaluations of the evaluator of a row. */
export function useEvaluatorOpening(view: ReportView): (row: ReportRow) => void {
    const open = useEvaluationsBehind(view);
    return React.useCallback(row => open({ evaluator: String(row.id) }), [open]);
}
const hiddenOfEvaluators = ['compared', 'ratings'];

export function DisputePanel({ input, by }: PanelProps): React.ReactElement {
    const setQuery = useSetQuery();
    const chosen = by === 'evaluator' || by === 'question' ? by : 'form';
    return <Loaded report={useReport('disputes', input(chosen))}>{table => <>
        <ReportFigures figures={table.figures} />
        <ReportRows name={`disputes-${chosen}`} label={tabText('disputes')} table={table} hidden={chosen === 'question' ? hiddenOfDisputes : hiddenOfDisputesBy}
            toolbar={<Segmented value={chosen} onChange={each => setQuery({ by: each })} label={nls.localize('earshot/quality/reports/by', 'By')} options={[
                { value: 'form', label: titles().form! }, { value: 'evaluator', label: nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator') }, { value: 'question', label: titles().question! }]} />} />
    </>}</Loaded>;
}
const hiddenOfDisputes = ['questions'];
const hiddenOfDisputesBy = ['form'];

