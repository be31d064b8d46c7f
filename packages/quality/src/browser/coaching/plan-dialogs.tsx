import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useDraft } from '@earshot/core/lib/browser/application/draft';
import { Button, DateField, Dialog, Field, FormErrors, Notice, TextArea, useProblems } from '@earshot/core/lib/browser/widgets';
import type { CoachingPlan } from '../../common/coaching/coaching-contract';
import { nextDay } from '../../common/feedback/business-days';
import { shortestReason } from '../evaluation/correction-dialog';
import { useCoachingStep } from './use-coaching';

interface PlanDialogProps { readonly plan: CoachingPlan; onClose(): void }

/** The coach gives a plan more time, and says why. */
export function ExtendDialog({ plan, onClose }: PlanDialogProps): React.ReactElement {
    const [{ dueOn, text }, setDraft, forget] = useDraft<{ readonly dueOn: string | null; readonly text: string }>(`quality.coaching-extension.${plan.id}`, { dueOn: null, text: '' });
    const extend = useCoachingStep<undefined>(coaching => coaching.extend({ id: plan.id, version: plan.version, dueOn: dueOn!, text: text.trim() }), () => nls.localize('earshot/quality/coaching/extended', 'The plan has more time. The agent is told.'), { failures: 'form', then: () => { forget(); onClose(); } });
    const problem = useProblems(extend.error);
    const ready = dueOn !== null && text.trim().length >= shortestReason;
    return <Dialog title={nls.localize('earshot/quality/coaching/extend-title', 'Extend the plan')} onClose={onClose} onSubmit={() => { if (ready) { extend.mutate(undefined); } }}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant='primary' type='submit' disabled={!ready} busy={extend.isPending}>{nls.localize('earshot/quality/coaching/extend-now', 'Extend')}</Button></>}>
        <FormErrors error={extend.error} fields={['dueOn', 'text']} />
        <Field label={nls.localize('earshot/quality/coaching/due', 'Until')} required error={problem('dueOn')}><DateField value={dueOn} min={nextDay(plan.dueOn)} onChange={day => setDraft({ dueOn: day, text })} data-autofocus='' /></Field>
        <Field label={nls.localize('earshot/quality/coaching/why', 'Why')} required help={nls.localize('earshot/quality/coaching/why-help', 'The agent reads it.')}><TextArea value={text} maxLength={2000} onChange={next => setDraft({ dueOn, text: next })} /></Field>
    </Dialog>;
}

/** The coach signs a plan off, or stops it, and says what was reached. */
export function CloseDialog({ plan, action, onClose }: PlanDialogProps & { readonly action: 'complete' | 'stop' }): React.ReactElement {
    const [text, setText, forget] = useDraft(`quality.coaching-${action}.${plan.id}`, '');
    const completes = action === 'complete';
    const close = useCoachingStep<undefined>(coaching => coaching.close({ id: plan.id, version: plan.version, action, text: text.trim() }),
        () => completes ? nls.localize('earshot/quality/coaching/completed', 'The plan is completed. The agent is told.') : nls.localize('earshot/quality/coaching/stopped', 'The plan is stopped. The agent is told.'), { failures: 'form', then: () => { forget(); onClose(); } });
    const ready = text.trim().length >= shortestReason;
    const missing = [
        ...plan.ticked.done < plan.ticked.of ? [nls.localize('earshot/quality/coaching/steps-open', '{0} steps are not done yet.', plan.ticked.of - plan.ticked.done)] : [],
        ...plan.followUp && plan.followUp.done < plan.followUp.wanted ? [nls.localize('earshot/quality/coaching/follow-ups-open', '{0} follow-up evaluations are still wanted.', plan.followUp.wanted - plan.followUp.done)] : []
    ];
    return <Dialog title={completes ? nls.localize('earshot/quality/coaching/complete-title', 'Sign off the plan') : nls.localize('earshot/quality/coaching/stop-title', 'Stop the plan')} onClose={onClose} onSubmit={() => { if (ready) { close.mutate(undefined); } }}
        footer={<><Button onClick={onClose}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
            <Button variant={completes ? 'primary' : 'danger'} type='submit' disabled={!ready} busy={close.isPending}>{completes ? nls.localize('earshot/quality/coaching/complete-now', 'Sign off') : nls.localize('earshot/quality/coaching/stop-now', 'Stop it')}</Button></>}>
        <FormErrors error={close.error} fields={['text']} />
        {completes && missing.length > 0 && <Notice tone='caution'>{missing.join(' ')}</Notice>}
        <Field label={completes ? nls.localize('earshot/quality/coaching/reached', 'What was reached') : nls.localize('earshot/quality/coaching/why', 'Why')} required help={nls.localize('earshot/quality/coaching/why-help', 'The agent reads it.')}>
            <TextArea value={text} maxLength={2000} onChange={setText} data-autofocus='' />
        </Field>
    </Dialog>;
}
