import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Button, Chip, Combobox } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { Hit } from '@earshot/core/lib/common/house-contract';

interface Call { readonly link: string; readonly title: string }
export interface CallPickerProps { readonly chosen: Call | null; onChoose(call: Call | null): void; /** What the button says. */ readonly label?: string }

/** Says for which call something is: the way through a script stands with it then. */
export function CallPicker({ chosen, onChoose, label = nls.localize('earshot/training/script/for-call', 'For a call…') }: CallPickerProps): React.ReactElement {
    const client = useClient(coreContract);
    const [open, setOpen] = React.useState(false);
    if (chosen) {
        return <Chip removeLabel={nls.localize('earshot/training/script/no-call', 'For no call')} onRemove={() => onChoose(null)}>{nls.localize('earshot/training/script/call', 'Call {0}', chosen.title)}</Chip>;
    }
    return open ? <Combobox<Hit> value={null} autoFocus label={label} placeholder={nls.localize('earshot/training/script/call-number', 'Number of the call')} keyOf={each => each.link} labelOf={each => each.title} detailOf={each => each.subtitle}
        search={async (text, signal) => (await client.house.quickOpen({ text }, { signal }) as readonly Hit[]).filter(each => each.kind === 'interaction')} onChange={found => {
            setOpen(false);
            onChoose(found && { link: found.link, title: found.title });
        }} /> : <Button icon='call-incoming' onClick={() => setOpen(true)}>{label}</Button>;
}
