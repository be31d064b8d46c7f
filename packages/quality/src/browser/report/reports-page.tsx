import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { type PageProps, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Page, Tabs } from '@earshot/core/lib/browser/widgets';
import type { ReportId, ReportQuery } from '../../common/report/report-contract';
import { ReportFilters } from './report-filters';
import { ReportFiles, reportTitles } from './report-files';
import { ReportOverview } from './report-overview';
import { CriticalPanel, DisputePanel, EvaluatorPanel, type PanelProps, PeoplePanel, QuestionPanel, TrendPanel } from './report-panels';
import { SeverityPanel } from './severity-panel';
import { type ReportInput, reportInput, type ReportTab, reportTabs, readReportView } from './report-view';
import { adjustedTitle, tabText } from './report-words';

const panels: Readonly<Record<Exclude<ReportTab, 'overview'>, React.ComponentType<PanelProps>>> = { trend: TrendPanel, people: PeoplePanel, questions: QuestionPanel, critical: CriticalPanel, evaluators: EvaluatorPanel, severity: SeverityPanel, disputes: DisputePanel };
/** What a tab shows, as it can be taken away; with what it is divided by. */
const contents: Readonly<Record<ReportTab, readonly ReportId[]>> = { overview: ['trend', 'questions'], trend: ['trend'], people: ['people'], questions: ['questions'], critical: ['critical', 'detection'], evaluators: ['evaluators'], severity: ['severity'], disputes: ['disputes'] };
const divisions: readonly ReportQuery['by'][] = ['team', 'agent', 'occasion', 'form', 'evaluator', 'question'];

/** All reports about evaluations, on one page: the same choice of time, team, form and queue for each. */
export default function ReportsPage({ query }: PageProps): React.ReactElement {
    const setQuery = useSetQuery();
    const view = React.useMemo(() => readReportView(query), [query]);
    const tab = reportTabs.find(each => each === query.get('tab')) ?? 'overview';
    const by = query.get('by');
    const { asOf, input } = React.useMemo(() => {
        const now = new Date();
        const known = new Map<string, ReportInput>();
        const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
        const inputOf = (divided?: ReportQuery['by']): ReportInput => {
            const one = known.get(divided ?? '') ?? reportInput(view, now, timeZone, divided);
            known.set(divided ?? '', one);
            return one;
        };
        return { asOf: now, input: inputOf };
    }, [view]);
    const Panel = tab === 'overview' ? undefined : panels[tab];
    return <Page width='wide' title={nls.localize('earshot/quality/reports/title', 'Reports')}
        actions={<ReportFiles reports={tab === 'severity' ? [{ id: tab, title: reportTitles[tab](), input: input('evaluator') }, { id: tab, title: adjustedTitle(), input: input('agent') }]
            : contents[tab].map(id => ({ id, title: reportTitles[id](), input: input(id === 'people' || id === 'disputes' ? divisions.find(each => each === by) : undefined) }))} />}>
        <ReportFilters view={view} query={query} tab={tab} asOf={asOf} />
        <Tabs tabs={reportTabs.map(id => ({ id, label: tabText(id) }))} value={tab} onChange={each => setQuery({ tab: each, by: null })} label={nls.localize('earshot/quality/reports/title', 'Reports')}>
            <div className='q-report'>{Panel ? <Panel view={view} input={input} by={by} /> : <ReportOverview view={view} input={input} by={by} query={query} />}</div>
        </Tabs>
    </Page>;
}
