import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, PersonPicker, Segmented, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import { type Direction, directions, type Interaction } from '../../common/interaction/interaction-contract';
import { qualityContract } from '../../common/quality-contract';
import { directionText } from './call-words';
import { fromLocalField, tagsOf, toLocalField } from './local-time';

/** Corrects what was imported with a call; what is not touched is not sent, so that it cannot overwrite anything. */
export function CallCorrection({ call, onClose }: { readonly call: Interaction; onClose(): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const [agentId, setAgent] = React.useState(call.agentId);
    const [startedAt, setStartedAt] = React.useState(toLocalField(call.startedAt));
    const [queue, setQueue] = React.useState(call.queue ?? '');
    const [direction, setDirection] = React.useState(call.direction);
    const [tags, setTags] = React.useState(call.tags.join(', '));
    const change = useChange({
        run: (fields: Parameters<typeof client.interactions.change>[0]) => client.interactions.change(fields), invalidates: [['interaction'], ['recording']], failures: 'form',
        done: () => nls.localize('earshot/quality/correction/done', 'The call is corrected.'), then: onClose,
        undo: result => client.interactions.change({ id: call.id, version: result.version, agentId: call.agentId, queue: call.queue, direction: call.direction, startedAt: call.startedAt, tags: call.tags })
    });
    const problem = useProblems(change.error);
    const moment = fromLocalField(startedAt);
    const save = (): void => {
        if (moment) {
            change.mutate({
                id: call.id, version: call.version, ...agentId === call.agentId ? {} : { agentId }, ...toLocalField(call.startedAt) === startedAt ? {} : { startedAt: moment },
                ...queue.trim() === (call.queue ?? '') ? {} : { queue: queue.trim() || null }, ...direction === call.direction ? {} : { direction }, ...tags === call.tags.join(', ') ? {} : { tags: tagsOf(tags) }
            });
        }
    };
    return <Dialog title={nls.localize('earshot/quality/correction/title', 'Correct the call {0}', call.callId)} onClose={onClose} onSubmit={save}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' busy={change.isPending}>{nls.localize('earshot/quality/actions/save', 'Save')}</Button></>}>
        <FormErrors error={change.error} fields={['agentId', 'startedAt', 'queue', 'tags']} />
        <Field label={nls.localize('earshot/quality/call/agent', 'Agent')} error={problem('agentId')} help={nls.localize('earshot/quality/correction/agent', 'Evaluations of this call follow its agent.')}>
            <PersonPicker value={agentId} onChange={setAgent} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/started', 'Began')} error={moment ? problem('startedAt') : nls.localize('earshot/quality/import/no-time', 'Choose day and time.')}>
            <TextField type='datetime-local' step={1} value={startedAt} onChange={setStartedAt} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/queue', 'Queue')} error={problem('queue')}><TextField value={queue} onChange={setQueue} maxLength={200} /></Field>
        <Field group label={nls.localize('earshot/quality/call/direction', 'Direction')}>
            <Segmented<Direction> value={direction} onChange={setDirection} options={directions.map(value => ({ value, label: directionText(value) }))} />
        </Field>
        <Field label={nls.localize('earshot/quality/call/tags', 'Tags')} error={problem('tags')} help={nls.localize('earshot/quality/correction/tags', 'Separated by commas.')}><TextField value={tags} onChange={setTags} /></Field>
    </Dialog>;
}
