import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Button, Checkbox, Field, formatDate, FormErrors, RelativeTime, TextArea } from '@earshot/core/lib/browser/widgets';
import type { CoachingPlan, CoachingStep } from '../../common/coaching/coaching-contract';
import { isCoachingOpen } from '../../common/coaching/coaching-state';
import { DueDay } from './due-day';
import { LinkedThing } from './linked-thing';
import { useCoachingStep } from './use-coaching';

/** One step of the agent: what it leads to, until when, and ticked with a word about it. */
export function PlanStep({ plan, step }: { readonly plan: CoachingPlan; readonly step: CoachingStep }): React.ReactElement {
    const may = plan.may.includes('tick');
    const [writing, setWriting] = React.useState(false);
    const done = step.doneAt !== null;
    const untick = useCoachingStep<undefined>(coaching => coaching.tick({ id: plan.id, version: plan.version, stepId: step.id, done: false, comment: step.comment ?? '' }), () => nls.localize('earshot/quality/coaching/unticked', 'The step is open again.'));
    return <div className='q-coaching-step'>
        <Checkbox checked={done || writing} disabled={!may || untick.isPending} label={step.text} onChange={on => { if (done) { untick.mutate(undefined); } else { setWriting(on); } }} />
        <span className='q-quiet'>{step.doneAt ? nls.localize('earshot/quality/coaching/done-at', 'done {0}', formatDate(step.doneAt)) : <DueDay day={step.dueOn ?? plan.dueOn} open={isCoachingOpen(plan.state)} />}</span>
        <div className='q-coaching-under'>
            {step.link && <LinkedThing link={step.link} span={step.span} />}
            {step.comment && <p className='q-coaching-said'>{step.comment}{step.doneAt && <span className='q-quiet'> <RelativeTime moment={step.doneAt} /></span>}</p>}
            {writing && !done && <Ticking plan={plan} step={step} onClose={() => setWriting(false)} />}
        </div>
    </div>;
}

function Ticking({ plan, step, onClose }: { readonly plan: CoachingPlan; readonly step: CoachingStep; onClose(): void }): React.ReactElement {
    const [comment, setComment, forget] = useDraft(`quality.coaching-step.${step.id}`, '');
    const last = plan.steps.every(each => each.id === step.id || each.doneAt !== null);
    const tick = useCoachingStep<undefined>(coaching => coaching.tick({ id: plan.id, version: plan.version, stepId: step.id, done: true, comment: comment.trim() }),
        () => last ? nls.localize('earshot/quality/coaching/reported', 'All steps are done. Your coach is told.') : nls.localize('earshot/quality/coaching/ticked', 'Done.'), { failures: 'form', then: () => { forget(); onClose(); } });
    return <form className='q-coaching-write' onSubmit={event => { event.preventDefault(); tick.mutate(undefined); }}>
        <FormErrors error={tick.error} />
        <Field label={nls.localize('earshot/quality/coaching/step-comment', 'What you took from it')} help={nls.localize('earshot/quality/coaching/step-comment-help', 'If you like: your coach reads it.')}>
            <TextArea value={comment} onChange={setComment} maxLength={4000} autoFocus />
        </Field>
        <span className='q-feedback-actions'>
            <Button small variant='primary' type='submit' icon='check' busy={tick.isPending}>{nls.localize('earshot/quality/coaching/tick', 'Mark as done')}</Button>
            <Button small onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
        </span>
    </form>;
}
