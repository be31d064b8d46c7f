import { answerText } from '@earshot/assessment/lib/browser/filling/ratings';
import type { Evidence } from '@earshot/assessment/lib/common/assessment-contract';
import { allQuestions } from '@earshot/forms';
import { generateUuid } from '@theia/core/lib/common/uuid';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Button, Field, FormErrors, IconButton, NOTHING, Select, TextArea } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { Feedback } from '../../common/feedback/feedback-contract';
import type { EvidencePlayer } from '../conversation/conversation';
import { shortestReason } from '../evaluation/correction-dialog';
import type { NamedForm } from '../evaluation/use-evaluation';
import { MarkChips } from './mark-chips';
import { useStep } from './use-feedback';

export interface DisputeSheetProps {
    readonly evaluation: Evaluation;
    readonly feedback: Feedback;
    readonly names: NamedForm;
    readonly player: React.RefObject<EvidencePlayer>;
    onPlay(mark: Evidence): void;
    onClose(): void;
}

interface Entry { readonly questionId: string; readonly reason: string; readonly evidence: readonly Evidence[] }

/** The agent's dispute while it is written: question by question, beside recording and form. Leaving loses nothing. */
export function DisputeSheet({ evaluation, feedback, names, player, onPlay, onClose }: DisputeSheetProps): React.ReactElement {
    const [entries, setEntries, forget] = useDraft<readonly Entry[]>(`quality.dispute.${feedback.evaluationId}`, []);
    const questions = allQuestions(names.form).map(each => each.question);
    const change = (questionId: string, part: Partial<Entry>): void => setEntries(entries.map(each => each.questionId === questionId ? { ...each, ...part } : each));
    const send = useStep<undefined>(each => each.dispute({ id: feedback.evaluationId, version: feedback.version, questions: entries.map(one => ({ ...one, reason: one.reason.trim(), evidence: [...one.evidence] })) }),
        () => nls.localize('earshot/quality/dispute/sent', 'Your dispute is sent. You are told when it is answered.'), { failures: 'form', then: () => { forget(); onClose(); } });
    const ready = entries.length > 0 && entries.every(each => each.reason.trim().length >= shortestReason);
    const mark = (entry: Entry): void => {
        const place = player.current?.markNow();
        if (place) {
            change(entry.questionId, { evidence: [...entry.evidence, { id: generateUuid(), questionId: entry.questionId, ...place }] });
            player.current?.select(undefined);
        }
    };
    const title = nls.localize('earshot/quality/dispute/write-title', 'Your dispute');
    return <section className='q-pane q-dispute' aria-label={title}>
        <h2>{title}</h2>
        <FormErrors error={send.error} />
        {entries.map(entry => {
            const question = questions.find(each => each.id === entry.questionId);
            const answer = evaluation.answers[entry.questionId];
            return question && <div key={entry.questionId} className='q-dispute-entry'>
                <div className='q-dispute-head'>
                    <strong>{names.nameOf(entry.questionId)}</strong>
                    <IconButton icon='close' label={nls.localize('earshot/quality/dispute/leave-out', 'Leave out {0}', names.shortNameOf(entry.questionId))} onClick={() => setEntries(entries.filter(each => each !== entry))} />
                </div>
                <p className='q-quiet'>{nls.localize('earshot/quality/dispute/rated', 'Rated: {0}', answerText(question, answer) ?? NOTHING)}</p>
                {answer?.comment && <p className='q-answer-comment'>{answer.comment}</p>}
                <Field label={nls.localize('earshot/quality/dispute/reason', 'Why this is not right')} required>
                    <TextArea value={entry.reason} onChange={reason => change(entry.questionId, { reason })} maxLength={4000} />
                </Field>
                <MarkChips marks={entry.evidence} onPlay={onPlay} onRemove={one => change(entry.questionId, { evidence: entry.evidence.filter(each => each !== one) })} />
                <Button small variant='quiet' icon='bookmark' onClick={() => mark(entry)}>{nls.localize('earshot/quality/dispute/mark', 'Mark what is heard now')}</Button>
            </div>;
        })}
        <Field label={nls.localize('earshot/quality/dispute/add', 'Question that you dispute')} required={entries.length === 0}>
            <Select value={null} placeholder={nls.localize('earshot/quality/dispute/choose', 'Choose a question')} onChange={questionId => setEntries([...entries, { questionId, reason: '', evidence: [] }])}
                options={questions.filter(each => !entries.some(one => one.questionId === each.id)).map(each => ({ value: each.id, label: names.nameOf(each.id) }))} />
        </Field>
        <div className='q-dispute-actions'>
            <Button small onClick={onClose}>{nls.localize('earshot/quality/dispute/later', 'Later')}</Button>
            <Button small variant='primary' disabled={!ready} busy={send.isPending} onClick={() => send.mutate(undefined)}>{nls.localize('earshot/quality/dispute/send', 'Send the dispute')}</Button>
        </div>
    </section>;
}
