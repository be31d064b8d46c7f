import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate, useQueryParameter, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, type Column, DataTable, EmptyState, formatDate, formatDateTime, formatNumber, Page, Progress, RelativeTime, Tabs } from '@earshot/core/lib/browser/widgets';
import type { CalibrationRow } from '../../common/calibration/calibration-contract';
import { AgreementTrend } from './agreement-trend';
import { CalibrationBadge, calibrationStateText } from './calibration-words';
import { SessionSheet } from './session-sheet';
import { useCalibrationList } from './use-calibrations';

const columns = (): readonly Column<CalibrationRow>[] => [
    { id: 'title', title: nls.localize('earshot/quality/calibration/name', 'Session'), fixed: true, width: 200, grow: 3, value: row => row.title },
    { id: 'state', title: nls.localize('earshot/quality/evaluation/state', 'State'), width: 150, grow: 0, value: row => calibrationStateText(row.state), render: row => <CalibrationBadge state={row.state} /> },
    { id: 'form', title: nls.localize('earshot/quality/evaluation/form', 'Form'), width: 160, grow: 2, value: row => `${formText(row.formTitle)} v${row.formNumber}` },
    { id: 'calls', title: nls.localize('earshot/quality/calibration/calls', 'Calls'), width: 70, grow: 0, numeric: true, value: row => row.calls },
    { id: 'raters', title: nls.localize('earshot/quality/calibration/raters', 'Panel'), width: 70, grow: 0, numeric: true, value: row => row.raters },
    {
        id: 'submitted', title: nls.localize('earshot/quality/calibration/submitted', 'Rated'), width: 150, value: row => `${row.submitted}/${row.expected}`,
        render: row => <span className='q-inline-progress'><Progress value={row.expected ? row.submitted / row.expected : 0} label={nls.localize('earshot/quality/calibration/submitted', 'Rated')} /><span className='e-figures'>{formatNumber(row.submitted)}/{formatNumber(row.expected)}</span></span>
    },
    {
        id: 'mine', title: nls.localize('earshot/quality/calibration/mine', 'Mine'), width: 90, grow: 0, value: row => row.mine ? `${row.mine.submitted}/${row.mine.expected}` : null,
        render: row => row.mine && <span className={`e-figures ${row.state === 'open' && row.mine.submitted < row.mine.expected ? 'q-open' : ''}`}>{row.mine.submitted}/{row.mine.expected}</span>
    },
    { id: 'due', title: nls.localize('earshot/quality/calibration/due', 'Due'), width: 120, grow: 0, value: row => row.dueAt && formatDate(row.dueAt), render: row => row.dueAt && row.state === 'open' ? <RelativeTime moment={row.dueAt} /> : row.dueAt ? formatDate(row.dueAt) : null },
    { id: 'closed', title: nls.localize('earshot/quality/calibration/closed', 'Closed'), width: 120, grow: 0, value: row => row.closedAt && formatDateTime(row.closedAt), render: row => row.closedAt && <RelativeTime moment={row.closedAt} /> }
];

/** All calibration sessions, and how agreement has developed over them. */
export default function CalibrationsPage({ query }: PageProps): React.ReactElement {
    const session = useSession();
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const [view, setView] = useQueryParameter('view', 'sessions');
    const prepare = query.get('prepare');
    const mayLead = session.may('calibration:lead');
    const tabs = [{ id: 'sessions' as const, label: nls.localize('earshot/quality/calibrations/sessions', 'Sessions') }, { id: 'trend' as const, label: nls.localize('earshot/quality/calibrations/trend', 'Agreement over time') }];
    return <Page title={nls.localize('earshot/quality/calibrations/title', 'Calibration')} actions={mayLead && <>
        <Link to='/quality/calibrations/evaluators' className='e-button'>{nls.localize('earshot/quality/calibrations/evaluators', 'Evaluators')}</Link>
        <Button variant='primary' icon='add' onClick={() => setQuery({ prepare: 'new' })}>{nls.localize('earshot/quality/calibrations/prepare', 'Prepare a session')}</Button>
    </>}>
        <Tabs tabs={tabs} value={view === 'trend' ? 'trend' : 'sessions'} onChange={setView} label={nls.localize('earshot/quality/calibrations/title', 'Calibration')}>
            {view === 'trend' ? <AgreementTrend /> : <SessionTable mayLead={mayLead} onPrepare={() => setQuery({ prepare: 'new' })} />}
        </Tabs>
        {mayLead && prepare !== null && <SessionSheet interactionIds={prepare === 'new' ? [] : prepare.split(',')} onClose={() => setQuery({ prepare: null })} onDone={id => void navigate(`/quality/calibrations/${id}`)} />}
    </Page>;
}

function SessionTable({ mayLead, onPrepare }: { readonly mayLead: boolean; onPrepare(): void }): React.ReactElement {
    const list = useCalibrationList();
    const navigate = useNavigate();
    const shown = React.useMemo(columns, []);
    const rows = React.useMemo(() => list.data?.pages.flatMap(each => each.rows), [list.data]);
    return <DataTable name='quality.calibrations' label={nls.localize('earshot/quality/calibrations/sessions', 'Sessions')} columns={shown} rows={rows} keyOf={each => each.id} onOpen={row => void navigate(`/quality/calibrations/${row.id}`)}
        hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
        empty={<EmptyState icon='organization' title={nls.localize('earshot/quality/calibrations/none', 'No calibration session yet.')}
            action={mayLead && <Button variant='primary' onClick={onPrepare}>{nls.localize('earshot/quality/calibrations/prepare', 'Prepare a session')}</Button>}>
            <p>{mayLead ? nls.localize('earshot/quality/calibrations/none-lead', 'In a session several evaluators rate the same calls without seeing each other’s ratings. Then it shows which questions are understood alike, and who is stricter than the others.')
                : nls.localize('earshot/quality/calibrations/none-wait', 'A session appears here when you are asked to take part in one.')}</p>
        </EmptyState>} />;
}
