import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useSession } from '@earshot/core/lib/browser/application';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { Button, Combobox, Field, formatTime, Icon, Keys, Notice, NumberField, Select, TextField } from '@earshot/core/lib/browser/widgets';
import { MarkdownView } from '@earshot/writing/lib/browser/markdown/markdown-view';
import { back, choose, currentStep, enter, jump, openChoices, outcomeOf, type ScriptRun as Run } from '../../common/script/run-script';
import { useLinkTitles } from './step-links';
import { fillIn, type Script, type ScriptStep, type ScriptVariable } from '../../common/script/script';

export interface ScriptRunProps {
    readonly script: Script;
    /** A tag of BCP 47. */
    readonly language: string;
    readonly run: Run;
    onRun(run: Run): void;
    /** Again from the first step. */
    onRestart(): void;
    /** Something here is not right: told to whoever answers for the script. */
    onSuggest?(stepId: string): void;
}

const none: readonly string[] = [];
const now = (): string => new Date().toISOString();

/** A script beside a call: what to say in large letters, ways on by the keys 1 to 9. */
export function ScriptRun({ script, language, run, onRun, onRestart, onSuggest }: ScriptRunProps): React.ReactElement | null {
    const { person } = useSession();
    const step = currentStep(script, run);
    const titles = useLinkTitles(step?.links ?? none);
    const heading = React.useRef<HTMLHeadingElement>(null);
    const [jumping, setJumping] = React.useState(false);
    const choices = step ? openChoices(step, run) : [];
    const place = run.path.length;
    React.useEffect(() => { if (place > 1) { heading.current?.focus(); } }, [place]);
    const group = nls.localize('earshot/training/script/keys', 'Call script');
    // Keys may come quicker than the screen: each one continues what the one before it did.
    const latest = React.useRef(run);
    latest.current = run;
    const change = (next: (run: Run) => Run): void => {
        latest.current = next(latest.current);
        onRun(latest.current);
    };
    const take = (index: number): void => change(here => {
        const choice = openChoices(currentStep(script, here)!, here)[index];
        return choice ? choose(script, here, choice.id, now()) : here;
    });
    const goBack = (): void => change(here => back(here, now()));
    usePageKeys([
        ...Array.from({ length: 9 }, (_, index) => ({ keys: `${index + 1}`, group, title: nls.localize('earshot/training/script/key-choice', 'Way on number {0}', index + 1), enabled: index < choices.length, run: () => take(index) })),
        { keys: ['backspace', 'alt+left'], group, title: nls.localize('earshot/training/script/back', 'Back'), enabled: run.trail.length > 0, run: goBack },
        { keys: 'j', group, title: nls.localize('earshot/training/script/jump', 'Go to any step'), run: () => setJumping(true) }
    ]);
    if (!step) {
        return null;
    }
    const values = { agent: person.name, team: person.teamName ?? '', ...run.values };
    const outcome = outcomeOf(script, run);
    return <div className='t-run'>
        <nav className='t-run-path' aria-label={nls.localize('earshot/training/script/path', 'What was said so far')}>
            <h3>{nls.localize('earshot/training/script/path', 'What was said so far')}</h3>
            <ol>{run.path.map((each, index) => <li key={index} aria-current={index === run.path.length - 1 ? 'step' : undefined}>
                <span className='t-run-time'>{formatTime(each.at)}</span>
                <span>{script.steps.find(({ id }) => id === each.stepId)?.title}</span>
            </li>)}</ol>
        </nav>
        <section className='t-run-step' lang={language}>
            <h2 ref={heading} tabIndex={-1}>{step.title}</h2>
            {step.warning && <Notice tone='caution'><MarkdownView text={fillIn(step.warning, values)} titles={titles} language={language} /></Notice>}
            <div className='t-run-say'><MarkdownView text={fillIn(step.say, values)} titles={titles} language={language} /></div>
            {step.asks.map(name => script.variables.find(each => each.name === name)).map(variable => variable && <Entry key={variable.name} variable={variable} value={run.values[variable.name] ?? ''} onChange={value => change(here => enter(here, variable.name, value))} />)}
            {choices.length > 0 && <ul className='t-run-choices'>{choices.map((each, index) => <li key={each.id}>
                <button type='button' className='t-run-choice' aria-keyshortcuts={index < 9 ? `${index + 1}` : undefined} onClick={() => take(index)}>{index < 9 && <Keys>{`${index + 1}`}</Keys>}<span>{each.label}</span><Icon name='arrow-right' /></button>
            </li>)}</ul>}
            {choices.length === 0 && outcome === undefined && <Notice tone='caution'>{nls.localize('earshot/training/script/stuck', 'With what was entered the script goes no further. Go back, or to any other step.')}</Notice>}
            {outcome !== undefined && <Notice tone='good'>{nls.localize('earshot/training/script/ended', 'The script ends here: {0}', outcome)}</Notice>}
            {step.links.length > 0 && <ul className='t-run-links'>{step.links.map(each => <li key={each}><MarkdownView text={`[](${each})`} titles={titles} language={language} /></li>)}</ul>}
        </section>
        <div className='t-run-actions'>
            <Button icon='arrow-left' disabled={run.trail.length === 0} onClick={goBack}>{nls.localize('earshot/training/script/back', 'Back')}</Button>
            {jumping ? <Combobox<ScriptStep> value={null} autoFocus label={nls.localize('earshot/training/script/jump', 'Go to any step')} placeholder={nls.localize('earshot/training/script/jump', 'Go to any step')}
                search={async text => script.steps.filter(each => each.title.toLowerCase().includes(text.trim().toLowerCase()))} keyOf={each => each.id} labelOf={each => each.title} onChange={found => {
                    setJumping(false);
                    if (found) {
                        change(here => jump(script, here, found.id, now()));
                    }
                }} /> : <Button icon='list-tree' onClick={() => setJumping(true)}>{nls.localize('earshot/training/script/jump-button', 'Go to…')} <Keys>J</Keys></Button>}
            {onSuggest && <Button variant='quiet' icon='comment' onClick={() => onSuggest(step.id)}>{nls.localize('earshot/training/script/suggest', 'Suggest a change')}</Button>}
            <Button variant='quiet' icon='debug-restart' onClick={onRestart}>{nls.localize('earshot/training/script/restart', 'From the beginning')}</Button>
        </div>
    </div>;
}

function Entry({ variable, value, onChange }: { readonly variable: ScriptVariable; readonly value: string; onChange(value: string): void }): React.ReactElement {
    return <Field label={variable.name}>{variable.kind === 'choice'
        ? <Select value={value || null} onChange={onChange} placeholder={nls.localize('earshot/training/script/choose', 'Choose…')} options={(variable.options ?? []).map(each => ({ value: each, label: each }))} />
        : variable.kind === 'number' ? <NumberField value={value === '' ? null : Number(value)} onChange={number => onChange(number === null ? '' : String(number))} />
            : <TextField value={value} onChange={onChange} maxLength={200} autoComplete='off' />}</Field>;
}
