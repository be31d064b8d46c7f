import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useSession } from '@earshot/core/lib/browser/application';
import { Link, type PageProps, useNavigate, useQueryParameter } from '@earshot/core/lib/browser/navigation';
import { anyOption, Beside, type Column, DataTable, EmptyState, Icon, ListSearch, Page, RelativeTime, Segmented, Select, Tooltip } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { CertificationRow } from '../../common/certification/certification-contract';
import { trainingContract } from '../../common/training-contract';
import { CertificationPanel } from './certification-panel';
import { mayText, reasonText, requirementText, stateIcon, stateTone } from './certification-words';
import { MayBadge } from './may-badge';

const columns = (): readonly Column<CertificationRow>[] => [
    { id: 'person', title: nls.localize('earshot/training/people/person', 'Person'), fixed: true, width: 130, grow: 1, value: row => row.personName },
    { id: 'may', title: nls.localize('earshot/training/certification/may-column', 'Calls'), width: 160, grow: 0, value: row => mayText(row), render: row => <MayBadge row={row} /> },
    { id: 'standings', title: nls.localize('earshot/training/certification/requirements', 'Requirements'), width: 360, grow: 6, value: row => row.standings.map(each => `${requirementText(each)}: ${reasonText(each)}`).join('; '), render: row => <span className='t-standings'>
        {row.standings.map(each => <Tooltip key={each.requirement.id} text={reasonText(each)}><span className='t-standing' data-tone={stateTone(each.state)}><Icon name={stateIcon(each.state)} /><span className='t-ellipsis'>{requirementText(each)}</span>{each.of > 1 && <span className='e-figures'>{each.done}/{each.of}</span>}</span></Tooltip>)}</span> },
    { id: 'until', title: nls.localize('earshot/training/certification/until', 'Next to renew'), width: 116, grow: 0, value: row => row.until, render: row => row.until && <RelativeTime moment={row.until} /> },
    { id: 'team', title: nls.localize('earshot/training/people/team', 'Team'), width: 130, grow: 1, value: row => row.teamName },
    { id: 'position', title: nls.localize('earshot/training/people/position', 'Position'), width: 140, grow: 1, value: row => row.positionName }
];

/** Who may take calls, with a reason behind every red. */
export default function CertificationPage({ params, query }: PageProps): React.ReactElement {
    const client = useClient(trainingContract);
    const core = useClient(coreContract);
    const session = useSession();
    const navigate = useNavigate();
    const [, setTeam] = useQueryParameter('team', '');
    const [, setPosition] = useQueryParameter('position', '');
    const [everybody, setEverybody] = useQueryParameter('everybody', 'false');
    const filter = { ruled: everybody !== 'true', teamId: query.get('team') || undefined, positionId: query.get('position') || undefined, text: query.get('q') || undefined };
    const teams = useQuery({ queryKey: ['team', 'list'], queryFn: ({ signal }) => core.people.teams(undefined, { signal }) });
    const positions = useQuery({ queryKey: ['position', 'list'], queryFn: ({ signal }) => core.people.positions(undefined, { signal }) });
    const shown = React.useMemo(columns, []);
    const list = useInfiniteQuery({
        queryKey: ['certification', 'board', filter], meta: { shows: ['attempt', 'acknowledgement', 'document', 'person'] }, initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.certification.board({ ...filter, after: pageParam, limit: 100 }, { signal }) as Promise<{ rows: CertificationRow[]; next?: string }>, getNextPageParam: last => last.next
    });
    const rows = list.data?.pages.flatMap(each => each.rows);
    const row = rows?.find(each => each.personId === params.id);
    const title = nls.localize('earshot/training/certification/title', 'Who may take calls');
    const go = (id: string | null): void => void navigate(id ? `/training/certification/${id}` : '/training/certification', { query: Object.fromEntries(query) });
    return <Page title={title} actions={session.may('certification:administer') && <Link to='/training/certification-rules' className='e-button'>{nls.localize('earshot/training/certification/rules', 'What positions ask for')}</Link>}>
        <Beside panel={row && <CertificationPanel key={row.personId} row={row} onClose={() => go(null)} />}>
            <DataTable name='training.certification' label={title} columns={shown} rows={rows} keyOf={each => each.personId} openKey={params.id} onOpen={each => go(each.personId)}
                hasMore={list.hasNextPage} onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()}
                toolbar={<><ListSearch value={filter.text} label={nls.localize('earshot/training/people/search', 'Search people')} />
                    <Segmented label={nls.localize('earshot/training/certification/whom', 'Whom to show')} value={everybody === 'true' ? 'true' : 'false'} onChange={setEverybody} options={[
                        { value: 'false', label: nls.localize('earshot/training/certification/asked', 'With requirements') }, { value: 'true', label: nls.localize('earshot/training/certification/everybody', 'Everybody') }]} />
                    <Select aria-label={nls.localize('earshot/training/people/team', 'Team')} value={filter.teamId ?? ''} onChange={setTeam} options={[{ ...anyOption(), label: `${nls.localize('earshot/training/people/team', 'Team')}: ${anyOption().label}` }, ...(teams.data ?? []).map(each => ({ value: each.id, label: each.name }))]} />
                    <Select aria-label={nls.localize('earshot/training/people/position', 'Position')} value={filter.positionId ?? ''} onChange={setPosition} options={[{ ...anyOption(), label: `${nls.localize('earshot/training/people/position', 'Position')}: ${anyOption().label}` }, ...(positions.data ?? []).map(each => ({ value: each.id, label: each.name }))]} /></>}
                empty={<EmptyState icon='verified' title={nls.localize('earshot/training/certification/none', 'Nobody with a position is found here.')} />} />
        </Beside>
    </Page>;
}
