import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useAnnounce } from '@earshot/core/lib/browser/application';
import { Button, Field, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { type Direction, directions } from '../../../common/interaction/interaction-contract';
import { directionText } from '../call-words';
import { AgentPicker } from './agent-picker';
import type { AgentChoice, CallFields } from './import-list';

/** Fills in the same for all calls that are not on their way yet; what is left empty here stays as it is there. */
export function ApplyToAll({ count, onApply }: { readonly count: number; onApply(fields: Partial<CallFields>): void }): React.ReactElement {
    const announce = useAnnounce();
    const [agent, setAgent] = React.useState<AgentChoice | null>(null);
    const [queue, setQueue] = React.useState('');
    const [direction, setDirection] = React.useState<Direction | ''>('');
    const [tags, setTags] = React.useState('');
    const fields: Partial<CallFields> = { ...agent ? { agent } : {}, ...queue.trim() ? { queue } : {}, ...direction ? { direction } : {}, ...tags.trim() ? { tags } : {} };
    const apply = (): void => {
        onApply(fields);
        announce(nls.localize('earshot/quality/import/applied', 'Filled in for {0} calls.', count));
    };
    return <form className='q-apply' aria-label={nls.localize('earshot/quality/import/apply-title', 'The same for all')} onSubmit={event => { event.preventDefault(); apply(); }}>
        <span className='q-apply-title'>{nls.localize('earshot/quality/import/apply-title', 'The same for all')}</span>
        <Field label={nls.localize('earshot/quality/call/agent', 'Agent')}><AgentPicker value={agent} onChange={setAgent} /></Field>
        <Field label={nls.localize('earshot/quality/call/queue', 'Queue')}><TextField value={queue} onChange={setQueue} maxLength={200} /></Field>
        <Field label={nls.localize('earshot/quality/call/direction', 'Direction')}>
            <Select<Direction | ''> value={direction} onChange={setDirection} options={[{ value: '', label: nls.localize('earshot/quality/import/as-it-is', 'As it is') }, ...directions.map(value => ({ value, label: directionText(value) }))]} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/tags', 'Tags')}><TextField value={tags} onChange={setTags} /></Field>
        <Button type='submit' disabled={Object.keys(fields).length === 0}>{nls.localize('earshot/quality/import/apply', 'Fill in for all')}</Button>
    </form>;
}
