import { percentText } from '@earshot/assessment/lib/browser/filling/score-trace';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, Field, FormErrors, Notice, TextArea, useProblems } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../common/quality-contract';

/** The shortest reason that says something; the server asks for as much. */
export const shortestReason = 3;

/** Says that a dispute about the result was answered, and what that means for a correction. */
export const AppealFloor = ({ percent }: { readonly percent: number | null }): React.ReactElement | null => percent === null ? null
    : <Notice icon='law'>{nls.localize('earshot/quality/correction/not-below', 'The agent disputed this result, and the dispute was answered. A correction may not lower the score of {0}.', percentText(percent))}</Notice>;

/** Asks why a submitted evaluation is to be corrected, and opens the correction. */
export function CorrectionDialog({ evaluation, onClose }: { readonly evaluation: Evaluation; onClose(): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    const [reason, setReason, forget] = useDraft(`quality.correction.${evaluation.id}`, '');
    const begin = useChange({
        run: () => client.evaluations.revise({ id: evaluation.id, reason: reason.trim() }) as Promise<Evaluation>, invalidates: [['evaluation']], failures: 'form',
        then: ({ id }) => { forget(); onClose(); void navigate(`/quality/evaluations/${id}`); }
    });
    const problem = useProblems(begin.error);
    const enough = reason.trim().length >= shortestReason;
    return <Dialog title={nls.localize('earshot/quality/correction/ask', 'Correct this evaluation')} onClose={onClose} onSubmit={() => { if (enough) { begin.mutate(undefined); } }}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' disabled={!enough} busy={begin.isPending}>{nls.localize('earshot/quality/correction/start', 'Begin the correction')}</Button></>}>
        <FormErrors error={begin.error} fields={['reason']} />
        <p>{nls.localize('earshot/quality/correction/explained', 'What was submitted stays as it is and can always be read. Your correction is a new revision; it counts when somebody else has approved it.')}</p>
        <AppealFloor percent={evaluation.notBelow} />
        <Field label={nls.localize('earshot/quality/correction/reason', 'Reason')} required error={problem('reason')} help={nls.localize('earshot/quality/correction/reason-help', 'Whoever approves it reads this.')}>
            <TextArea value={reason} onChange={setReason} maxLength={2000} data-autofocus='' />
        </Field>
    </Dialog>;
}
