import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import type { Role } from '../../common/access/access-contract';
import type { Scope } from '../../common/access/permission';
import { coreContract } from '../../common/core-contract';
import { useChange } from '../application/change';
import { useClient, useService } from '../application/context';
import { useDraft } from '../application/draft';
import { HouseTexts } from '../application/house-texts';
import { Link, useNavigate, useUnsaved } from '../navigation/hooks';
import { Button } from '../widgets/button';
import { Select } from '../widgets/choice';
import { Dialog } from '../widgets/dialog';
import { Field, FormErrors, useProblems } from '../widgets/field';
import { Notice } from '../widgets/notice';
import { SidePanel } from '../widgets/side-panel';
import { TextField } from '../widgets/text-field';
import { groupPermissions, type Permission } from './permission-groups';
import { roleName, scopeName } from './role-names';
import { countOfPeople } from '../people/lookups';

type Grants = Readonly<Record<string, Scope>>;

const sameGrants = (one: Grants, other: Grants): boolean => Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([id, scope]) => other[id] === scope);

const withGrant = (grants: Grants, id: string, scope: Scope | ''): Grants => {
    const others = Object.fromEntries(Object.entries(grants).filter(([each]) => each !== id));
    return scope ? { ...others, [id]: scope } : others;
};

export interface RolePanelProps {
    readonly role: Role;
    readonly permissions: readonly Permission[];
    readonly mayChange: boolean;
    onClose(): void;
}

/** One role beside the matrix: what it grants, permission by permission. */
export function RolePanel({ role, permissions, mayChange, onClose }: RolePanelProps): React.ReactElement {
    const client = useClient(coreContract);
    const texts = useService(HouseTexts);
    const navigate = useNavigate();
    const [grants, setGrants] = React.useState<Grants>(role.grants);
    const [name, setName] = React.useState(role.name ?? '');
    const fixed = role.code === 'administrator';
    const dirty = !sameGrants(grants, role.grants) || name !== (role.name ?? '');
    const save = useChange({
        run: () => client.access.changeRole({ id: role.id, version: role.version, name: name.trim() || undefined, grants: fixed ? undefined : { ...grants } }), invalidates: [['role']], failures: 'form',
        done: () => nls.localize('earshot/core/roles/saved', 'Saved. It applies from the next request on.'),
        undo: changed => client.access.changeRole({ id: role.id, version: changed.version, name: role.name ?? undefined, grants: fixed ? undefined : role.grants })
    });
    const remove = useChange({
        run: () => client.access.removeRole({ id: role.id }), invalidates: [['role']], done: () => nls.localize('earshot/core/roles/removed', '{0} removed.', roleName(role)),
        undo: () => client.access.addRole({ code: role.code, name: roleName(role), grants: role.grants }), then: () => void navigate('/administration/roles')
    });
    const problem = useProblems(save.error);
    useUnsaved(dirty && mayChange, roleName(role), () => save.mutateAsync(undefined));
    return <SidePanel title={roleName(role)} onClose={onClose} subtitle={<><code className='e-code'>{role.code}</code> · <Link to={`/people?role=${encodeURIComponent(role.code)}`}>{countOfPeople(role.people)}</Link></>}
        footer={mayChange && <>
            {!role.builtIn && role.people === 0 && !dirty && <Button variant='danger' icon='trash' busy={remove.isPending} onClick={() => remove.mutate(undefined)}>{nls.localize('earshot/core/actions/remove', 'Remove')}</Button>}
            {dirty && <Button onClick={() => { setGrants(role.grants); setName(role.name ?? ''); }}>{nls.localize('earshot/core/actions/discard', 'Discard')}</Button>}
            <Button variant='primary' disabled={!dirty} busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/core/actions/save', 'Save')}</Button>
        </>}>
        <FormErrors error={save.error} fields={['name', ...permissions.map(each => `grants.${each.id}`)]} />
        <Field label={nls.localize('earshot/core/roles/name', 'Name')} error={problem('name')} help={role.builtIn ? nls.localize('earshot/core/roles/name-help', 'Empty: as it is called in the language of whoever looks.') : undefined}>
            <TextField value={name} onChange={setName} placeholder={roleName({ code: role.code })} disabled={!mayChange} />
        </Field>
        {fixed ? <Notice>{nls.localize('earshot/core/conflicts/administrator-fixed', 'The administrator may always do everything. This role cannot be changed.')}</Notice> : groupPermissions(permissions).map(({ noun, members }) => <section key={noun} className='e-grants'>
            <h3>{texts.permissionGroup(noun)}</h3>
            {members.map(each => <div key={each.id} className='e-grant'>
                <span id={`grant-${each.id}`}>{texts.permission(each.id)}{problem(`grants.${each.id}`) && <span className='e-field-error'>{problem(`grants.${each.id}`)}</span>}</span>
                <Select<Scope | ''> aria-labelledby={`grant-${each.id}`} value={grants[each.id] ?? ''} disabled={!mayChange} onChange={scope => setGrants(withGrant(grants, each.id, scope))}
                    options={[{ value: '', label: nls.localize('earshot/core/scopes/no', 'no') }, ...each.scopes.map(scope => ({ value: scope, label: scopeName(scope) }))]} />
            </div>)}
        </section>)}
    </SidePanel>;
}

export interface AddRoleProps { readonly roles: readonly Role[]; onClose(): void; onAdded(id: string): void }

/** Adds a role of one's own; it may begin with what another one grants. */
export function AddRole({ roles, onClose, onAdded }: AddRoleProps): React.ReactElement {
    const client = useClient(coreContract);
    const [draft, setDraft, forget] = useDraft('core.role', { name: '', code: '', likeId: '' });
    const { name, code, likeId } = draft;
    const add = useChange({
        run: () => client.access.addRole({ code, name, grants: roles.find(each => each.id === likeId)?.grants ?? {} }), invalidates: [['role']], failures: 'form', then: role => { forget(); onAdded(role.id); }
    });
    const problem = useProblems(add.error);
    return <Dialog size='small' title={nls.localize('earshot/core/roles/add', 'Add a role')} onClose={onClose} onSubmit={() => add.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={add.isPending}>{nls.localize('earshot/core/actions/add', 'Add')}</Button>
    </>}>
        <FormErrors error={add.error} fields={['name', 'code']} />
        <Field label={nls.localize('earshot/core/roles/name', 'Name')} required error={problem('name')}><TextField value={name} onChange={next => setDraft({ ...draft, name: next })} /></Field>
        <Field label={nls.localize('earshot/core/roles/code', 'Code')} required error={problem('code')} help={nls.localize('earshot/core/roles/code-help', 'For files and programs: small letters, digits and hyphens. It stays as it is.')}><TextField value={code} onChange={next => setDraft({ ...draft, code: next })} spellCheck={false} /></Field>
        <Field label={nls.localize('earshot/core/roles/like', 'Grants to begin with')}>
            <Select value={likeId} onChange={next => setDraft({ ...draft, likeId: next })} options={[{ value: '', label: nls.localize('earshot/core/roles/like-nothing', 'None') }, ...roles.map(each => ({ value: each.id, label: roleName(each) }))]} />
        </Field>
    </Dialog>;
}
