import { holds, type Script, type ScriptChoice, type ScriptStep } from './script';

/** One step that was gone: where, and what was chosen there. Moments are ISO 8601. */
export interface Gone {
    readonly stepId: string;
    readonly at: string;
    /** What led to the next step; null where somebody jumped or went back, and at the last one. */
    readonly choiceId: string | null;
}

/** How far somebody has come. The path keeps everything in its order, ways back included: it is evidence of what was said when. */
export interface ScriptRun {
    readonly path: readonly Gone[];
    readonly values: Readonly<Record<string, string>>;
    /** Steps that `back` returns to, the last one first. */
    readonly trail: readonly string[];
}

export const currentStep = (script: Script, { path }: ScriptRun): ScriptStep | undefined => script.steps.find(each => each.id === path.at(-1)?.stepId);

/** @param values what is known of the call */
export const beginRun = (script: Script, at: string, values: Readonly<Record<string, string>> = {}): ScriptRun => ({ path: [{ stepId: script.start, at, choiceId: null }], values, trail: [] });

/** The ways on that are open with what has been entered. */
export const openChoices = (step: ScriptStep, { values }: ScriptRun): readonly ScriptChoice[] => step.choices.filter(each => (each.when ?? []).every(condition => holds(condition, values)));

export const enter = (run: ScriptRun, name: string, value: string): ScriptRun => ({ ...run, values: { ...run.values, [name]: value } });

const goTo = (run: ScriptRun, stepId: string, at: string, choiceId: string | null, trail: readonly string[]): ScriptRun =>
    ({ ...run, path: [...run.path.slice(0, -1), { ...run.path.at(-1)!, choiceId }, { stepId, at, choiceId: null }], trail });

/** Goes on by a choice that is open; otherwise everything stays as it is. */
export function choose(script: Script, run: ScriptRun, choiceId: string, at: string): ScriptRun {
    const step = currentStep(script, run);
    const choice = step && openChoices(step, run).find(each => each.id === choiceId);
    return choice && script.steps.some(each => each.id === choice.next) ? goTo(run, choice.next, at, choice.id, [step.id, ...run.trail]) : run;
}

/** To the step before; what was entered stays. */
export function back(run: ScriptRun, at: string): ScriptRun {
    const [before, ...trail] = run.trail;
    return before === undefined ? run : goTo(run, before, at, null, trail);
}

/** To any step: the customer does not keep to the script. */
export function jump(script: Script, run: ScriptRun, stepId: string, at: string): ScriptRun {
    const here = run.path.at(-1)!.stepId;
    return stepId === here || !script.steps.some(each => each.id === stepId) ? run : goTo(run, stepId, at, null, [here, ...run.trail]);
}

/** How the call ended, once it has. */
export const outcomeOf = (script: Script, run: ScriptRun): string | undefined => {
    const step = currentStep(script, run);
    return step && step.choices.length === 0 ? step.outcome : undefined;
};
