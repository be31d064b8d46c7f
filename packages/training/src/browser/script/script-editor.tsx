import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Button, EmptyState, Notice, Split, Tabs } from '@earshot/core/lib/browser/widgets';
import { checkScript } from '../../common/script/check-script';
import { addStep } from '../../common/script/edit-script';
import { beginRun } from '../../common/script/run-script';
import type { Script } from '../../common/script/script';
import { ScriptPicture } from './script-picture';
import { ScriptProblems } from './script-problems';
import { ScriptRun } from './script-run';
import { StepEditor } from './step-editor';
import { VariablesEditor } from './variables-editor';

export interface ScriptEditorProps {
    readonly script: Script;
    readonly language: string;
    readonly readOnly: boolean;
    /** What is wrong with it as a whole, once somebody wanted to hand it on. */
    readonly error?: string;
    onChange(script: Script): void;
    /** An id for a step that no other has: `c-` with small letters and digits. */
    newId(): string;
}

type Pane = 'step' | 'variables' | 'try';

/** Writes a call script: the picture of what leads where, one step beside it, and what is wrong below. */
export function ScriptEditor({ script, language, readOnly, error, onChange, newId }: ScriptEditorProps): React.ReactElement {
    const [chosen, setChosen] = React.useState(script.start);
    const [pane, setPane] = React.useState<Pane>('step');
    const selected = script.steps.some(each => each.id === chosen) ? chosen : script.start;
    const step = script.steps.find(each => each.id === selected);
    const problems = React.useMemo(() => checkScript(script), [script]);
    const marked = React.useMemo(() => new Map([...problems].sort((one, other) => one.weight === other.weight ? 0 : one.weight === 'broken' ? 1 : -1).flatMap(each => each.stepId ? [[each.stepId, each.weight] as const] : [])), [problems]);
    const select = (id: string): void => {
        setChosen(id);
        setPane('step');
    };
    const add = (): void => {
        const id = newId();
        onChange(addStep(script, selected, id));
        select(id);
    };
    return <div className='t-script'>
        {error && <Notice tone='critical'>{error}</Notice>}
        <Split name='training.script' direction='column' label={nls.localize('earshot/training/script/split', 'Height of the picture')} initial={0.5} first={<div className='t-script-picture'>
            {!readOnly && <div className='t-script-tools'><Button small icon='add' disabled={!step} onClick={add}>{nls.localize('earshot/training/script/add-step', 'Step after this one')}</Button></div>}
            <ScriptPicture script={script} selected={selected} marked={marked} onSelect={select} />
            <ScriptProblems script={script} problems={problems} onOpen={select} />
        </div>} second={<Tabs<Pane> label={nls.localize('earshot/training/script/beside', 'Beside the picture')} value={pane} onChange={setPane} tabs={[
            { id: 'step', label: nls.localize('earshot/training/script/step', 'Step') }, { id: 'variables', label: nls.localize('earshot/training/script/variables', 'Variables'), count: script.variables.length || undefined },
            { id: 'try', label: nls.localize('earshot/training/script/try', 'Try it') }
        ]}>
            <div className='t-script-pane'>
                {pane === 'step' && (step ? <StepEditor key={step.id} script={script} step={step} language={language} readOnly={readOnly} onChange={onChange} onOpen={select} />
                    : <EmptyState icon='list-tree' title={nls.localize('earshot/training/script/no-step', 'Choose a step in the picture.')} />)}
                {pane === 'variables' && <VariablesEditor script={script} readOnly={readOnly} onChange={onChange} />}
                {pane === 'try' && <Trial script={script} language={language} />}
            </div>
        </Tabs>} />
    </div>;
}

/** The script as an agent will go through it; nothing of it is kept. */
function Trial({ script, language }: { readonly script: Script; readonly language: string }): React.ReactElement {
    const begin = (): ReturnType<typeof beginRun> => beginRun(script, new Date().toISOString());
    const [run, setRun] = React.useState(begin);
    return <ScriptRun script={script} language={language} run={run} onRun={setRun} onRestart={() => setRun(begin())} />;
}
