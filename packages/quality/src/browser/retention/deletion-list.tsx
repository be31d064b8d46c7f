import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { type Column, DataTable, EmptyState, formatBytes, formatDateTime } from '@earshot/core/lib/browser/widgets';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { DeletedContentRow } from '../../common/retention/retention-contract';
import { kindText } from './retention-words';
import { useDeletions } from './use-retention';

const whyText = ({ rule, by, reason }: DeletedContentRow): string => rule ?? nls.localize('earshot/quality/retention/by-hand', '{0}: {1}', by ?? '', reason ?? '');
/** So many digits of a hash tell two apart on a screen; copied and exported it is whole. */
const shownDigits = 12;

const columns = (): readonly Column<DeletedContentRow>[] => [
    { id: 'call', title: nls.localize('earshot/quality/call/id', 'Call'), fixed: true, width: 150, grow: 1, value: row => row.callId },
    { id: 'began', title: nls.localize('earshot/quality/call/started', 'Began'), width: 148, grow: 0, value: row => formatDateTime(row.startedAt), render: row => <span className='e-figures'>{formatDateTime(row.startedAt)}</span> },
    { id: 'kind', title: nls.localize('earshot/quality/retention/what', 'What'), width: 110, grow: 0, value: row => kindText(row.kind) },
    { id: 'why', title: nls.localize('earshot/quality/retention/rule-or-person', 'Rule, or who and why'), width: 220, grow: 3, value: whyText },
    { id: 'bytes', title: nls.localize('earshot/quality/retention/bytes', 'Bytes'), width: 100, grow: 0, numeric: true, value: row => formatBytes(row.bytes) },
    { id: 'hash', title: nls.localize('earshot/quality/retention/hash', 'SHA-256 of what there was'), width: 200, grow: 1, value: row => row.hash, render: row => <code title={row.hash}>{row.hash.slice(0, shownDigits)}…</code> },
    { id: 'at', title: nls.localize('earshot/quality/retention/deleted-at', 'Deleted'), width: 148, grow: 0, value: row => formatDateTime(row.deletedAt), render: row => <span className='e-figures'>{formatDateTime(row.deletedAt)}</span> }
];

export function DeletionList(): React.ReactElement {
    const list = useDeletions();
    const navigate = useNavigate();
    const shown = React.useMemo(columns, []);
    const rows = React.useMemo(() => list.data?.pages.flatMap(each => each.rows), [list.data]);
    return <DataTable name='quality.deletions' label={nls.localize('earshot/quality/retention/deletions', 'Deleted')} columns={shown} rows={rows} keyOf={each => each.id} onOpen={row => void navigate(linkTo('quality', 'interactions', row.interactionId))}
        hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
        empty={<EmptyState icon='archive' title={nls.localize('earshot/quality/retention/nothing-deleted', 'Nothing has been deleted yet.')} />} />;
}
