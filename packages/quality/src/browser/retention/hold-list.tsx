import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Badge, type Column, DataTable, EmptyState, formatDate, formatDateTime } from '@earshot/core/lib/browser/widgets';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { LegalHold } from '../../common/retention/retention-contract';
import { useHolds } from './use-retention';

const stateText = (row: LegalHold): string => row.liftedAt === null ? nls.localize('earshot/quality/retention/in-force', 'In force') : nls.localize('earshot/quality/retention/lifted-by', 'Lifted on {0} by {1}: {2}', formatDate(row.liftedAt), row.liftedBy ?? '', row.liftReason ?? '');

const columns = (): readonly Column<LegalHold>[] => [
    { id: 'call', title: nls.localize('earshot/quality/call/id', 'Call'), fixed: true, width: 150, grow: 1, value: row => row.callId },
    { id: 'began', title: nls.localize('earshot/quality/call/started', 'Began'), width: 148, grow: 0, value: row => formatDateTime(row.startedAt), render: row => <span className='e-figures'>{formatDateTime(row.startedAt)}</span> },
    { id: 'reason', title: nls.localize('earshot/quality/retention/reason', 'Reason'), width: 260, grow: 3, value: row => row.reason },
    { id: 'by', title: nls.localize('earshot/quality/retention/placed-by', 'Placed by'), width: 150, grow: 1, value: row => row.placedBy },
    { id: 'on', title: nls.localize('earshot/quality/retention/placed-on', 'Placed on'), width: 116, grow: 0, value: row => formatDate(row.placedAt), render: row => <span className='e-figures'>{formatDate(row.placedAt)}</span> },
    { id: 'state', title: nls.localize('earshot/quality/retention/state', 'State'), width: 200, grow: 2, value: stateText, render: row => row.liftedAt === null ? <Badge tone='caution' icon='lock'>{stateText(row)}</Badge> : <span className='q-quiet'>{stateText(row)}</span> }
];

export function HoldList(): React.ReactElement {
    const list = useHolds();
    const navigate = useNavigate();
    const shown = React.useMemo(columns, []);
    const rows = React.useMemo(() => list.data?.pages.flatMap(each => each.rows), [list.data]);
    return <DataTable name='quality.legal-holds' label={nls.localize('earshot/quality/retention/holds', 'Legal holds')} columns={shown} rows={rows} keyOf={each => each.id} onOpen={row => void navigate(linkTo('quality', 'interactions', row.interactionId))}
        hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
        empty={<EmptyState icon='lock' title={nls.localize('earshot/quality/retention/no-holds', 'Nothing is on legal hold.')}><p>{nls.localize('earshot/quality/retention/no-holds-detail', 'Open a call and press “Legal hold…”: from then on nothing of it is deleted, by no rule and by nobody.')}</p></EmptyState>} />;
}
