import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Chart } from '@earshot/core/lib/browser/chart';
import { useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Card, formatPercent, Notice, Segmented } from '@earshot/core/lib/browser/widgets';
import type { ReportRow, ReportTable } from '../../common/report/report-table';
import { adjustedChart, peopleChart, sidewaysHeight } from './report-charts';
import { ReportFigures } from './report-figures';
import { Loaded, mostDrawn, type PanelProps, useEvaluatorOpening } from './report-panels';
import { ReportRows } from './report-rows';
import { adjustedTitle, codeText, tabText, titles } from './report-words';
import { openEvaluations, openTrend, useRowOpening } from './use-drill-down';
import { useReport } from './use-report';

/** How severe evaluators are when it is known whose calls they scored, and what agents' scores are without it. */
export function SeverityPanel({ view, input, by }: PanelProps): React.ReactElement {
    const setQuery = useSetQuery();
    const agents = by === 'agent';
    const openEvaluator = useEvaluatorOpening(view);
    const openAgent = React.useCallback((row: ReportRow) => setQuery({ agent: String(row.id), tab: 'trend', by: null }), [setQuery]);
    const toolbar = <Segmented value={agents ? 'agent' : 'evaluator'} onChange={each => setQuery({ by: each })} label={nls.localize('earshot/quality/reports/by', 'By')} options={[
        { value: 'evaluator', label: nls.localize('earshot/quality/reports/by-evaluator', 'Evaluators') }, { value: 'agent', label: nls.localize('earshot/quality/reports/by-agent', 'Agents') }]} />;
    return <Loaded report={useReport('severity', input(agents ? 'agent' : 'evaluator'))}>{table => <>
        <div className='e-no-print'>{toolbar}</div>
        <ReportFigures figures={table.figures.filter(each => !each.id.startsWith('shareOf'))} />
        <p className='q-report-plain'>{shareSentence(table)}</p>
        {table.reason && table.rows.length > 0 && <Notice>{agents && table.rows.some(each => each.adjusted !== null)
            ? nls.localize('earshot/quality/severity/no-order', 'No ranking is shown: {0}.', codeText(table.reason)) : nls.localize('earshot/quality/severity/nothing-said', 'Nothing can be said about severity here: {0}.', codeText(table.reason))}</Notice>}
        {agents ? <AdjustedChart table={table} open={openAgent} /> : <EffectChart table={table} open={openEvaluator} />}
        {agents ? <ReportRows name='adjusted' label={adjustedTitle()} table={table} hidden={hiddenOfAgents} onOpen={openAgent} />
            : <ReportRows name='severity' label={tabText('severity')} table={table} onOpen={openEvaluator} />}
    </>}</Loaded>;
}
const hiddenOfAgents = ['team', 'fromForms', 'alike'];

interface OpeningChartProps { readonly table: ReportTable; open(row: ReportRow): void }

function EffectChart({ table, open }: OpeningChartProps): React.ReactElement | null {
    const opening = useRowOpening(table, openEvaluations(), open);
    const data = React.useMemo(() => peopleChart(table, 'effect'), [table]);
    return table.rows.length > mostDrawn || table.rows.every(each => each.effect === null) ? null : <Card><Chart data={data} opening={opening} height={sidewaysHeight(data)} title={titles().effect!}
        summary={nls.localize('earshot/quality/severity/effect-summary', 'Points that somebody gives more or less than the average evaluator would for the same work, with the 95% interval. Worked out from agents whom several evaluators have scored, so that whoever gets weak agents does not look strict.')} /></Card>;
}

function AdjustedChart({ table, open }: OpeningChartProps): React.ReactElement | null {
    const opening = useRowOpening(table, openTrend(), open);
    const data = React.useMemo(() => adjustedChart(table), [table]);
    return table.rows.length > mostDrawn || table.rows.every(each => each.adjusted === null) ? null : <Card><Chart data={data} opening={opening} height={sidewaysHeight(data)} title={adjustedTitle()}
        summary={nls.localize('earshot/quality/severity/adjusted-summary', 'The adjusted score is the mean less what the agent’s evaluators and forms added to it. Two agents whose intervals overlap widely are not told apart by these evaluations.')} /></Card>;
}

/** What makes scores differ, in plain words; nothing where nothing was estimated. */
function shareSentence({ figures }: ReportTable): string {
    const share = (id: string): number | null => figures.find(each => each.id === id)?.value ?? null;
    const [evaluators, agents, others] = [share('shareOfEvaluators'), share('shareOfAgents'), share('shareOfOthers')];
    return evaluators === null || agents === null || others === null ? ''
        : nls.localize('earshot/quality/severity/shares', 'Of what makes scores differ, {0} is who evaluated, {1} is who took the call, and {2} is the call itself and chance.', formatPercent(evaluators), formatPercent(agents), formatPercent(others));
}
