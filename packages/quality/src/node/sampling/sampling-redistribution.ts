import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { randomIndices } from '@earshot/statistics';
import { divide, mayScore } from '../../common/sampling/division';
import type { RedistributionCircle, RedistributionReason } from '../../common/sampling/sampling-contract';
import type { QualityTables } from '../quality-tables';
import { qualifiedEvaluators } from './sampling-population';
import { unassigned } from './sampling-query';

export interface Redistribution { /** Whose calls; null for those that nobody may score or will. */ readonly from: string | null; readonly reason: RedistributionReason; readonly among: RedistributionCircle }

/** Drawn calls go to others when whoever has them is absent, or nobody has them. Who gets which is divided by minutes, as in the draw: nobody chooses it. */
@injectable()
export class SamplingRedistribution {
    constructor(@inject(Database) private readonly database: Database) { }

    /**
     * To the evaluators of the plan as it is now, or to whoever scores on its form, as far as they are active and qualified. What was drawn, with its seed and its chance to be drawn, stays as it is. What is begun stays with who has begun it, and what is to be scored once more by the same person cannot go to another.
     * @returns how many have gone to somebody, and how many nobody else may score
     * @throws NOT_FOUND; CONFLICT `nobody-qualified`, `nothing-to-hand-out`
     */
    async redistribute(principal: Principal, drawId: string, { from, reason, among }: Redistribution): Promise<{ moved: number; left: number }> {
        return this.database.write<{ moved: number; left: number }, QualityTables>(principal, async (transaction, log) => {
            const draw = orNotFound(await transaction.selectFrom('quality.sampling_draw').select(['id', 'plan_id', 'form_id', 'seed']).where('id', '=', drawId).forUpdate().executeTakeFirst());
            const { title, definition } = await transaction.selectFrom('quality.sampling_plan').select(['title', 'definition']).where('id', '=', draw.plan_id).executeTakeFirstOrThrow();
            const items = await transaction.selectFrom('quality.sampling_item as item').innerJoin('quality.interaction as interaction', 'interaction.id', 'item.interaction_id').where('item.draw_id', '=', drawId).where('item.replaced_by', 'is', null).orderBy('item.place')
                .select(['item.id', 'item.kind', 'item.interaction_id', 'item.evaluator_id', 'item.evaluation_id', 'item.scored_at', 'item.duration_ms', 'interaction.agent_id', 'interaction.team_id', sql<boolean>`${unassigned}`.as('unassigned')]).execute();
            const evaluators = (await qualifiedEvaluators(transaction, { evaluatorIds: among === 'plan' ? definition.evaluatorIds : 'all', formId: draw.form_id })).filter(each => each.id !== from);
            if (!evaluators.length) {
                throw conflict('nobody-qualified');
            }
            const moving = items.filter(each => each.kind !== 'intra' && !each.scored_at && (from === null ? each.unassigned : each.evaluator_id === from && each.evaluation_id === null));
            if (!moving.length) {
                throw conflict('nothing-to-hand-out');
            }
            const loads = new Map(evaluators.map(each => [each.id, items.filter(one => one.evaluator_id === each.id && !one.scored_at).reduce((sum, one) => sum + one.duration_ms, 0)]));
            const others = new Map<string, Set<string>>();
            items.filter(each => each.evaluator_id && !moving.includes(each)).forEach(each => others.set(each.interaction_id, (others.get(each.interaction_id) ?? new Set()).add(each.evaluator_id!)));
            const given = new Map<string, number>();
            let left = 0;
            for (const [place, item] of moving.entries()) {
                const call = { durationMs: item.duration_ms, agentId: item.agent_id, teamId: item.team_id };
                const able = evaluators.filter(each => !others.get(item.interaction_id)?.has(each.id) && mayScore(each, call, definition.notOwnTeam));
                const [to] = divide([call], able, definition.notOwnTeam, randomIndices(draw.seed + items.length + place), loads);
                if (!to) {
                    left++;
                    continue;
                }
                await transaction.updateTable('quality.sampling_item').set({ evaluator_id: to, evaluation_id: null }).where('id', '=', item.id).execute();
                others.set(item.interaction_id, (others.get(item.interaction_id) ?? new Set()).add(to));
                given.set(to, (given.get(to) ?? 0) + 1);
                log.audit('sampling.handed-over', 'sampling-items', item.id, { from: item.evaluator_id, to, reason });
            }
            const moved = [...given.values()].reduce((sum, each) => sum + each, 0);
            log.audit('sampling.redistributed', 'sampling-draws', drawId, { from, reason, among, moved, left });
            given.forEach((calls, personId) => log.notify(personId, 'sampling.assigned', { title, calls }, linkTo('quality', 'sampling-draws', drawId)));
            log.event({ type: 'sampling.changed', entityId: drawId }, { permission: 'sampling:read', people: [...given.keys(), ...from ? [from] : []] });
            return { moved, left };
        });
    }
}
