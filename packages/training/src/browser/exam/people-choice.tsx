import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { usePositions, useTeams } from '@earshot/core/lib/browser/people/lookups';
import { Chip, Field, PersonPicker, Select } from '@earshot/core/lib/browser/widgets';

interface Named { readonly id: string; readonly name: string }
/** People one by one, and everybody in teams and positions. */
export interface ChosenPeople { readonly people: readonly Named[]; readonly teams: readonly Named[]; readonly positions: readonly Named[] }

export const nobody: ChosenPeople = { people: [], teams: [], positions: [] };
export const isNobody = ({ people, teams, positions }: ChosenPeople): boolean => people.length + teams.length + positions.length === 0;
const ids = (named: readonly Named[]): string[] => named.map(each => each.id);
/** As operations take them. */
export const idsOf = ({ people, teams, positions }: ChosenPeople): { readonly personIds: string[]; readonly teamIds: string[]; readonly positionIds: string[] } => ({ personIds: ids(people), teamIds: ids(teams), positionIds: ids(positions) });

/** Fields by which people are chosen for something. */
export function PeopleChoice({ chosen, onChange }: { readonly chosen: ChosenPeople; onChange(chosen: ChosenPeople): void }): React.ReactElement {
    const [teams, positions] = [useTeams(), usePositions()];
    const choose = (label: string, all: readonly Named[], kind: 'teams' | 'positions'): React.ReactElement => <Field label={label}>
        <Select value={null} placeholder={nls.localize('earshot/training/assign/add', 'Add')} onChange={id => onChange({ ...chosen, [kind]: [...chosen[kind], all.find(each => each.id === id)!] })} options={all.filter(each => !ids(chosen[kind]).includes(each.id)).map(each => ({ value: each.id, label: each.name }))} />
    </Field>;
    const chips = (kind: keyof ChosenPeople): React.ReactElement | null => chosen[kind].length === 0 ? null : <div className='t-chips'>{chosen[kind].map(each =>
        <Chip key={each.id} removeLabel={nls.localize('earshot/training/assign/remove', 'Take out {0}', each.name)} onRemove={() => onChange({ ...chosen, [kind]: chosen[kind].filter(one => one.id !== each.id) })}>{each.name}</Chip>)}</div>;
    return <>
        {choose(nls.localize('earshot/training/assign/teams', 'Everybody in teams, with those below'), teams, 'teams')}{chips('teams')}
        {choose(nls.localize('earshot/training/assign/positions', 'Everybody in positions'), positions, 'positions')}{chips('positions')}
        <Field label={nls.localize('earshot/training/assign/people', 'People')}><PersonPicker value={null} except={ids(chosen.people)} onChange={(_, person) => { if (person) { onChange({ ...chosen, people: [...chosen.people, person] }); } }} /></Field>{chips('people')}
    </>;
}
