import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Chip, PersonPicker } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';

export interface PanelMember { readonly id: string; readonly name: string }

/** The people who rate: added one by one, or all evaluators at once. */
export function PanelPicker({ members, onChange }: { readonly members: readonly PanelMember[]; onChange(members: readonly PanelMember[]): void }): React.ReactElement {
    const client = useClient(coreContract);
    const add = (people: readonly PanelMember[]): void => onChange([...members, ...people.filter(each => !members.some(one => one.id === each.id))]);
    const everybody = useChange({ run: () => client.people.list({ role: 'qa-evaluator', status: 'active', limit: 50 }), then: ({ rows }) => add(rows.map(({ id, name }) => ({ id, name }))) });
    return <div className='q-panel-picker'>
        {members.length > 0 && <span className='e-chips'>{members.map(each =>
            <Chip key={each.id} removeLabel={nls.localize('earshot/quality/picker/remove', 'Remove {0}', each.name)} onRemove={() => onChange(members.filter(one => one !== each))}>{each.name}</Chip>)}</span>}
        <span className='q-panel-add'>
            <PersonPicker value={null} except={members.map(each => each.id)} label={nls.localize('earshot/quality/sheet/add-rater', 'Add somebody to the panel')} onChange={(_, person) => { if (person) { add([person]); } }} />
            <Button variant='quiet' small busy={everybody.isPending} onClick={() => everybody.mutate(undefined)}>{nls.localize('earshot/quality/sheet/all-evaluators', 'All evaluators')}</Button>
        </span>
    </div>;
}
