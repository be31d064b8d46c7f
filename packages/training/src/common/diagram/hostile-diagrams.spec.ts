import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagramLimits, diagramProblems } from './diagram';
import { readDiagram } from './read-diagram';
import { stepsInOrder } from './steps-in-order';
import { madeUpDiagram } from './testing/drawn';

const runs = process.env.EARSHOT_LONG ? 10_000 : 100;
/** The same files every time: one that fails can be looked at. */
const seed = 20_261_203;
const sound = madeUpDiagram([{ type: 'startEvent', id: 'start' }, { type: 'task', id: 'ask', name: 'Ask', documentation: '2.1' }, { type: 'endEvent', id: 'end' }], [['start', 'ask'], ['ask', 'end']], { lanes: { Agent: ['ask'] } });
const pieces = ['<', '>', '"', '&', '&e;', '<![CDATA[', ']]>', '<!--', '\u0000', '\uFFFF', 'id="start"', 'id="__proto__"', 'bpmnElement="process"', 'sourceRef="end"', '<bpmn:subProcess id="p">', '</bpmn:process>', 'x="NaN"', 'x="1e308"', '<bpmn:task id="t"/>', '<bpmn:laneSet/>', 'xsi:type="bpmn:Task"', '<constructor/>', ' '.repeat(300)];
const mutation = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 30 }), piece: fc.constantFrom(...pieces), times: fc.constantFrom(1, 1, 2, 40) });

it(`reads ${runs} mutated files or says what is wrong with each`, { timeout: 600_000 }, () => fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 5 }), async mutations => {
    const text = mutations.reduce((now, { at, cut, piece, times }) => now.slice(0, Math.floor(at * now.length)) + piece.repeat(times) + now.slice(Math.floor(at * now.length) + cut), sound);
    const { diagram, problem } = await readDiagram(text);
    if (diagram) {
        expect(stepsInOrder(diagram)).toHaveLength(diagram.steps.length);
    } else {
        expect(diagramProblems).toContain(problem);
    }
}), { numRuns: runs, seed }));

const filled = (piece: string): string => sound.replace('</bpmn:process>', `${piece.repeat(Math.floor((diagramLimits.bytes - sound.length) / piece.length))}</bpmn:process>`);

describe('what is meant to do harm', () => {
    it.each([
        ['nothing', '', 'diagram-empty'], ['more than a file may be', `${sound}${' '.repeat(diagramLimits.bytes)}`, 'diagram-too-large'],
        ['entities that grow', `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${sound}`, 'diagram-declares'], ['a file of the server', sound.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">'), 'diagram-declares'],
        ['no XML', 'PK\u0003\u0004', 'diagram-not-xml'], ['broken XML', sound.replace('</bpmn:process>', ''), 'diagram-not-xml'], ['another XML', '<svg xmlns="http://www.w3.org/2000/svg" onload="attack()"/>', 'diagram-not-bpmn'],
        ['nothing that is drawn', madeUpDiagram([{ type: 'task', id: 'a' }], [], { drawn: false }), 'diagram-not-drawn'], ['a shape in the middle of nowhere', sound.replace('x="100"', 'x="1e300"'), 'diagram-not-drawn'], ['a shape without size', sound.replace('width="100"', 'width="-1"'), 'diagram-not-drawn'],
        ['50,000 elements', filled('<bpmn:task/>'), 'diagram-not-xml'], ['thousands of steps', sound.replace('</bpmn:process>', `${Array.from({ length: 5000 }, (_, place) => `<bpmn:task id="t${place}"/>`).join('')}</bpmn:process>`), 'diagram-too-many'],
        ['parts within parts', sound.replace('</bpmn:process>', `${Array.from({ length: 150 }, (_, place) => `<bpmn:subProcess id="p${place}">`).join('')}${'</bpmn:subProcess>'.repeat(150)}</bpmn:process>`), 'diagram-not-xml']
    ] as const)('%s', { timeout: 30_000 }, async (_, text, problem) => expect(await readDiagram(text)).toEqual({ problem }));

    it('a script is text like any other, and what refers to nothing is passed over', async () => {
        const { diagram } = await readDiagram(madeUpDiagram([{ type: 'task', id: 'a', name: '<script>attack()</script>', documentation: '[x](javascript:attack())' }], [['a', 'nowhere']]));
        expect(diagram).toMatchObject({ steps: [{ name: '<script>attack()</script>', documentation: '[x](javascript:attack())' }], flows: [] });
    });
});
