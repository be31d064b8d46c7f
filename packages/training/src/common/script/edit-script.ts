import type { Script, ScriptChoice, ScriptStep } from './script';

export const emptyScript = (stepId: string, title: string): Script => ({ start: stepId, variables: [], steps: [{ id: stepId, title, say: '', links: [], asks: [], choices: [], outcome: '' }] });

export const changeStep = (script: Script, stepId: string, change: Partial<ScriptStep>): Script => ({ ...script, steps: script.steps.map(each => each.id === stepId ? { ...each, ...change } : each) });

const changeChoices = (script: Script, stepId: string, change: (choices: readonly ScriptChoice[]) => readonly ScriptChoice[]): Script => ({ ...script, steps: script.steps.map(each => each.id === stepId ? { ...each, choices: change(each.choices) } : each) });

export const changeChoice = (script: Script, stepId: string, choiceId: string, change: Partial<ScriptChoice>): Script =>
    changeChoices(script, stepId, choices => choices.map(each => each.id === choiceId ? { ...each, ...change } : each));

export const removeChoice = (script: Script, stepId: string, choiceId: string): Script => changeChoices(script, stepId, choices => choices.filter(each => each.id !== choiceId));

/** By one place, up (−1) or down (1); at the edge it stays. */
export const moveChoice = (script: Script, stepId: string, choiceId: string, by: -1 | 1): Script => changeChoices(script, stepId, choices => {
    const from = choices.findIndex(each => each.id === choiceId);
    const to = from + by;
    if (from < 0 || to < 0 || to >= choices.length) {
        return choices;
    }
    const moved = [...choices];
    moved.splice(to, 0, ...moved.splice(from, 1));
    return moved;
});

const freeChoiceId = ({ choices }: ScriptStep): string => `${Math.max(0, ...choices.map(each => Number(each.id) || 0)) + 1}`;

/** A way on from a step, to one that is there already. What ended the call there goes: a step has one or the other. */
export function addChoice(script: Script, stepId: string, label: string, next: string): Script {
    const step = script.steps.find(each => each.id === stepId);
    return step ? changeStep(script, stepId, { choices: [...step.choices, { id: freeChoiceId(step), label, next }], outcome: undefined }) : script;
}

/** A new step behind a new way on from another one. */
export function addStep(script: Script, stepId: string, newId: string): Script {
    const place = script.steps.findIndex(each => each.id === stepId) + 1;
    const added: ScriptStep = { id: newId, title: '', say: '', links: [], asks: [], choices: [], outcome: '' };
    return addChoice({ ...script, steps: [...script.steps.slice(0, place), added, ...script.steps.slice(place)] }, stepId, '', newId);
}

/** Without a step; ways that led to it lead nowhere then, which the check says. The last step stays. */
export function removeStep(script: Script, stepId: string): Script {
    const steps = script.steps.filter(each => each.id !== stepId);
    return steps.length === 0 ? script : { ...script, start: script.start === stepId ? steps[0]!.id : script.start, steps };
}

/** A variable under another name, in texts and conditions as well. */
export function renameVariable(script: Script, from: string, to: string): Script {
    const text = (said: string): string => said.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (whole, name: string) => name === from ? `{{${to}}}` : whole);
    return {
        ...script, variables: script.variables.map(each => each.name === from ? { ...each, name: to } : each),
        steps: script.steps.map(step => ({
            ...step, say: text(step.say), ...step.warning !== undefined && { warning: text(step.warning) }, asks: step.asks.map(each => each === from ? to : each),
            choices: step.choices.map(choice => choice.when ? { ...choice, when: choice.when.map(each => each.variable === from ? { ...each, variable: to } : each) } : choice)
        }))
    };
}
