import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { type Column, DataTable, EmptyState, formatNumber, Page, Progress, RelativeTime, Segmented } from '@earshot/core/lib/browser/widgets';
import type { CoachingRow } from '../../common/coaching/coaching-contract';
import { type CoachingState, coachingStates, isCoachingOpen } from '../../common/coaching/coaching-state';
import { CoachingBadge, coachingStateText, coachingTitle } from './coaching-words';
import { DueDay } from './due-day';
import { useCoachingList } from './use-coaching';

const Ticked = ({ done, of }: { readonly done: number; readonly of: number }): React.ReactElement =>
    <span className='q-inline-progress'><Progress value={of ? done / of : 0} label={nls.localize('earshot/quality/coaching/steps', 'Steps')} /><span className='e-figures'>{formatNumber(done)}/{formatNumber(of)}</span></span>;

const columns = (own: boolean): readonly Column<CoachingRow>[] => [
    { id: 'title', title: nls.localize('earshot/quality/coaching/plan', 'Plan'), fixed: true, width: 170, grow: 3, value: row => row.title },
    ...own ? [] : [{ id: 'agent', title: nls.localize('earshot/quality/call/agent', 'Agent'), width: 120, grow: 1, value: (row: CoachingRow) => row.agentName }],
    { id: 'coach', title: nls.localize('earshot/quality/coaching/coach', 'Coach'), width: 120, grow: 1, value: row => row.coachName },
    { id: 'state', title: nls.localize('earshot/quality/evaluation/state', 'State'), width: 160, grow: 0, value: row => coachingStateText(row.state), render: row => <CoachingBadge state={row.state} /> },
    { id: 'steps', title: nls.localize('earshot/quality/coaching/steps', 'Steps'), width: 130, grow: 0, value: row => `${row.ticked.done}/${row.ticked.of}`, render: row => <Ticked {...row.ticked} /> },
    { id: 'followUp', title: nls.localize('earshot/quality/coaching/follow-ups-short', 'Follow-ups'), width: 110, grow: 0, value: row => row.followUp && `${row.followUp.done}/${row.followUp.wanted}`,
        render: row => row.followUp && <span className='e-figures'>{nls.localize('earshot/quality/coaching/of', '{0} of {1}', formatNumber(row.followUp.done), formatNumber(row.followUp.wanted))}</span> },
    { id: 'due', title: nls.localize('earshot/quality/feedback/due', 'Due'), width: 140, grow: 0, value: row => row.dueOn, render: row => <DueDay day={row.dueOn} open={isCoachingOpen(row.state)} /> },
    { id: 'changed', title: nls.localize('earshot/quality/coaching/changed-at', 'Last change'), width: 120, grow: 0, value: row => row.changedAt, render: row => <RelativeTime moment={row.changedAt} /> }
];

/** Coaching plans: one's own for an agent, those of the team for its leader. */
export default function CoachingPage({ query }: PageProps): React.ReactElement {
    const session = useSession();
    const navigate = useNavigate();
    const mayWrite = session.may('coaching:write');
    const own = !mayWrite && session.may('coaching:respond');
    const [, setState] = useQueryParameter('state', 'open');
    const states = ['open', ...coachingStates, 'all'] as const;
    const wanted = states.find(each => each === query.get('state')) ?? 'open';
    const list = useCoachingList(wanted === 'all' ? undefined : wanted);
    const shown = React.useMemo(() => columns(own), [own]);
    const rows = React.useMemo(() => list.data?.pages.flatMap(each => each.rows), [list.data]);
    const begin = mayWrite && <Link to='/quality/coaching/new' className='e-button e-button-primary'>{nls.localize('earshot/quality/coaching/new', 'New plan')}</Link>;
    const stateText = (state: CoachingState | 'open' | 'all'): string => state === 'open' ? nls.localize('earshot/quality/coaching/open', 'Open') : state === 'all' ? nls.localize('earshot/quality/feedback/all', 'All') : coachingStateText(state);
    return <Page title={coachingTitle(own)} actions={begin}>
        <DataTable name='quality.coaching' label={coachingTitle(own)} columns={shown} rows={rows} keyOf={each => each.id} onOpen={row => void navigate(`/quality/coaching/${row.id}`)}
            hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
            toolbar={<Segmented value={wanted} onChange={setState} label={nls.localize('earshot/quality/evaluation/state', 'State')} options={states.map(each => ({ value: each, label: stateText(each) }))} />}
            empty={<EmptyState icon='mortar-board' action={begin} title={wanted === 'open' ? nls.localize('earshot/quality/coaching/none-open', 'No coaching is under way.') : nls.localize('earshot/quality/coaching/none', 'No coaching plan is in this state.')}>
                <p>{mayWrite ? nls.localize('earshot/quality/coaching/none-coach', 'Open an evaluation and press “Coach…”: what lost points becomes the plan, and later it shows whether it helped.')
                    : nls.localize('earshot/quality/coaching/none-agent', 'When somebody coaches you, the plan with its steps stands here and on your start page.')}</p>
            </EmptyState>} />
    </Page>;
}
