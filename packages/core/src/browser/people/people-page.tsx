import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import { type Person, personStatus } from '../../common/people/people-contract';
import { useClient, useSession } from '../application/context';
import { usePageKeys } from '../keyboard/use-page-keys';
import { useNavigate, useQueryParameter, useRoute } from '../navigation/hooks';
import type { PageProps } from '../navigation/page';
import { Button } from '../widgets/button';
import { Select } from '../widgets/choice';
import { DataTable, type Column } from '../widgets/data-table';
import { formatDate, formatDateTime, formatList } from '../widgets/format';
import { Badge, EmptyState } from '../widgets/notice';
import { Page } from '../widgets/page';
import { RelativeTime } from '../widgets/relative-time';
import { Beside } from '../widgets/side-panel';
import { TextField } from '../widgets/text-field';
import { AddPerson } from './add-person';
import { ImportPeople } from './import-people';
import { usePositionOptions, useRoleNames, useRoleOptions, useTeamOptions } from './lookups';
import { OneTimeLink } from './one-time-link';
import { PersonPanel } from './person-panel';
import { useSettled } from '../application/settled';

const statusName = (status: Person['status']): string => status === 'active' ? nls.localize('earshot/core/people/active', 'active') : nls.localize('earshot/core/people/deactivated', 'deactivated');

const columns = (nameOfRole: (code: string) => string): readonly Column<Person>[] => [
    { id: 'name', title: nls.localize('earshot/core/people/name', 'Name'), value: each => each.name, fixed: true, width: 150, grow: 2 },
    { id: 'employeeNumber', title: nls.localize('earshot/core/people/number', 'Number'), value: each => each.employeeNumber, width: 90, grow: 0 },
    { id: 'team', title: nls.localize('earshot/core/people/team', 'Team'), value: each => each.teamName, width: 120 },
    { id: 'position', title: nls.localize('earshot/core/people/position', 'Position'), value: each => each.positionName, width: 120 },
    { id: 'roles', title: nls.localize('earshot/core/people/roles', 'Roles'), value: each => formatList(each.roles.map(nameOfRole)), width: 150, grow: 2 },
    { id: 'status', title: nls.localize('earshot/core/people/status', 'Status'), value: each => statusName(each.status), width: 110, grow: 0, render: each => <Badge tone={each.status === 'active' ? 'good' : 'neutral'}>{statusName(each.status)}</Badge> },
    { id: 'lastSignInAt', title: nls.localize('earshot/core/people/last-sign-in', 'Last sign-in'), value: each => each.lastSignInAt && formatDateTime(each.lastSignInAt), width: 120, grow: 0, render: each => each.lastSignInAt && <RelativeTime moment={each.lastSignInAt} /> },
    { id: 'login', title: nls.localize('earshot/core/people/login', 'Login name'), value: each => each.login, hidden: true },
    { id: 'email', title: nls.localize('earshot/core/people/email', 'E-mail'), value: each => each.email, hidden: true, width: 180 },
    { id: 'joinedOn', title: nls.localize('earshot/core/people/joined-on', 'Joined on'), value: each => each.joinedOn, hidden: true, width: 110, grow: 0, render: each => each.joinedOn && formatDate(each.joinedOn) }
];

/** The people of the centre, found and filtered, one of them open beside. */
export default function PeoplePage({ params }: PageProps): React.ReactElement {
    const client = useClient(coreContract);
    const { may } = useSession();
    const navigate = useNavigate();
    const { search } = useRoute();
    const [text, setText] = useQueryParameter('text');
    const [teamId, setTeamId] = useQueryParameter('team');
    const [positionId, setPositionId] = useQueryParameter('position');
    const [role, setRole] = useQueryParameter('role');
    const [status, setStatus] = useQueryParameter('status', 'active');
    const [adding, setAdding] = React.useState(false);
    const [importing, setImporting] = React.useState(false);
    const [invited, setInvited] = React.useState<{ readonly name: string; readonly invitation: string }>();
    const find = React.useRef<HTMLInputElement>(null);
    const filter = { text: useSettled(text) || undefined, teamId: teamId || undefined, positionId: positionId || undefined, role: role || undefined, status: personStatus.find(each => each === status) };
    const people = useInfiniteQuery({
        queryKey: ['person', 'list', filter], initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => client.people.list({ ...filter, after: pageParam, limit: 100 }, { signal }), getNextPageParam: last => last.next, placeholderData: keepPreviousData
    });
    const query = search ? `?${search}` : '';
    usePageKeys([
        { keys: '/', title: nls.localize('earshot/core/people/key-find', 'Find a person'), run: () => find.current?.focus() },
        { keys: 'n', title: nls.localize('earshot/core/people/add', 'Add a person'), enabled: may('person:write'), run: () => setAdding(true) }
    ]);
    const all = (label: string): { readonly value: ''; readonly label: string } => ({ value: '', label });
    return <Page title={nls.localize('earshot/core/people/title', 'People')} actions={may('person:write') && <>
        <Button icon='cloud-upload' onClick={() => setImporting(true)}>{nls.localize('earshot/core/people/import', 'Import from CSV')}</Button>
        <Button variant='primary' icon='add' onClick={() => setAdding(true)}>{nls.localize('earshot/core/people/add', 'Add a person')}</Button>
    </>}>
        <Beside panel={params.id && <PersonPanel key={params.id} id={params.id} onClose={() => void navigate(`/people${query}`)} />}>
            <DataTable name='core.people' label={nls.localize('earshot/core/people/title', 'People')} columns={columns(useRoleNames())} rows={people.data?.pages.flatMap(each => each.rows)} keyOf={each => each.id}
                openKey={params.id} onOpen={each => void navigate(`/people/${each.id}${query}`)} error={people.error} onRetry={() => void people.refetch()}
                hasMore={people.hasNextPage} onMore={() => { if (!people.isFetchingNextPage) { void people.fetchNextPage(); } }}
                toolbar={<>
                    <TextField ref={find} type='text' icon='search' clearable value={text} onChange={setText} aria-label={nls.localize('earshot/core/people/find', 'Find by name, number or pinyin')} placeholder={nls.localize('earshot/core/people/find', 'Find by name, number or pinyin')} />
                    <Select aria-label={nls.localize('earshot/core/people/team', 'Team')} value={teamId} onChange={setTeamId} options={[all(nls.localize('earshot/core/people/all-teams', 'All teams')), ...useTeamOptions()]} />
                    <Select aria-label={nls.localize('earshot/core/people/position', 'Position')} value={positionId} onChange={setPositionId} options={[all(nls.localize('earshot/core/people/all-positions', 'All positions')), ...usePositionOptions()]} />
                    <Select aria-label={nls.localize('earshot/core/people/roles', 'Roles')} value={role} onChange={setRole} options={[all(nls.localize('earshot/core/people/all-roles', 'All roles')), ...useRoleOptions()]} />
                    <Select aria-label={nls.localize('earshot/core/people/status', 'Status')} value={status} onChange={setStatus} options={[
                        { value: 'active', label: nls.localize('earshot/core/people/only-active', 'Active') }, { value: 'deactivated', label: nls.localize('earshot/core/people/only-deactivated', 'Deactivated') }, { value: 'any', label: nls.localize('earshot/core/people/everybody', 'Everybody') }]} />
                </>}
                empty={<EmptyState icon='person' title={nls.localize('earshot/core/people/nobody', 'Nobody fits these filters.')}
                    action={<Button onClick={() => void navigate('/people')}>{nls.localize('earshot/core/actions/clear-filters', 'Show everybody')}</Button>} />} />
        </Beside>
        {adding && <AddPerson onClose={() => setAdding(false)} onAdded={(person, invitation) => {
            setAdding(false);
            setInvited({ name: person.name, invitation });
            void navigate(`/people/${person.id}`);
        }} />}
        {importing && <ImportPeople onClose={() => setImporting(false)} />}
        {invited && <OneTimeLink personName={invited.name} invitation={invited.invitation} onClose={() => setInvited(undefined)} />}
    </Page>;
}
