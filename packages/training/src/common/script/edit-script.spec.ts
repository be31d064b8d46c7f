import { expect, it } from 'vitest';
import { checkScript } from './check-script';
import { addChoice, addStep, changeStep, emptyScript, moveChoice, removeChoice, removeStep, renameVariable } from './edit-script';

const begun = changeStep(emptyScript('c-aaaa', 'Greeting'), 'c-aaaa', { say: 'Hello', outcome: 'over' });

it('a step is added behind a way on, and what ended the call there goes', () => {
    const script = addStep(begun, 'c-aaaa', 'c-bbbb');
    expect(script.steps.map(({ id, outcome, choices }) => [id, outcome, choices.map(each => each.next)])).toEqual([['c-aaaa', undefined, ['c-bbbb']], ['c-bbbb', '', []]]);
    expect(addChoice(script, 'gone', '', 'c-aaaa')).toBe(script);
});

it('ways on change their places, and stay where there is none', () => {
    const script = addChoice(addStep(begun, 'c-aaaa', 'c-bbbb'), 'c-aaaa', 'again', 'c-aaaa');
    const order = (by: -1 | 1, id: string) => moveChoice(script, 'c-aaaa', id, by).steps[0]!.choices.map(each => each.id);
    expect([order(1, '1'), order(-1, '1'), order(1, '2'), order(1, '9')]).toEqual([['2', '1'], ['1', '2'], ['1', '2'], ['1', '2']]);
    expect(addChoice(removeChoice(script, 'c-aaaa', '1'), 'c-aaaa', 'x', 'c-bbbb').steps[0]!.choices.map(each => each.id)).toEqual(['2', '3']);
});

it('without a step the ways to it lead nowhere, and the last one stays', () => {
    const script = addStep(begun, 'c-aaaa', 'c-bbbb');
    expect(checkScript(removeStep(script, 'c-bbbb')).map(each => each.code)).toEqual(['leads-nowhere']);
    expect(removeStep(script, 'c-aaaa').start).toBe('c-bbbb');
    expect(removeStep(begun, 'c-aaaa')).toBe(begun);
});

it('a variable is renamed wherever it is used', () => {
    const script = { ...addChoice(changeStep(begun, 'c-aaaa', { say: '{{ old }} {{older}}', warning: '{{old}}', asks: ['old'] }), 'c-aaaa', '', 'c-aaaa'), variables: [{ name: 'old', kind: 'text' as const }] };
    const conditional = changeStep(script, 'c-aaaa', { choices: script.steps[0]!.choices.map(each => ({ ...each, when: [{ variable: 'old', is: 'filled' as const }] })) });
    const { variables, steps: [step] } = renameVariable(conditional, 'old', '$&');
    expect([variables, step!.say, step!.warning, step!.asks, step!.choices[0]!.when]).toEqual([[{ name: '$&', kind: 'text' }], '{{$&}} {{older}}', '{{$&}}', ['$&'], [{ variable: '$&', is: 'filled' }]]);
});
