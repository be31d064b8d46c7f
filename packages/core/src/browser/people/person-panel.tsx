import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import type { Person } from '../../common/people/people-contract';
import { useChange, useUndo } from '../application/change';
import { useClient, useErrorText, useService, useSession } from '../application/context';
import { useUnsaved } from '../navigation/hooks';
import { Button } from '../widgets/button';
import { Facts } from '../widgets/page';
import { Badge, EmptyState } from '../widgets/notice';
import { Skeleton } from '../widgets/progress';
import { RelativeTime } from '../widgets/relative-time';
import { SidePanel } from '../widgets/side-panel';
import { RoleChoice } from './add-person';
import { Deactivate } from './deactivate';
import { useRoleNames } from './lookups';
import { OneTimeLink } from './one-time-link';
import { PersonActions } from './person-actions';
import { draftOf, inputOf, PersonFields, sameDraft } from './person-form';

/** One person beside the list. */
export function PersonPanel({ id, onClose }: { readonly id: string; onClose(): void }): React.ReactElement {
    const client = useClient(coreContract);
    const { describe } = useErrorText();
    const { data, error } = useQuery({ queryKey: ['person', 'one', id], queryFn: ({ signal }) => client.people.get({ id }, { signal }) });
    return data ? <LoadedPerson key={`${id} ${data.version}`} person={data} onClose={onClose} />
        : <SidePanel title={nls.localize('earshot/core/people/person', 'Person')} onClose={onClose}>{error ? <EmptyState icon='person' title={describe(error)} /> : <Skeleton lines={8} />}</SidePanel>;
}

function LoadedPerson({ person, onClose }: { readonly person: Person; onClose(): void }): React.ReactElement {
    const client = useClient(coreContract);
    const queries = useQueryClient();
    const session = useSession();
    const actions = useService(PersonActions).all;
    const original = React.useMemo(() => draftOf(person), [person]);
    const [draft, setDraft] = React.useState(original);
    const dirty = !sameDraft(draft, original);
    const mayChange = session.may('person:write') && person.status === 'active';
    const save = useChange({
        run: () => client.people.change({ id: person.id, version: person.version, ...inputOf(draft) }), invalidates: [['person'], ['team'], ['position']], failures: 'form',
        done: () => nls.localize('earshot/core/people/saved', 'Saved.'), then: changed => queries.setQueryData(['person', 'one', person.id], changed)
    });
    useUnsaved(dirty && mayChange, person.name, () => save.mutateAsync(undefined));
    return <SidePanel title={person.name} onClose={onClose} subtitle={[person.positionName, person.teamName].filter(Boolean).join(' · ')}
        footer={mayChange && dirty && <>
            <Button onClick={() => setDraft(original)}>{nls.localize('earshot/core/actions/discard', 'Discard')}</Button>
            <Button variant='primary' busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/core/actions/save', 'Save')}</Button>
        </>}>
        {person.status === 'deactivated' && <p><Badge tone='caution' icon='circle-slash'>{nls.localize('earshot/core/people/deactivated', 'deactivated')}</Badge></p>}
        {actions.length > 0 && <div className='e-form-actions'>{actions.map(({ Action }, place) => <Action key={place} person={person} />)}</div>}
        <PersonFields draft={draft} onChange={setDraft} error={save.error} disabled={!mayChange} />
        <Access person={person} />
        <Facts facts={[[nls.localize('earshot/core/people/last-sign-in', 'Last sign-in'), person.lastSignInAt ? <RelativeTime moment={person.lastSignInAt} /> : nls.localize('earshot/core/people/never', 'never')]]} />
    </SidePanel>;
}

/** What somebody may do, and whether they may come in. */
function Access({ person }: { readonly person: Person }): React.ReactElement {
    const client = useClient(coreContract);
    const session = useSession();
    const offerUndo = useUndo();
    const nameOfRole = useRoleNames();
    const [link, setLink] = React.useState<string>();
    const [leaving, setLeaving] = React.useState(false);
    const assign = useChange({
        run: (roles: readonly string[]) => client.people.assignRoles({ id: person.id, roles: [...roles] }), invalidates: [['person'], ['role']],
        done: () => nls.localize('earshot/core/people/roles-saved', 'Roles changed.'), undo: () => client.people.assignRoles({ id: person.id, roles: person.roles })
    });
    const reset = useChange({ run: () => client.people.resetPassword({ id: person.id }), invalidates: [['person']], then: ({ invitation }) => setLink(invitation) });
    const reactivate = useChange({ run: () => client.people.reactivate({ id: person.id }), invalidates: [['person']], done: () => nls.localize('earshot/core/people/reactivated', '{0} is active again.', person.name) });
    const mayGiveAccess = session.may('person:access');
    const active = person.status === 'active';
    return <section className='e-form' aria-label={nls.localize('earshot/core/people/access', 'Access')}>
        {mayGiveAccess && active
            ? <RoleChoice roles={person.roles} disabled={assign.isPending} onChange={roles => assign.mutate(roles)} />
            : <div className='e-chips'>{person.roles.map(each => <Badge key={each}>{nameOfRole(each)}</Badge>)}</div>}
        <div className='e-form-actions'>
            {mayGiveAccess && active && <Button icon='key' busy={reset.isPending} onClick={() => reset.mutate(undefined)}>{nls.localize('earshot/core/people/reset-password', 'Reset password')}</Button>}
            {session.may('person:write') && active && person.id !== session.person.id && <Button icon='circle-slash' variant='danger' onClick={() => setLeaving(true)}>{nls.localize('earshot/core/people/deactivate', 'Deactivate')}</Button>}
            {session.may('person:write') && !active && <Button icon='person-add' busy={reactivate.isPending} onClick={() => reactivate.mutate(undefined)}>{nls.localize('earshot/core/people/reactivate', 'Reactivate')}</Button>}
        </div>
        {link && <OneTimeLink personName={person.name} invitation={link} onClose={() => setLink(undefined)} />}
        {leaving && <Deactivate person={person} onClose={() => setLeaving(false)} onDone={() => {
            setLeaving(false);
            offerUndo(nls.localize('earshot/core/people/is-deactivated', '{0} is deactivated.', person.name), () => client.people.reactivate({ id: person.id }));
        }} />}
    </section>;
}
