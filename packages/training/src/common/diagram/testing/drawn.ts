/** A step of a made-up diagram: the name of its element, `userTask`, what else its tag says, and what stands inside. */
export interface MadeUpStep { readonly type: string; readonly id: string; readonly name?: string; readonly documentation?: string; readonly attributes?: string; readonly inside?: string }
/** From, to and condition. */
export type MadeUpFlow = readonly [from: string, to: string, condition?: string];

const escaped = (text: string): string => text.replace(/[&<>"]/g, each => `&#${each.charCodeAt(0)};`);
const element = ({ type, id, name = '', documentation, attributes = '', inside = '' }: MadeUpStep): string =>
    `<bpmn:${type} id="${id}" name="${escaped(name)}" ${attributes}>${documentation === undefined ? '' : `<bpmn:documentation>${escaped(documentation)}</bpmn:documentation>`}${inside}</bpmn:${type}>`;
const line = ([from, to, condition = '']: MadeUpFlow): string => `<bpmn:sequenceFlow id="f-${from}-${to}" name="${escaped(condition)}" sourceRef="${from}" targetRef="${to}"/>`;

/** For tests: a BPMN file with steps in a row, drawn from left to right. */
export function madeUpDiagram(steps: readonly MadeUpStep[], flows: readonly MadeUpFlow[], { lanes = {}, drawn = true }: { readonly lanes?: Readonly<Record<string, readonly string[]>>; readonly drawn?: boolean } = {}): string {
    const laneSet = Object.entries(lanes).map(([name, ids], place) => `<bpmn:lane id="lane-${place}" name="${escaped(name)}">${ids.map(id => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`).join('')}</bpmn:lane>`).join('');
    const shapes = steps.map(({ id }, place) => `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${100 + place * 150}" y="100" width="100" height="80"/></bpmndi:BPMNShape>`);
    const edges = flows.map(([from, to]) => `<bpmndi:BPMNEdge id="f-${from}-${to}-edge" bpmnElement="f-${from}-${to}"><di:waypoint x="0" y="0"/><di:waypoint x="9" y="9"/></bpmndi:BPMNEdge>`);
    return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="made-up">
<bpmn:process id="process">${laneSet && `<bpmn:laneSet id="lanes">${laneSet}</bpmn:laneSet>`}${steps.map(element).join('\n')}${flows.map(line).join('\n')}</bpmn:process>
${drawn ? `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="process">${[...shapes, ...edges].join('\n')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>` : ''}</bpmn:definitions>`;
}
