import { marginOf } from './precision';
import type { PlanOutline } from './sampling-contract';
import type { SamplingDefinition } from './sampling-definition';
import { cellsOf, type Deviations, type FrameUnit, stratumKey } from './sampling-frame';

/** Of plans that ask for no precision. */
const usualConfidence = 0.95;

export interface OutlinedStratum { readonly stratum: readonly (string | null)[]; readonly population: number; readonly calls: number }

/** What would be drawn from a population, in numbers: as far as it takes no names. */
export type OutlineFigures = Pick<PlanOutline, 'population' | 'populationMs' | 'random' | 'byRules' | 'milliseconds' | 'margin' | 'confidence' | 'rules'> & { readonly strata: readonly OutlinedStratum[] };

export function outlineOf(definition: SamplingDefinition, frame: readonly FrameUnit[], deviations: Deviations): OutlineFigures {
    const cells = cellsOf(definition, frame, deviations);
    const strata = new Map<string, OutlinedStratum>();
    for (const each of cells) {
        const before = strata.get(stratumKey(each.stratum)) ?? { stratum: each.stratum, population: 0, calls: 0 };
        strata.set(stratumKey(each.stratum), { ...before, population: before.population + each.units.length, calls: before.calls + each.calls });
    }
    const random = cells.reduce((sum, each) => sum + each.atRandom, 0);
    const confidence = definition.size.kind === 'precision' ? definition.size.confidence : usualConfidence;
    const meanMs = (units: readonly number[]): number => units.reduce((sum, place) => sum + frame[place]!.durationMs, 0) / Math.max(1, units.length);
    return {
        population: frame.length, populationMs: frame.reduce((sum, each) => sum + each.durationMs, 0), random, byRules: cells.reduce((sum, each) => sum + each.calls, 0) - random,
        milliseconds: Math.round(cells.reduce((sum, each) => sum + each.calls * meanMs(each.units), 0)), margin: marginOf(random, frame.length, confidence), confidence, strata: [...strata.values()],
        rules: definition.rules.map(({ name, share }, place) => {
            const own = cells.filter(each => each.rule === place);
            const population = own.reduce((sum, each) => sum + each.units.length, 0);
            return { name, population, wanted: Math.round(population * share), calls: own.reduce((sum, each) => sum + each.calls, 0) };
        })
    };
}
