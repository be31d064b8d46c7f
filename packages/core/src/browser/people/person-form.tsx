import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import type { Person } from '../../common/people/people-contract';
import { Select } from '../widgets/choice';
import { DateField } from '../widgets/date-field';
import { Field, FormErrors, useProblems } from '../widgets/field';
import { TextField } from '../widgets/text-field';
import { usePositionOptions, useTeamOptions } from './lookups';

/** What a form says of a person: texts as typed, empty for none. */
export interface PersonDraft {
    readonly name: string; readonly login: string; readonly employeeNumber: string; readonly email: string;
    readonly teamId: string; readonly positionId: string; readonly joinedOn: string;
}

export const emptyDraft: PersonDraft = { name: '', login: '', employeeNumber: '', email: '', teamId: '', positionId: '', joinedOn: '' };

export const draftOf = (person: Person): PersonDraft => ({
    name: person.name, login: person.login, employeeNumber: person.employeeNumber ?? '', email: person.email ?? '',
    teamId: person.teamId ?? '', positionId: person.positionId ?? '', joinedOn: person.joinedOn ?? ''
});

/** The draft as the server takes it. */
export const inputOf = (draft: PersonDraft) => ({
    name: draft.name.trim(), login: draft.login.trim(), employeeNumber: draft.employeeNumber.trim() || null, email: draft.email.trim() || null,
    teamId: draft.teamId || null, positionId: draft.positionId || null, joinedOn: draft.joinedOn || null
});

export const sameDraft = (one: PersonDraft, other: PersonDraft): boolean => (Object.keys(one) as (keyof PersonDraft)[]).every(each => one[each] === other[each]);

export interface PersonFieldsProps {
    readonly draft: PersonDraft;
    onChange(draft: PersonDraft): void;
    /** What the server answered to the last attempt. */
    readonly error: unknown;
    readonly disabled?: boolean;
}

const paths = ['name', 'login', 'employeeNumber', 'email', 'teamId', 'positionId', 'joinedOn'];

/** Who somebody is and where they belong. */
export function PersonFields({ draft, onChange, error, disabled }: PersonFieldsProps): React.ReactElement {
    const teams = useTeamOptions();
    const positions = usePositionOptions();
    const problem = useProblems(error);
    const set = <K extends keyof PersonDraft>(key: K) => (value: string): void => onChange({ ...draft, [key]: value });
    const none = { value: '', label: nls.localize('earshot/core/people/none', 'None') };
    return <div className='e-form'>
        <FormErrors error={error} fields={paths} />
        <Field label={nls.localize('earshot/core/people/name', 'Name')} required error={problem('name')}><TextField value={draft.name} onChange={set('name')} disabled={disabled} autoComplete='off' /></Field>
        <div className='e-form-row'>
            <Field label={nls.localize('earshot/core/people/login', 'Login name')} required error={problem('login')} help={nls.localize('earshot/core/people/login-help', 'Letters, digits and . _ @ -')}><TextField value={draft.login} onChange={set('login')} disabled={disabled} autoComplete='off' spellCheck={false} /></Field>
            <Field label={nls.localize('earshot/core/people/employee-number', 'Employee number')} error={problem('employeeNumber')}><TextField value={draft.employeeNumber} onChange={set('employeeNumber')} disabled={disabled} autoComplete='off' /></Field>
        </div>
        <div className='e-form-row'>
            <Field label={nls.localize('earshot/core/people/team', 'Team')} error={problem('teamId')}><Select value={draft.teamId} onChange={set('teamId')} options={[none, ...teams]} disabled={disabled} /></Field>
            <Field label={nls.localize('earshot/core/people/position', 'Position')} error={problem('positionId')}><Select value={draft.positionId} onChange={set('positionId')} options={[none, ...positions]} disabled={disabled} /></Field>
        </div>
        <div className='e-form-row'>
            <Field label={nls.localize('earshot/core/people/email', 'E-mail')} error={problem('email')}><TextField type='email' value={draft.email} onChange={set('email')} disabled={disabled} autoComplete='off' /></Field>
            <Field label={nls.localize('earshot/core/people/joined-on', 'Joined on')} error={problem('joinedOn')}><DateField value={draft.joinedOn || null} onChange={next => set('joinedOn')(next ?? '')} disabled={disabled} /></Field>
        </div>
    </div>;
}
