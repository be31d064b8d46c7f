import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Button, Checkbox, Dialog, Field, FormErrors, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Feedback } from '../../common/feedback/feedback-contract';
import { shortestReason } from '../evaluation/correction-dialog';
import type { NamedForm } from '../evaluation/use-evaluation';
import { useStep } from './use-feedback';

/** The agent takes questions that were upheld to the second level, each with a reason of its own. */
export function EscalateDialog({ feedback, names, onClose }: { readonly feedback: Feedback; readonly names: NamedForm; onClose(): void }): React.ReactElement {
    const upheld = feedback.questions.filter(each => each.answers.some(one => one.level === 1 && one.decision === 'upheld'));
    const [reasons, setReasons, forget] = useDraft<Readonly<Record<string, string>>>(`quality.escalation.${feedback.evaluationId}`, upheld.length === 1 ? { [upheld[0]!.questionId]: '' } : {});
    const chosen = upheld.filter(each => reasons[each.questionId] !== undefined);
    const questions = chosen.map(({ questionId }) => ({ questionId, reason: reasons[questionId]!.trim() }));
    const escalate = useStep<undefined>(each => each.escalate({ id: feedback.evaluationId, version: feedback.version, questions }), () => nls.localize('earshot/quality/feedback/escalated', 'Your dispute is with the second level now.'),
        { failures: 'form', then: () => { forget(); onClose(); } });
    const ready = questions.length > 0 && questions.every(each => each.reason.length >= shortestReason);
    const choose = (questionId: string, on: boolean): void => setReasons(Object.fromEntries([...Object.entries(reasons).filter(([id]) => id !== questionId), ...on ? [[questionId, '']] : []]));
    return <Dialog title={nls.localize('earshot/quality/feedback/escalate-title', 'Take it to the second level')} onClose={onClose} onSubmit={() => { if (ready) { escalate.mutate(undefined); } }}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' disabled={!ready} busy={escalate.isPending}>{nls.localize('earshot/quality/feedback/escalate-now', 'Send to the second level')}</Button></>}>
        <FormErrors error={escalate.error} />
        <p>{nls.localize('earshot/quality/feedback/escalate-explained', 'Somebody else decides who neither rated the call nor answered you before. What they say is final.')}</p>
        {upheld.map(({ questionId, answers }) => <div key={questionId} className='q-dispute-entry'>
            <Checkbox checked={reasons[questionId] !== undefined} onChange={on => choose(questionId, on)} label={names.nameOf(questionId)} detail={answers.find(each => each.level === 1)?.reason} />
            {reasons[questionId] !== undefined && <Field label={nls.localize('earshot/quality/feedback/escalate-reason', 'What speaks against the answer')} required>
                <TextArea value={reasons[questionId]} onChange={text => setReasons({ ...reasons, [questionId]: text })} maxLength={4000} />
            </Field>}
        </div>)}
    </Dialog>;
}
