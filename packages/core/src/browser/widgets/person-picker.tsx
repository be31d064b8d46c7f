import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useQuery } from '@tanstack/react-query';
import { coreContract } from '../../common/core-contract';
import { useClient } from '../application/context';
import { Combobox } from './combobox';

export interface PersonChoice { readonly id: string; readonly name: string; readonly employeeNumber?: string | null; readonly teamName?: string | null }

export interface PersonPickerProps {
    /** The id of the person, or null. */
    readonly value: string | null;
    onChange(id: string | null, person: PersonChoice | null): void;
    /** Only people with this role. */
    readonly role?: string;
    readonly teamId?: string;
    /** Ids that are not offered. */
    readonly except?: readonly string[];
    readonly label?: string;
    readonly placeholder?: string;
    readonly disabled?: boolean;
}

/** An active person, found by name, number or pinyin. */
export function PersonPicker({ value, onChange, role, teamId, except = [], ...rest }: PersonPickerProps): React.ReactElement {
    const client = useClient(coreContract);
    const [chosen, setChosen] = React.useState<PersonChoice | null>(null);
    const known = useQuery({ queryKey: ['person', 'one', value], queryFn: ({ signal }) => client.people.get({ id: value! }, { signal }), enabled: value !== null && chosen?.id !== value });
    const person = value === null ? null : chosen?.id === value ? chosen : known.data ?? { id: value, name: '…' };
    return <Combobox<PersonChoice> value={person} {...rest} placeholder={rest.placeholder ?? nls.localize('earshot/core/people/pick', 'Name or number')}
        search={async (text, signal) => (await client.people.list({ text: text || undefined, role, teamId, status: 'active', limit: 20 }, { signal })).rows.filter(each => !except.includes(each.id))}
        keyOf={each => each.id} labelOf={each => each.name} detailOf={each => [each.employeeNumber, each.teamName].filter(Boolean).join(' · ') || undefined}
        onChange={next => { setChosen(next); onChange(next?.id ?? null, next); }} />;
}
