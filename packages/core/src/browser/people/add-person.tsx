import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { coreContract } from '../../common/core-contract';
import { useChange } from '../application/change';
import { useClient, useSession } from '../application/context';
import { useDraft } from '../application/draft';
import { Button } from '../widgets/button';
import { Checkbox } from '../widgets/choice';
import { Dialog } from '../widgets/dialog';
import { Field } from '../widgets/field';
import { useRoleOptions } from './lookups';
import { emptyDraft, inputOf, type PersonDraft, PersonFields } from './person-form';

export interface AddPersonProps {
    onClose(): void;
    onAdded(person: { readonly id: string; readonly name: string }, invitation: string): void;
}

/** Adds one person; the answer holds the one-time link. */
export function AddPerson({ onClose, onAdded }: AddPersonProps): React.ReactElement {
    const client = useClient(coreContract);
    const { may } = useSession();
    const [{ draft, roles }, keep, forget] = useDraft<{ readonly draft: PersonDraft; readonly roles: readonly string[] }>('core.person', { draft: emptyDraft, roles: [] });
    const add = useChange({
        run: () => client.people.add({ ...inputOf(draft), roles: [...roles] }), invalidates: [['person'], ['team'], ['position'], ['role']], failures: 'form',
        then: ({ person, invitation }) => { forget(); onAdded(person, invitation); }
    });
    return <Dialog title={nls.localize('earshot/core/people/add', 'Add a person')} onClose={onClose} onSubmit={() => add.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={add.isPending}>{nls.localize('earshot/core/actions/add', 'Add')}</Button>
    </>}>
        <PersonFields draft={draft} onChange={next => keep({ draft: next, roles })} error={add.error} />
        {may('person:access') && <RoleChoice roles={roles} onChange={next => keep({ draft, roles: next })} />}
    </Dialog>;
}

export interface RoleChoiceProps {
    /** Codes. */
    readonly roles: readonly string[];
    onChange(roles: readonly string[]): void;
    readonly disabled?: boolean;
}

/** Which roles somebody has. */
export function RoleChoice({ roles, onChange, disabled }: RoleChoiceProps): React.ReactElement {
    const options = useRoleOptions();
    return <Field label={nls.localize('earshot/core/people/roles', 'Roles')} group>
        <div className='e-role-choice'>{options.map(each => <Checkbox key={each.value} label={each.label} checked={roles.includes(each.value)} disabled={disabled}
            onChange={on => onChange(on ? [...roles, each.value] : roles.filter(role => role !== each.value))} />)}</div>
    </Field>;
}
