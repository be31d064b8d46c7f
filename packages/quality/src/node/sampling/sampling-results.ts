import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { estimateOf, estimatesByStratum, rescored } from '../../common/sampling/coverage';
import type { DrawResult, ItemState, SamplingItem } from '../../common/sampling/sampling-contract';
import type { SamplingDefinition } from '../../common/sampling/sampling-definition';
import { periodAround } from '../../common/sampling/sampling-period';
import type { QualityTables } from '../quality-tables';
import { houseZone } from '../house-zone';
import { stratumNames } from './sampling-names';
import { lateCalls } from './sampling-population';
import { drawsFound, percentAtFirst, percentInForce, publishedTitle, showDraw } from './sampling-query';
import type { StoredCell } from './sampling-tables';

/** How far draws are scored, and what that says of all calls of the population. */
@injectable()
export class SamplingResults {
    constructor(@inject(Database) private readonly database: Database) { }

    async result(id: string): Promise<DrawResult> {
        const database = this.database.read<QualityTables>();
        const [draw, frozen, items] = await Promise.all([
            drawsFound(database).where('draw.id', '=', id).executeTakeFirst().then(orNotFound), this.frozen(id),
            database.selectFrom('quality.sampling_item as item').where('item.draw_id', '=', id).where('item.replaced_by', 'is', null).leftJoin('core.person as evaluator', 'evaluator.id', 'item.evaluator_id')
                .select(['item.kind', 'item.cell', 'item.interaction_id', 'item.duration_ms', 'item.scored_at', 'item.evaluator_id', 'evaluator.name', percentInForce('item.evaluation_id').as('percent'), percentAtFirst('item.evaluation_id').as('given'), percentAtFirst('item.earlier_id').as('earlier')]).execute()
        ]);
        const scores = new Map<string, number[]>();
        const firsts = new Map<string, number>();
        for (const { kind, cell, scored_at: scored, percent, given, interaction_id: call } of items) {
            if (scored && cell !== null && kind !== 'shadow') {
                if (percent !== null) { scores.set(cell, [...scores.get(cell) ?? [], percent]); }
                if (given !== null) { firsts.set(call, given); }
            }
        }
        const cells = frozen.cells.map(each => ({ ...each, scores: scores.get(each.key) ?? [] }));
        const estimates = estimatesByStratum(cells);
        const name = await stratumNames(database, frozen.kinds, estimates.map(each => each.stratum));
        // Evaluators agree in what they gave: a correction on appeal is nobody's second opinion.
        const pairs = (kind: 'shadow' | 'intra') => items.filter(each => each.kind === kind && each.scored_at && each.given !== null)
            .flatMap(each => { const first = kind === 'shadow' ? firsts.get(each.interaction_id) ?? null : each.earlier; return first === null ? [] : [[first, each.given!] as const]; });
        const evaluators = new Map<string, DrawResult['evaluators'][number]>();
        for (const { evaluator_id: personId, name: person, scored_at: scored, duration_ms: milliseconds } of items) {
            if (personId) {
                const before = evaluators.get(personId) ?? { personId, name: person ?? '', calls: 0, scored: 0, milliseconds: 0 };
                evaluators.set(personId, { ...before, calls: before.calls + 1, scored: before.scored + (scored ? 1 : 0), milliseconds: before.milliseconds + milliseconds });
            }
        }
        return {
            draw: showDraw(draw), planId: draw.plan_id, planTitle: frozen.title, formTitle: frozen.form_title, seed: draw.seed, method: draw.method, populationHash: draw.population_hash,
            late: await this.late(id, draw.first_day), overall: estimateOf(cells), strata: estimates.map(each => ({ ...each, stratum: name(each.stratum) })), byRules: cells.reduce((sum, each) => sum + (each.rule === null ? 0 : each.calls), 0),
            shadow: rescored(pairs('shadow')), intra: rescored(pairs('intra')), evaluators: [...evaluators.values()].sort((one, other) => one.name.localeCompare(other.name))
        };
    }

    /** Scores of what the caller has still to score themselves are not told. */
    async items(principal: Principal & { readonly personId: string }, id: string, filter: { readonly after?: string; readonly limit: number }) {
        const database = this.database.read<QualityTables>();
        const { kinds, rules, cells } = await this.frozen(id);
        let select = database.selectFrom('quality.sampling_item as item').innerJoin('quality.interaction as interaction', 'interaction.id', 'item.interaction_id').where('item.draw_id', '=', id)
            .select(['item.id', 'item.place', 'item.kind', 'item.cell', 'item.probability', 'item.duration_ms', 'item.evaluator_id', 'item.evaluation_id', 'item.scored_at', 'item.replaced_by', 'item.reason', 'item.reason_text', 'item.interaction_id',
                'interaction.call_id', 'interaction.started_at', sql<string | null>`(select name from core.person where id = interaction.agent_id)`.as('agent_name'), sql<string | null>`(select name from core.person where id = item.evaluator_id)`.as('evaluator_name'),
                percentInForce('item.evaluation_id').as('percent'), sql<boolean>`exists (select from quality.sampling_item mine where mine.draw_id = item.draw_id and mine.interaction_id = item.interaction_id and mine.evaluator_id = ${principal.personId} and mine.scored_at is null and mine.replaced_by is null)`.as('blinded')])
            .orderBy('item.place').limit(filter.limit + 1);
        if (filter.after) { select = select.where('item.place', '>', Number(fromCursor(filter.after, 1)[0])); }
        const found = await select.execute();
        const cellOf = new Map(cells.map(each => [each.key, each]));
        const name = await stratumNames(database, kinds, cells.map(each => each.stratum));
        return pageOf(found, filter.limit, row => [row.place], (row): SamplingItem => {
            const cell = row.cell === null ? undefined : cellOf.get(row.cell);
            const state: ItemState = row.replaced_by ? 'replaced' : row.scored_at ? 'scored' : row.evaluation_id ? 'begun' : 'open';
            return {
                id: row.id, place: row.place, kind: row.kind, state, interactionId: row.interaction_id, callId: row.call_id, startedAt: row.started_at.toISOString(), agentName: row.agent_name, durationMs: row.duration_ms,
                stratum: cell ? name(cell.stratum) : [], rule: cell && cell.rule !== null ? rules[cell.rule]?.name ?? null : null, probability: row.probability, evaluatorId: row.evaluator_id, evaluatorName: row.evaluator_name,
                evaluationId: row.scored_at ? row.evaluation_id : null, percent: state === 'scored' && !row.blinded ? row.percent : null, replacedBy: row.replaced_by, reason: row.reason, reasonText: row.reason_text
            };
        });
    }

    private async late(id: string, firstDay: string): Promise<number> {
        const database = this.database.read<QualityTables>();
        const { definition } = await database.selectFrom('quality.sampling_draw').select(sql<SamplingDefinition>`input->'definition'`.as('definition')).where('id', '=', id).executeTakeFirstOrThrow();
        return lateCalls(database, id, definition, periodAround(firstDay, definition.period, houseZone()), houseZone());
    }

    /** The small part of what is frozen with a draw. */
    private async frozen(id: string) {
        const { definition, ...rest } = orNotFound(await this.database.read<QualityTables>().selectFrom('quality.sampling_draw as draw').innerJoin('quality.sampling_plan as plan', 'plan.id', 'draw.plan_id').where('draw.id', '=', id)
            .select(['draw.cells', 'plan.title', publishedTitle(sql.ref('draw.form_id')).as('form_title'), sql<{ readonly strata: readonly ('agent' | 'team' | 'queue' | 'time-of-day' | 'tenure')[]; readonly rules: readonly { readonly name: string }[] }>`draw.input->'definition'`.as('definition')])
            .executeTakeFirst());
        return { ...rest, cells: rest.cells as readonly StoredCell[], kinds: definition.strata, rules: definition.rules };
    }
}
