import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, EmptyState, IconButton, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { renameVariable } from '../../common/script/edit-script';
import type { Script, ScriptVariable } from '../../common/script/script';
import { variableKindText } from './script-words';

const kinds = ['text', 'number', 'choice'] as const satisfies readonly ScriptVariable['kind'][];

export interface VariablesEditorProps { readonly script: Script; readonly readOnly: boolean; onChange(script: Script): void }

/** What the agent finds out on the way, and how it is entered. */
export function VariablesEditor({ script, readOnly, onChange }: VariablesEditorProps): React.ReactElement {
    const set = (index: number, change: Partial<ScriptVariable>): void => onChange({ ...script, variables: script.variables.map((each, place) => place === index ? { ...each, ...change } : each) });
    const free = (): string => {
        const names = new Set(script.variables.map(each => each.name));
        for (let number = names.size + 1; ; number++) {
            const name = `${nls.localize('earshot/training/script/new-variable', 'entry')}${number}`;
            if (!names.has(name)) {
                return name;
            }
        }
    };
    const add = !readOnly && <Button small icon='add' onClick={() => onChange({ ...script, variables: [...script.variables, { name: free(), kind: 'text' }] })}>{nls.localize('earshot/training/script/add-variable', 'Variable')}</Button>;
    if (script.variables.length === 0) {
        return <EmptyState icon='symbol-variable' title={nls.localize('earshot/training/script/no-variables', 'Nothing is entered yet')} action={add || undefined}>{nls.localize('earshot/training/script/no-variables-help', 'A variable keeps what the agent finds out, fills it into what is said next, and opens or closes ways on.')}</EmptyState>;
    }
    return <div className='t-variables'>
        {script.variables.map((each, index) => <div key={index} className='t-variable'>
            <TextField value={each.name} readOnly={readOnly} maxLength={40} aria-label={nls.localize('earshot/training/script/variable-name', 'Name')} onChange={name => onChange(renameVariable(script, each.name, name))} />
            <Select value={each.kind} disabled={readOnly} aria-label={nls.localize('earshot/training/script/variable-kind', 'What is entered')} options={kinds.map(kind => ({ value: kind, label: variableKindText(kind) }))} onChange={kind => set(index, { kind, options: kind === 'choice' ? each.options ?? [] : undefined })} />
            {each.kind === 'choice' && <TextField value={(each.options ?? []).join('; ')} readOnly={readOnly} aria-label={nls.localize('earshot/training/script/options', 'To choose from, separated by semicolons')} placeholder={nls.localize('earshot/training/script/options', 'To choose from, separated by semicolons')} onChange={text => set(index, { options: text.split(/[;；]/).map(option => option.trimStart()).slice(0, 30) })} />}
            {!readOnly && <IconButton icon='trash' label={nls.localize('earshot/training/script/remove-variable', 'Take the variable away')} onClick={() => onChange({ ...script, variables: script.variables.filter((_, place) => place !== index) })} />}
        </div>)}
        {add}
    </div>;
}
