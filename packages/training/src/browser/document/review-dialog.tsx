import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient, useDraft } from '@earshot/core/lib/browser/application';
import { Button, Chip, DateField, Dialog, Field, FormErrors, IconButton, PersonPicker, RadioGroup, TextArea, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { type ReviewOutcome, reviewOutcomes } from '../../common/document/care-contract';
import { trainingContract } from '../../common/training-contract';
import { outcomeText } from './care-words';

interface Action { readonly text: string; readonly ownerId: string | null; readonly dueOn: string | null }
interface Minutes { readonly heldOn: string | null; readonly scope: string; readonly participants: readonly { readonly id: string; readonly name: string }[]; readonly findings: string; readonly outcome: ReviewOutcome | null; readonly actions: readonly Action[] }

const today = (): string => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

/** The minutes of a review: who looked at what, what they found, and who does what until when. */
export function ReviewDialog({ documentId, onClose }: { /** Null for the catalogue as a whole. */ readonly documentId: string | null; onClose(): void }): React.ReactElement {
    const client = useClient(trainingContract);
    const [minutes, setMinutes, forget] = useDraft<Minutes>(`training.review.${documentId ?? 'catalogue'}`, { heldOn: today(), scope: '', participants: [], findings: '', outcome: documentId ? 'keep' : null, actions: [] });
    const { data: document } = useQuery({ queryKey: ['document', 'one', documentId], enabled: documentId !== null, queryFn: ({ signal }) => client.documents.get({ id: documentId! }, { signal }) });
    const { heldOn, scope, participants, findings, outcome, actions } = minutes;
    const set = (change: Partial<Minutes>): void => setMinutes({ ...minutes, ...change });
    const setAction = (place: number, change: Partial<Action>): void => set({ actions: actions.map((each, index) => index === place ? { ...each, ...change } : each) });
    const whole = actions.every(each => each.text.trim() && each.ownerId && each.dueOn);
    const ready = heldOn !== null && findings.trim() !== '' && whole;
    const record = useChange({
        run: () => client.documentReviews.add({ documentId, heldOn: heldOn!, scope, participantIds: participants.map(each => each.id), findings: findings.trim(), outcome, actions: actions.map(each => ({ text: each.text.trim(), ownerId: each.ownerId!, dueOn: each.dueOn! })) }),
        invalidates: [['document'], ['work']], failures: 'form', done: () => nls.localize('earshot/training/review/recorded', 'The minutes are kept.'), then: () => { forget(); onClose(); }
    });
    const problem = useProblems(record.error);
    const submit = (): void => { if (ready) { record.mutate(undefined); } };
    return <Dialog title={documentId ? nls.localize('earshot/training/review/document', 'Review of “{0}”', document?.title ?? '…') : nls.localize('earshot/training/review/catalogue', 'Review of the catalogue')} size='large' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/dialog/cancel', 'Cancel')}</Button><Button variant='primary' disabled={!ready} busy={record.isPending} onClick={submit}>{nls.localize('earshot/training/review/record', 'Keep the minutes')}</Button></>}>
        <FormErrors error={record.error} fields={['heldOn', 'outcome']} />
        <Field label={nls.localize('earshot/training/review/held-on', 'Held on')} required error={problem('heldOn')}><DateField value={heldOn} onChange={day => set({ heldOn: day })} /></Field>
        <Field label={nls.localize('earshot/training/review/scope', 'Scope')} help={nls.localize('earshot/training/review/scope-help', 'What was looked at, and what was not.')}><TextField value={scope} onChange={next => set({ scope: next })} maxLength={500} /></Field>
        <Field label={nls.localize('earshot/training/review/participants', 'Participants')}><PersonPicker value={null} except={participants.map(each => each.id)} onChange={(id, person) => { if (id && person) { set({ participants: [...participants, { id, name: person.name }] }); } }} /></Field>
        {participants.length > 0 && <span className='e-chips'>{participants.map(each => <Chip key={each.id} removeLabel={nls.localize('earshot/training/settings/remove', 'Remove {0}', each.name)} onRemove={() => set({ participants: participants.filter(other => other.id !== each.id) })}>{each.name}</Chip>)}</span>}
        <Field label={nls.localize('earshot/training/review/findings', 'Findings')} required><TextArea value={findings} onChange={next => set({ findings: next })} rows={4} maxLength={5000} /></Field>
        {documentId && <Field label={nls.localize('earshot/training/review/outcome', 'Outcome')} group error={problem('outcome')} help={nls.localize('earshot/training/review/outcome-help', 'Keeping it sets the day of its next review.')}><RadioGroup value={outcome} onChange={next => set({ outcome: next })} options={reviewOutcomes.map(value => ({ value, label: outcomeText(value) }))} /></Field>}
        <fieldset className='t-review-actions'><legend>{nls.localize('earshot/training/review/actions', 'Actions')}</legend>
            {actions.map((each, place) => <div key={place} className='t-review-action'>
                <TextField aria-label={nls.localize('earshot/training/review/action', 'What is to be done')} placeholder={nls.localize('earshot/training/review/action', 'What is to be done')} value={each.text} onChange={text => setAction(place, { text })} maxLength={200} />
                <PersonPicker label={nls.localize('earshot/training/review/action-owner', 'By whom')} placeholder={nls.localize('earshot/training/review/action-owner', 'By whom')} value={each.ownerId} onChange={ownerId => setAction(place, { ownerId })} />
                <DateField aria-label={nls.localize('earshot/training/review/action-due', 'Until')} value={each.dueOn} onChange={dueOn => setAction(place, { dueOn })} />
                <IconButton icon='trash' label={nls.localize('earshot/training/review/action-remove', 'Remove this action')} onClick={() => set({ actions: actions.filter((_, index) => index !== place) })} />
            </div>)}
            <Button small icon='add' onClick={() => set({ actions: [...actions, { text: '', ownerId: null, dueOn: null }] })}>{nls.localize('earshot/training/review/action-add', 'Action')}</Button>
        </fieldset>
    </Dialog>;
}
