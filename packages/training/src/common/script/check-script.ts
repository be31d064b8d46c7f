import { callVariables, type Script, type ScriptStep, variableName, variablesOf } from './script';

/** What is wrong with a script, and where. `broken` keeps it from being approved, `doubtful` does not. */
export interface ScriptProblem {
    readonly code: ScriptProblemCode;
    readonly weight: 'broken' | 'doubtful';
    readonly stepId?: string;
    readonly choiceId?: string;
    /** The variable, or the address, that it is about. */
    readonly name?: string;
}

export type ScriptProblemCode =
    | 'no-start' | 'step-twice' | 'nothing-to-say' | 'no-title'
    | 'dead-end' | 'end-with-choices' | 'leads-nowhere' | 'unreachable' | 'no-way-out' | 'may-get-stuck'
    | 'variable-unknown' | 'variable-twice' | 'variable-name' | 'variable-not-asked' | 'choice-without-options';

const broken = (code: ScriptProblemCode, rest: Omit<ScriptProblem, 'code' | 'weight'> = {}): ScriptProblem => ({ code, weight: 'broken', ...rest });
const doubtful = (code: ScriptProblemCode, rest: Omit<ScriptProblem, 'code' | 'weight'> = {}): ScriptProblem => ({ code, weight: 'doubtful', ...rest });

/** Ids of the steps that can be reached from some of them, themselves included. */
function reachable(from: Iterable<string>, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
    const seen = new Set(from);
    for (const id of seen) {
        (next.get(id) ?? []).forEach(each => seen.add(each)); // a set that grows while it is gone through is gone through to its end
    }
    return seen;
}

function reversed(next: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
    const before = new Map<string, string[]>();
    for (const [id, targets] of next) {
        targets.forEach(target => before.set(target, [...before.get(target) ?? [], id]));
    }
    return before;
}

/**
 * What of the variables has been entered for certain when a step begins: on every way that leads there. The greatest solution of the
 * usual equations of data flow ("definite assignment"; Aho, Lam, Sethi & Ullman, Compilers, 2nd ed., 9.2), by iteration.
 */
function enteredBefore(start: string, steps: ReadonlyMap<string, ScriptStep>, next: ReadonlyMap<string, readonly string[]>, before: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> {
    const everything = new Set([...steps.values()].flatMap(each => each.asks));
    const entered = new Map<string, ReadonlySet<string>>([...steps.keys()].map(id => [id, id === start ? new Set<string>() : everything]));
    const after = (id: string): ReadonlySet<string> => new Set([...entered.get(id)!, ...steps.get(id)!.asks]);
    const waiting = new Set(steps.keys());
    for (const id of waiting) {
        waiting.delete(id);
        const ways = [...(before.get(id) ?? []).filter(each => steps.has(each)).map(after), ...id === start ? [new Set<string>()] : []];
        const [first = everything, ...others] = ways;
        const now = new Set([...first].filter(name => others.every(each => each.has(name))));
        if (now.size !== entered.get(id)!.size) {
            entered.set(id, now);
            (next.get(id) ?? []).filter(each => steps.has(each)).forEach(each => waiting.add(each));
        }
    }
    return entered;
}

function variableProblems({ variables }: Script): ScriptProblem[] {
    const names = variables.map(each => each.name);
    return variables.flatMap(({ name, kind, options }, place) => [
        ...variableName.test(name) && !callVariables.some(each => each === name) ? [] : [broken('variable-name', { name })],
        ...names.indexOf(name) === place ? [] : [broken('variable-twice', { name })],
        ...kind !== 'choice' || (options?.length ?? 0) > 1 ? [] : [broken('choice-without-options', { name })]
    ]);
}

/** Variables by which ways are open; one that may well be empty is asked about by that. */
const comparedIn = ({ choices }: ScriptStep): readonly string[] => choices.flatMap(each => (each.when ?? []).flatMap(({ variable, is }) => is === 'empty' || is === 'filled' ? [] : [variable]));

/** What one step says and asks, looked at by itself. */
function stepProblems(step: ScriptStep, steps: ReadonlyMap<string, ScriptStep>, known: ReadonlySet<string>): ScriptProblem[] {
    const stepId = step.id;
    const names = [...variablesOf(step.say), ...variablesOf(step.warning ?? ''), ...step.asks, ...step.choices.flatMap(each => (each.when ?? []).map(({ variable }) => variable))];
    return [
        ...step.title.trim() === '' ? [broken('no-title', { stepId })] : [],
        ...step.say.trim() === '' ? [broken('nothing-to-say', { stepId })] : [],
        ...step.choices.length === 0 && !step.outcome?.trim() ? [broken('dead-end', { stepId })] : [],
        ...step.choices.length > 0 && step.outcome?.trim() ? [broken('end-with-choices', { stepId })] : [],
        ...step.choices.filter(each => !steps.has(each.next)).map(each => broken('leads-nowhere', { stepId, choiceId: each.id })),
        ...step.choices.length > 0 && step.choices.every(each => (each.when?.length ?? 0) > 0) ? [doubtful('may-get-stuck', { stepId })] : [],
        ...[...new Set(names)].filter(name => !known.has(name)).map(name => broken('variable-unknown', { stepId, name }))
    ];
}

/**
 * Everything that would leave an agent without a next word: steps that end nowhere, that nobody gets to or that nobody gets out of, and variables
 * that are read out before they are known. Conditions count as if either way could be taken: a way out that never opens is not found.
 */
export function checkScript(script: Script): readonly ScriptProblem[] {
    const steps = new Map(script.steps.map(each => [each.id, each]));
    const next = new Map(script.steps.map(({ id, choices }) => [id, choices.map(each => each.next)]));
    const twice = script.steps.filter((each, place) => script.steps.findIndex(({ id }) => id === each.id) !== place).map(each => broken('step-twice', { stepId: each.id }));
    const known = new Set<string>([...callVariables, ...script.variables.map(each => each.name)]);
    const each = [...variableProblems(script), ...twice, ...script.steps.flatMap(step => stepProblems(step, steps, known))];
    if (!steps.has(script.start)) {
        return [broken('no-start'), ...each];
    }
    const before = reversed(next);
    const reached = reachable([script.start], next);
    const leadsOut = reachable(script.steps.filter(({ outcome, choices }) => choices.length === 0 && outcome?.trim()).map(({ id }) => id), before);
    const entered = enteredBefore(script.start, steps, next, before);
    const own = new Set(script.variables.map(({ name }) => name));
    return [
        ...each,
        ...script.steps.filter(({ id }) => !reached.has(id)).map(({ id }) => broken('unreachable', { stepId: id })),
        // a step without any way on is a dead end already
        ...script.steps.filter(({ id, choices }) => reached.has(id) && !leadsOut.has(id) && choices.some(choice => steps.has(choice.next))).map(({ id }) => broken('no-way-out', { stepId: id })),
        ...script.steps.filter(({ id }) => reached.has(id)).flatMap(step => [...variablesOf(step.say), ...variablesOf(step.warning ?? ''), ...comparedIn(step)]
            .filter((name, place, all) => all.indexOf(name) === place && own.has(name) && !entered.get(step.id)!.has(name) && !step.asks.includes(name))
            .map(name => doubtful('variable-not-asked', { stepId: step.id, name })))
    ];
}

export const isSound = (problems: readonly ScriptProblem[]): boolean => problems.every(each => each.weight !== 'broken');
