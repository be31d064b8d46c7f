import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../common/access/access-contract';
import { coreContract } from '../../common/core-contract';
import { useClient, useErrorText, useSession } from '../application/context';
import { usePageKeys } from '../keyboard/use-page-keys';
import { useNavigate } from '../navigation/hooks';
import type { PageProps } from '../navigation/page';
import { Button } from '../widgets/button';
import { Notice } from '../widgets/notice';
import { Page } from '../widgets/page';
import { Skeleton } from '../widgets/progress';
import { Beside } from '../widgets/side-panel';
import { AddRole, RolePanel } from './role-panel';
import { RoleMatrix } from './role-matrix';

/** What the roles grant: permissions × roles, with how far each reaches. */
export default function RolesPage({ params }: PageProps): React.ReactElement {
    const client = useClient(coreContract);
    const { may } = useSession();
    const { describe } = useErrorText();
    const navigate = useNavigate();
    const [adding, setAdding] = React.useState(false);
    const roles = useQuery({ queryKey: ['role'], queryFn: ({ signal }) => client.access.roles(undefined, { signal }) });
    const permissions = useQuery({ queryKey: ['permission'], queryFn: ({ signal }) => client.access.permissions(undefined, { signal }), staleTime: Infinity });
    const error = roles.error ?? permissions.error;
    const mayChange = may('role:write');
    const selected: Role | undefined = roles.data?.find(each => each.id === params.id);
    usePageKeys(mayChange ? [{ keys: 'n', title: nls.localize('earshot/core/roles/add', 'Add a role'), run: () => setAdding(true) }] : []);
    return <Page title={nls.localize('earshot/core/roles/title', 'Roles')} subtitle={nls.localize('earshot/core/roles/hint', 'What each role may do, and whether with one’s own, the team’s or everything.')}
        actions={mayChange && <Button variant='primary' icon='add' onClick={() => setAdding(true)}>{nls.localize('earshot/core/roles/add', 'Add a role')}</Button>}>
        {error && <Notice tone='critical'>{describe(error)}</Notice>}
        {!(roles.data && permissions.data) && !error && <Skeleton lines={10} />}
        {roles.data && permissions.data && <Beside panel={selected && <RolePanel key={`${selected.id} ${selected.version}`} role={selected} permissions={permissions.data} mayChange={mayChange} onClose={() => void navigate('/administration/roles')} />}>
            <RoleMatrix roles={roles.data} permissions={permissions.data} selectedId={params.id} onOpen={id => void navigate(`/administration/roles/${id}`)} />
        </Beside>}
        {adding && roles.data && <AddRole roles={roles.data} onClose={() => setAdding(false)} onAdded={id => { setAdding(false); void navigate(`/administration/roles/${id}`); }} />}
    </Page>;
}
