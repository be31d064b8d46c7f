import type { GeneratedMoment, Json, Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { Generated } from 'kysely';
import type { DrawInput, ItemKind } from '../../common/sampling/draw';
import type { ReplacementReason } from '../../common/sampling/sampling-contract';
import type { SamplingDefinition } from '../../common/sampling/sampling-definition';

/** Who is qualified to score on which form. */
export interface EvaluatorFormTable { person_id: string; form_id: string }
export interface SamplingPlanTable {
    id: string; title: string; definition: Json<SamplingDefinition>; active: boolean; created_by: string; created_at: GeneratedMoment;
    /** From when on periods are drawn by themselves. */
    active_since: Moment;
    version: Generated<number>;
}

/** A cell of a draw: `size` calls of the population, of which so many were drawn. */
export interface StoredCell { readonly key: string; readonly stratum: readonly (string | null)[]; readonly rule: number | null; readonly size: number; readonly calls: number }
export interface SamplingDrawTable {
    id: string; plan_id: string; form_id: string; first_day: string; last_day: string; drawn_at: GeneratedMoment; drawn_by: string | null; due_at: Moment;
    seed: number; method: number; population: number; population_hash: string;
    /** Everything that the draw rests on, as it was then. */
    input: Json<DrawInput>;
    cells: Json<readonly StoredCell[]>;
}
export interface SamplingItemTable {
    id: string; draw_id: string; place: number; kind: ItemKind; interaction_id: string; cell: string | null; probability: number | null; duration_ms: number; evaluator_id: string | null;
    evaluation_id: string | null; earlier_id: string | null; scored_at: OptionalMoment;
    replaced_by: string | null; replaced_at: OptionalMoment; reason: ReplacementReason | null; reason_text: string | null;
}

export interface SamplingTables {
    'quality.evaluator_form': EvaluatorFormTable;
    'quality.sampling_plan': SamplingPlanTable;
    'quality.sampling_draw': SamplingDrawTable;
    'quality.sampling_item': SamplingItemTable;
}
