import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Field, Segmented, TextField } from '@earshot/core/lib/browser/widgets';
import { type Direction, directions } from '../../common/interaction/interaction-contract';
import { directionText } from '../interaction/call-words';
import { AgentPicker } from '../interaction/import/agent-picker';
import type { AgentChoice } from '../interaction/import/import-list';
import { tagsOf } from '../interaction/local-time';

/** What is known of an interaction, as it is typed. */
export interface FactFields { readonly callId: string; readonly agent: AgentChoice | null; readonly queue: string; readonly direction: Direction; readonly customerNumber: string; readonly tags: string }
export const noFacts: FactFields = { callId: '', agent: null, queue: '', direction: 'inbound', customerNumber: '', tags: '' };

/** The same as the server takes it: what is empty is left out. */
export const factsOf = ({ callId, agent, queue, direction, customerNumber, tags }: FactFields) => ({
    callId: callId.trim(), direction, tags: tagsOf(tags), ...agent ? { agent: agent.reference } : {}, ...queue.trim() ? { queue: queue.trim() } : {}, ...customerNumber.trim() ? { customerNumber: customerNumber.trim() } : {}
});

export interface InteractionFactsProps { readonly value: FactFields; onChange(value: FactFields): void; problem(path: string): string | undefined }

export function InteractionFacts({ value, onChange, problem }: InteractionFactsProps): React.ReactElement {
    const set = (change: Partial<FactFields>): void => onChange({ ...value, ...change });
    return <>
        <Field label={nls.localize('earshot/quality/note/number', 'Number')} required error={problem('callId')} help={nls.localize('earshot/quality/note/number-help', 'As your contact centre calls it; each is there once.')}>
            <TextField value={value.callId} maxLength={200} onChange={callId => set({ callId })} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/agent', 'Agent')} error={problem('agent')}><AgentPicker value={value.agent} onChange={agent => set({ agent })} /></Field>
        <Field label={nls.localize('earshot/quality/call/queue', 'Queue')} error={problem('queue')}><TextField value={value.queue} maxLength={200} onChange={queue => set({ queue })} /></Field>
        <Field group label={nls.localize('earshot/quality/call/direction', 'Direction')}>
            <Segmented<Direction> value={value.direction} onChange={direction => set({ direction })} options={directions.map(each => ({ value: each, label: directionText(each) }))} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/customer', 'Customer')} error={problem('customerNumber')}><TextField value={value.customerNumber} maxLength={60} autoComplete='off' onChange={customerNumber => set({ customerNumber })} /></Field>
        <Field label={nls.localize('earshot/quality/call/tags', 'Tags')} error={problem('tags')} help={nls.localize('earshot/quality/correction/tags', 'Separated by commas.')}><TextField value={value.tags} onChange={tags => set({ tags })} /></Field>
    </>;
}
