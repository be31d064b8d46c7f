import { useInfiniteQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { type PageProps, useNavigate } from '@earshot/core/lib/browser/navigation';
import { Badge, type Column, DataTable, EmptyState, Page, RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { AttemptRow } from '../../common/attempt/attempt-contract';
import { trainingContract } from '../../common/training-contract';
import { attemptText } from './attempt-words';

const columns = (): readonly Column<AttemptRow>[] => [
    { id: 'exam', title: nls.localize('earshot/training/exams/name', 'Exam'), fixed: true, width: 200, grow: 3, value: row => row.examTitle },
    { id: 'person', title: nls.localize('earshot/training/people/person', 'Person'), width: 140, grow: 2, value: row => row.personName },
    { id: 'team', title: nls.localize('earshot/training/people/team', 'Team'), width: 140, grow: 2, value: row => row.teamName },
    { id: 'state', title: nls.localize('earshot/training/exams/state', 'State'), width: 130, grow: 0, value: row => attemptText(row.state), render: row => <Badge tone={row.state === 'graded' ? 'accent' : 'caution'}>{attemptText(row.state)}</Badge> },
    { id: 'waiting', title: nls.localize('earshot/training/marking/waiting', 'Questions to mark'), width: 130, grow: 0, numeric: true, value: row => row.waiting },
    { id: 'since', title: nls.localize('earshot/training/marking/since', 'Handed in'), width: 130, grow: 0, value: row => row.submittedAt, render: row => row.submittedAt && <RelativeTime moment={row.submittedAt} /> }
];

/** What waits for marks by hand, or to be released, the oldest first. */
export default function MarkingQueuePage(_props: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const navigate = useNavigate();
    const shown = React.useMemo(columns, []);
    const list = useInfiniteQuery({
        queryKey: ['attempt', 'queue'], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.attempts.queue({ after: pageParam, limit: 100 }, { signal }) as Promise<{ rows: AttemptRow[]; next?: string }>, getNextPageParam: last => last.next
    });
    const title = nls.localize('earshot/training/marking/title', 'To mark');
    return <Page title={title}>
        <DataTable name='training.marking' label={title} columns={shown} rows={list.data?.pages.flatMap(each => each.rows)} keyOf={each => each.id} onOpen={row => void navigate(`/training/marking/${row.id}`)}
            hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
            empty={<EmptyState icon='pass' title={nls.localize('earshot/training/marking/none', 'Nothing waits to be marked.')} />} />
    </Page>;
}
