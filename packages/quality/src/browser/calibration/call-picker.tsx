import { useQuery } from '@tanstack/react-query';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Checkbox, formatDateTime, formatDuration, IconButton, Segmented, TextField } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';

/** As much of a call as choosing it needs. */
export interface PickedCall { readonly id: string; readonly callId: string; readonly startedAt: string; readonly durationMs: number | null; readonly agentName: string | null }

export interface CallPickerProps {
    readonly calls: readonly PickedCall[];
    onChange(calls: readonly PickedCall[]): void;
    readonly disabled?: boolean;
}

const most = 50;
const none: readonly PickedCall[] = [];
const factsOf = ({ startedAt, agentName, durationMs }: PickedCall): string => [formatDateTime(startedAt), agentName, formatDuration(durationMs)].filter(Boolean).join(' · ');

/** Several calls, found by number or agent; those that are chosen keep their order. */
export function CallPicker({ calls, onChange, disabled = false }: CallPickerProps): React.ReactElement {
    const client = useClient(qualityContract);
    const [text, setText] = React.useState('');
    const [which, setWhich] = React.useState<'any' | 'no'>('any');
    const wanted = React.useDeferredValue(text.trim());
    const { data = none } = useQuery<readonly PickedCall[]>({
        queryKey: ['interaction', 'pick', wanted, which], enabled: !disabled, placeholderData: before => before,
        queryFn: async ({ signal }) => (await client.interactions.list({ text: wanted || undefined, evaluated: which === 'no' ? 'no' : undefined, state: 'ready', limit: 30 }, { signal })).rows as readonly PickedCall[]
    });
    const chosen = new Set(calls.map(each => each.id));
    const toggle = (call: PickedCall): void => onChange(chosen.has(call.id) ? calls.filter(each => each.id !== call.id) : [...calls, call].slice(0, most));
    const search = nls.localize('earshot/quality/calls/search', 'Call or agent');
    return <div className='q-picker'>
        {!disabled && <div className='q-picker-found'>
            <div className='q-picker-tools'>
                <TextField icon='search' clearable value={text} onChange={setText} placeholder={search} aria-label={search} onKeyDown={event => { if (event.key === 'Enter') { event.preventDefault(); } }} />
                <Segmented<'any' | 'no'> value={which} onChange={setWhich} label={nls.localize('earshot/quality/filter/evaluated', 'Evaluation')}
                    options={[{ value: 'any', label: nls.localize('earshot/quality/picker/all', 'All') }, { value: 'no', label: nls.localize('earshot/quality/evaluated/no', 'Not evaluated') }]} />
            </div>
            <ul className='q-picker-list' aria-label={nls.localize('earshot/quality/picker/found', 'Calls that were found')}>
                {data.map(call => <li key={call.id}><Checkbox checked={chosen.has(call.id)} onChange={() => toggle(call)} label={call.callId} detail={<span className='e-figures'>{factsOf(call)}</span>} /></li>)}
                {data.length === 0 && <li className='q-quiet'>{nls.localize('earshot/quality/picker/nothing', 'Nothing found.')}</li>}
            </ul>
        </div>}
        <div className='q-picker-chosen'>
            <p className='q-quiet'>{nls.localize('earshot/quality/picker/chosen', '{0} chosen', calls.length)}</p>
            {calls.length > 0 && <ol className='q-picker-list'>{calls.map(call => <li key={call.id} className='q-picked'>
                <span>{call.callId}<span className='q-quiet e-figures'>{factsOf(call)}</span></span>
                {!disabled && <IconButton icon='close' label={nls.localize('earshot/quality/picker/remove', 'Remove {0}', call.callId)} onClick={() => toggle(call)} />}
            </li>)}</ol>}
        </div>
    </div>;
}
