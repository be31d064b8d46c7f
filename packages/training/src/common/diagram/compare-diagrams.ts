import { type Diagram, type DiagramFlow, type DiagramStep, grouped } from './diagram';

/** `rewired`: it leads elsewhere, or under another condition. `retold`: it is of another kind, stands with somebody else, or is described otherwise. */
export const stepChanges = ['added', 'removed', 'renamed', 'rewired', 'retold'] as const;
export type StepChange = typeof stepChanges[number];

/** What became of a step from one version of a diagram to another; at least one change. */
export interface StepDifference { readonly id: string; readonly changes: readonly StepChange[]; readonly before: DiagramStep | null; readonly after: DiagramStep | null }

const waysFrom = (flows: readonly DiagramFlow[]): ReadonlyMap<string, string> =>
    new Map([...grouped(flows, each => each.from)].map(([from, ways]) => [from, JSON.stringify(ways.map(({ to, condition }) => [to, condition]).sort(([one], [other]) => one! < other! ? -1 : 1))]));

/** The steps that are not what they were, by their ids: those of the later version in its order, then those that went. How something looks, and where it is drawn, is no difference. */
export function compareDiagrams(before: Diagram, after: Diagram): readonly StepDifference[] {
    const [old, waysBefore, waysAfter] = [new Map(before.steps.map(each => [each.id, each])), waysFrom(before.flows), waysFrom(after.flows)];
    const now = new Set(after.steps.map(each => each.id));
    const changed = after.steps.map((step): StepDifference => {
        const was = old.get(step.id);
        if (!was) {
            return { id: step.id, changes: ['added'], before: null, after: step };
        }
        const changes: readonly (readonly [StepChange, boolean])[] = [
            ['renamed', was.name !== step.name], ['rewired', waysBefore.get(step.id) !== waysAfter.get(step.id)],
            ['retold', was.kind !== step.kind || was.who !== step.who || was.documentation !== step.documentation || was.parent !== step.parent]
        ];
        return { id: step.id, changes: changes.filter(([, is]) => is).map(([change]) => change), before: was, after: step };
    });
    return [...changed.filter(each => each.changes.length > 0), ...before.steps.filter(each => !now.has(each.id)).map((step): StepDifference => ({ id: step.id, changes: ['removed'], before: step, after: null }))];
}
