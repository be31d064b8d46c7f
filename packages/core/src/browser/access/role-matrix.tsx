import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import type { Role } from '../../common/access/access-contract';
import type { Scope } from '../../common/access/permission';
import { useService } from '../application/context';
import { HouseTexts } from '../application/house-texts';
import { groupPermissions, type Permission } from './permission-groups';
import { roleName, scopeName } from './role-names';

export interface RoleMatrixProps {
    readonly roles: readonly Role[];
    readonly permissions: readonly Permission[];
    readonly selectedId: string | undefined;
    onOpen(id: string): void;
}

/** A reach as a small bar of three: own, team, all. The word is in the tooltip and for screen readers. */
const Reach = ({ scope }: { readonly scope: Scope | undefined }): React.ReactElement => scope
    ? <span className={`e-reach e-reach-${scope}`} title={scopeName(scope)}><i /><i /><i /><span className='e-hidden'>{scopeName(scope)}</span></span>
    : <span className='e-hidden'>{nls.localize('earshot/core/scopes/none', 'not granted')}</span>;

/** Permissions × roles. A heading opens the role beside. */
export function RoleMatrix({ roles, permissions, selectedId, onOpen }: RoleMatrixProps): React.ReactElement {
    const texts = useService(HouseTexts);
    return <div className='e-matrix' tabIndex={0} role='region' aria-label={nls.localize('earshot/core/roles/matrix', 'What roles may do')}>
        <table>
            <thead><tr>
                <td className='e-matrix-corner'><span className='e-matrix-legend'>{(['own', 'team', 'all'] as const).map(each => <span key={each} aria-hidden='true'><Reach scope={each} />{scopeName(each)}</span>)}</span></td>
                {roles.map(role => <th key={role.id} scope='col' className={role.id === selectedId ? 'e-matrix-selected' : ''}>
                    <button type='button' aria-pressed={role.id === selectedId} onClick={() => onOpen(role.id)}>{roleName(role)}</button>
                </th>)}
            </tr></thead>
            {groupPermissions(permissions).map(({ noun, members }) => <tbody key={noun}>
                <tr><th scope='rowgroup' colSpan={roles.length + 1} className='e-matrix-group'>{texts.permissionGroup(noun)}</th></tr>
                {members.map(each => <tr key={each.id}>
                    <th scope='row'>{texts.permission(each.id)}</th>
                    {roles.map(role => <td key={role.id} className={role.id === selectedId ? 'e-matrix-selected' : ''}><Reach scope={role.grants[each.id]} /></td>)}
                </tr>)}
            </tbody>)}
        </table>
    </div>;
}
