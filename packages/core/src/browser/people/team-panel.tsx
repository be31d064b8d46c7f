import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { coreContract } from '../../common/core-contract';
import type { Team } from '../../common/people/people-contract';
import { useChange } from '../application/change';
import { useClient, useSession } from '../application/context';
import { useDraft } from '../application/draft';
import { Link, useNavigate, useUnsaved } from '../navigation/hooks';
import { Button } from '../widgets/button';
import { Select } from '../widgets/choice';
import { Dialog } from '../widgets/dialog';
import { Field, FormErrors, useProblems } from '../widgets/field';
import { PersonPicker } from '../widgets/person-picker';
import { SidePanel } from '../widgets/side-panel';
import { TextField } from '../widgets/text-field';
import { teamRows, withDescendants } from './team-rows';
import { countOfPeople } from './lookups';

interface TeamDraft { readonly name: string; readonly parentId: string; readonly leaderId: string | null }

interface TeamFieldsProps {
    readonly draft: TeamDraft;
    onChange(draft: TeamDraft): void;
    readonly teams: readonly Team[];
    /** Ids below which it cannot stand. */
    readonly except?: ReadonlySet<string>;
    readonly error: unknown;
    readonly disabled?: boolean;
}

function TeamFields({ draft, onChange, teams, except, error, disabled }: TeamFieldsProps): React.ReactElement {
    const problem = useProblems(error);
    const parents = teamRows(teams).filter(each => !except?.has(each.team.id)).map(({ team, depth }) => ({ value: team.id, label: `${'\u2003'.repeat(depth)}${team.name}` }));
    return <div className='e-form'>
        <FormErrors error={error} fields={['name', 'parentId', 'leaderId']} />
        <Field label={nls.localize('earshot/core/teams/name', 'Name')} required error={problem('name')}><TextField value={draft.name} onChange={name => onChange({ ...draft, name })} disabled={disabled} /></Field>
        <Field label={nls.localize('earshot/core/teams/parent', 'Belongs to')} error={problem('parentId')}>
            <Select value={draft.parentId} onChange={parentId => onChange({ ...draft, parentId })} options={[{ value: '', label: nls.localize('earshot/core/teams/no-parent', 'Nothing: it stands at the top') }, ...parents]} disabled={disabled} />
        </Field>
        <Field label={nls.localize('earshot/core/teams/leader', 'Led by')} error={problem('leaderId')} help={nls.localize('earshot/core/teams/leader-help', 'Sees the team and everything below it.')}>
            <PersonPicker value={draft.leaderId} onChange={leaderId => onChange({ ...draft, leaderId })} disabled={disabled} />
        </Field>
    </div>;
}

/** One team beside the tree. */
export function TeamPanel({ team, teams, onClose }: { readonly team: Team; readonly teams: readonly Team[]; onClose(): void }): React.ReactElement {
    const client = useClient(coreContract);
    const navigate = useNavigate();
    const { may } = useSession();
    const original: TeamDraft = { name: team.name, parentId: team.parentId ?? '', leaderId: team.leaderId };
    const [draft, setDraft] = React.useState(original);
    const dirty = draft.name !== original.name || draft.parentId !== original.parentId || draft.leaderId !== original.leaderId;
    const mayChange = may('team:write');
    const save = useChange({
        run: () => client.people.changeTeam({ id: team.id, version: team.version, name: draft.name, parentId: draft.parentId || null, leaderId: draft.leaderId }),
        invalidates: [['team'], ['person']], failures: 'form', done: () => nls.localize('earshot/core/people/saved', 'Saved.')
    });
    const remove = useChange({
        run: () => client.people.removeTeam({ id: team.id }), invalidates: [['team']], done: () => nls.localize('earshot/core/teams/removed', '{0} removed.', team.name),
        undo: () => client.people.addTeam({ name: team.name, parentId: team.parentId, leaderId: team.leaderId }), then: () => void navigate('/people/teams')
    });
    useUnsaved(dirty && mayChange, team.name, () => save.mutateAsync(undefined));
    const empty = team.people === 0 && !teams.some(each => each.parentId === team.id);
    return <SidePanel title={team.name} onClose={onClose} subtitle={<Link to={`/people?team=${team.id}`}>{countOfPeople(team.people)}</Link>}
        footer={mayChange && <>
            {empty && !dirty && <Button variant='danger' icon='trash' busy={remove.isPending} onClick={() => remove.mutate(undefined)}>{nls.localize('earshot/core/actions/remove', 'Remove')}</Button>}
            {dirty && <Button onClick={() => setDraft(original)}>{nls.localize('earshot/core/actions/discard', 'Discard')}</Button>}
            <Button variant='primary' disabled={!dirty} busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/core/actions/save', 'Save')}</Button>
        </>}>
        <TeamFields draft={draft} onChange={setDraft} teams={teams} except={withDescendants(teams, team.id)} error={save.error} disabled={!mayChange} />
    </SidePanel>;
}

export interface AddTeamProps { readonly teams: readonly Team[]; readonly parentId: string | null; onClose(): void; onAdded(id: string): void }

export function AddTeam({ teams, parentId, onClose, onAdded }: AddTeamProps): React.ReactElement {
    const client = useClient(coreContract);
    const [draft, setDraft, forget] = useDraft<TeamDraft>('core.team', { name: '', parentId: parentId ?? '', leaderId: null });
    const add = useChange({
        run: () => client.people.addTeam({ name: draft.name, parentId: draft.parentId || null, leaderId: draft.leaderId }), invalidates: [['team']], failures: 'form', then: team => { forget(); onAdded(team.id); }
    });
    return <Dialog title={nls.localize('earshot/core/teams/add', 'Add a team')} onClose={onClose} onSubmit={() => add.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/core/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={add.isPending}>{nls.localize('earshot/core/actions/add', 'Add')}</Button>
    </>}><TeamFields draft={draft} onChange={setDraft} teams={teams} error={add.error} /></Dialog>;
}
