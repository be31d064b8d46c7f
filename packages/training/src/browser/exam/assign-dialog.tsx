import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Chip, DateField, Dialog, Field, formatList, FormErrors, PersonPicker, Select, useProblems } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import { trainingContract } from '../../common/training-contract';
import { endOfDay } from './end-of-day';

interface Named { readonly id: string; readonly name: string }

/** Gives an exam to people, teams and positions, until a day. */
export function AssignDialog({ examId, onClose }: { readonly examId: string; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const core = useClient(coreContract);
    const teams = useQuery({ queryKey: ['team', 'list'], queryFn: ({ signal }) => core.people.teams(undefined, { signal }) });
    const positions = useQuery({ queryKey: ['position', 'list'], queryFn: ({ signal }) => core.people.positions(undefined, { signal }) });
    const [chosenTeams, setTeams] = React.useState<readonly Named[]>([]);
    const [chosenPositions, setPositions] = React.useState<readonly Named[]>([]);
    const [people, setPeople] = React.useState<readonly Named[]>([]);
    const [until, setUntil] = React.useState<string | null>(null);
    const assign = useChange({
        run: () => client.exams.assign({ id: examId, personIds: people.map(each => each.id), teamIds: chosenTeams.map(each => each.id), positionIds: chosenPositions.map(each => each.id), closesAt: until && endOfDay(until) }),
        invalidates: [['exam'], ['work']], failures: 'form', done: ({ assigned, leftOut }) => leftOut.length === 0 ? nls.localize('earshot/training/assign/done', 'Assigned to people: {0}. They are told.', assigned)
            : nls.localize('earshot/training/assign/done-but', 'Assigned to people: {0}. Left out, because they may see the answers: {1}.', assigned, formatList(leftOut)), then: onClose
    });
    const problemOf = useProblems(assign.error);
    const choose = (label: string, all: readonly Named[] | undefined, chosen: readonly Named[], set: (next: readonly Named[]) => void): React.ReactElement => <Field label={label}>
        <Select value={null} placeholder={nls.localize('earshot/training/assign/add', 'Add')} onChange={id => set([...chosen, all!.find(each => each.id === id)!])} options={(all ?? []).filter(each => !chosen.some(one => one.id === each.id)).map(each => ({ value: each.id, label: each.name }))} />
    </Field>;
    const chips = (chosen: readonly Named[], set: (next: readonly Named[]) => void): React.ReactElement | null => chosen.length === 0 ? null : <div className='t-chips'>{chosen.map(each =>
        <Chip key={each.id} removeLabel={nls.localize('earshot/training/assign/remove', 'Take out {0}', each.name)} onRemove={() => set(chosen.filter(one => one.id !== each.id))}>{each.name}</Chip>)}</div>;
    const nobody = people.length + chosenTeams.length + chosenPositions.length === 0;
    return <Dialog title={nls.localize('earshot/training/assign/title', 'Assign this exam')} onClose={onClose} onSubmit={() => assign.mutate(undefined)} footer={<><Button onClick={onClose}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' disabled={nobody} busy={assign.isPending}>{nls.localize('earshot/training/exam/assign', 'Assign')}</Button></>}>
        <FormErrors error={assign.error} fields={['closesAt']} />
        {choose(nls.localize('earshot/training/assign/teams', 'Everybody in teams, with those below'), teams.data, chosenTeams, setTeams)}{chips(chosenTeams, setTeams)}
        {choose(nls.localize('earshot/training/assign/positions', 'Everybody in positions'), positions.data, chosenPositions, setPositions)}{chips(chosenPositions, setPositions)}
        <Field label={nls.localize('earshot/training/assign/people', 'People')}><PersonPicker value={null} except={people.map(each => each.id)} onChange={(_, person) => { if (person) { setPeople([...people, person]); } }} /></Field>{chips(people, setPeople)}
        <Field label={nls.localize('earshot/training/assign/until', 'To be passed until the end of')} help={nls.localize('earshot/training/assign/until-help', 'Without a day it stays open.')} error={problemOf('closesAt')}><DateField value={until} onChange={setUntil} /></Field>
    </Dialog>;
}
