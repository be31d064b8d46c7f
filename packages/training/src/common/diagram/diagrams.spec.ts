import { describe, expect, it } from 'vitest';
import type { Clause } from '../document/clauses';
import { canonicalContent, newContent } from '../document/document-content';
import { changedClauses } from '../document/compare-clauses';
import { clauseOfStep } from './clause-of-step';
import { compareDiagrams } from './compare-diagrams';
import type { Diagram } from './diagram';
import { comparedClauses, piecesOf, placeOfDiagram } from './placed-diagrams';
import { readDiagram } from './read-diagram';
import { stepsInOrder, wordsOfDiagram } from './steps-in-order';
import { madeUpDiagram, type MadeUpFlow, type MadeUpStep } from './testing/drawn';

const steps: readonly MadeUpStep[] = [
    { type: 'startEvent', id: 'start', name: 'Call comes in' }, { type: 'task', id: 'pass', name: 'Pass on' }, { type: 'userTask', id: 'ask', name: 'Ask for two details', documentation: 'As 2.1 says' },
    { type: 'exclusiveGateway', id: 'known', name: 'Both right?' }, { type: 'endEvent', id: 'end', name: 'Served' }, { type: 'task', id: 'serve', name: 'Serve' },
    { type: 'boundaryEvent', id: 'late', name: 'No answer', attributes: 'attachedToRef="ask"' }
];
const flows: readonly MadeUpFlow[] = [['start', 'ask'], ['ask', 'known'], ['known', 'serve', 'yes'], ['known', 'pass', 'no'], ['serve', 'end'], ['pass', 'ask', 'again'], ['late', 'end']];
const read = async (xml: string): Promise<Diagram> => {
    const { diagram, problem } = await readDiagram(xml);
    expect(problem).toBeUndefined();
    return diagram!;
};

describe('a diagram in words', () => {
    it('has its steps in the order of the flow, with where each leads and who does it', async () => {
        const diagram = await read(madeUpDiagram(steps, flows, { lanes: { Agent: ['ask', 'serve'], Desk: ['pass'] } }));
        expect(stepsInOrder(diagram).map(({ number, step, next }) => [number, step.kind, step.name, step.who, next.map(each => [each.number, each.condition])])).toEqual([
            [1, 'start', 'Call comes in', '', [[2, '']]], [2, 'task', 'Ask for two details', 'Agent', [[3, ''], [6, '']]], [3, 'decision', 'Both right?', '', [[4, 'yes'], [5, 'no']]],
            [4, 'task', 'Serve', 'Agent', [[7, '']]], [5, 'task', 'Pass on', 'Desk', [[2, 'again']]], [6, 'event', 'No answer', '', [[7, '']]], [7, 'end', 'Served', '', []]
        ]);
        expect(wordsOfDiagram(diagram)).toContain('Both right? yes no\nServe');
    });

    it('tells of a part and what stands in it, one deeper, right behind it', async () => {
        const inside = '<bpmn:startEvent id="in"/><bpmn:task id="first" name="First"/><bpmn:sequenceFlow id="f" sourceRef="in" targetRef="first"/>';
        const diagram = await read(madeUpDiagram([{ type: 'startEvent', id: 'start' }, { type: 'subProcess', id: 'part', name: 'Complaint', inside }, { type: 'endEvent', id: 'end' }], [['start', 'part'], ['part', 'end']]));
        expect(stepsInOrder(diagram).map(({ step, depth }) => [step.id, depth])).toEqual([['start', 0], ['part', 0], ['in', 1], ['first', 1], ['end', 0]]);
    });

    it('of a thousand steps in one row is read to its end', async () => {
        const row = Array.from({ length: 400 }, (_, place): MadeUpStep => ({ type: 'task', id: `t${place}` }));
        const diagram = await read(madeUpDiagram(row, row.slice(1).map((each, place): MadeUpFlow => [`t${place}`, each.id])));
        expect(stepsInOrder(diagram).map(each => each.step.id)).toEqual(row.map(each => each.id));
    });
});

it('two versions differ in what came, went, is called otherwise, leads elsewhere or says something else', async () => {
    const before = await read(madeUpDiagram(steps, flows));
    const changed = steps.flatMap((each): MadeUpStep[] => each.id === 'serve' ? [] : each.id === 'pass' ? [{ ...each, name: 'Pass to the desk' }] : each.id === 'ask' ? [{ ...each, documentation: 'As 2.2 says' }] : [each]);
    const after = await read(madeUpDiagram([...changed, { type: 'task', id: 'help', name: 'Help' }], [['start', 'ask'], ['ask', 'known'], ['known', 'help', 'yes'], ['known', 'pass', 'no'], ['help', 'end'], ['pass', 'ask', 'again'], ['late', 'end']]));
    expect(compareDiagrams(before, after).map(({ id, changes }) => [id, changes])).toEqual([['pass', ['renamed']], ['ask', ['retold']], ['known', ['rewired']], ['help', ['added']], ['serve', ['removed']]]);
    expect(compareDiagrams(before, before)).toEqual([]);
    expect(compareDiagrams(before, await read(madeUpDiagram([...steps].reverse(), [...flows].reverse())))).toEqual([]);
});

describe('a step points to a clause', () => {
    const clauses: readonly Clause[] = ['1', '2', '2.1', '3', '3.2', '3.2.1'].map(number => ({ id: `c-${number}`, number, depth: 1, title: '', text: '' }));
    it.each([
        ['Check (3.2)', '3.2'], ['核对证件（见3.2）', '3.2'], ['See 3.2.1.', '3.2.1'], ['按第3条处理', '3'], ['§ 2', '2'], ['Clause 2.1: ask', '2.1'], ['3.2 Ask', '3.2']
    ])('%s', (name, number) => expect(clauseOfStep({ name, documentation: '' }, clauses)?.number).toBe(number));
    it.each(['Wait 2.1 s', 'Below 3.2%', 'Fee of ¥2.1', 'v3.2', 'Within 2.1小时', '2 calls', 'Clause 9.9', '2.1 or 3.2', '13.2', '3.2.1.9', '2026.3.2', '第 2 次', '第3项'])('%s points nowhere', name => expect(clauseOfStep({ name, documentation: '' }, clauses)).toBeUndefined());
});

describe('a diagram in a text', () => {
    const reference = { id: 'd-abcd2345', name: 'Way [1]', hash: 'a'.repeat(64) };
    const text = `# One {#c-one1}\n\nBefore.\n\n${placeOfDiagram(reference)}\n\nAfter.\n\n# Two {#c-two2}\n\nAs ever.`;
    const content = newContent({ language: 'en', title: 'T', kind: 'business', chapter: 'inbound', text, diagrams: [reference] });

    it('stands between what is said before and after it', () => expect(piecesOf(`Before.\n\n${placeOfDiagram(reference)}\n\nAfter.`)).toEqual([{ markdown: 'Before.' }, { diagramId: reference.id }, { markdown: 'After.' }]));
    it('changes its clause with its file, and no other', () => {
        const after = { ...content, diagrams: [{ ...reference, hash: 'b'.repeat(64) }] };
        expect(changedClauses(comparedClauses(content), comparedClauses(after))).toEqual({ changed: ['c-one1'], added: [], removed: [] });
        expect(canonicalContent(after)).not.toBe(canonicalContent(content));
    });
    it('that is not there leaves the hash of a content as it always was', () => {
        const { diagrams: _, ...without } = content;
        expect(canonicalContent({ ...content, diagrams: [] })).toBe(canonicalContent(without));
    });
});
