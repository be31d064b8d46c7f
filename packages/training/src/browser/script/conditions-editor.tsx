import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, IconButton, Select, TextField } from '@earshot/core/lib/browser/widgets';
import type { ScriptCondition, ScriptVariable } from '../../common/script/script';
import { comparisonText } from './script-words';

const comparisons = ['equal', 'different', 'above', 'below', 'filled', 'empty'] as const satisfies readonly ScriptCondition['is'][];

export interface ConditionsEditorProps {
    readonly variables: readonly ScriptVariable[];
    readonly conditions: readonly ScriptCondition[];
    readonly readOnly: boolean;
    onChange(conditions: readonly ScriptCondition[]): void;
}

/** Under which conditions a way on is offered; all of them have to hold. */
export function ConditionsEditor({ variables, conditions, readOnly, onChange }: ConditionsEditorProps): React.ReactElement {
    const set = (index: number, change: Partial<ScriptCondition>): void => onChange(conditions.map((each, place) => place === index ? { ...each, ...change } : each));
    return <div className='t-conditions'>
        {conditions.map((each, index) => <div key={index} className='t-condition'>
            <span>{index === 0 ? nls.localize('earshot/training/script/only-if', 'only if') : nls.localize('earshot/training/script/and', 'and')}</span>
            <Select value={each.variable} disabled={readOnly} aria-label={nls.localize('earshot/training/script/variable', 'Variable')} options={variables.map(({ name }) => ({ value: name, label: name }))} onChange={variable => set(index, { variable })} />
            <Select value={each.is} disabled={readOnly} aria-label={nls.localize('earshot/training/script/comparison', 'Comparison')} options={comparisons.map(is => ({ value: is, label: comparisonText(is) }))} onChange={is => set(index, { is })} />
            {each.is !== 'filled' && each.is !== 'empty' && <TextField value={each.value ?? ''} readOnly={readOnly} maxLength={200} aria-label={nls.localize('earshot/training/script/value', 'Value')} onChange={value => set(index, { value })} />}
            {!readOnly && <IconButton icon='close' label={nls.localize('earshot/training/script/condition-remove', 'Take this condition away')} onClick={() => onChange(conditions.filter((_, place) => place !== index))} />}
        </div>)}
        {!readOnly && <Button small variant='quiet' icon='filter' onClick={() => onChange([...conditions, { variable: variables[0]!.name, is: 'filled' }])}>{nls.localize('earshot/training/script/condition-add', 'Condition')}</Button>}
    </div>;
}
