import { withinScope } from '@earshot/core/lib/node/access/scope';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Figure, Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { QualityTables } from '../quality-tables';
import { released, visibleEvaluations } from './evaluation-query';
import { ableToEvaluate } from './evaluators';

type Caller = Principal & { readonly personId: string };
const longestList = 50;
const trendWeeks = 8;

/** Drafts to finish, corrections to decide on, but for those that wait for the end of a dispute; the figures of those who evaluate and of those who are evaluated. */
@injectable()
export class EvaluationWork implements WorkItemSource {
    readonly name = 'evaluations';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Caller): Promise<WorkItem[]> {
        if (!principal.permissions.has('evaluation:read')) {
            return [];
        }
        const found = await visibleEvaluations(this.database.read<QualityTables>(), principal).where(({ or, and, eb }) => or([
            and([eb('evaluation.evaluator_id', '=', principal.personId), eb('evaluation.state', 'in', ['draft', 'revision-draft']), eb('evaluation.purpose', '=', 'monitoring')]),
            and([eb('evaluation.evaluator_id', '<>', principal.personId), eb('evaluation.state', '=', 'revision-pending'), sql<boolean>`not exists (select from quality.feedback where evaluation_id = evaluation.revises and state in ('disputed', 'answered', 'escalated'))`])
        ])).orderBy('evaluation.changed_at').limit(longestList).execute();
        return found.map(each => ({
            kind: each.state === 'revision-pending' ? 'evaluation.approve' : each.state === 'revision-draft' ? 'evaluation.correct' : 'evaluation.finish', title: each.call_id,
            detail: { agent: each.agent_name, form: each.form_title, evaluator: each.evaluator_name }, link: linkTo('quality', 'evaluations', each.id), dueAt: null, since: each.changed_at.toISOString()
        }));
    }

    /** Mean score by week over what the caller may see, and how many evaluations that is; for evaluators also their own count. */
    async figures(principal: Caller): Promise<Figure[]> {
        if (!principal.permissions.has('evaluation:read')) {
            return [];
        }
        const weekly = await this.database.read<QualityTables>().selectFrom('quality.evaluation as evaluation').where('evaluation.state', '=', 'submitted').where('evaluation.purpose', '=', 'monitoring')
            .where(withinScope(principal, 'evaluation:read', { owners: ['evaluation.evaluator_id', 'evaluation.agent_id'], team: 'evaluation.team_id' })).where(released(principal))
            .where(sql<boolean>`evaluation.submitted_at > now() - ${trendWeeks} * interval '1 week'`)
            .select([sql<number>`floor(extract(epoch from now() - evaluation.submitted_at) / 604800)::int`.as('week'), sql<number | null>`avg(evaluation.percent)`.as('mean'), sql<number>`count(*)`.as('n'), sql<number>`count(evaluation.percent)`.as('scored'),
                sql<number>`count(*) filter (where evaluation.evaluator_id = ${principal.personId})`.as('own')])
            .groupBy('week').execute();
        const weeks = Array.from({ length: trendWeeks }, (_, place) => weekly.find(each => each.week === trendWeeks - 1 - place));
        const scored = weekly.reduce((sum, each) => sum + each.scored, 0);
        const total = weekly.reduce((sum, each) => sum + each.n, 0);
        const score: Figure = {
            kind: 'quality.mean-score', unit: 'percent', n: scored, value: scored ? weekly.reduce((sum, each) => sum + (each.mean ?? 0) * each.scored, 0) / scored : null, trend: weeks.map(each => each?.mean ?? null), link: null
        };
        const count: Figure = { kind: 'quality.evaluations', unit: 'count', value: total, n: total, trend: weeks.map(each => each?.n ?? 0), link: null };
        const own = weekly.reduce((sum, each) => sum + each.own, 0);
        return principal.permissions.has('evaluation:write') ? [score, count, { kind: 'quality.own-evaluations', unit: 'count', value: own, n: own, trend: weeks.map(each => each?.own ?? 0), link: null }] : [score, count];
    }
}

@injectable()
export class EvaluationType implements EntityType {
    readonly package = 'quality';
    readonly type = 'evaluations';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Caller, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('evaluation:read') ? await visibleEvaluations(this.database.read<QualityTables>(), principal).where('evaluation.id', '=', id).executeTakeFirst() : undefined;
        return found && { kind: 'evaluation', id, title: found.call_id, subtitle: found.evaluator_name, link: linkTo('quality', 'evaluations', id) };
    }
}

/** Open drafts of somebody who leaves go to the successor, unless that one has a draft of their own about the same call. */
@injectable()
export class EvaluationHandOver implements HandOverContribution {
    readonly kind = 'evaluation';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        return (await this.database.read<QualityTables>().selectFrom('quality.evaluation').where('evaluator_id', '=', personId).where('state', 'in', ['draft', 'revision-draft']).where('purpose', '=', 'monitoring')
            .select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as Transaction<CoreTables & QualityTables>;
        if (await this.count(fromId) && !(await ableToEvaluate(own, [toId])).has(toId)) {
            throw invalid([{ path: 'successorId', code: 'successor-may-not-evaluate' }]);
        }
        const moved = await own.updateTable('quality.evaluation as mine').set({ evaluator_id: toId }).where('mine.evaluator_id', '=', fromId).where('mine.state', 'in', ['draft', 'revision-draft']).where('mine.purpose', '=', 'monitoring')
            .where(sql<boolean>`mine.agent_id is distinct from ${toId}`)
            .where(sql<boolean>`not exists (select from quality.evaluation theirs where theirs.interaction_id = mine.interaction_id and theirs.form_id = mine.form_id and theirs.evaluator_id = ${toId} and theirs.state = 'draft')`).returning('mine.id').execute();
        moved.forEach(({ id }) => {
            log.audit('evaluation.handed-over', 'evaluations', id, { from: fromId, to: toId });
            log.event({ type: 'evaluation.changed', entityId: id }, { people: [toId] });
        });
    }
}
