import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { type PageProps, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, type Column, DataTable, EmptyState, Figure, formatDate, formatDateTime, formatNumber, formatPercent, Page, RelativeTime, Segmented } from '@earshot/core/lib/browser/widgets';
import { type AcknowledgementRow, acknowledgementStates } from '../../common/document/document-contract';
import { trainingContract } from '../../common/training-contract';
import { shortHash } from './acknowledge-bar';
import { acknowledgementText, versionText } from './document-words';
import { useDocument } from './use-documents';

type State = AcknowledgementRow['state'];
type Found = { rows: AcknowledgementRow[]; next?: string; people: number; done: number; overdue: number };

const columns = (): readonly Column<AcknowledgementRow>[] => [
    { id: 'person', title: nls.localize('earshot/training/column/person', 'Person'), fixed: true, width: 140, grow: 2, value: each => each.personName },
    { id: 'team', title: nls.localize('earshot/training/column/team', 'Team'), width: 130, value: each => each.teamName ?? '' },
    { id: 'position', title: nls.localize('earshot/training/column/held-position', 'Position'), width: 150, value: each => each.positionName ?? '' },
    { id: 'state', title: nls.localize('earshot/training/column/state', 'State'), width: 116, grow: 0, value: each => acknowledgementText(each.state), render: each => <Badge tone={each.state === 'done' ? 'good' : each.state === 'overdue' ? 'critical' : 'caution'} icon={each.state === 'done' ? 'check' : 'clock'}>{acknowledgementText(each.state)}</Badge> },
    { id: 'at', title: nls.localize('earshot/training/column/acknowledged-at', 'Acknowledged at'), width: 148, grow: 0, value: each => each.at && formatDateTime(each.at) },
    { id: 'number', title: nls.localize('earshot/training/column/number', 'Version'), width: 68, grow: 0, value: each => each.number ?? '' },
    { id: 'hash', title: nls.localize('earshot/training/column/hash', 'Checksum'), width: 116, grow: 0, value: each => each.hash ?? '', render: each => each.hash && <code className='t-hash'>{shortHash(each.hash)}</code> },
    { id: 'due', title: nls.localize('earshot/training/column/due', 'Until'), width: 100, grow: 0, value: each => formatDate(each.dueAt) },
    { id: 'reminded', title: nls.localize('earshot/training/column/reminded', 'Reminded'), width: 110, grow: 0, value: each => each.remindedAt ?? '', render: each => each.remindedAt && <RelativeTime moment={each.remindedAt} /> }
];

/** Who has read what is in effect and who has not, for those who answer for it or for the people. */
export default function ReadersPage({ params, query }: PageProps): React.ReactElement {
    const id = params.id!;
    const client = useClient(trainingContract);
    const setQuery = useSetQuery();
    const { data: document } = useDocument(id);
    const state = acknowledgementStates.find(each => each === query.get('state'));
    const readers = useInfiniteQuery({
        queryKey: ['acknowledgement', 'list', id, state], meta: { shows: ['document', 'person'] }, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.acknowledgements.list({ id, state, after: pageParam, limit: 100 }, { signal }) as Promise<Found>, getNextPageParam: last => last.next
    });
    const [checked, setChecked] = React.useState<ReadonlySet<string>>(new Set());
    const remind = useChange({
        run: () => client.acknowledgements.remind({ id, ...checked.size ? { personIds: [...checked] } : {} }), invalidates: [['acknowledgement']],
        done: ({ reminded }) => reminded === 0 ? nls.localize('earshot/training/readers/nobody', 'Nobody was reminded: whom you chose has read it, or was reminded within the last day.') : nls.localize('earshot/training/readers/reminded', 'Reminded: {0}', reminded),
        then: () => setChecked(new Set())
    });
    const first = readers.data?.pages[0];
    const all = React.useMemo(columns, []);
    const choices: readonly { readonly value: State | 'all'; readonly label: string }[] = [{ value: 'all', label: nls.localize('earshot/training/readers/all', 'All') }, ...acknowledgementStates.map(value => ({ value, label: acknowledgementText(value) }))];
    return <Page title={nls.localize('earshot/training/readers/title', 'Who has read it')} subtitle={document && `${document.title}${document.number ? ` · ${versionText(document.number)}` : ''}`} back={{ to: `/training/documents/${id}`, label: nls.localize('earshot/training/document/title', 'Document') }}
        actions={document?.mayRemind && first && first.done < first.people && <Button variant='primary' icon='bell' busy={remind.isPending} onClick={() => remind.mutate(undefined)}>{checked.size ? nls.localize('earshot/training/readers/remind-some', 'Remind {0}', checked.size) : nls.localize('earshot/training/readers/remind', 'Remind all who have not')}</Button>}>
        <div className='t-readers-page'>
            {first && first.people > 0 && <div className='t-figures'>
                <Figure label={nls.localize('earshot/training/readers/share', 'Have read it')} value={formatPercent(first.done / first.people, 0)} n={first.people} />
                <Figure label={nls.localize('earshot/training/readers/done', 'Acknowledged')} value={formatNumber(first.done)} /><Figure label={nls.localize('earshot/training/readers/missing', 'Still missing')} value={formatNumber(first.people - first.done)} /><Figure label={nls.localize('earshot/training/acknowledgement/overdue', 'Overdue')} value={formatNumber(first.overdue)} />
            </div>}
            <DataTable name='training.readers' label={nls.localize('earshot/training/readers/title', 'Who has read it')} columns={all} rows={readers.data?.pages.flatMap(each => each.rows)} keyOf={each => each.personId} error={readers.error} onRetry={() => void readers.refetch()}
                hasMore={readers.hasNextPage} onMore={() => { if (!readers.isFetchingNextPage) { void readers.fetchNextPage(); } }} {...document?.mayRemind ? { checked, onChecked: setChecked } : {}}
                toolbar={<Segmented<State | 'all'> label={nls.localize('earshot/training/column/state', 'State')} value={state ?? 'all'} onChange={value => setQuery({ state: value === 'all' ? null : value })} options={choices} />}
                empty={<EmptyState icon='checklist' title={state ? nls.localize('earshot/training/readers/none-found', 'Nobody is in this state.') : nls.localize('earshot/training/readers/none', 'Nobody of those that you look after is concerned.')} />} />
        </div>
    </Page>;
}
