import { type DrawIndex, randomIndices, randomOrder, simpleRandomSample, systematicSample } from '@earshot/statistics';
import { divide, type DrawEvaluator } from './division';
import type { SamplingDefinition } from './sampling-definition';
import { cellsOf, type Deviations, drawMethod, type FrameUnit, type SamplingCell } from './sampling-frame';

export const itemKinds = ['random', 'rule', 'shadow', 'intra'] as const;
export type ItemKind = typeof itemKinds[number];

/** A call that somebody has scored before, for scoring it once more. */
export interface EarlierScore {
    readonly evaluationId: string;
    readonly evaluatorId: string;
    readonly interactionId: string;
    readonly durationMs: number;
}

/** What a draw rests on, frozen with it. */
export interface DrawInput {
    readonly definition: SamplingDefinition;
    readonly frame: readonly FrameUnit[];
    readonly evaluators: readonly DrawEvaluator[];
    readonly earlier: readonly EarlierScore[];
    readonly deviations: Deviations;
    /** What evaluators have open from other draws, in milliseconds, by their ids. Draws of old do not say. */
    readonly openMs?: Readonly<Record<string, number>>;
}

export interface DrawnItem {
    readonly kind: ItemKind;
    readonly interactionId: string;
    readonly durationMs: number;
    /** Null for intra-rater items: they are no part of the population. */
    readonly cell: string | null;
    /** The chance that the call had to be drawn for this; null where it says nothing about the population. */
    readonly probability: number | null;
    readonly evaluatorId: string | null;
    /** The earlier evaluation that an intra-rater item is held against. */
    readonly earlierId: string | null;
}

export interface Draw {
    readonly cells: readonly SamplingCell[];
    /** In the order in which they are handed out: no one can tell from it why a call was drawn. */
    readonly items: readonly DrawnItem[];
    /** By cell the ids of the calls that were not drawn, in the order in which they replace others. */
    readonly reserve: ReadonlyMap<string, readonly string[]>;
}

interface Selected { readonly unit: FrameUnit; readonly cell: SamplingCell }

function select(cell: SamplingCell, definition: SamplingDefinition, draw: DrawIndex): { readonly drawn: readonly number[]; readonly reserve: readonly number[] } {
    const order = randomOrder(cell.units.length, draw);
    const places = definition.spread && cell.rule === null ? systematicSample(cell.units.length, cell.calls, draw) : order.slice(0, cell.calls);
    const taken = new Set(places);
    return { drawn: places.map(place => cell.units[place]!), reserve: order.filter(place => !taken.has(place)).map(place => cell.units[place]!) };
}

const shadows = (items: readonly (Selected & { readonly evaluatorId: string | null })[], { definition, evaluators }: DrawInput, draw: DrawIndex, loads: Map<string, number>): readonly DrawnItem[] => {
    const scored = items.filter(each => each.evaluatorId !== null);
    const chosen = simpleRandomSample(scored.length, Math.round(scored.length * definition.shadowShare), draw).map(place => scored[place]!);
    const second = divide(chosen.map(each => each.unit), evaluators, definition.notOwnTeam, draw, loads, place => chosen[place]!.evaluatorId);
    return chosen.flatMap(({ unit, cell }, place) => second[place] ? [{ kind: 'shadow' as const, interactionId: unit.id, durationMs: unit.durationMs, cell: cell.key, probability: null, evaluatorId: second[place], earlierId: null }] : []);
};

/** Everybody's share of earlier calls of their own, as many as the whole has evaluators for. */
const repeats = (count: number, { definition, evaluators, earlier }: DrawInput, draw: DrawIndex, loads: Map<string, number>): readonly DrawnItem[] => {
    const able = [...earlier].filter(each => evaluators.some(one => one.id === each.evaluatorId)).sort((one, other) => one.evaluationId < other.evaluationId ? -1 : 1);
    const chosen = simpleRandomSample(able.length, Math.min(able.length, Math.round(count * definition.intraShare)), draw).map(place => able[place]!);
    chosen.forEach(each => loads.set(each.evaluatorId, (loads.get(each.evaluatorId) ?? 0) + each.durationMs));
    return chosen.map(each => (
        { kind: 'intra' as const, interactionId: each.interactionId, durationMs: each.durationMs, cell: null, probability: null, evaluatorId: each.evaluatorId, earlierId: each.evaluationId }
    ));
};

/**
 * Draws the calls of one period. The same input and seed give the same draw, on every machine and at any time: whoever doubts it can
 * draw it again. Within a cell every call has the same chance, calls / units, so that results can be weighted by its inverse.
 * @param method the version of the steps by which the draw was made
 */
export function drawSample(input: DrawInput, seed: number, method = drawMethod): Draw {
    const { definition, frame, evaluators, deviations } = input;
    const draw = randomIndices(seed);
    const cells = cellsOf(definition, frame, deviations, method);
    const reserve = new Map<string, readonly string[]>();
    const selected = cells.flatMap(cell => {
        const { drawn, reserve: others } = select(cell, definition, draw);
        reserve.set(cell.key, others.map(place => frame[place]!.id));
        return drawn.map((place): Selected => ({ unit: frame[place]!, cell }));
    });
    const loads = new Map(method < 3 ? [] : Object.entries(input.openMs ?? {}));
    const before = method < 3 ? undefined : repeats(selected.length, input, draw, loads); // who scores them is given: first, so that the others even them out
    const firsts = divide(selected.map(each => each.unit), evaluators, definition.notOwnTeam, draw, loads);
    const assigned = selected.map((each, place) => ({ ...each, evaluatorId: firsts[place]! }));
    const items: readonly DrawnItem[] = [
        ...assigned.map(({ unit, cell, evaluatorId }): DrawnItem => ({
            kind: cell.rule === null ? 'random' : 'rule', interactionId: unit.id, durationMs: unit.durationMs, cell: cell.key, probability: cell.calls / cell.units.length, evaluatorId, earlierId: null
        })),
        ...shadows(assigned, input, draw, loads), ...before ?? repeats(assigned.length, input, draw, loads)
    ];
    return { cells, items: randomOrder(items.length, draw).map(place => items[place]!), reserve };
}
