import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Badge, RelativeTime } from '@earshot/core/lib/browser/widgets';
import type { DisputedQuestion, Feedback } from '../../common/feedback/feedback-contract';
import type { NamedForm } from '../evaluation/use-evaluation';
import { decisionText, levelText } from './feedback-words';
import { MarkChips } from './mark-chips';

/** What the agent said about a question, and what was answered on each level. */
export const DisputedSaid = ({ question, onPlay }: { readonly question: DisputedQuestion; onPlay(mark: Evidence): void }): React.ReactElement => <>
    <p className='q-dispute-reason'>{question.reason}</p>
    <MarkChips marks={question.evidence} onPlay={onPlay} />
    {question.answers.map(each => <React.Fragment key={each.level}>
        {each.level === 2 && question.escalationReason && <p className='q-dispute-reason'>{question.escalationReason}</p>}
        <div className='q-dispute-answer'>
            <span className='q-dispute-head'><Badge tone={each.decision === 'overturned' ? 'good' : 'neutral'}>{decisionText(each.decision)}</Badge><span className='q-quiet'>{levelText(each.level)} · {each.by} · <RelativeTime moment={each.at} /></span></span>
            <p>{each.reason}</p>
        </div>
    </React.Fragment>)}
    {question.escalationReason && !question.answers.some(each => each.level === 2) && <p className='q-dispute-reason'>{question.escalationReason}</p>}
</>;

/** What the agent disputed before the result was released anew, closed until somebody wants to read it. */
export function EarlierDisputes({ feedback: { earlier }, names, onPlay }: DisputePaneProps): React.ReactElement | null {
    return earlier.length === 0 ? null : <details>
        <summary>{nls.localize('earshot/quality/dispute/earlier', 'Disputed before this correction: {0}', earlier.length)}</summary>
        {earlier.map(each => <div key={`${each.round} ${each.questionId}`} className='q-dispute-entry'>
            <strong>{names.nameOf(each.questionId)}</strong>
            <DisputedSaid question={each} onPlay={onPlay} />
            {each.answers.length === 0 && <p className='q-quiet'>{nls.localize('earshot/quality/dispute/never-answered', 'Withdrawn before it was answered.')}</p>}
        </div>)}
    </details>;
}

interface DisputePaneProps { readonly feedback: Feedback; readonly names: NamedForm; onPlay(mark: Evidence): void }

/** A dispute with everything that was said in it. */
export function DisputePane({ feedback, names, onPlay }: DisputePaneProps): React.ReactElement {
    const title = nls.localize('earshot/quality/dispute/title', 'Dispute');
    return <section className='q-pane q-dispute' aria-label={title}>
        <h2>{title}</h2>
        {feedback.questions.map(each => <div key={each.questionId} className='q-dispute-entry'>
            <strong>{names.nameOf(each.questionId)}</strong>
            <DisputedSaid question={each} onPlay={onPlay} />
        </div>)}
        <EarlierDisputes feedback={feedback} names={names} onPlay={onPlay} />
    </section>;
}
