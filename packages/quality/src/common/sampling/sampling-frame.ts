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
    /** How many of these the size of the plan asks for by itself; rules add the others. */
    readonly atRandom: number;
}

/**
 * Draws are made by this version of the steps; a later one must be able to make the earlier ones again. Since 2, rules count the calls that chance has drawn;
 * since 3, calls that evaluators score once more, and what they have open from other draws, count when calls are divided.
 */
export const drawMethod = 3;

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

type Group = Omit<SamplingCell, 'calls' | 'atRandom'>;
type Calls = Pick<SamplingCell, 'calls' | 'atRandom'>;
const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
/** Products of parts of 1 miss whole numbers by less. */
const rounding = 1e-9;

/** How many calls the size asks for, of so many in each stratum. */
function askedCalls({ size }: SamplingDefinition, population: number, sizes: readonly number[], keys: readonly string[], deviations: Deviations): readonly number[] {
    if (size.kind === 'per-stratum') {
        return sizes.map(each => Math.min(each, size.calls));
    }
    const calls = size.kind === 'total' ? size.calls : sampleSize({ population, confidence: size.confidence, margin: size.margin }).value ?? 0;
    return allocate(sizes.map((each, place) => ({ size: each, deviation: deviations[keys[place]!] })), calls, size.allocation, 1);
}

/** Divides what each rule may add among its cells. */
function addByRules(groups: readonly Group[], atRandom: readonly number[], wanted: readonly number[], most: number, least: number): readonly number[] {
    const added = groups.map(() => 0);
    allocate(wanted.map(size => ({ size })), Math.min(most, total(wanted))).forEach((calls, rule) => {
        const places = groups.flatMap((each, place) => each.rule === rule ? [place] : []);
        allocate(places.map(place => ({ size: groups[place]!.units.length - atRandom[place]! })), calls, 'proportional', least).forEach((part, index) => { added[places[index]!] = part; });
    });
    return added;
}

const sizeOfRule = (groups: readonly Group[], rule: number): number => total(groups.map(each => each.rule === rule ? each.units.length : 0));

/** Method 1: the size is that of the calls beside the rules, which may leave those of a rule with less of a chance than the others have. */
function callsBesideRules(definition: SamplingDefinition, population: number, groups: readonly Group[], deviations: Deviations): readonly Calls[] {
    const random = groups.filter(each => each.rule === null);
    const asked = new Map(askedCalls(definition, population, random.map(each => each.units.length), random.map(each => stratumKey(each.stratum)), deviations).map((calls, place) => [random[place]!.key, calls]));
    const wanted = definition.rules.map(({ share }, rule) => Math.round(share * sizeOfRule(groups, rule)));
    const most = random.length ? Math.floor(total([...asked.values()]) * definition.mostByRules / (1 - definition.mostByRules)) : total(wanted);
    const added = addByRules(groups, groups.map(() => 0), wanted, most, 1);
    return groups.map((each, place) => ({ atRandom: asked.get(each.key) ?? 0, calls: (asked.get(each.key) ?? 0) + added[place]! }));
}

/** Method 2: the size is divided among all calls of a stratum, so that those of a rule have at least the chance of the others; then rules add to it. */
function callsWithRules(definition: SamplingDefinition, population: number, groups: readonly Group[], deviations: Deviations): readonly Calls[] {
    const strata = new Map<string, { size: number; free: number }>();
    for (const { stratum, rule, units } of groups) {
        const { size, free } = strata.get(stratumKey(stratum)) ?? { size: 0, free: 0 };
        strata.set(stratumKey(stratum), { size: size + units.length, free: free + (rule === null ? units.length : 0) });
    }
    const keys = [...strata.keys()];
    const asked = askedCalls(definition, population, [...strata.values()].map(each => each.size), keys, deviations);
    const rates = new Map([...strata.values()].map(({ size, free }, place) => {
        const calls = asked[place]!;
        return [keys[place]!, free ? Math.min(calls, Math.max(1, Math.round(calls * free / size))) / free : calls / size];
    }));
    const atRandom = groups.map(({ stratum, rule, units }) => {
        const exact = rates.get(stratumKey(stratum))! * units.length;
        return rule === null ? Math.round(exact) : Math.ceil(exact - rounding);
    });
    const wanted = definition.rules.map(({ share }, rule) => Math.max(0, Math.round(share * sizeOfRule(groups, rule)) - total(groups.map((each, place) => each.rule === rule ? atRandom[place]! : 0))));
    // Where every call belongs to a rule there are no others to hold them against.
    const most = groups.some(each => each.rule === null) ? Math.floor(total(atRandom) * definition.mostByRules / (1 - definition.mostByRules) + rounding) : total(wanted);
    const added = addByRules(groups, atRandom, wanted, most, 0);
    return groups.map((_, place) => ({ atRandom: atRandom[place]!, calls: atRandom[place]! + added[place]! }));
}

/**
 * The cells of a frame, with how many calls each gives. The size of the plan is divided among all calls; what rules add comes on top,
 * up to the largest part of the draw that they may add, and is divided among them in proportion where it would be more. Parts are
 * rounded up for the calls of rules: no call has less of a chance for being one of a rule.
 * @param method the version of the steps by which the draw was made
 */
export function cellsOf(definition: SamplingDefinition, frame: readonly FrameUnit[], deviations: Deviations = {}, method = drawMethod): readonly SamplingCell[] {
    const units = new Map<string, number[]>();
    frame.forEach((unit, place) => {
        const places = units.get(cellKey(unit)) ?? [];
        places.push(place);
        units.set(cellKey(unit), places);
    });
    const groups = [...units].sort(([one], [other]) => one < other ? -1 : 1).map(([key, places]): Group => ({ key, stratum: frame[places[0]!]!.stratum, rule: frame[places[0]!]!.rule, units: places }));
    const calls = (method === 1 ? callsBesideRules : callsWithRules)(definition, frame.length, groups, deviations);
    return groups.map((each, place) => ({ ...each, ...calls[place]! }));
}
