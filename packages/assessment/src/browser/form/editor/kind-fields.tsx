import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import type { Question, QuestionOption } from '@earshot/forms';
import { Field, NumberField, Segmented, TextField } from '@earshot/core/lib/browser/widgets';
import { fieldName, yesOrNoText } from '../words/field-text';
import { useFormEditor, useProblemAt } from './editor-context';
import { LocalizedField } from './localized-field';
import { Rows } from './test-fields';

export interface QuestionFieldsProps {
    readonly question: Question;
    /** JSON pointer of the question in the form. */
    readonly path: string;
    /** Replaces fields of the question; undefined takes one away. */
    set(fields: Partial<Question>): void;
}

export function NumberProperty({ field, question, path, set, required = false, help }: QuestionFieldsProps & { readonly field: 'points' | 'min' | 'max' | 'step' | 'maximumLength' | 'weight'; readonly required?: boolean; readonly help?: string }): React.ReactElement {
    const error = useProblemAt(`${path}/${field}`);
    return <Field label={fieldName(field)} error={error} required={required} help={help}>
        <NumberField data-path={`${path}/${field}`} placeholder={field === 'points' ? '1' : undefined} value={question[field] ?? null} onChange={value => set({ [field]: value ?? (required ? 0 : undefined) })} />
    </Field>;
}

/** A new answer, one above the last value of a scale, or a short text that is not taken. */
const nextOption = (question: Question): QuestionOption => {
    const options = question.options ?? [];
    const values = options.map(each => each.value);
    const letter = [...'abcdefghijklmnopqrstuvwxyz'].find(each => !values.includes(each)) ?? `option-${options.length + 1}`;
    return { value: question.kind === 'choice' ? letter : Math.max(0, ...values.map(Number).filter(Number.isFinite)) + 1, label: {} };
};

function Options({ question, path, set }: QuestionFieldsProps): React.ReactElement {
    const valueLabel = nls.localize('earshot/assessment/editor/value', 'Value');
    const pointsLabel = nls.localize('earshot/assessment/editor/points', 'Points');
    return <Rows label={fieldName('options')} path={`${path}/options`} rows={question.options ?? []} addLabel={nls.localize('earshot/assessment/editor/add-option', 'Add an answer')}
        help={question.kind === 'scale' ? nls.localize('earshot/assessment/editor/scale-help', 'Without points of its own, an answer earns its value.') : undefined}
        head={<div className='a-row a-row-head' aria-hidden='true'><span className='a-short'>{valueLabel}</span><span className='a-row-wide'>{nls.localize('earshot/assessment/editor/label', 'Label')}</span><span className='a-short'>{pointsLabel}</span></div>}
        make={() => nextOption(question)} onChange={options => set({ options })}
        render={(option, index, change) => <>
            {question.kind === 'choice' ? <TextField className='a-short' aria-label={valueLabel} value={String(option.value)} onChange={value => change({ ...option, value })} />
                : <NumberField className='a-short' aria-label={valueLabel} value={Number(option.value)} onChange={value => change({ ...option, value: value ?? 0 })} />}
            <LocalizedField hideLabel required label={nls.localize('earshot/assessment/editor/label', 'Label')} path={`${path}/options/${index}/label`} value={option.label} onChange={label => change({ ...option, label: label ?? {} })} />
            <NumberField className='a-short' aria-label={pointsLabel} placeholder={pointsLabel} value={option.points ?? null} onChange={points => {
                const { points: _before, ...rest } = option;
                change(points === null ? rest : { ...rest, points });
            }} />
        </>} />;
}

/** The fields that only some kinds of question have. */
export function KindFields(props: QuestionFieldsProps): React.ReactElement {
    const { question, set } = props;
    const { kinds } = useFormEditor();
    const fields: readonly string[] = kinds.get(question.kind)?.fields ?? [];
    const has = (field: string): boolean => fields.includes(field);
    const scored = !question.unscored && !question.bonus;
    const betterProblem = useProblemAt(`${props.path}/better`);
    return <>
        {has('options') && <Options {...props} />}
        {has('favourable') && <Field group label={fieldName('favourable')}>
            <Segmented label={fieldName('favourable')} value={String(question.favourable ?? true)} options={[true, false].map(value => ({ value: String(value), label: yesOrNoText(value) }))}
                onChange={value => set({ favourable: value === 'true' ? undefined : false })} />
        </Field>}
        {has('min') && <div className='a-fields-row'><NumberProperty {...props} field='min' /><NumberProperty {...props} field='max' /><NumberProperty {...props} field='step' /></div>}
        {has('better') && <Field group label={fieldName('better')} error={betterProblem}>
            <Segmented label={fieldName('better')} value={question.better ?? 'none'} onChange={value => set({ better: value === 'none' ? undefined : value as 'higher' | 'lower' })} options={[
                { value: 'none', label: nls.localize('earshot/assessment/better/none', 'neither') },
                { value: 'higher', label: nls.localize('earshot/assessment/better/higher', 'higher') }, { value: 'lower', label: nls.localize('earshot/assessment/better/lower', 'lower') }]} />
        </Field>}
        {has('points') && scored && <NumberProperty {...props} field='points' />}
        {has('maximumLength') && <NumberProperty {...props} field='maximumLength' />}
    </>;
}
