import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Button, Field, formatDateTime, FormErrors, NumberField, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import type { Marking, ReviewedQuestion } from '../../common/attempt/attempt-contract';
import { isGraded } from '../../common/attempt/attempt-state';
import { trainingContract } from '../../common/training-contract';
import { isRated, type RubricRatings } from '../../common/question/rubric';
import { markKindText, pointsText } from './attempt-words';
import { RubricComparison } from './rubric-comparison';
import { RubricRating } from './rubric-rating';

interface Draft { readonly points: number | null; readonly ratings?: RubricRatings; readonly comment: string; readonly reason: string }

/** The marks of one question, and a mark to give: by hand where one is wanted, or anew with a reason. */
export function MarkPane({ marking, item }: { readonly marking: Marking; readonly item: ReviewedQuestion }): React.ReactElement {
    const client = useClient(trainingContract);
    const toMark = marking.toMark.find(each => each.place === item.place);
    const marks = marking.marks.filter(each => each.place === item.place);
    const [anew, setAnew] = React.useState(false);
    const [draft, setDraft, forget] = useDraft<Draft>(`training.mark.${marking.id}.${item.place}`, { points: null, comment: '', reason: '' });
    const criteria = toMark?.criteria ?? null;
    const ratings = draft.ratings ?? {};
    const mark = useChange({
        run: () => {
            const input = { id: marking.id, place: item.place, ...criteria ? { ratings } : { share: draft.points! / item.of }, comment: draft.comment };
            return anew ? client.attempts.regrade({ ...input, version: marking.version, reason: draft.reason }) : client.attempts.mark(input);
        }, invalidates: [['attempt'], ['exam'], ['work']], failures: 'form', done: () => nls.localize('earshot/training/marking/marked', 'Marked.'), then: () => { forget(); setAnew(false); }
    });
    const ready = (criteria ? isRated(criteria, ratings) : draft.points !== null) && (!anew || draft.reason.trim().length >= 3);
    return <div className='t-marks'>
        {toMark?.hints && <div className='t-hints'><strong>{nls.localize('earshot/training/marking/hints', 'For markers')}</strong><MarkdownView text={toMark.hints} /></div>}
        {marks.map(each => <p key={each.at + each.kind} className='t-mark'><strong className='e-figures'>{markKindText(each.kind)}: {pointsText(each.share * item.of)}</strong> <span className='t-quiet'>{each.byName}, {formatDateTime(each.at)}</span>
            {[each.reason, each.comment].filter(Boolean).map((text, place) => <span key={place} className='t-mark-text'>{text}</span>)}</p>)}
        {criteria && <RubricComparison criteria={criteria} marks={marks} points={item.of} />}
        {(toMark?.wanted || anew) ? <form className='t-mark-form' onSubmit={event => { event.preventDefault(); if (ready) { mark.mutate(undefined); } }}>
            <FormErrors error={mark.error} />
            {criteria ? <><h4>{anew ? markKindText('regrade') : markKindText(toMark!.wanted!)}</h4><RubricRating criteria={criteria} ratings={ratings} points={item.of} onRatings={rated => setDraft({ ...draft, ratings: rated })} /></>
                : <Field label={`${anew ? markKindText('regrade') : markKindText(toMark!.wanted!)} (0 – ${pointsText(item.of)})`} required><NumberField className='t-points-field' value={draft.points} min={0} max={item.of} step={0.5} onChange={points => setDraft({ ...draft, points })} /></Field>}
            {anew && <Field label={nls.localize('earshot/training/marking/reason', 'Why it is marked anew')} required><TextField value={draft.reason} maxLength={2000} onChange={reason => setDraft({ ...draft, reason })} /></Field>}
            <Field label={nls.localize('earshot/training/marking/comment', 'What the trainee is told')}><TextArea value={draft.comment} rows={2} maxLength={4000} onChange={comment => setDraft({ ...draft, comment })} /></Field>
            <div className='t-mark-actions'>{anew && <Button small onClick={() => setAnew(false)}>{nls.localize('earshot/training/actions/cancel', 'Cancel')}</Button>}<Button small variant='primary' type='submit' disabled={!ready} busy={mark.isPending}>{nls.localize('earshot/training/marking/give', 'Give this mark')}</Button></div>
        </form> : isGraded(marking.state) && <Button small variant='quiet' icon='refresh' onClick={() => setAnew(true)}>{nls.localize('earshot/training/marking/anew', 'Mark anew')}</Button>}
    </div>;
}
