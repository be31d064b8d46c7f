import { answerText, controlOf, notApplicableText, ratingsOf } from '@earshot/assessment/lib/browser/filling/ratings';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import { allQuestions, type AnswerValue, type Question } from '@earshot/forms';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { useNavigate } from '@earshot/core/lib/browser/navigation';
import { Button, Field, FormErrors, NOTHING, NumberField, Segmented, Select, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { Feedback } from '../../common/feedback/feedback-contract';
import { shortestReason } from '../evaluation/correction-dialog';
import type { NamedForm } from '../evaluation/use-evaluation';
import { DisputedSaid, EarlierDisputes } from './dispute-pane';
import { decisionText } from './feedback-words';
import { useStep } from './use-feedback';

export interface AnswerSheetProps { readonly evaluation: Evaluation; readonly feedback: Feedback; readonly names: NamedForm; onPlay(mark: Evidence): void }

interface Decision { readonly decision?: 'upheld' | 'overturned'; readonly reason?: string; readonly value?: AnswerValue | null; readonly notApplicable?: boolean }

/** The answer to a dispute while it is written: every question is decided, with a reason. */
export function AnswerSheet({ evaluation, feedback, names, onPlay }: AnswerSheetProps): React.ReactElement {
    const navigate = useNavigate();
    const level = feedback.state === 'escalated' ? 2 : 1;
    const waiting = feedback.questions.filter(each => level === 1 || each.escalationReason !== null);
    const [decisions, setDecisions, forget] = useDraft<Readonly<Record<string, Decision>>>(`quality.answer.${feedback.evaluationId}.${level}`, {});
    const change = (questionId: string, part: Decision): void => setDecisions({ ...decisions, [questionId]: { ...decisions[questionId], ...part } });
    const questionOf = (id: string): Question | undefined => allQuestions(names.form).find(each => each.question.id === id)?.question;
    const ready = waiting.every(({ questionId }) => {
        const { decision, reason = '', value, notApplicable } = decisions[questionId] ?? {};
        return decision !== undefined && reason.trim().length >= shortestReason && (decision === 'upheld' || notApplicable || value !== undefined && value !== null);
    });
    const send = useStep<undefined>(each => each.answer({
        id: feedback.evaluationId, version: feedback.version, decisions: waiting.map(({ questionId }) => {
            const { decision, reason = '', value = null, notApplicable } = decisions[questionId]!;
            const said = { questionId, decision: decision!, reason: reason.trim() };
            return decision === 'upheld' ? said : { ...said, answer: { value: notApplicable ? null : value, ...notApplicable ? { notApplicable } : {}, comment: reason.trim() } };
        })
    }), () => nls.localize('earshot/quality/answer/sent', 'The dispute is answered. The agent is told.'), {
        failures: 'form', then: ({ evaluationId }) => {
            forget();
            if (evaluationId !== evaluation.id) {
                void navigate(`/quality/evaluations/${evaluationId}`, { replace: true });
            }
        }
    });
    const title = nls.localize('earshot/quality/answer/title', 'Answer the dispute');
    return <section className='q-pane q-dispute' aria-label={title}>
        <h2>{title}</h2>
        {feedback.policy.neverLower && <p className='q-quiet'>{nls.localize('earshot/quality/answer/never-lower', 'A dispute never lowers the score.')}</p>}
        <FormErrors error={send.error} />
        {waiting.map(each => {
            const question = questionOf(each.questionId);
            const { decision, reason = '' } = decisions[each.questionId] ?? {};
            return question && <div key={each.questionId} className='q-dispute-entry'>
                <strong>{names.nameOf(each.questionId)}</strong>
                <p className='q-quiet'>{nls.localize('earshot/quality/dispute/rated', 'Rated: {0}', answerText(question, evaluation.answers[each.questionId]) ?? NOTHING)}</p>
                <DisputedSaid question={each} onPlay={onPlay} />
                <Segmented<'upheld' | 'overturned'> value={decision ?? null} onChange={value => change(each.questionId, { decision: value })} label={nls.localize('earshot/quality/answer/decision', 'Decision on {0}', names.shortNameOf(each.questionId))}
                    options={(['upheld', 'overturned'] as const).map(value => ({ value, label: decisionText(value) }))} />
                {decision === 'overturned' && <NewRating question={question} value={decisions[each.questionId]!} onChange={part => change(each.questionId, part)} />}
                <Field label={nls.localize('earshot/quality/answer/reason', 'Reason')} required><TextArea value={reason} onChange={text => change(each.questionId, { reason: text })} maxLength={4000} /></Field>
            </div>;
        })}
        <EarlierDisputes feedback={feedback} names={names} onPlay={onPlay} />
        <div className='q-dispute-actions'><Button small variant='primary' disabled={!ready} busy={send.isPending} onClick={() => send.mutate(undefined)}>{nls.localize('earshot/quality/answer/send', 'Send the answer')}</Button></div>
    </section>;
}

const notApplicableChoice = 'not-applicable';

function NewRating({ question, value: { value, notApplicable }, onChange }: { readonly question: Question; readonly value: Decision; onChange(part: Decision): void }): React.ReactElement {
    const label = nls.localize('earshot/quality/answer/new-rating', 'Right rating');
    const ratings = ratingsOf(question);
    switch (controlOf(question)) {
        case 'number': return <Field label={label} required><NumberField value={typeof value === 'number' ? value : null} min={question.min} max={question.max} step={question.step} onChange={next => onChange({ value: next })} /></Field>;
        case 'text': return <Field label={label} required><TextField value={typeof value === 'string' ? value : ''} onChange={next => onChange({ value: next })} maxLength={4000} /></Field>;
        case 'ratings': return <Field label={label} required>
            <Select value={notApplicable ? notApplicableChoice : value === undefined || value === null ? null : String(ratings.findIndex(each => each.value === value))} placeholder={nls.localize('earshot/quality/answer/choose', 'Choose')}
                onChange={next => onChange(next === notApplicableChoice ? { value: null, notApplicable: true } : { value: ratings[Number(next)]!.value, notApplicable: false })}
                options={[...ratings.map((each, place) => ({ value: String(place), label: each.label })), ...question.notApplicable ? [{ value: notApplicableChoice, label: notApplicableText() }] : []]} />
        </Field>;
    }
}
