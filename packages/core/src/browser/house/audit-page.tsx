import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import type { AuditEntry } from '../../common/house-contract';
import { useClient, useService } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { useSettled } from '../application/settled';
import { useNavigate, useQueryParameter, useSetQuery } from '../navigation/hooks';
import type { PageProps } from '../navigation/page';
import { Button } from '../widgets/button';
import { DataTable, type Column } from '../widgets/data-table';
import { DateRange } from '../widgets/date-field';
import { formatDateTime, formatNumber } from '../widgets/format';
import { EmptyState } from '../widgets/notice';
import { Facts, Page } from '../widgets/page';
import { PersonPicker } from '../widgets/person-picker';
import { Beside, SidePanel } from '../widgets/side-panel';
import { TextField } from '../widgets/text-field';
import { VerifyAudit } from './verify-audit';

const actorOf = (entry: AuditEntry): string => entry.actorName ?? nls.localize('earshot/core/audit/system', 'the system');
const plain = (value: unknown): string => typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
const detailOf = ({ detail }: AuditEntry): string => Object.entries(detail).map(([name, value]) => `${name}: ${plain(value)}`).join(', ');

const columns = (texts: HouseTexts): readonly Column<AuditEntry>[] => [
    { id: 'at', title: nls.localize('earshot/core/audit/when', 'When'), value: each => formatDateTime(each.at), fixed: true, width: 160, grow: 0 },
    { id: 'actor', title: nls.localize('earshot/core/audit/who', 'Who'), value: actorOf, width: 140 },
    { id: 'action', title: nls.localize('earshot/core/audit/what', 'What'), value: each => texts.audit(each.action), fixed: true, width: 180, grow: 2 },
    { id: 'entityType', title: nls.localize('earshot/core/audit/on', 'On'), value: each => each.entityType, render: each => <code className='e-code'>{each.entityType}</code>, width: 110 },
    { id: 'detail', title: nls.localize('earshot/core/audit/detail', 'Details'), value: detailOf, render: each => <code className='e-code' title={detailOf(each)}>{detailOf(each)}</code>, width: 200, grow: 3 },
    { id: 'code', title: nls.localize('earshot/core/audit/code', 'Action code'), value: each => each.action, hidden: true },
    { id: 'entityId', title: nls.localize('earshot/core/audit/id', 'Id'), value: each => each.entityId, hidden: true, width: 280 },
    { id: 'sequence', title: nls.localize('earshot/core/audit/sequence', 'Seal'), value: each => each.sequence, hidden: true, numeric: true, width: 80, grow: 0 }
];

/** A day of the browser as the moment it begins, or the moment after it ends. */
const startOf = (day: string): string => new Date(`${day}T00:00`).toISOString();
const endOf = (day: string): string => new Date(new Date(`${day}T00:00`).getTime() + 86_400_000 - 1).toISOString();

/** Who did what, when. Nothing here can be changed; that it was not can be proven. */
export default function AuditPage({ query }: PageProps): React.ReactElement {
    const client = useClient(coreContract);
    const texts = useService(HouseTexts);
    const navigate = useNavigate();
    const setQuery = useSetQuery();
    const [actorId] = useQueryParameter('actor');
    const [action, setAction] = useQueryParameter('action');
    const [verifying, setVerifying] = React.useState(false);
    const [opened, setOpened] = React.useState<AuditEntry>();
    const [from, to] = [query.get('from'), query.get('to')];
    const filter = { actorId: actorId || undefined, action: useSettled(action).trim() || undefined, entityId: query.get('entity') ?? undefined, from: from ? startOf(from) : undefined, to: to ? endOf(to) : undefined };
    const entries = useInfiniteQuery({
        queryKey: ['audit', 'list', filter], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.house.audit({ ...filter, after: pageParam, limit: 100 }, { signal }), getNextPageParam: last => last.next, placeholderData: keepPreviousData
    });
    return <Page title={nls.localize('earshot/core/audit/title', 'Audit log')} actions={<>
        <Button icon='refresh' busy={entries.isRefetching} onClick={() => void entries.refetch()}>{nls.localize('earshot/core/actions/refresh', 'Refresh')}</Button>
        <Button variant='primary' icon='verified' onClick={() => setVerifying(true)}>{nls.localize('earshot/core/audit/verify', 'Verify')}</Button>
    </>}>
        <Beside panel={opened && <SidePanel title={texts.audit(opened.action)} subtitle={formatDateTime(opened.at)} onClose={() => setOpened(undefined)}>
            <Facts facts={[
                [nls.localize('earshot/core/audit/who', 'Who'), actorOf(opened)], [nls.localize('earshot/core/audit/code', 'Action code'), opened.action], [nls.localize('earshot/core/audit/on', 'On'), opened.entityType],
                [nls.localize('earshot/core/audit/id', 'Id'), opened.entityId], ...Object.entries(opened.detail).map(([name, value]) => [name, plain(value)] as const),
                [nls.localize('earshot/core/audit/sequence', 'Seal'), opened.sequence === null ? nls.localize('earshot/core/audit/not-sealed', 'not sealed yet') : formatNumber(opened.sequence)],
                [nls.localize('earshot/core/audit/hash', 'Hash'), <code key='hash' className='e-code'>{opened.hash ?? '–'}</code>]
            ]} />
            <Button icon='filter' onClick={() => void navigate('/administration/audit', { query: { entity: opened.entityId } })}>{nls.localize('earshot/core/audit/same', 'Everything about this')}</Button>
        </SidePanel>}>
            <DataTable name='core.audit' label={nls.localize('earshot/core/audit/title', 'Audit log')} columns={columns(texts)} rows={entries.data?.pages.flatMap(each => each.rows)} keyOf={each => each.id} openKey={opened?.id}
                onOpen={each => setOpened(each)} error={entries.error} onRetry={() => void entries.refetch()} hasMore={entries.hasNextPage} onMore={() => { if (!entries.isFetchingNextPage) { void entries.fetchNextPage(); } }}
                toolbar={<>
                    <PersonPicker label={nls.localize('earshot/core/audit/who', 'Who')} placeholder={nls.localize('earshot/core/audit/anybody', 'Anybody')} value={actorId || null} onChange={id => setQuery({ actor: id })} />
                    <TextField aria-label={nls.localize('earshot/core/audit/code', 'Action code')} placeholder={nls.localize('earshot/core/audit/code-example', 'Action code: person.changed')} clearable icon='filter' value={action} onChange={setAction} />
                    <DateRange label={nls.localize('earshot/core/audit/period', 'Period')} value={{ from, to }} onChange={range => setQuery({ ...range })} />
                    {filter.entityId && <Button small icon='close' onClick={() => setQuery({ entity: null })}>{nls.localize('earshot/core/audit/all', 'About everything')}</Button>}
                </>}
                empty={<EmptyState icon='law' title={nls.localize('earshot/core/audit/none', 'Nothing was recorded for these filters.')} />} />
        </Beside>
        {verifying && <VerifyAudit onClose={() => setVerifying(false)} />}
    </Page>;
}
