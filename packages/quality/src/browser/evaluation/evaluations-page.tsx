import { formText } from '@earshot/assessment/lib/browser/form-text';
import { useInfiniteQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Button, type Column, DataTable, EmptyState, formatDateTime, Icon, Page, RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { EvaluationRow } from '../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../common/quality-contract';
import type { SavedView } from '../filter/saved-view';
import { SavedViews } from '../filter/saved-views';
import { evaluationFilterNames, evaluationListInput, readEvaluationFilter } from './evaluation-filter';
import { EvaluationChips, EvaluationFilters } from './evaluation-filters';
import { purposeText, ScoreCell, StateBadge, stateText } from './evaluation-words';

interface EvaluationPageOfRows { readonly rows: EvaluationRow[]; readonly next?: string }

const columns = (): readonly Column<EvaluationRow>[] => [
    { id: 'callId', title: nls.localize('earshot/quality/call/id', 'Call'), fixed: true, width: 120, grow: 1, value: row => row.callId },
    { id: 'startedAt', title: nls.localize('earshot/quality/call/started', 'Began'), width: 148, grow: 0, value: row => formatDateTime(row.startedAt), render: row => <span className='e-figures'>{formatDateTime(row.startedAt)}</span> },
    { id: 'agent', title: nls.localize('earshot/quality/call/agent', 'Agent'), width: 120, grow: 2, value: row => row.agentName },
    { id: 'team', title: nls.localize('earshot/quality/call/team', 'Team'), width: 110, hidden: true, value: row => row.teamName },
    { id: 'form', title: nls.localize('earshot/quality/evaluation/form', 'Form'), width: 150, grow: 2, value: row => `${formText(row.formTitle)} v${row.formNumber}` },
    { id: 'evaluator', title: nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator'), width: 120, grow: 1, value: row => row.evaluatorName },
    { id: 'percent', title: nls.localize('earshot/quality/evaluation/score', 'Score'), width: 88, grow: 0, numeric: true, value: row => row.percent, render: row => <ScoreCell {...row} /> },
    { id: 'state', title: nls.localize('earshot/quality/evaluation/state', 'State'), width: 190, grow: 0, value: row => stateText(row.state), render: row => <span className='q-with-icon'><StateBadge state={row.state} />{row.purpose === 'calibration' && <Icon name='organization' label={purposeText(row.purpose)} />}</span> },
    { id: 'purpose', title: nls.localize('earshot/quality/evaluation/purpose', 'Purpose'), width: 110, grow: 0, hidden: true, value: row => purposeText(row.purpose) },
    { id: 'changedAt', title: nls.localize('earshot/quality/evaluation/changed', 'Changed'), width: 130, grow: 0, value: row => row.changedAt, render: row => <RelativeTime moment={row.changedAt} /> }
];

/** All evaluations that the person may see; a row opens its page. */
export default function EvaluationsPage({ query }: PageProps): React.ReactElement {
    const client = useClient(qualityContract);
    const session = useSession();
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const filter = React.useMemo(() => readEvaluationFilter(query), [query]);
    const list = useInfiniteQuery({
        queryKey: ['evaluation', 'list', filter], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.evaluations.list({ ...evaluationListInput(filter), after: pageParam, limit: 100 }, { signal }) as Promise<EvaluationPageOfRows>,
        getNextPageParam: last => last.next
    });
    const rows = React.useMemo(() => list.data?.pages.flatMap(each => each.rows), [list.data]);
    const shown = React.useMemo(columns, []);
    const me = session.person.id;
    const views = React.useMemo((): readonly SavedView[] => [
        { id: 'all', name: nls.localize('earshot/quality/views/all-evaluations', 'All evaluations'), search: '' },
        ...session.may('evaluation:write') ? [
            { id: 'mine', name: nls.localize('earshot/quality/views/mine', 'Made by me'), search: `evaluator=${me}` },
            { id: 'drafts', name: nls.localize('earshot/quality/views/drafts', 'My drafts'), search: `evaluator=${me}&state=draft` }
        ] : [],
        ...session.may('evaluation:approve') ? [{ id: 'approve', name: nls.localize('earshot/quality/views/approve', 'Corrections to approve'), search: 'state=revision-pending' }] : []
    ], [session, me]);
    const filtered = Object.keys(filter).length > 0;
    return <Page title={nls.localize('earshot/quality/evaluations/title', 'Evaluations')}>
        <DataTable name='quality.evaluations' label={nls.localize('earshot/quality/evaluations/title', 'Evaluations')} columns={shown} rows={rows} keyOf={each => each.id} onOpen={row => void navigate(`/quality/evaluations/${row.id}`)}
            hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
            toolbar={<>
                <SavedViews list='evaluations' query={query} names={evaluationFilterNames} given={views} />
                <EvaluationFilters filter={filter} />
                <EvaluationChips filter={filter} />
            </>}
            empty={filtered
                ? <EmptyState icon='search' title={nls.localize('earshot/quality/evaluations/none-found', 'No evaluation fits these filters.')}
                    action={<Button onClick={() => setQuery(Object.fromEntries(evaluationFilterNames.map(each => [each, null])))}>{nls.localize('earshot/quality/evaluations/show-all', 'Show all evaluations')}</Button>} />
                : <EmptyState icon='checklist' title={nls.localize('earshot/quality/evaluations/none', 'No evaluations yet.')}
                    action={session.may('evaluation:write') && <Button variant='primary' onClick={() => void navigate('/quality/calls')}>{nls.localize('earshot/quality/evaluations/choose-call', 'Choose a call to evaluate')}</Button>} />} />
    </Page>;
}
