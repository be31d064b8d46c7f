import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useDraft } from '@earshot/core/lib/browser/application';
import { Button, Chip, DateField, Dialog, Field, FormErrors, PersonPicker, TextArea, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import type { NewMinutes } from '../../common/minutes/minutes-contract';
import { ActionFields } from './action-fields';
import { todayHere, wholeMinutes, type WrittenMinutes } from './written-minutes';

export interface Finding { readonly id: string; readonly label: string; readonly help?: string }

export interface MinutesDialogProps<E> {
    readonly title: string;
    /** Where the draft is kept while somebody writes. */
    readonly draft: string;
    /** What there is to say something about; each has to be said. */
    readonly findings: readonly Finding[];
    /** What a package's own review says besides, to begin with. */
    readonly extra: E;
    /** Its fields, below the findings. @param problem what the server said of a field */
    fields?(extra: E, set: (change: Partial<E>) => void, problem: (path: string) => string | undefined): React.ReactNode;
    /** The paths of those fields. */
    readonly paths?: readonly string[];
    /** Whether they are filled in. */
    isWhole?(extra: E): boolean;
    /** What helps with the findings, above them. */
    readonly children?: React.ReactNode;
    readonly invalidates: readonly (readonly string[])[];
    record(minutes: NewMinutes & { readonly findings: Readonly<Record<string, string>> }, extra: E): Promise<unknown>;
    onClose(): void;
}

/** The minutes of a review: who looked at what, what they found, and who does what until when. */
export function MinutesDialog<E>({ title, draft, findings, extra, fields, paths = [], isWhole, children, invalidates, record, onClose }: MinutesDialogProps<E>): React.ReactElement {
    const [minutes, setMinutes, forget] = useDraft<WrittenMinutes<E>>(draft, { heldOn: todayHere(), scope: '', participants: [], findings: {}, actions: [], extra });
    const set = (change: Partial<WrittenMinutes<E>>): void => setMinutes({ ...minutes, ...change });
    const { participants } = minutes;
    const whole = isWhole?.(minutes.extra) === false ? undefined : wholeMinutes(minutes, findings.map(each => each.id));
    const change = useChange({
        run: (ready: NonNullable<typeof whole>) => record(ready, minutes.extra), invalidates: invalidates.map(each => [...each]), failures: 'form', done: () => nls.localize('earshot/writing/minutes/kept', 'The minutes are kept.'), then: () => { forget(); onClose(); }
    });
    const problem = useProblems(change.error);
    const submit = (): void => { if (whole) { change.mutate(whole); } };
    return <Dialog title={title} size='large' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/writing/minutes/cancel', 'Cancel')}</Button><Button variant='primary' disabled={!whole} busy={change.isPending} onClick={submit}>{nls.localize('earshot/writing/minutes/record', 'Keep the minutes')}</Button></>}>
        <FormErrors error={change.error} fields={['heldOn', ...paths]} />
        <Field label={nls.localize('earshot/writing/minutes/held-on', 'Held on')} required error={problem('heldOn')}><DateField value={minutes.heldOn} onChange={day => set({ heldOn: day })} /></Field>
        <Field label={nls.localize('earshot/writing/minutes/scope', 'Scope')} help={nls.localize('earshot/writing/minutes/scope-help', 'What was looked at, and what was not.')}><TextField value={minutes.scope} onChange={next => set({ scope: next })} maxLength={500} /></Field>
        <Field label={nls.localize('earshot/writing/minutes/participants', 'Participants')}><PersonPicker value={null} except={participants.map(each => each.id)} onChange={(id, person) => { if (id && person) { set({ participants: [...participants, { id, name: person.name }] }); } }} /></Field>
        {participants.length > 0 && <span className='e-chips'>{participants.map(each => <Chip key={each.id} removeLabel={nls.localize('earshot/writing/minutes/remove', 'Remove {0}', each.name)} onRemove={() => set({ participants: participants.filter(other => other.id !== each.id) })}>{each.name}</Chip>)}</span>}
        {children}
        {findings.map(({ id, label, help }) => <Field key={id} label={label} help={help} required><TextArea value={minutes.findings[id] ?? ''} onChange={next => set({ findings: { ...minutes.findings, [id]: next } })} rows={4} maxLength={5000} /></Field>)}
        {fields?.(minutes.extra, next => set({ extra: { ...minutes.extra, ...next } }), path => problem(path))}
        <ActionFields actions={minutes.actions} onChange={actions => set({ actions })} />
    </Dialog>;
}
