import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { brokenAt } from '../xml/xml-shape';
import { type Diagram, type DiagramFlow, diagramLimits, type DiagramProblem, type DiagramStep, type StepKind } from './diagram';

export type ReadDiagram = { readonly diagram: Diagram; readonly problem?: undefined } | { readonly diagram?: undefined; readonly problem: DiagramProblem };

/** Farther from the middle nobody draws, and a screen that tried would show nothing. In pixels. */
const farthest = 100_000;

const kinds: readonly (readonly [type: string, kind: StepKind])[] = [
    ['bpmn:StartEvent', 'start'], ['bpmn:EndEvent', 'end'], ['bpmn:ExclusiveGateway', 'decision'], ['bpmn:ParallelGateway', 'parallel'], ['bpmn:EventBasedGateway', 'awaited'], ['bpmn:Gateway', 'choice'],
    ['bpmn:SubProcess', 'part'], ['bpmn:Activity', 'task'], ['bpmn:Event', 'event']
];

/**
 * Reads a BPMN 2.0 file. What a file could do harm with is refused before it is parsed: declarations of types and entities, nesting and numbers beyond all measure.
 * A reference to what is not there is passed over, as other programs that show diagrams do.
 */
export async function readDiagram(xml: string): Promise<ReadDiagram> {
    const problem = problemOfText(xml);
    if (problem) {
        return { problem };
    }
    const definitions = await new BpmnModdle().fromXML(xml).then(({ rootElement }) => rootElement, () => undefined);
    if (!definitions?.$instanceOf?.('bpmn:Definitions')) {
        return { problem: 'diagram-not-bpmn' };
    }
    const drawn = childrenOf(definitions, 'diagrams').slice(0, 1).flatMap(each => childrenOf(memberOf(each, 'plane'), 'planeElement'));
    if (drawn.length > diagramLimits.drawn) {
        return { problem: 'diagram-too-many' };
    }
    const shapes = drawn.filter(each => each.$instanceOf('bpmndi:BPMNShape'));
    if (!shapes.some(each => memberOf(each, 'bpmnElement')) || !shapes.every(each => isDrawable(memberOf(each, 'bounds')))) {
        return { problem: 'diagram-not-drawn' };
    }
    const diagram = diagramOf(definitions);
    return diagram.steps.length + diagram.flows.length > diagramLimits.drawn ? { problem: 'diagram-too-many' } : { diagram };
}

function problemOfText(xml: string): DiagramProblem | undefined {
    if (xml.trim() === '') {
        return 'diagram-empty';
    }
    // UTF-8 takes three bytes at most for one UTF-16 unit.
    if (xml.length > diagramLimits.bytes || new TextEncoder().encode(xml).length > diagramLimits.bytes) {
        return 'diagram-too-large';
    }
    return /<!(?:DOCTYPE|ENTITY)/i.test(xml) ? 'diagram-declares' : brokenAt(xml) === undefined && xml.includes('<') ? undefined : 'diagram-not-xml';
}

const isElement = (value: unknown): value is ModdleElement => typeof value === 'object' && value !== null && typeof (value as Partial<ModdleElement>).$instanceOf === 'function';
const memberOf = (element: ModdleElement | undefined, name: string): ModdleElement | undefined => {
    const value = element?.get(name);
    return isElement(value) ? value : undefined;
};
const childrenOf = (element: ModdleElement | undefined, name: string): readonly ModdleElement[] => {
    const value = element?.get(name);
    return Array.isArray(value) ? value.filter(isElement) : [];
};
const textOf = (element: ModdleElement | undefined, name: string): string => {
    const value = element?.get(name);
    return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
};
const idOf = (element: ModdleElement | undefined): string | undefined => typeof element?.id === 'string' && element.id !== '' ? element.id : undefined;

function isDrawable(bounds: ModdleElement | undefined): boolean {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(each => bounds?.get(each));
    return [x, y, width, height].every(each => typeof each === 'number' && Number.isFinite(each) && Math.abs(each) <= farthest) && (width as number) > 0 && (height as number) > 0;
}

function diagramOf(definitions: ModdleElement): Diagram {
    const steps: DiagramStep[] = [];
    const flows: DiagramFlow[] = [];
    // What interrupts a step comes after what usually follows it.
    const interruptions: DiagramFlow[] = [];
    const roots = childrenOf(definitions, 'rootElements');
    const pools = new Map(roots.filter(each => each.$instanceOf('bpmn:Collaboration')).flatMap(each => childrenOf(each, 'participants')).map(each => [memberOf(each, 'processRef'), textOf(each, 'name')]));
    const walk = (container: ModdleElement, parent: string | null, pool: string): void => {
        const lanes = new Map(childrenOf(container, 'laneSets').flatMap(each => childrenOf(each, 'lanes')).flatMap(lane => childrenOf(lane, 'flowNodeRef').map(node => [node, textOf(lane, 'name')] as const)));
        for (const element of childrenOf(container, 'flowElements')) {
            const id = idOf(element);
            const kind = kinds.find(([type]) => element.$instanceOf(type))?.[1];
            if (id !== undefined && kind) {
                const who = lanes.get(element) || pool;
                const documentation = childrenOf(element, 'documentation').map(each => textOf(each, 'text')).filter(Boolean).join(' ');
                steps.push({ id, kind, name: textOf(element, 'name'), documentation, who, parent });
                const host = idOf(memberOf(element, 'attachedToRef'));
                if (host !== undefined) {
                    interruptions.push({ id: `${host} ${id}`, from: host, to: id, condition: '' });
                }
                if (kind === 'part') {
                    walk(element, id, who);
                }
            } else if (id !== undefined && element.$instanceOf('bpmn:SequenceFlow')) {
                const [from, to] = [idOf(memberOf(element, 'sourceRef')), idOf(memberOf(element, 'targetRef'))];
                if (from !== undefined && to !== undefined) {
                    flows.push({ id, from, to, condition: textOf(element, 'name') });
                }
            }
        }
    };
    roots.filter(each => each.$instanceOf('bpmn:Process')).forEach(each => walk(each, null, pools.get(each) ?? ''));
    const known = new Set(steps.map(each => each.id));
    return { steps, flows: [...flows, ...interruptions].filter(each => known.has(each.from) && known.has(each.to)) };
}
