import { formText } from '@earshot/assessment/lib/browser/form-text';
import { useInfiniteQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { Button, type Column, DataTable, EmptyState, Page, RelativeTime, Segmented } from '@earshot/core/lib/browser/widgets';
import type { FeedbackRow } from '../../common/feedback/feedback-contract';
import { type FeedbackState, feedbackStates } from '../../common/feedback/feedback-state';
import { qualityContract } from '../../common/quality-contract';
import { ScoreCell } from '../evaluation/evaluation-words';
import { FeedbackBadge, feedbackText } from './feedback-words';

interface FeedbackPageOfRows { readonly rows: FeedbackRow[]; readonly next?: string }

const columns = (): readonly Column<FeedbackRow>[] => [
    { id: 'callId', title: nls.localize('earshot/quality/call/id', 'Call'), fixed: true, width: 110, grow: 1, value: row => row.callId },
    { id: 'agent', title: nls.localize('earshot/quality/call/agent', 'Agent'), width: 110, grow: 2, value: row => row.agentName },
    { id: 'form', title: nls.localize('earshot/quality/evaluation/form', 'Form'), width: 140, grow: 2, value: row => `${formText(row.formTitle)} v${row.formNumber}` },
    { id: 'evaluator', title: nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator'), width: 110, grow: 1, value: row => row.evaluatorName },
    { id: 'percent', title: nls.localize('earshot/quality/evaluation/score', 'Score'), width: 88, grow: 0, numeric: true, value: row => row.percent, render: row => <ScoreCell {...row} /> },
    { id: 'feedback', title: nls.localize('earshot/quality/feedback/state', 'Feedback'), width: 170, grow: 0, value: row => feedbackText(row.feedback), render: row => <FeedbackBadge state={row.feedback} /> },
    { id: 'due', title: nls.localize('earshot/quality/feedback/due', 'Due'), width: 120, grow: 0, value: row => row.dueAt, render: row => row.dueAt && <RelativeTime moment={row.dueAt} /> },
    { id: 'released', title: nls.localize('earshot/quality/feedback/released-at', 'Released on'), width: 130, grow: 0, value: row => row.releasedAt, render: row => row.releasedAt && <RelativeTime moment={row.releasedAt} /> }
];

/** Results on their way to agents and back: one's own for an agent, those of the team for its leader. */
export default function FeedbackPage({ query }: PageProps): React.ReactElement {
    const client = useClient(qualityContract);
    const session = useSession();
    const navigate = useNavigate();
    const [, setState] = useQueryParameter('state', 'all');
    const wanted = feedbackStates.find(each => each === query.get('state'));
    const mayRelease = session.may('feedback:release');
    const shown = React.useMemo(columns, []);
    const [checked, setChecked] = React.useState<ReadonlySet<string>>(new Set());
    const list = useInfiniteQuery({
        queryKey: ['evaluation', 'feedback-list', wanted ?? 'all'], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.feedback.list({ state: wanted, after: pageParam, limit: 100 }, { signal }) as Promise<FeedbackPageOfRows>, getNextPageParam: last => last.next
    });
    const rows = React.useMemo(() => list.data?.pages.flatMap(each => each.rows), [list.data]);
    const held = (rows ?? []).filter(each => checked.has(each.id) && each.feedback === 'held');
    const release = useChange({
        run: () => client.feedback.releaseMany({ ids: held.map(each => each.id) }), invalidates: [['evaluation'], ['interaction'], ['work']], then: () => setChecked(new Set()),
        done: ({ released }) => nls.localize('earshot/quality/feedback/released-many', 'Released: {0}. The agents are told.', released)
    });
    const states: readonly (FeedbackState | 'all')[] = ['all', ...session.may('evaluation:write') || mayRelease ? ['held' as const] : [], 'released', 'disputed', 'answered', 'escalated', 'settled', 'acknowledged'];
    return <Page title={nls.localize('earshot/quality/feedback/page', 'Results and disputes')} actions={<>
        {mayRelease && held.length > 0 && <Button variant='primary' icon='megaphone' busy={release.isPending} onClick={() => release.mutate(undefined)}>{nls.localize('earshot/quality/feedback/release-these', 'Release ({0})', held.length)}</Button>}
        {session.may('feedback:administer') && <Link to='/quality/feedback/rules' className='e-button'>{nls.localize('earshot/quality/feedback/rules', 'Rules')}</Link>}
    </>}>
        <DataTable name='quality.feedback' label={nls.localize('earshot/quality/feedback/page', 'Results and disputes')} columns={shown} rows={rows} keyOf={each => each.id} onOpen={row => void navigate(`/quality/evaluations/${row.id}`)}
            hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
            checked={mayRelease ? checked : undefined} onChecked={setChecked}
            toolbar={<Segmented value={wanted ?? 'all'} onChange={setState} label={nls.localize('earshot/quality/feedback/state', 'Feedback')}
                options={states.map(each => ({ value: each, label: each === 'all' ? nls.localize('earshot/quality/feedback/all', 'All') : feedbackText(each) }))} />}
            empty={<EmptyState icon='inbox' title={wanted ? nls.localize('earshot/quality/feedback/none-found', 'Nothing is in this state.') : nls.localize('earshot/quality/feedback/none', 'No results yet.')} />} />
    </Page>;
}
