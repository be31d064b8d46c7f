import type { Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import { ableToEvaluate } from '../evaluation/evaluators';
import { type DrawEvaluator, mayScore } from '../../common/sampling/division';
import type { QualityTables } from '../quality-tables';
import { qualifiedEvaluators } from './sampling-population';
import { unassigned } from './sampling-query';

type Caller = Principal & { readonly personId: string };

/** Draws with calls that wait for the caller's scores; for those who lead, calls that nobody may score or will. */
@injectable()
export class SamplingWork implements WorkItemSource {
    readonly name = 'sampling';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Caller): Promise<WorkItem[]> {
        const database = this.database.read<QualityTables>();
        const draws = database.selectFrom('quality.sampling_item as item').innerJoin('quality.sampling_draw as draw', 'draw.id', 'item.draw_id').innerJoin('quality.sampling_plan as plan', 'plan.id', 'draw.plan_id').where('item.replaced_by', 'is', null)
            .groupBy(['draw.id', 'plan.id']).orderBy('draw.due_at').limit(50).select(['draw.id', 'draw.drawn_at', 'draw.due_at', 'plan.id as plan_id', 'plan.title', sql<number>`count(*)`.as('calls'), sql<number>`count(item.scored_at)`.as('scored')]);
        const mine = principal.permissions.has('evaluation:write') ? await draws.where('item.evaluator_id', '=', principal.personId).having(sql<boolean>`count(*) > count(item.scored_at)`).execute() : [];
        const left = principal.permissions.has('sampling:manage') ? await draws.where(unassigned).execute() : [];
        return [
            ...mine.map((each): WorkItem => ({
                kind: 'sampling.score', title: each.title, detail: { done: each.scored, of: each.calls }, link: linkTo('quality', 'sampling-draws', each.id), dueAt: each.due_at.toISOString(), since: each.drawn_at.toISOString()
            })),
            ...left.map((each): WorkItem => ({ kind: 'sampling.unassigned', title: each.title, detail: { calls: each.calls }, link: linkTo('quality', 'sampling-plans', each.plan_id), dueAt: null, since: each.drawn_at.toISOString() }))
        ];
    }
}

@injectable()
export class SamplingPlanType implements EntityType {
    readonly package = 'quality';
    readonly type = 'sampling-plans';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Caller, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('sampling:read') ? await this.database.read<QualityTables>().selectFrom('quality.sampling_plan').select('title').where('id', '=', id).executeTakeFirst() : undefined;
        return found && { kind: 'sampling', id, title: found.title, subtitle: '', link: linkTo('quality', 'sampling-plans', id) };
    }
}

/**
 * Drawn calls that somebody who leaves has not scored go to the successor, as far as they are qualified and may score them; the others wait for
 * somebody. Second scorings do so too, since they compare that one person.
 */
@injectable()
export class SamplingHandOver implements HandOverContribution {
    readonly kind = 'sampling';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        return (await this.database.read<QualityTables>().selectFrom('quality.sampling_item').where('evaluator_id', '=', personId).where('scored_at', 'is', null).where('replaced_by', 'is', null)
            .select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as Transaction<CoreTables & QualityTables>;
        if (await this.count(fromId) && !(await ableToEvaluate(own, [toId])).has(toId)) {
            throw invalid([{ path: 'successorId', code: 'successor-may-not-evaluate' }]);
        }
        const open = () => own.updateTable('quality.sampling_item as item').where('item.evaluator_id', '=', fromId).where('item.scored_at', 'is', null).where('item.replaced_by', 'is', null);
        const movable = await this.movable(own, fromId, toId);
        const moved = movable.length ? await open().where('item.id', 'in', movable).set({ evaluator_id: toId, evaluation_id: null }).returning('item.id').execute() : [];
        const left = await open().set({ evaluator_id: null, evaluation_id: null }).returning('item.id').execute();
        moved.forEach(({ id }) => log.audit('sampling.handed-over', 'sampling-items', id, { from: fromId, to: toId }));
        left.forEach(({ id }) => log.audit('sampling.handed-over', 'sampling-items', id, { from: fromId, to: null }));
        if (moved.length) {
            log.event({ type: 'sampling.changed', entityId: toId }, { permission: 'sampling:read', people: [toId] });
        }
    }
    /** Ids of the open first scorings that the successor is qualified for, may score, and does not score a second time already. */
    private async movable(database: Transaction<CoreTables & QualityTables>, fromId: string, toId: string): Promise<readonly string[]> {
        const items = await database.selectFrom('quality.sampling_item as item').innerJoin('quality.sampling_draw as draw', 'draw.id', 'item.draw_id').innerJoin('quality.interaction as interaction', 'interaction.id', 'item.interaction_id')
            .where('item.evaluator_id', '=', fromId).where('item.scored_at', 'is', null).where('item.replaced_by', 'is', null).where('item.kind', 'in', ['random', 'rule'])
            .where(sql<boolean>`not exists (select from quality.sampling_item other where other.draw_id = item.draw_id and other.interaction_id = item.interaction_id and other.evaluator_id = ${toId})`)
            .select(['item.id', 'item.duration_ms', 'draw.form_id', 'interaction.agent_id', 'interaction.team_id', sql<boolean>`coalesce((draw.input->'definition'->>'notOwnTeam')::boolean, true)`.as('not_own_team')]).execute();
        const successor = new Map<string, DrawEvaluator | undefined>();
        for (const formId of new Set(items.map(each => each.form_id))) {
            successor.set(formId, (await qualifiedEvaluators(database, { evaluatorIds: [toId], formId }))[0]);
        }
        return items.filter(each => {
            const evaluator = successor.get(each.form_id);
            return evaluator && mayScore(evaluator, { durationMs: each.duration_ms, agentId: each.agent_id, teamId: each.team_id }, each.not_own_team);
        }).map(each => each.id);
    }
}
