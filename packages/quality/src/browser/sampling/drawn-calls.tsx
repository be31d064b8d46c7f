import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Link } from '@earshot/core/lib/browser/navigation';
import { Badge, Button, type Column, DataTable, Dialog, EmptyState, Field, FormErrors, formatDateTime, formatDuration, formatFixed, formatPercent, IconButton, Notice, RadioGroup, TextArea, type Tone } from '@earshot/core/lib/browser/widgets';
import { type ItemState, type ReplacementReason, replacementReasons, type SamplingItem } from '../../common/sampling/sampling-contract';
import { qualityContract } from '../../common/quality-contract';
import { shortestReason } from '../evaluation/correction-dialog';
import { RedistributeDialog } from './redistribute-dialog';
import { itemStateText, kindText, reasonText, stratumText } from './sampling-words';
import { useDrawItems } from './use-sampling';

const tones: Readonly<Record<ItemState, readonly [Tone, string]>> = { open: ['neutral', 'circle-large-outline'], begun: ['neutral', 'edit'], scored: ['good', 'pass'], replaced: ['neutral', 'discard'] };
const kindOf = ({ kind, rule }: SamplingItem): string => kind === 'rule' && rule ? rule : kindText(kind);

const columns = (replace: ((item: SamplingItem) => void) | undefined): readonly Column<SamplingItem>[] => [
    { id: 'call', title: nls.localize('earshot/quality/call/id', 'Call'), fixed: true, width: 120, grow: 2, value: row => row.callId, render: row => row.evaluationId ? <Link to={`/quality/evaluations/${row.evaluationId}`}>{row.callId}</Link> : <Link to={`/quality/calls/${row.interactionId}`}>{row.callId}</Link> },
    { id: 'startedAt', title: nls.localize('earshot/quality/call/started', 'Began'), width: 148, grow: 0, hidden: true, value: row => formatDateTime(row.startedAt), render: row => <span className='e-figures'>{formatDateTime(row.startedAt)}</span> },
    { id: 'agent', title: nls.localize('earshot/quality/call/agent', 'Agent'), width: 110, grow: 1, value: row => row.agentName },
    { id: 'stratum', title: nls.localize('earshot/quality/sampling/stratum', 'Stratum'), width: 120, grow: 1, value: row => row.kind === 'intra' ? null : stratumText(row.stratum) },
    { id: 'kind', title: nls.localize('earshot/quality/sampling/why', 'Drawn'), width: 120, grow: 1, value: kindOf },
    { id: 'probability', title: nls.localize('earshot/quality/sampling/chance', 'Chance'), width: 80, grow: 0, numeric: true, value: row => row.probability === null ? null : formatPercent(row.probability, 1) },
    { id: 'length', title: nls.localize('earshot/quality/call/duration', 'Length'), width: 72, grow: 0, numeric: true, value: row => formatDuration(row.durationMs) },
    { id: 'evaluator', title: nls.localize('earshot/quality/evaluation/evaluator', 'Evaluator'), width: 120, grow: 1, value: row => row.evaluatorName, render: row => row.evaluatorName ?? <span className='q-caution'>{nls.localize('earshot/quality/sampling/nobody', 'nobody')}</span> },
    {
        id: 'state', title: nls.localize('earshot/quality/evaluation/state', 'State'), width: 120, grow: 0, value: row => row.state === 'replaced' && row.reason ? `${itemStateText(row.state)}: ${reasonText(row.reason)}` : itemStateText(row.state),
        render: row => <span title={row.reason ? `${reasonText(row.reason)}: ${row.reasonText ?? ''}` : undefined}><Badge tone={tones[row.state][0]} icon={tones[row.state][1]}>{itemStateText(row.state)}</Badge></span>
    },
    { id: 'percent', title: nls.localize('earshot/quality/evaluation/score', 'Score'), width: 80, grow: 0, numeric: true, value: row => row.percent === null ? null : `${formatFixed(row.percent, 1)} %` },
    ...replace ? [{
        id: 'replace', title: nls.localize('earshot/quality/sampling/replace', 'Replace'), width: 84, grow: 0, value: () => null,
        render: (row: SamplingItem) => (row.state === 'open' || row.state === 'begun') && (row.kind === 'random' || row.kind === 'rule') && <IconButton icon='sync' label={nls.localize('earshot/quality/sampling/replace-call', 'Replace {0}…', row.callId)} onClick={() => replace(row)} />
    }] : []
];

/** The calls of a draw in the order in which they are handed out, with who scores them. */
export function DrawnCalls({ drawId, mayReplace }: { readonly drawId: string; readonly mayReplace: boolean }): React.ReactElement {
    const list = useDrawItems(drawId);
    const [replacing, setReplacing] = React.useState<SamplingItem>();
    const [redistributing, setRedistributing] = React.useState(false);
    const shown = React.useMemo(() => columns(mayReplace ? setReplacing : undefined), [mayReplace]);
    const rows = React.useMemo(() => list.data?.pages.flatMap(each => each.rows), [list.data]);
    return <>
        <DataTable name='quality.drawn-calls' label={nls.localize('earshot/quality/sampling/drawn-calls', 'Drawn calls')} columns={shown} rows={rows} keyOf={each => each.id}
            toolbar={mayReplace && <Button icon='arrow-swap' onClick={() => setRedistributing(true)}>{nls.localize('earshot/quality/sampling/redistribute', 'Hand out again…')}</Button>} hasMore={list.hasNextPage}
            onMore={() => { if (!list.isFetchingNextPage) { void list.fetchNextPage(); } }} error={list.error} onRetry={() => void list.refetch()} empty={<EmptyState icon='target' title={nls.localize('earshot/quality/sampling/no-draw', 'Nothing was drawn by this plan yet.')} />} />
        {redistributing && <RedistributeDialog drawId={drawId} onClose={() => setRedistributing(false)} />}
        {replacing && <ReplaceDialog item={replacing} onClose={() => setReplacing(undefined)} />}
    </>;
}

/** A drawn call is replaced by the next of its stratum, for a reason that stays with it. */
function ReplaceDialog({ item, onClose }: { readonly item: SamplingItem; onClose(): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const [reason, setReason] = React.useState<ReplacementReason>('unusable-recording');
    const [text, setText] = React.useState('');
    const replace = useChange({
        run: () => client.sampling.replace({ id: item.id, reason, text: text.trim() }), invalidates: [['sampling']], failures: 'form', then: onClose,
        done: () => nls.localize('earshot/quality/sampling/replaced', '{0} is replaced by the next call of its stratum.', item.callId)
    });
    return <Dialog title={nls.localize('earshot/quality/sampling/replace-title', 'Replace {0}', item.callId)} onClose={onClose} onSubmit={() => { if (text.trim().length >= shortestReason) { replace.mutate(undefined); } }} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={replace.isPending} disabled={text.trim().length < shortestReason}>{nls.localize('earshot/quality/sampling/replace', 'Replace')}</Button>
    </>}>
        <FormErrors error={replace.error} fields={['text']} />
        <Notice icon='info'>{nls.localize('earshot/quality/sampling/replace-how', 'Another call of “{0}” takes its place: the next in the order that was fixed by the draw. Nobody chooses it, and the replacement stands in the audit log.', stratumText(item.stratum))}</Notice>
        <Field group label={nls.localize('earshot/quality/sampling/reason', 'Reason')}><RadioGroup<ReplacementReason> value={reason} onChange={setReason} options={replacementReasons.map(value => ({ value, label: reasonText(value) }))} /></Field>
        <Field label={nls.localize('earshot/quality/sampling/reason-text', 'What is the matter with it')} required><TextArea value={text} onChange={setText} maxLength={2000} rows={3} /></Field>
    </Dialog>;
}
