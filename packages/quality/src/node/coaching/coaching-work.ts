import type { Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import type { LookupSource } from '@earshot/core/lib/node/search/lookup-source';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import type { EntityType, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import { dutyOfAgent, dutyOfCoach } from '../../common/coaching/coaching-duty';
import { openCoachingStates } from '../../common/coaching/coaching-state';
import { dayAt, momentOf, nextDay } from '../../common/feedback/business-days';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';
import { houseZone } from '../house-zone';
import { type CoachingFound, showPlanRow, visiblePlans } from './coaching-query';
import { tellOfPlan } from './coaching-stepper';

type Caller = Principal & { readonly personId: string };
const longestList = 50;

const hit = (row: CoachingFound): Hit => ({ kind: 'coaching', id: row.id, title: row.title, subtitle: row.agent_name, link: linkTo('quality', 'coaching', row.id) });

/** What agents have to do for their coaching, and plans that wait for their coach. */
@injectable()
export class CoachingWork implements WorkItemSource {
    readonly name = 'coaching';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Caller): Promise<WorkItem[]> {
        if (!principal.permissions.has('coaching:read')) {
            return [];
        }
        const zone = houseZone();
        const today = dayAt(new Date(), zone);
        const open = await visiblePlans(this.database.read<QualityTables>(), principal).where('plan.state', 'in', openCoachingStates)
            .where(({ or, eb }) => or([eb('plan.agent_id', '=', principal.personId), eb('plan.coach_id', '=', principal.personId)]))
            .where(sql<boolean>`exists (select from core.person agent where agent.id = plan.agent_id and agent.status = 'active')`).orderBy('plan.due_on').orderBy('plan.id').limit(longestList).execute();
        return open.flatMap(each => {
            const plan = showPlanRow(each);
            const mine = each.agent_id === principal.personId;
            const duty = mine ? dutyOfAgent(plan) : dutyOfCoach(plan, today);
            const until = mine ? each.next_due_on ?? each.due_on : each.due_on;
            return duty ? [{
                kind: `coaching.${duty}`, title: each.title, detail: { agent: each.agent_name, coach: each.coach_name, done: plan.ticked.done, of: plan.ticked.of, evaluated: plan.followUp?.done, wanted: plan.followUp?.wanted },
                link: linkTo('quality', 'coaching', each.id), dueAt: momentOf(nextDay(until), 0, zone).toISOString(), since: each.changed_at.toISOString()
            }] : [];
        });
    }
}

@injectable()
export class CoachingType implements EntityType {
    readonly package = 'quality';
    readonly type = 'coaching';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Caller, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('coaching:read') ? await visiblePlans(this.database.read<QualityTables>(), principal).where('plan.id', '=', id).executeTakeFirst() : undefined;
        return found && hit(found);
    }
}

/** Coaching plans for quick open: by title and by agent. */
@injectable()
export class CoachingSearch implements LookupSource {
    readonly kind = 'coaching';

    constructor(@inject(Database) private readonly database: Database) { }

    async search(principal: Caller, text: string, limit: number): Promise<Hit[]> {
        if (!principal.permissions.has('coaching:read')) {
            return [];
        }
        const like = containing(text);
        const found = await visiblePlans(this.database.read<QualityTables>(), principal)
            .where(sql<boolean>`(plan.title ilike ${like} or exists (select from core.person agent where agent.id = plan.agent_id and (agent.name ilike ${like} or agent.pinyin ilike ${like} or agent.employee_number = ${text})))`)
            .orderBy('plan.changed_at', 'desc').limit(limit).execute();
        return found.map(hit);
    }
}

/** Open plans of a coach who leaves go to the successor, but for those in which that one is coached. */
@injectable()
export class CoachingHandOver implements HandOverContribution {
    readonly kind = 'coaching';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        return (await this.database.read<QualityTables>().selectFrom('quality.coaching_plan').where('coach_id', '=', personId).where('state', 'in', openCoachingStates).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    }

    /** @throws INVALID `successor-may-not-coach` */
    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as Transaction<CoreTables & QualityTables>;
        if (await this.count(fromId) && !await permissionHolders(own, 'coaching:write').where('person.id', '=', toId).executeTakeFirst()) {
            throw invalid([{ path: 'successorId', code: 'successor-may-not-coach' }]);
        }
        const moved = await own.updateTable('quality.coaching_plan').set(({ eb }) => ({ coach_id: toId, version: eb('version', '+', 1) })).where('coach_id', '=', fromId).where('state', 'in', openCoachingStates).where('agent_id', '<>', toId)
            .returning(['id', 'agent_id', 'team_id', 'coach_id']).execute();
        moved.forEach(each => {
            log.audit('coaching.handed-over', 'coaching', each.id, { from: fromId, to: toId });
            tellOfPlan(log, each);
        });
    }
}
