import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, Checkbox, Field, IconButton, Select, TextArea, TextField } from '@earshot/core/lib/browser/widgets';
import { addChoice, changeChoice, changeStep, moveChoice, removeChoice, removeStep } from '../../common/script/edit-script';
import { callVariables, type Script, type ScriptChoice, type ScriptStep } from '../../common/script/script';
import { ConditionsEditor } from './conditions-editor';
import { StepLinks } from './step-links';

export interface StepEditorProps {
    readonly script: Script;
    readonly step: ScriptStep;
    readonly language: string;
    readonly readOnly: boolean;
    onChange(script: Script): void;
    onOpen(stepId: string): void;
}

/** One step: what is said, what is entered, where it goes on. */
export function StepEditor({ script, step, language, readOnly, onChange, onOpen }: StepEditorProps): React.ReactElement {
    const set = (change: Partial<ScriptStep>): void => onChange(changeStep(script, step.id, change));
    const variables = [...callVariables, ...script.variables.map(each => each.name)].map(each => `{{${each}}}`).join(' ');
    return <div className='t-step'>
        <Field label={nls.localize('earshot/training/script/step-title', 'Title')} required><TextField value={step.title} onChange={title => set({ title })} readOnly={readOnly} maxLength={200} lang={language} /></Field>
        <Field label={nls.localize('earshot/training/script/say', 'What the agent says')} required help={nls.localize('earshot/training/script/say-help', 'Markdown. Filled in while it is read: {0}', variables)}>
            <TextArea value={step.say} onChange={say => set({ say })} readOnly={readOnly} rows={5} maxLength={5000} lang={language} className='t-say-field' />
        </Field>
        <Field label={nls.localize('earshot/training/script/warning', 'Warning')} help={nls.localize('earshot/training/script/warning-help', 'What must not be done or forgotten here. It stands above what is said.')}>
            <TextArea value={step.warning ?? ''} onChange={warning => set({ warning: warning || undefined })} readOnly={readOnly} rows={2} maxLength={5000} lang={language} />
        </Field>
        {script.variables.length > 0 && <Field label={nls.localize('earshot/training/script/asks', 'Entered here')} group><div className='t-asks'>{script.variables.map(({ name }) => <Checkbox key={name} label={name} disabled={readOnly} checked={step.asks.includes(name)}
            onChange={checked => set({ asks: checked ? [...step.asks, name] : step.asks.filter(each => each !== name) })} />)}</div></Field>}
        <StepLinks links={step.links} readOnly={readOnly} onChange={links => set({ links })} />
        <section className='t-choices' aria-label={nls.localize('earshot/training/script/choices', 'Ways on')}>
            <h3>{nls.localize('earshot/training/script/choices', 'Ways on')}</h3>
            {step.choices.map((each, index) => <Choice key={each.id} script={script} step={step} choice={each} index={index} language={language} readOnly={readOnly} onChange={onChange} onOpen={onOpen} />)}
            {!readOnly && <Button small icon='add' onClick={() => onChange(addChoice(script, step.id, '', script.start))}>{nls.localize('earshot/training/script/add-choice', 'Way to a step that is there')}</Button>}
        </section>
        {step.choices.length === 0 && <Field label={nls.localize('earshot/training/script/outcome', 'How the call ends here')}><TextField value={step.outcome ?? ''} onChange={outcome => set({ outcome })} readOnly={readOnly} maxLength={1000} lang={language} /></Field>}
        {!readOnly && <div className='t-step-actions'>
            {step.id !== script.start && <Button small variant='quiet' icon='debug-start' onClick={() => onChange({ ...script, start: step.id })}>{nls.localize('earshot/training/script/make-start', 'Begin with this step')}</Button>}
            <Button small variant='quiet' icon='trash' disabled={script.steps.length < 2} onClick={() => onChange(removeStep(script, step.id))}>{nls.localize('earshot/training/script/remove-step', 'Take the step away')}</Button>
        </div>}
    </div>;
}

interface ChoiceProps extends StepEditorProps { readonly choice: ScriptChoice; readonly index: number }

function Choice({ script, step, choice, index, language, readOnly, onChange, onOpen }: ChoiceProps): React.ReactElement {
    const set = (change: Partial<ScriptChoice>): void => onChange(changeChoice(script, step.id, choice.id, change));
    const number = index + 1;
    return <div className='t-choice' role='group' aria-label={nls.localize('earshot/training/script/choice', 'Way on number {0}', number)}>
        <div className='t-choice-row'>
            <span className='t-choice-number' aria-hidden='true'>{number}</span>
            <TextField value={choice.label} onChange={label => set({ label })} readOnly={readOnly} maxLength={300} lang={language} aria-label={nls.localize('earshot/training/script/choice-label', 'What the customer says or does')} placeholder={nls.localize('earshot/training/script/choice-label', 'What the customer says or does')} />
            <Select value={script.steps.some(each => each.id === choice.next) ? choice.next : null} disabled={readOnly} onChange={next => set({ next })} placeholder={nls.localize('earshot/training/script/next', 'Next step…')} aria-label={nls.localize('earshot/training/script/next', 'Next step…')}
                options={script.steps.map(each => ({ value: each.id, label: each.title || '…' }))} />
            <IconButton icon='go-to-file' label={nls.localize('earshot/training/script/open-next', 'Open that step')} onClick={() => onOpen(choice.next)} />
            {!readOnly && <>
                <IconButton icon='arrow-up' label={nls.localize('earshot/training/script/choice-up', 'Up')} disabled={index === 0} onClick={() => onChange(moveChoice(script, step.id, choice.id, -1))} />
                <IconButton icon='arrow-down' label={nls.localize('earshot/training/script/choice-down', 'Down')} disabled={index === step.choices.length - 1} onClick={() => onChange(moveChoice(script, step.id, choice.id, 1))} />
                <IconButton icon='trash' label={nls.localize('earshot/training/script/choice-remove', 'Take this way away')} onClick={() => onChange(removeChoice(script, step.id, choice.id))} />
            </>}
        </div>
        {script.variables.length > 0 && <ConditionsEditor variables={script.variables} conditions={choice.when ?? []} readOnly={readOnly} onChange={when => set({ when: when.length ? when : undefined })} />}
    </div>;
}
