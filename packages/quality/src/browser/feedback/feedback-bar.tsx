import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { Button, formatDateTime } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { Feedback } from '../../common/feedback/feedback-contract';
import { AcknowledgeDialog } from './acknowledge-dialog';
import { EscalateDialog } from './escalate-dialog';
import { FeedbackBadge } from './feedback-words';
import { useStep } from './use-feedback';
import type { NamedForm } from '../evaluation/use-evaluation';

export interface FeedbackBarProps {
    readonly evaluation: Evaluation;
    readonly feedback: Feedback;
    readonly names: NamedForm;
    /** The dispute is being written beside the form. */
    readonly writing: boolean;
    onWrite(): void;
}

/** Where a result stands on its way to the agent and back, and what the person can do about it. */
export function FeedbackBar({ evaluation, feedback, names, writing, onWrite }: FeedbackBarProps): React.ReactElement {
    const mine = useSession().person.id === evaluation.agentId;
    const [asking, setAsking] = React.useState<'acknowledge' | 'escalate'>();
    const seen = { id: feedback.evaluationId, version: feedback.version };
    const release = useStep<undefined>(each => each.release({ id: seen.id }), () => nls.localize('earshot/quality/feedback/released-now', 'The result is released. The agent is told.'));
    const withdraw = useStep<undefined>(each => each.withdraw(seen), () => nls.localize('earshot/quality/feedback/withdrawn', 'Your dispute is withdrawn.'));
    const accept = useStep<undefined>(each => each.accept(seen), () => nls.localize('earshot/quality/feedback/accepted', 'The dispute is settled.'));
    const may = (action: Feedback['may'][number]): boolean => feedback.may.includes(action);
    return <section className='q-feedback' aria-label={nls.localize('earshot/quality/feedback/title', 'Feedback')} data-waiting={feedback.may.length > 0 || undefined}>
        <FeedbackBadge state={feedback.state} />
        <p className='q-feedback-said'>
            {sentence(feedback, mine)}
            {feedback.comment && <span className='q-feedback-comment'>“{feedback.comment}”</span>}
        </p>
        <span className='q-feedback-actions'>
            {may('release') && <Button small variant='primary' icon='megaphone' busy={release.isPending} onClick={() => release.mutate(undefined)}>{nls.localize('earshot/quality/feedback/release', 'Release')}</Button>}
            {may('dispute') && !writing && <Button small icon='comment-discussion' onClick={onWrite}>{nls.localize('earshot/quality/feedback/dispute', 'Dispute…')}</Button>}
            {may('acknowledge') && <Button small variant='primary' icon='check' onClick={() => setAsking('acknowledge')}>{nls.localize('earshot/quality/feedback/acknowledge', 'Acknowledge…')}</Button>}
            {may('withdraw') && <Button small busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>{nls.localize('earshot/quality/feedback/withdraw', 'Withdraw the dispute')}</Button>}
            {may('escalate') && <Button small icon='arrow-up' onClick={() => setAsking('escalate')}>{nls.localize('earshot/quality/feedback/escalate', 'Second level…')}</Button>}
            {may('accept') && <Button small variant='primary' icon='check' busy={accept.isPending} onClick={() => accept.mutate(undefined)}>{nls.localize('earshot/quality/feedback/accept', 'Accept the answer')}</Button>}
        </span>
        {asking === 'acknowledge' && <AcknowledgeDialog feedback={feedback} onClose={() => setAsking(undefined)} />}
        {asking === 'escalate' && <EscalateDialog feedback={feedback} names={names} onClose={() => setAsking(undefined)} />}
    </section>;
}

/** What is the case, and until when who has to act. */
function sentence({ state, dueAt, acknowledgedAt, answerable, may }: Feedback, mine: boolean): string {
    const due = dueAt === null ? '' : formatDateTime(lastMinute(dueAt));
    switch (state) {
        case 'held': return nls.localize('earshot/quality/feedback/is-held', 'The agent does not see this result yet.');
        case 'released':
            if (!mine) {
                return nls.localize('earshot/quality/feedback/is-released', 'The agent sees this result and has not responded yet.');
            }
            return may.includes('dispute') && due ? nls.localize('earshot/quality/feedback/respond-until', 'This is your result. Acknowledge it, or dispute single questions until {0}.', due)
                : may.includes('dispute') ? nls.localize('earshot/quality/feedback/respond', 'This is your result. Acknowledge it, or dispute single questions.')
                    : nls.localize('earshot/quality/feedback/respond-late', 'This is your result. The time to dispute it is over; please acknowledge it.');
        case 'acknowledged': return acknowledgedAt ? nls.localize('earshot/quality/feedback/is-acknowledged-at', 'Acknowledged on {0}.', formatDateTime(acknowledgedAt)) : nls.localize('earshot/quality/feedback/is-acknowledged', 'Acknowledged.');
        case 'disputed': if (!answerable) {
            return nls.localize('earshot/quality/feedback/nobody-first', 'Nobody is there who could answer this dispute. Those who administer the rules for disputes have been told.');
        }
            return may.includes('answer') ? nls.localize('earshot/quality/feedback/answer-until', 'Your answer is asked for until {0}.', due) : nls.localize('earshot/quality/feedback/is-disputed', 'The dispute waits for its answer, due {0}.', due);
        case 'answered': return mine ? nls.localize('earshot/quality/feedback/escalate-until', 'Your dispute is answered. Accept the answer, or take what was upheld to the second level until {0}.', due)
            : nls.localize('earshot/quality/feedback/is-answered', 'The dispute is answered. The agent can take it to the second level until {0}.', due);
        case 'escalated': if (!answerable) {
            return nls.localize('earshot/quality/feedback/nobody-second', 'Nobody is left who could answer at the second level. Those who administer the rules for disputes have been told; without an answer until {0} the first answer stands.', due);
        }
            return may.includes('answer') ? nls.localize('earshot/quality/feedback/answer-finally', 'Your answer is asked for until {0}. It is final.', due) : nls.localize('earshot/quality/feedback/is-escalated', 'The dispute is with the second level, due {0}.', due);
        case 'settled': return nls.localize('earshot/quality/feedback/is-settled', 'The dispute is settled.');
    }
}

/** A time ends at midnight: what people understand is the day before. */
const lastMinute = (dueAt: string): string => new Date(Date.parse(dueAt) - 60_000).toISOString();
