import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Button, Checkbox, Dialog, Field, FormErrors, TextArea, useProblems } from '@earshot/core/lib/browser/widgets';
import { qualityContract } from '../../common/quality-contract';
import type { ContentKind } from '../../common/retention/retention-rule';
import { shortestReason } from '../evaluation/correction-dialog';
import { kindText } from './retention-words';

type Act = 'hold' | 'lift' | 'erase';

function words(act: Act): { readonly title: string; readonly help: string; readonly now: string; readonly done: string } {
    switch (act) {
        case 'hold': return {
            title: nls.localize('earshot/quality/retention/hold-title', 'Put this call on legal hold'), help: nls.localize('earshot/quality/retention/hold-help', 'For example the number of the court case. Until the hold is lifted, no rule and nobody deletes anything of this call.'),
            now: nls.localize('earshot/quality/retention/hold-now', 'Put on hold'), done: nls.localize('earshot/quality/retention/held', 'The call is on legal hold.')
        };
        case 'lift': return {
            title: nls.localize('earshot/quality/retention/lift-title', 'Lift the legal hold'), help: nls.localize('earshot/quality/retention/lift-help', 'From then on the retention rules hold again: what is past its time is deleted the next night.'),
            now: nls.localize('earshot/quality/retention/lift-now', 'Lift the hold'), done: nls.localize('earshot/quality/retention/lifted', 'The legal hold is lifted.')
        };
        case 'erase': return {
            title: nls.localize('earshot/quality/retention/erase-title', 'Delete content of this call'), help: nls.localize('earshot/quality/retention/erase-help', 'Kept beside the call. What is deleted cannot be brought back; evaluations, marks and figures stay.'),
            now: nls.localize('earshot/quality/retention/erase-now', 'Delete for good'), done: nls.localize('earshot/quality/retention/erased', 'Deleted.')
        };
    }
}

export interface ReasonDialogProps {
    readonly interactionId: string;
    readonly act: Act;
    /** What there is to delete. */
    readonly kinds?: readonly ContentKind[];
    onClose(): void;
}

/** Places or lifts a legal hold, or deletes content by hand: always with a reason. */
export function ReasonDialog({ interactionId, act, kinds = [], onClose }: ReasonDialogProps): React.ReactElement {
    const client = useClient(qualityContract);
    const [reason, setReason, forget] = useDraft(`quality.retention-${act}.${interactionId}`, '');
    const [chosen, setChosen] = React.useState(kinds);
    const { title, help, now, done } = words(act);
    const input = { id: interactionId, reason: reason.trim() };
    const change = useChange({
        run: () => act === 'hold' ? client.retention.hold(input) : act === 'lift' ? client.retention.liftHold(input) : client.retention.erase({ ...input, kinds: [...chosen] }),
        invalidates: [['retention'], ['interaction'], ['recording'], ['transcript'], ['conversation']], failures: 'form', done: () => done, then: () => { forget(); onClose(); }
    });
    const problem = useProblems(change.error);
    const ready = reason.trim().length >= shortestReason && (act !== 'erase' || chosen.length > 0);
    return <Dialog title={title} onClose={onClose} onSubmit={() => { if (ready) { change.mutate(undefined); } }}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant={act === 'erase' ? 'danger' : 'primary'} type='submit' disabled={!ready} busy={change.isPending}>{now}</Button></>}>
        <FormErrors error={change.error} fields={['reason']} />
        {act === 'erase' && <Field group label={nls.localize('earshot/quality/retention/what', 'What')}>
            {kinds.map(kind => <Checkbox key={kind} label={kindText(kind)} checked={chosen.includes(kind)} onChange={wanted => setChosen(kinds.filter(each => each === kind ? wanted : chosen.includes(each)))} />)}
        </Field>}
        <Field label={nls.localize('earshot/quality/retention/reason', 'Reason')} required help={help} error={problem('reason')}><TextArea value={reason} maxLength={2000} onChange={setReason} data-autofocus='' /></Field>
    </Dialog>;
}
