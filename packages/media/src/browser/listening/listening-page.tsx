import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useQueryParameter, useSetQuery } from '@earshot/core/lib/browser/navigation';
import { Badge, type Column, DataTable, DateRange, EmptyState, formatDateTime, formatDuration, formatPercent, Page, PersonPicker, Segmented } from '@earshot/core/lib/browser/widgets';
import { type Listening, mediaOperations } from '../../common/media-contract';

const shareOf = ({ heardMs, durationMs }: Listening): number | null => durationMs ? Math.min(1, heardMs / durationMs) : null;
const maskedText = ({ unmasked }: Listening): string => unmasked ? nls.localize('earshot/media/listening/unmasked', 'masked parts too') : '';
const viaText = ({ via }: Listening): string => via === 'token' ? nls.localize('earshot/media/listening/program', 'program') : nls.localize('earshot/media/listening/browser', 'browser');

const columns = (): readonly Column<Listening>[] => [
    { id: 'began', title: nls.localize('earshot/media/listening/began', 'Began'), value: each => formatDateTime(each.beganAt), fixed: true, width: 160, grow: 0 },
    { id: 'person', title: nls.localize('earshot/media/listening/person', 'Who'), value: each => each.personName, fixed: true, width: 160 },
    { id: 'subject', title: nls.localize('earshot/media/listening/subject', 'Recording'), value: each => each.subject, render: each => <Link to={each.subject}>{nls.localize('earshot/media/listening/open', 'Open')}</Link>, width: 110, grow: 0 },
    { id: 'heard', title: nls.localize('earshot/media/listening/heard', 'Heard'), value: each => formatDuration(each.heardMs), numeric: true, width: 100 },
    { id: 'length', title: nls.localize('earshot/media/listening/length', 'Length'), value: each => formatDuration(each.durationMs), numeric: true, width: 100 },
    { id: 'share', title: nls.localize('earshot/media/listening/share', 'Share'), value: each => formatPercent(shareOf(each), 0), numeric: true, width: 90 },
    { id: 'unmasked', title: nls.localize('earshot/media/listening/masks', 'Masks'), value: maskedText, render: each => each.unmasked && <Badge tone='caution' icon='eye'>{maskedText(each)}</Badge>, width: 170 },
    { id: 'via', title: nls.localize('earshot/media/listening/via', 'By'), value: viaText, width: 110 },
    { id: 'latest', title: nls.localize('earshot/media/listening/latest', 'Last'), value: each => formatDateTime(each.latestAt), hidden: true, width: 160 }
];

const startOf = (day: string): string => new Date(`${day}T00:00`).toISOString();
const endOf = (day: string): string => new Date(new Date(`${day}T00:00`).getTime() + 86_400_000).toISOString();

/** Who listened to which recording, and how much of it was really played. */
export default function ListeningPage({ query }: PageProps): React.ReactElement {
    const client = useClient(mediaOperations);
    const setQuery = useSetQuery();
    const [personId] = useQueryParameter('person');
    const [masks, setMasks] = useQueryParameter('masks', 'all');
    const [from, to] = [query.get('from'), query.get('to')];
    const filter = { personId: personId || undefined, from: from ? startOf(from) : undefined, to: to ? endOf(to) : undefined, unmasked: masks === 'unmasked' ? 'true' : undefined };
    const found = useInfiniteQuery({
        queryKey: ['listening', 'list', filter], initialPageParam: undefined as string | undefined, placeholderData: keepPreviousData,
        queryFn: ({ pageParam, signal }) => client.listening.list({ ...filter, after: pageParam, limit: 100 }, { signal }), getNextPageParam: last => last.next
    });
    const shown = React.useMemo(columns, []);
    const title = nls.localize('earshot/media/listening/title', 'Listening log');
    return <Page title={title} subtitle={nls.localize('earshot/media/listening/subtitle', 'Every act of listening to a recording. What was heard is what the player really played; a program that fetches a recording tells nothing of that.')}>
        <DataTable name='media.listening' label={title} columns={shown} rows={found.data?.pages.flatMap(each => each.rows) as readonly Listening[] | undefined} keyOf={each => each.id} error={found.error} onRetry={() => void found.refetch()}
            hasMore={found.hasNextPage} onMore={() => { if (!found.isFetchingNextPage) { void found.fetchNextPage(); } }}
            toolbar={<>
                <PersonPicker label={nls.localize('earshot/media/listening/person', 'Who')} placeholder={nls.localize('earshot/media/listening/anybody', 'Anybody')} value={personId || null} onChange={id => setQuery({ person: id })} />
                <DateRange label={nls.localize('earshot/media/listening/period', 'Period')} value={{ from, to }} onChange={range => setQuery({ ...range })} />
                <Segmented label={nls.localize('earshot/media/listening/masks', 'Masks')} value={masks} onChange={setMasks} options={[
                    { value: 'all', label: nls.localize('earshot/media/listening/all', 'All') }, { value: 'unmasked', label: nls.localize('earshot/media/listening/only-unmasked', 'Masked parts heard') }
                ]} />
            </>}
            empty={<EmptyState icon='unmute' title={nls.localize('earshot/media/listening/none', 'Nobody listened to a recording that these filters let through.')} />} />
    </Page>;
}
