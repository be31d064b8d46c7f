import { formText } from '@earshot/assessment/lib/browser/form-text';
import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Card, Checkbox, DateField, Field, FormErrors, NumberField, PersonPicker, Select, TextField, useProblems } from '@earshot/core/lib/browser/widgets';
import type { Evaluation } from '../../common/evaluation/evaluation-contract';
import type { NamedForm } from '../evaluation/use-evaluation';
import { useForms } from '../evaluation/use-forms';
import { BehaviourFields } from './behaviour-fields';
import { missingIn, type PlanDraft } from './plan-draft';
import { StepFields } from './step-fields';

export interface PlanEditorProps {
    readonly draft: PlanDraft;
    onChange(draft: PlanDraft): void;
    /** What it began from. */
    readonly evaluation?: Evaluation;
    /** The form that behaviours are bound to. */
    readonly names?: NamedForm;
    /** An open plan: its agent does not change. */
    readonly fixedAgent: boolean;
    readonly error: unknown;
    readonly busy: boolean;
    /** Of the button that sends it. */
    readonly sendLabel: string;
    onSend(): void;
    onCancel(): void;
}

/** A coaching plan while it is written: who and until when, what should be different, what is done for it, and how it will show. */
export function PlanEditor({ draft, onChange, evaluation, names, fixedAgent, error, busy, sendLabel, onSend, onCancel }: PlanEditorProps): React.ReactElement {
    const { forms } = useForms();
    const [tried, setTried] = React.useState(false);
    const problem = useProblems(error);
    const missing = missingIn(draft);
    const change = (part: Partial<PlanDraft>): void => onChange({ ...draft, ...part });
    const needed = nls.localize('earshot/quality/sheet/needed', 'This is needed.');
    const said = (name: keyof typeof missing, text = needed): string | undefined => problem(name) ?? (tried && missing[name] ? text : undefined);
    const send = (event: React.FormEvent): void => {
        event.preventDefault();
        setTried(true);
        if (!Object.values(missing).some(Boolean)) {
            onSend();
        }
    };
    return <form className='q-coaching' onSubmit={send}>
        <div className='q-coaching-main'>
            <FormErrors error={error} fields={['agentId', 'title', 'dueOn', 'followUp', ...draft.steps.map((_, place) => `steps.${place}.dueOn`), ...draft.behaviours.map((_, place) => `behaviours.${place}.questionIds`)]} />
            <Card>
                <div className='q-coaching-facts'>
                    <Field label={nls.localize('earshot/quality/call/agent', 'Agent')} required error={said('agentId')}>
                        <PersonPicker role='agent' value={draft.agentId} disabled={fixedAgent || evaluation !== undefined} onChange={agentId => change({ agentId })} />
                    </Field>
                    <Field label={nls.localize('earshot/quality/coaching/due', 'Until')} required error={said('dueOn')}><DateField value={draft.dueOn} onChange={dueOn => change({ dueOn })} /></Field>
                    <Field label={nls.localize('earshot/quality/coaching/name', 'What it is about')} required error={said('title')}>
                        <TextField value={draft.title} onChange={title => change({ title })} maxLength={200} placeholder={nls.localize('earshot/quality/coaching/name-hint', 'Identify the caller before giving information')} />
                    </Field>
                    {evaluation === undefined && <Field label={nls.localize('earshot/quality/evaluation/form', 'Form')} help={nls.localize('earshot/quality/coaching/form-help', 'Behaviours can be bound to its questions; then it shows how they were rated before and after.')}>
                        <Select value={draft.formId ?? ''} onChange={value => change({ formId: value || null, behaviours: draft.behaviours.map(each => ({ ...each, questionIds: [] })) })}
                            options={[{ value: '', label: nls.localize('earshot/quality/coaching/no-form', 'None') }, ...(forms ?? []).map(each => ({ value: each.id, label: formText(each.title) }))]} />
                    </Field>}
                </div>
            </Card>
            <Card title={nls.localize('earshot/quality/coaching/behaviours', 'What should be different')}>
                <BehaviourFields behaviours={draft.behaviours} names={names} onChange={behaviours => change({ behaviours })} error={said('behaviours', nls.localize('earshot/quality/coaching/behaviours-needed', 'Name at least one behaviour, in a few words each.'))} problem={problem} />
            </Card>
            <Card title={nls.localize('earshot/quality/coaching/steps-title', 'Steps of the agent')}>
                <StepFields steps={draft.steps} evaluation={evaluation} names={names} planDueOn={draft.dueOn} onChange={steps => change({ steps })} error={said('steps', nls.localize('earshot/quality/coaching/steps-needed', 'Name at least one step, in a few words each.'))} problem={problem} />
            </Card>
            <Card title={nls.localize('earshot/quality/coaching/follow-ups', 'Follow-up evaluations')}>
                <Checkbox checked={draft.followUp !== null} onChange={on => change({ followUp: on ? { wanted: 5, from: draft.dueOn } : null })} label={nls.localize('earshot/quality/coaching/wants-follow-ups', 'Evaluate further calls before it is signed off')} />
                {draft.followUp && <div className='q-coaching-facts'>
                    <Field label={nls.localize('earshot/quality/coaching/follow-up-count', 'How many')} required error={said('followUp')}><NumberField value={draft.followUp.wanted} min={1} max={50} onChange={wanted => change({ followUp: { ...draft.followUp!, wanted } })} /></Field>
                    <Field label={nls.localize('earshot/quality/coaching/follow-up-from', 'Of calls from this day on')} required><DateField value={draft.followUp.from} onChange={from => change({ followUp: { ...draft.followUp!, from } })} /></Field>
                </div>}
            </Card>
            <div className='q-coaching-send'>
                <Button onClick={onCancel}>{nls.localize('earshot/quality/actions/cancel', 'Cancel')}</Button>
                <Button variant='primary' type='submit' busy={busy}>{sendLabel}</Button>
            </div>
        </div>
    </form>;
}
