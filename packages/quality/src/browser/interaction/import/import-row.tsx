import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, Field, IconButton, Icon, Select, TextField, formatNumber } from '@earshot/core/lib/browser/widgets';
import { directions } from '../../../common/interaction/interaction-contract';
import { directionText } from '../call-words';
import { type HeaderlessFormat, headerlessFormats } from '@earshot/media/lib/common/recording/headerless-format';
import { AgentPicker } from './agent-picker';
import { type FieldFault, type ImportCall, isEditable, isUnrecognised } from './import-list';
import { ImportStatus } from './import-status';
import { useImport } from './use-import';

export interface ImportRowProps {
    readonly call: ImportCall;
    readonly faults: readonly FieldFault[];
    /** The call that waits for its other side. */
    readonly joining: string | undefined;
    onJoin(): void;
    onRemove(): void;
}

const faultText = (fault: FieldFault): string => {
    switch (fault) {
        case 'no-call-id': return nls.localize('earshot/quality/import/no-call-id', 'Every call needs a number.');
        case 'call-id-twice': return nls.localize('earshot/quality/import/call-id-twice', 'Another call in this list has the same number.');
        case 'no-time': return nls.localize('earshot/quality/import/no-time', 'Choose day and time.');
    }
};

const sizeText = (bytes: number): string => bytes < 1000 ? nls.localize('earshot/quality/import/bytes', '{0} bytes', formatNumber(bytes)) : bytes < 1_000_000 ? nls.localize('earshot/quality/import/kilobytes', '{0} kB', formatNumber(bytes / 1000, 0)) : nls.localize('earshot/quality/import/megabytes', '{0} MB', formatNumber(bytes / 1_000_000, 1));

/** Names of formats are the same in every language. */
const formatName: Readonly<Record<HeaderlessFormat, string>> = { g722: 'G.722', gsm: 'GSM 06.10', alaw: 'G.711 A-law', mulaw: 'G.711 µ-law', pcm16: 'PCM 16 bit, 8 kHz', 'pcm16-16k': 'PCM 16 bit, 16 kHz' };

/** One call to import: its files, what is known of it, and what became of it. */
export function ImportRow({ call, faults, joining, onJoin, onRemove }: ImportRowProps): React.ReactElement {
    const service = useImport();
    const { id, files, fields, state } = call;
    const editable = isEditable(call);
    const error = (...which: readonly FieldFault[]): string | undefined => faults.filter(each => which.includes(each)).map(faultText)[0];
    const label = fields.callId || files[0].name;
    const joinLabel = joining === id ? nls.localize('earshot/quality/import/join-cancel', 'Do not join')
        : joining ? nls.localize('earshot/quality/import/join-here', 'This is the customer’s side of that call') : nls.localize('earshot/quality/import/join', 'This is the agent’s side: join it with the customer’s');
    return <li className={`q-import-row q-import-${state.kind}`} data-joining={joining === id || undefined} aria-label={label}>
        <div className='q-import-files'>
            {files.map((file, place) => <span key={file.name + place} className='q-import-file'>
                {files.length === 1 ? <Icon name='file-media' /> : <Badge>{place === 0 ? nls.localize('earshot/quality/import/agent-side', 'Agent’s side') : nls.localize('earshot/quality/import/customer-side', 'Customer’s side')}</Badge>}
                <span className='q-ellipsis' title={file.name}>{file.name}</span>
                <span className='q-quiet e-figures'>{sizeText(file.size)}</span>
            </span>)}
            <span className='q-import-tools'>
                {editable && files.length === 2 && <IconButton icon='arrow-swap' label={nls.localize('earshot/quality/import/exchange', 'Exchange the sides')} onClick={() => service.exchange(id)} />}
                {editable && files.length === 2 && <IconButton icon='split-horizontal' label={nls.localize('earshot/quality/import/part', 'These are two calls')} onClick={() => service.part(id)} />}
                {editable && files.length === 1 && <IconButton icon={joining && joining !== id ? 'check' : 'merge'} label={joinLabel} pressed={joining === id || undefined} onClick={onJoin} />}
                {state.kind !== 'done' && <IconButton icon='close' label={state.kind === 'sending' ? nls.localize('earshot/quality/import/call-off', 'Call the upload off') : nls.localize('earshot/quality/import/remove', 'Take out of the list')} onClick={onRemove} />}
            </span>
        </div>
        {editable && !(state.kind === 'known' && state.reason === 'duplicate') && <div className='q-import-fields'>
            <Field label={nls.localize('earshot/quality/import/call-id', 'Number of the call')} error={error('no-call-id', 'call-id-twice')}>
                <TextField value={fields.callId} maxLength={200} onChange={callId => service.change(id, { callId })} />
            </Field>
            <Field label={nls.localize('earshot/quality/call/started', 'Began')} error={error('no-time')}><TextField type='datetime-local' step={1} value={fields.startedAt} onChange={startedAt => service.change(id, { startedAt })} /></Field>
            <Field label={nls.localize('earshot/quality/call/agent', 'Agent')}><AgentPicker value={fields.agent} onChange={agent => service.change(id, { agent })} /></Field>
            <Field label={nls.localize('earshot/quality/call/queue', 'Queue')}><TextField value={fields.queue} maxLength={200} onChange={queue => service.change(id, { queue })} /></Field>
            <Field label={nls.localize('earshot/quality/call/direction', 'Direction')}>
                <Select value={fields.direction} onChange={direction => service.change(id, { direction })} options={directions.map(value => ({ value, label: directionText(value) }))} />
            </Field>
            <Field label={nls.localize('earshot/quality/call/customer', 'Customer')}><TextField value={fields.customerNumber} maxLength={60} autoComplete='off' onChange={customerNumber => service.change(id, { customerNumber })} /></Field>
            {(fields.format || isUnrecognised(call)) && <Field label={nls.localize('earshot/quality/import/format', 'Format of the sound')} help={nls.localize('earshot/quality/import/format-help', 'For files without a header, which do not say what they are.')}>
                <Select<HeaderlessFormat | ''> value={fields.format} onChange={format => service.change(id, { format })} options={[{ value: '', label: nls.localize('earshot/quality/import/format-none', 'The file says so itself') }, ...headerlessFormats.map(value => ({ value, label: formatName[value] }))]} />
            </Field>}
            <Field label={nls.localize('earshot/quality/call/tags', 'Tags')}><TextField value={fields.tags} onChange={tags => service.change(id, { tags })} /></Field>
        </div>}
        <ImportStatus call={call} onRetry={() => service.retry(id)} />
    </li>;
}
