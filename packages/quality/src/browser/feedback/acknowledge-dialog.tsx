import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Button, Dialog, Field, FormErrors, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Feedback } from '../../common/feedback/feedback-contract';
import { useStep } from './use-feedback';

/** The agent takes note of a result, with a word to the evaluator if they like. */
export function AcknowledgeDialog({ feedback, onClose }: { readonly feedback: Feedback; onClose(): void }): React.ReactElement {
    const [comment, setComment, forget] = useDraft(`quality.acknowledgement.${feedback.evaluationId}`, '');
    const acknowledge = useStep<undefined>(each => each.acknowledge({ id: feedback.evaluationId, version: feedback.version, comment: comment.trim() }), () => nls.localize('earshot/quality/feedback/acknowledged', 'Acknowledged.'),
        { failures: 'form', then: () => { forget(); onClose(); } });
    return <Dialog title={nls.localize('earshot/quality/feedback/acknowledge-title', 'Acknowledge this result')} onClose={onClose} onSubmit={() => acknowledge.mutate(undefined)}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' busy={acknowledge.isPending}>{nls.localize('earshot/quality/feedback/acknowledge-now', 'Acknowledge')}</Button></>}>
        <FormErrors error={acknowledge.error} />
        <p>{nls.localize('earshot/quality/feedback/acknowledge-explained', 'You say that you have read it. After that it cannot be disputed any more.')}</p>
        <Field label={nls.localize('earshot/quality/feedback/comment', 'Comment')} help={nls.localize('earshot/quality/feedback/comment-help', 'If you like: your evaluator and your team leader read it.')}>
            <TextArea value={comment} onChange={setComment} maxLength={4000} data-autofocus='' />
        </Field>
    </Dialog>;
}
