import { allocate, sampleSize } from '@earshot/statistics';
import type { SamplingDefinition } from './sampling-definition';
import { meets, type SamplingUnit, stratumOf } from './sampling-unit';

/** A call as it stands in the frozen population of a draw: all that is needed to draw again, whatever becomes of the call later. */
export interface FrameUnit {
    readonly id: string;
    readonly startedAt: string;
    readonly durationMs: number;
    readonly agentId: string | null;
    readonly teamId: string | null;
    readonly stratum: readonly (string | null)[];
    /** Place of the rule that it belongs to; null for the random part. */
    readonly rule: number | null;
}

/** Calls of one stratum that have the same chance: those of a rule, or those that are drawn at random. */
export interface SamplingCell {
    readonly key: string;
    readonly stratum: readonly (string | null)[];
    readonly rule: number | null;
    /** Places in the frame, in the order of time. */
    readonly units: readonly number[];
    /** How many of them are drawn. */
    readonly calls: number;
}

const byTime = (one: FrameUnit, other: FrameUnit): number => one.startedAt < other.startedAt ? -1 : one.startedAt > other.startedAt ? 1 : one.id < other.id ? -1 : 1;

/** The population of a plan among these calls, in the order of time. */
export const frameOf = (definition: SamplingDefinition, units: readonly SamplingUnit[]): readonly FrameUnit[] => units.filter(each => meets(each, definition.population)).map(unit => {
    const rule = definition.rules.findIndex(each => meets(unit, each.condition));
    return {
        id: unit.id, startedAt: unit.startedAt, durationMs: unit.durationMs, agentId: unit.agentId, teamId: unit.teamId,
        stratum: stratumOf(unit, definition.strata, definition.newStaffDays), rule: rule < 0 ? null : rule
    };
}).sort(byTime);

export const stratumKey = (stratum: readonly (string | null)[]): string => JSON.stringify(stratum);
const cellKey = (unit: Pick<FrameUnit, 'stratum' | 'rule'>): string => `${unit.rule ?? '-'} ${stratumKey(unit.stratum)}`;

/** Standard deviations of earlier scores by stratum, for Neyman's allocation. */
export type Deviations = Readonly<Record<string, number>>;

/** How many calls the size asks for at random, of so many in each stratum. */
function randomCalls({ size }: SamplingDefinition, population: number, sizes: readonly number[], keys: readonly string[], deviations: Deviations): readonly number[] {
    if (size.kind === 'per-stratum') {
        return sizes.map(each => Math.min(each, size.calls));
    }
    const total = size.kind === 'total' ? size.calls : sampleSize({ population, confidence: size.confidence, margin: size.margin }).value ?? 0;
    return allocate(sizes.map((each, place) => ({ size: each, deviation: deviations[keys[place]!] })), total, size.allocation, 1);
}

/**
 * The cells of a frame, with how many calls each gives. The size of the plan is that of the random part; what rules draw comes on
 * top, up to the largest part that they may take, and is divided among them in proportion where it would be more.
 */
export function cellsOf(definition: SamplingDefinition, frame: readonly FrameUnit[], deviations: Deviations = {}): readonly SamplingCell[] {
    const units = new Map<string, number[]>();
    frame.forEach((unit, place) => {
        const key = cellKey(unit);
        units.set(key, [...units.get(key) ?? [], place]);
    });
    const cells = [...units].sort(([one], [other]) => one < other ? -1 : 1).map(([key, places]) => ({ key, stratum: frame[places[0]!]!.stratum, rule: frame[places[0]!]!.rule, units: places }));
    const random = cells.filter(each => each.rule === null);
    const drawn = new Map(randomCalls(definition, frame.length, random.map(each => each.units.length), random.map(each => stratumKey(each.stratum)), deviations).map((calls, place) => [random[place]!.key, calls]));
    const atRandom = [...drawn.values()].reduce((sum, each) => sum + each, 0);

    const ruled = definition.rules.map((_, rule) => cells.filter(each => each.rule === rule));
    const wanted = ruled.map((each, rule) => Math.round(definition.rules[rule]!.share * each.reduce((sum, cell) => sum + cell.units.length, 0)));
    const all = wanted.reduce((sum, each) => sum + each, 0);
    // Where every call belongs to a rule there is no random part to hold them against.
    const most = random.length ? Math.floor(atRandom * definition.mostByRules / (1 - definition.mostByRules)) : all;
    allocate(wanted.map(size => ({ size })), Math.min(most, all)).forEach((calls, rule) => {
        allocate(ruled[rule]!.map(each => ({ size: each.units.length })), calls, 'proportional', 1).forEach((part, place) => drawn.set(ruled[rule]![place]!.key, part));
    });
    return cells.map(each => ({ ...each, calls: drawn.get(each.key) ?? 0 }));
}
