import type { Script } from './script';

/** Where a step stands in the picture: its layer from the start, and its place within it. */
export interface PlacedStep { readonly stepId: string; readonly layer: number; readonly place: number }
/** One way on. `back`: it leads to an earlier layer, or stays in its own. */
export interface PlacedChoice { readonly from: string; readonly choiceId: string; readonly to: string; readonly back: boolean }
export interface ScriptPicture { readonly steps: readonly PlacedStep[]; readonly choices: readonly PlacedChoice[]; readonly layers: number; readonly widest: number }

const sweeps = 6;

/** Choices that close a loop, found by a search into the depth: the picture is laid out as if they were not there. */
function loopClosing(script: Script, ids: ReadonlySet<string>): ReadonlySet<string> {
    const closing = new Set<string>();
    const [open, done] = [new Set<string>(), new Set<string>()];
    const steps = new Map(script.steps.map(each => [each.id, each]));
    /** Without recursion: a script may be as long as it likes. */
    const visit = (first: string): void => {
        const stack: { readonly id: string; place: number }[] = [{ id: first, place: 0 }];
        open.add(first);
        while (stack.length > 0) {
            const top = stack.at(-1)!;
            const choice = steps.get(top.id)!.choices[top.place++];
            if (!choice) {
                open.delete(top.id);
                done.add(top.id);
                stack.pop();
            } else if (open.has(choice.next)) {
                closing.add(`${top.id} ${choice.id}`);
            } else if (ids.has(choice.next) && !done.has(choice.next)) {
                open.add(choice.next);
                stack.push({ id: choice.next, place: 0 });
            }
        }
    };
    [script.start, ...ids].filter(each => ids.has(each)).forEach(each => { if (!done.has(each)) { visit(each); } });
    return closing;
}

/** Each step one layer below the lowest of those that lead to it. */
function layersOf(ids: readonly string[], edges: readonly (readonly [string, string])[]): ReadonlyMap<string, number> {
    const layer = new Map(ids.map(each => [each, 0]));
    const waits = new Map(ids.map(each => [each, edges.filter(([, to]) => to === each).length]));
    const ready = ids.filter(each => waits.get(each) === 0);
    for (const id of ready) {
        for (const [, to] of edges.filter(([from]) => from === id)) {
            layer.set(to, Math.max(layer.get(to)!, layer.get(id)! + 1));
            waits.set(to, waits.get(to)! - 1);
            if (waits.get(to) === 0) {
                ready.push(to);
            }
        }
    }
    return layer;
}

/**
 * The picture of a script by layers, after K. Sugiyama, S. Tagawa & M. Toda, IEEE Trans. Systems, Man, and Cybernetics 11 (1981) 109: loops are
 * opened, steps get the layer of the longest way to them, and within a layer they stand near the middle of what they are joined to, swept up and down.
 * Steps whose ids occur twice are shown once; choices that lead nowhere are left out.
 */
export function layOutScript(script: Script): ScriptPicture {
    const ids = [...new Set(script.steps.map(each => each.id))];
    const known = new Set(ids);
    const closing = loopClosing(script, known);
    const choices = ids.flatMap(from => script.steps.find(each => each.id === from)!.choices.filter(each => known.has(each.next)).map(each => ({ from, choiceId: each.id, to: each.next, closes: closing.has(`${from} ${each.id}`) })));
    const edges = choices.filter(each => !each.closes).map(({ from, to }) => [from, to] as const);
    const layer = layersOf(ids, edges);
    const count = Math.max(0, ...layer.values()) + 1;
    let rows = Array.from({ length: ids.length === 0 ? 0 : count }, (_, index) => ids.filter(each => layer.get(each) === index));
    for (let sweep = 0; sweep < sweeps; sweep++) {
        const down = sweep % 2 === 0;
        const places = new Map(rows.flatMap(row => row.map((id, place) => [id, place - (row.length - 1) / 2] as const)));
        rows = rows.map(row => {
            const middle = (id: string, place: number): number => {
                const near = edges.filter(([from, to]) => down ? to === id : from === id).map(([from, to]) => places.get(down ? from : to)!);
                return near.length === 0 ? place - (row.length - 1) / 2 : near.reduce((sum, each) => sum + each, 0) / near.length;
            };
            return row.map((id, place) => ({ id, middle: middle(id, place) })).sort((one, other) => one.middle - other.middle).map(({ id }) => id);
        });
    }
    return {
        steps: rows.flatMap((row, index) => row.map((stepId, place) => ({ stepId, layer: index, place }))),
        choices: choices.map(({ from, choiceId, to }) => ({ from, choiceId, to, back: layer.get(to)! <= layer.get(from)! })),
        layers: rows.length, widest: Math.max(0, ...rows.map(each => each.length))
    };
}
