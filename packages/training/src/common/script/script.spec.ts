import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScript, isSound } from './check-script';
import { layOutScript } from './lay-out-script';
import { back, beginRun, choose, currentStep, enter, jump, openChoices, outcomeOf } from './run-script';
import { fillIn, holds, type Script, type ScriptStep, variablesOf } from './script';

const step = (id: string, ways: Readonly<Record<string, string>>, more: Partial<ScriptStep> = {}): ScriptStep => ({
    id, title: id, say: 'Hello', links: [], asks: [], choices: Object.entries(ways).map(([choice, next]) => ({ id: choice, label: choice, next })), ...Object.keys(ways).length === 0 && { outcome: 'done' }, ...more
});
const script = (...steps: ScriptStep[]): Script => ({ start: 'a', variables: [{ name: 'account', kind: 'text' }], steps });
const codes = (given: Script) => checkScript(given).map(({ code, stepId }) => stepId ? `${code} ${stepId}` : code).sort();

describe('what would leave an agent without a next word', () => {
    it('is not there in a sound script, loops that can be left included', () => expect(checkScript(script(step('a', { yes: 'b', again: 'a' }), step('b', {})))).toEqual([]));
    it.each<[string, Script, string[]]>([
        ['no start', { start: 'z', variables: [], steps: [step('a', {})] }, ['no-start']],
        ['a dead end', script(step('a', { x: 'b' }), step('b', {}, { outcome: undefined })), ['dead-end b', 'no-way-out a']],
        ['an end from which it goes on', script(step('a', { x: 'b' }, { outcome: 'over' }), step('b', {})), ['end-with-choices a']],
        ['a choice that leads nowhere', script(step('a', { x: 'gone', y: 'b' }), step('b', {})), ['leads-nowhere a']],
        ['a step that nobody gets to', script(step('a', {}), step('b', {})), ['unreachable b']],
        ['a loop without a way out', script(step('a', { x: 'b', y: 'd' }), step('b', { x: 'c' }), step('c', { x: 'b' }), step('d', {})), ['no-way-out b', 'no-way-out c']],
        ['two steps of one name', script(step('a', {}), step('a', {})), ['step-twice a']],
        ['choices that may all be closed', script(step('a', {}, { outcome: undefined, choices: [{ id: 'x', label: 'x', next: 'b', when: [{ variable: 'account', is: 'filled' }] }] }), step('b', {})), ['may-get-stuck a']],
        ['a variable that nobody knows', script(step('a', {}, { say: '{{acount}} {{agent}}' })), ['variable-unknown a']],
        ['nothing to say', script(step('a', {}, { say: ' ', title: '' })), ['no-title a', 'nothing-to-say a']]
    ])('%s', (_, given, expected) => expect(codes(given)).toEqual(expected));

    it('a variable has to be asked for on every way that leads to it', () => {
        const ways = (asks: readonly string[]) => script(step('a', { left: 'b', right: 'c' }), step('b', { on: 'd' }, { asks: ['account'] }), step('c', { on: 'd' }, { asks }), step('d', {}, { say: 'Your account {{account}}' }));
        expect(codes(ways([]))).toEqual(['variable-not-asked d']);
        expect(codes(ways(['account']))).toEqual([]);
        expect(isSound(checkScript(ways([])))).toBe(true);
    });
    it('a variable by which a way is open has to be asked for before as well', () => {
        const compared = (is: 'equal' | 'empty', asks: readonly string[]) => script(step('a', { on: 'b' }, { asks }), { ...step('b', { on: 'c' }), choices: [{ id: '1', label: 'yes', next: 'c', when: [{ variable: 'account', is, value: '1' }] }, { id: '2', label: 'no', next: 'c' }] }, step('c', {}));
        expect(codes(compared('equal', []))).toEqual(['variable-not-asked b']);
        expect(codes(compared('equal', ['account']))).toEqual([]);
        expect(codes(compared('empty', []))).toEqual([]);
    });
    it('a loop does not make known what was not entered before it', () => expect(codes(script(step('a', { on: 'b' }), step('b', { again: 'a', on: 'c' }, { say: '{{account}}' }), step('c', {}, { asks: ['account'] })))).toEqual(['variable-not-asked b']));
    it('variables have names of their own that texts can hold', () => {
        const named = (...variables: Script['variables']) => checkScript({ ...script(step('a', {})), variables }).map(({ code }) => code);
        expect(named({ name: '账号', kind: 'text' })).toEqual([]);
        expect(named({ name: 'a b', kind: 'text' }, { name: 'agent', kind: 'text' }, { name: 'x', kind: 'choice', options: ['one'] }, { name: 'x', kind: 'number' })).toEqual(['variable-name', 'variable-name', 'choice-without-options', 'variable-twice']);
    });
});

describe('variables', () => {
    it('are found and filled in; what is not known stays visible', () => {
        expect(variablesOf('{{a}} {{ b }} {{a}} {{}} {{c d}}')).toEqual(['a', 'b']);
        expect(fillIn('您好，{{ 姓名 }}，{{account}}', { 姓名: '王女士', account: '' })).toBe('您好，王女士，{{account}}');
        expect(fillIn('{{constructor}} {{x}}', { x: '$& $1' })).toBe('{{constructor}} $& $1');
    });
    it.each([
        ['equal', 'Ａ', 'a', true], ['equal', '1.0', '1', true], ['different', 'a', 'b', true], ['different', '', 'b', false], ['above', '10', '9', true], ['above', 'x', '9', false], ['below', '-1', '0', true], ['filled', ' ', '', false], ['empty', ' ', '', true]
    ] as const)('%s: %j and %j', (is, entered, value, expected) => expect(holds({ variable: 'v', is, value }, { v: entered })).toBe(expected));
});

describe('running a script', () => {
    const given = script(step('a', { yes: 'b' }, { asks: ['account'], choices: [{ id: 'yes', label: 'yes', next: 'b', when: [{ variable: 'account', is: 'filled' }] }, { id: 'no', label: 'no', next: 'c' }] }), step('b', { on: 'c' }), step('c', {}, { outcome: 'answered' }));
    it('goes on, back and anywhere, and keeps the path as evidence', () => {
        let run = beginRun(given, '1');
        expect(openChoices(currentStep(given, run)!, run).map(each => each.id)).toEqual(['no']);
        expect(choose(given, run, 'yes', '2')).toBe(run);
        run = choose(given, enter(run, 'account', '42'), 'yes', '2');
        run = back(run, '3');
        run = jump(given, run, 'c', '4');
        expect(run.path.map(each => `${each.stepId}${each.choiceId ? `>${each.choiceId}` : ''}@${each.at}`)).toEqual(['a>yes@1', 'b@2', 'a@3', 'c@4']);
        expect([outcomeOf(given, run), run.values, currentStep(given, back(run, '5'))!.id]).toEqual(['answered', { account: '42' }, 'a']);
    });
    it('stays where it is when there is nowhere to go', () => {
        const run = beginRun(given, '1');
        expect([back(run, '2'), jump(given, run, 'a', '2'), jump(given, run, 'gone', '2')]).toEqual([run, run, run]);
        expect(outcomeOf(given, run)).toBeUndefined();
    });
});

describe('the picture of a script', () => {
    it('puts each step below what leads to it, and marks ways back', () => {
        const { steps, choices, layers, widest } = layOutScript(script(step('a', { x: 'b', y: 'c' }), step('b', { x: 'd', again: 'a' }), step('c', { x: 'd' }), step('d', {})));
        expect(Object.fromEntries(steps.map(each => [each.stepId, each.layer]))).toEqual({ a: 0, b: 1, c: 1, d: 2 });
        expect(choices.filter(each => each.back).map(each => each.choiceId)).toEqual(['again']);
        expect([layers, widest]).toEqual([3, 2]);
    });
    it('avoids crossings that need not be', () => {
        const { steps } = layOutScript(script(step('a', { l: 'b', r: 'c' }), step('b', { x: 'e' }), step('c', { x: 'd' }), step('d', {}), step('e', {})));
        const placeOf = (id: string) => steps.find(each => each.stepId === id)!.place;
        expect(Math.sign(placeOf('b') - placeOf('c'))).toBe(Math.sign(placeOf('e') - placeOf('d')));
    });
    it('shows every step once and leads down, whatever the script', () => {
        const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
        fc.assert(fc.property(fc.array(fc.array(fc.constantFrom(...ids, 'gone'), { maxLength: 4 }), { maxLength: 6 }), ways => {
            const given = script(...ways.map((targets, index) => step(ids[index]!, Object.fromEntries(targets.map((target, place) => [`${place}`, target])))));
            const { steps, choices } = layOutScript(given);
            expect(steps.map(each => each.stepId).sort()).toEqual(given.steps.map(each => each.id).sort());
            const layer = new Map(steps.map(each => [each.stepId, each.layer]));
            expect(choices.every(({ from, to, back: leadsBack }) => leadsBack === layer.get(to)! <= layer.get(from)!)).toBe(true);
            checkScript(given);
        }));
    });
    it('of a long chain needs no deep stack', () => expect(layOutScript(script(step('a', { x: 's1' }), ...Array.from({ length: 2000 }, (_, index) => step(`s${index + 1}`, index < 1999 ? { x: `s${index + 2}` } : {})))).layers).toBe(2001));
});
