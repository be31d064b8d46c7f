import { type Diagram, type DiagramStep, grouped } from './diagram';

/** A step as one reads it: with its number in the order of the flow, how deep it stands within parts, and where it leads. */
export interface OrderedStep {
    readonly number: number;
    /** 0 for the outermost. */
    readonly depth: number;
    readonly step: DiagramStep;
    readonly next: readonly { readonly number: number; readonly condition: string }[];
}

/**
 * The steps in the order of the flow, from where it starts: each after everything that leads to it, as far as nothing goes round in circles, the first way before the second.
 * The order is that of a depth-first search, by when it leaves a step, turned round (Tarjan 1976). The steps of a part follow it.
 */
export function stepsInOrder({ steps, flows }: Diagram): readonly OrderedStep[] {
    const children = grouped(steps, each => each.parent);
    const leading = grouped(flows, each => each.from);
    const ledTo = new Set(flows.map(each => each.to));
    const ordered: { readonly step: DiagramStep; readonly depth: number }[] = [];
    const add = (parent: string | null, depth: number): void => {
        const level = children.get(parent) ?? [];
        const beginnings = [...level.filter(each => each.kind === 'start'), ...level.filter(each => each.kind !== 'start' && !ledTo.has(each.id)), ...level];
        const here = new Map(level.map(each => [each.id, each]));
        for (const step of inFlow(beginnings, each => (leading.get(each.id) ?? []).flatMap(({ to }) => here.get(to) ?? []))) {
            ordered.push({ step, depth });
            if (step.kind === 'part') {
                add(step.id, depth + 1);
            }
        }
    };
    add(null, 0);
    const numbers = new Map(ordered.map(({ step }, place) => [step.id, place + 1]));
    return ordered.map(({ step, depth }) => ({
        number: numbers.get(step.id)!, depth, step, next: (leading.get(step.id) ?? []).flatMap(({ to, condition }) => numbers.has(to) ? [{ number: numbers.get(to)!, condition }] : [])
    }));
}

/** With a stack of its own: a chain of a thousand steps is deeper than recursion should go. */
function inFlow(beginnings: readonly DiagramStep[], after: (step: DiagramStep) => readonly DiagramStep[]): readonly DiagramStep[] {
    const seen = new Set<string>();
    const chains: DiagramStep[][] = [];
    for (const beginning of beginnings) {
        if (seen.has(beginning.id)) {
            continue;
        }
        const left: DiagramStep[] = [];
        seen.add(beginning.id);
        const stack = [{ step: beginning, ways: [...after(beginning)] }];
        while (stack.length > 0) {
            const top = stack[stack.length - 1]!;
            // The last way first, since the order is turned round in the end.
            const way = top.ways.pop();
            if (way === undefined) {
                left.push(top.step);
                stack.pop();
            } else if (!seen.has(way.id)) {
                seen.add(way.id);
                stack.push({ step: way, ways: [...after(way)] });
            }
        }
        chains.push(left.reverse());
    }
    return chains.flat();
}

/** What a diagram says, for search: the names of its steps in order, with the conditions that lead to them. */
export const wordsOfDiagram = (diagram: Diagram): string =>
    stepsInOrder(diagram).map(({ step, next }) => [step.name, ...next.map(each => each.condition)].filter(Boolean).join(' ')).filter(Boolean).join('\n');
