import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, DateField, IconButton, PersonPicker, TextField } from '@earshot/core/lib/browser/widgets';
import type { WrittenAction } from './written-minutes';

/** Who does what until when. */
export function ActionFields({ actions, onChange }: { readonly actions: readonly WrittenAction[]; onChange(actions: readonly WrittenAction[]): void }): React.ReactElement {
    const setAction = (place: number, change: Partial<WrittenAction>): void => onChange(actions.map((each, index) => index === place ? { ...each, ...change } : each));
    return <fieldset className='w-minutes-fields'><legend>{nls.localize('earshot/writing/minutes/actions', 'Actions')}</legend>
        {actions.map((each, place) => <div key={place} className='w-minutes-action'>
            <TextField aria-label={nls.localize('earshot/writing/minutes/action', 'What is to be done')} placeholder={nls.localize('earshot/writing/minutes/action', 'What is to be done')} value={each.text} onChange={text => setAction(place, { text })} maxLength={200} />
            <PersonPicker label={nls.localize('earshot/writing/minutes/action-owner', 'By whom')} placeholder={nls.localize('earshot/writing/minutes/action-owner', 'By whom')} value={each.ownerId} onChange={ownerId => setAction(place, { ownerId })} />
            <DateField aria-label={nls.localize('earshot/writing/minutes/action-due', 'Until')} value={each.dueOn} onChange={dueOn => setAction(place, { dueOn })} />
            <IconButton icon='trash' label={nls.localize('earshot/writing/minutes/action-remove', 'Remove this action')} onClick={() => onChange(actions.filter((_, index) => index !== place))} />
        </div>)}
        <Button small icon='add' onClick={() => onChange([...actions, { text: '', ownerId: null, dueOn: null }])}>{nls.localize('earshot/writing/minutes/action-add', 'Action')}</Button>
    </fieldset>;
}
