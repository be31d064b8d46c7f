import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, Notice, RadioGroup, Select } from '@earshot/core/lib/browser/widgets';
import type { RedistributionReason } from '../../common/sampling/sampling-contract';
import { redistributionReasons } from '../../common/sampling/sampling-contract';
import { qualityContract } from '../../common/quality-contract';
import { redistributedText, redistributionText } from './sampling-words';
import { useDrawResult } from './use-sampling';

const nobody = 'nobody';

/** Calls that somebody cannot score go to the others of the plan, by minutes. */
export function RedistributeDialog({ drawId, onClose }: { readonly drawId: string; onClose(): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const { data: result } = useDrawResult(drawId);
    const open = result?.evaluators.filter(each => each.calls > each.scored) ?? [];
    const [chosen, setChosen] = React.useState<string>();
    const from = chosen ?? (result?.draw.unassigned ? nobody : open[0]?.personId);
    const [reason, setReason] = React.useState<RedistributionReason>('absent');
    const redistribute = useChange({
        run: () => client.sampling.redistribute({ id: drawId, from: from === nobody ? null : from!, among: 'plan', reason }), invalidates: [['sampling']], failures: 'form', then: onClose,
        done: redistributedText
    });
    const options = [...result?.draw.unassigned ? [{ value: nobody, label: nls.localize('earshot/quality/sampling/of-nobody', 'Nobody ({0})', result.draw.unassigned) }] : [], ...open.map(each => ({ value: each.personId, label: nls.localize('earshot/quality/sampling/of-evaluator', '{0} ({1})', each.name, each.calls - each.scored) }))];
    return <Dialog title={nls.localize('earshot/quality/sampling/redistribute-title', 'Hand out again')} onClose={onClose} onSubmit={() => { if (from) { redistribute.mutate(undefined); } }} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
        <Button variant='primary' type='submit' busy={redistribute.isPending} disabled={!from}>{nls.localize('earshot/quality/sampling/redistribute-now', 'Hand out')}</Button>
    </>}>
        <FormErrors error={redistribute.error} fields={[]} />
        <Notice icon='info'>{nls.localize('earshot/quality/sampling/redistribute-how', 'They go to the other evaluators of the plan, by minutes; nobody chooses who gets which. What is begun stays, and the reason stands in the audit log.')}</Notice>
        <Field label={nls.localize('earshot/quality/sampling/whose', 'Whose open calls')}><Select value={from ?? null} placeholder={nls.localize('earshot/quality/sampling/none-open', 'None is open')} onChange={setChosen} options={options} /></Field>
        <Field group label={nls.localize('earshot/quality/sampling/reason', 'Reason')}><RadioGroup<RedistributionReason> value={reason} onChange={setReason} options={redistributionReasons.map(value => ({ value, label: redistributionText(value) }))} /></Field>
    </Dialog>;
}
