import { markText } from '@earshot/assessment/lib/browser/filling/evidence-chips';
import { percentText } from '@earshot/assessment/lib/browser/filling/score-trace';
import { answerText } from '@earshot/assessment/lib/browser/filling/ratings';
import { evidenceOf } from '@earshot/assessment/lib/common/filling/evidence';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import type { Answer } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Dialog, Field, FormErrors, NOTHING, Skeleton, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import { qualityContract } from '../../common/quality-contract';
import { type AnswerChange, answerChanges } from './answer-changes';
import { shortestReason } from './correction-dialog';
import { type NamedForm, useEvaluation } from './use-evaluation';

/** A correction beside what it replaces, and the decision about it for whoever may take it. */
export function Approval({ evaluation, names }: { readonly evaluation: Evaluation; readonly names: NamedForm }): React.ReactElement {
    const client = useClient(qualityContract);
    const { data: earlier } = useEvaluation(evaluation.revises ?? '', evaluation.revises !== null);
    const [rejecting, setRejecting] = React.useState(false);
    const approve = useChange({
        run: () => client.evaluations.approve({ id: evaluation.id, version: evaluation.version }), invalidates: [['evaluation'], ['interaction']],
        done: () => nls.localize('earshot/quality/approval/approved', 'The correction counts now.')
    });
    const mayDecide = evaluation.may.includes('approve');
    const changes = earlier && answerChanges(names.form, earlier, evaluation);
    return <section className='q-approval' aria-label={nls.localize('earshot/quality/approval/title', 'Correction')}>
        <header className='q-approval-head'>
            <div>
                <h2>{mayDecide ? nls.localize('earshot/quality/approval/decide', 'A correction waits for your decision') : nls.localize('earshot/quality/approval/waits', 'This correction waits for approval')}</h2>
                <p>{nls.localize('earshot/quality/approval/why', '{0}: “{1}”', evaluation.evaluatorName, evaluation.reason ?? '')}</p>
            </div>
            {earlier && <span className='q-approval-score e-figures'>{nls.localize('earshot/quality/approval/score', '{0} → {1}', percentText(earlier.percent), percentText(evaluation.percent))}</span>}
            {mayDecide && <span className='q-approval-actions'>
                <Button onClick={() => setRejecting(true)}>{nls.localize('earshot/quality/approval/reject', 'Return it…')}</Button>
                <Button variant='primary' icon='check' busy={approve.isPending} onClick={() => approve.mutate(undefined)}>{nls.localize('earshot/quality/approval/approve', 'Approve')}</Button>
            </span>}
        </header>
        {changes ? <ChangeTable changes={changes} before={earlier.evidence} after={evaluation.evidence} names={names} /> : evaluation.revises && <Skeleton lines={3} />}
        {rejecting && <RejectDialog evaluation={evaluation} onClose={() => setRejecting(false)} />}
    </section>;
}

interface ChangeTableProps { readonly changes: readonly AnswerChange[]; readonly before: readonly Evidence[]; readonly after: readonly Evidence[]; readonly names: NamedForm }

function ChangeTable({ changes, before, after, names }: ChangeTableProps): React.ReactElement {
    return changes.length === 0 ? <p className='q-quiet'>{nls.localize('earshot/quality/approval/no-changes', 'No answer differs from the earlier revision.')}</p>
        : <div className='q-approval-table'><table className='q-table'>
            <thead><tr><th scope='col'>{nls.localize('earshot/quality/approval/question', 'Question')}</th><th scope='col'>{nls.localize('earshot/quality/approval/before', 'Before')}</th><th scope='col'>{nls.localize('earshot/quality/approval/after', 'Corrected')}</th></tr></thead>
            <tbody>{changes.map(change => <tr key={change.question.id}>
                <th scope='row'>{names.nameOf(change.question.id)}</th>
                <td><OneAnswer change={change} answer={change.before} marks={evidenceOf(before, change.question.id)} /></td>
                <td className='q-changed'><OneAnswer change={change} answer={change.after} marks={evidenceOf(after, change.question.id)} /></td>
            </tr>)}</tbody>
        </table></div>;
}

const OneAnswer = ({ change, answer, marks }: { readonly change: AnswerChange; readonly answer: Answer | undefined; readonly marks: readonly Evidence[] }): React.ReactElement => <>
    <span className={change.rated ? 'q-rated' : undefined}>{answerText(change.question, answer) ?? NOTHING}</span>
    {answer?.comment && <p className='q-answer-comment'>{answer.comment}</p>}
    {marks.length > 0 && <p className='q-quiet e-figures'>{marks.map(markText).join(', ')}</p>}
</>;

function RejectDialog({ evaluation, onClose }: { readonly evaluation: Evaluation; onClose(): void }): React.ReactElement {
    const client = useClient(qualityContract);
    const navigate = useNavigate();
    const [reason, setReason, forget] = useDraft(`quality.rejection.${evaluation.id}`, '');
    const reject = useChange({
        run: () => client.evaluations.reject({ id: evaluation.id, version: evaluation.version, reason: reason.trim() }), invalidates: [['evaluation', 'list']], failures: 'form',
        done: () => nls.localize('earshot/quality/approval/rejected', 'The correction is back with {0}.', evaluation.evaluatorName), then: () => { forget(); void navigate('/quality/evaluations', { query: { state: 'revision-pending' } }); }
    });
    const enough = reason.trim().length >= shortestReason;
    return <Dialog title={nls.localize('earshot/quality/approval/reject-title', 'Return the correction')} onClose={onClose} onSubmit={() => { if (enough) { reject.mutate(undefined); } }}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' disabled={!enough} busy={reject.isPending}>{nls.localize('earshot/quality/approval/return', 'Return it')}</Button></>}>
        <FormErrors error={reject.error} />
        <Field label={nls.localize('earshot/quality/correction/reason', 'Reason')} required help={nls.localize('earshot/quality/approval/reject-help', '{0} reads it and can change the correction.', evaluation.evaluatorName)}>
            <TextArea value={reason} onChange={setReason} maxLength={2000} data-autofocus='' />
        </Field>
    </Dialog>;
}
