import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { fromCursor } from '@earshot/core/lib/node/storage/cursor';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';
import type { CoachingRow } from '../../common/coaching/coaching-contract';
import { type CoachingActor, coachingActorsOf, type CoachingState, openCoachingStates } from '../../common/coaching/coaching-state';
import { released } from '../evaluation/evaluation-query';
import type { QualityTables } from '../quality-tables';
import { houseZone } from '../house-zone';

type Tables = Kysely<CoreTables & QualityTables>;

/** Plans that the caller may see: as agent, as coach, of their teams, or all. */
export const visiblePlans = (database: Tables, principal: Principal) => database.selectFrom('quality.coaching_plan as plan')
    .where(withinScope(principal, 'coaching:read', { owners: ['plan.agent_id', 'plan.coach_id'], team: 'plan.team_id' }))
    .select(['plan.id', 'plan.title', 'plan.agent_id', 'plan.team_id', 'plan.coach_id', 'plan.evaluation_id', 'plan.form_id', 'plan.state', 'plan.started_at', 'plan.due_on', 'plan.follow_up_wanted', 'plan.follow_up_from',
        'plan.changed_at', 'plan.closed_at', 'plan.version', 'plan.reminded_on',
        sql<string>`(select name from core.person where id = plan.agent_id)`.as('agent_name'),
        sql<string>`(select name from core.person where id = plan.coach_id)`.as('coach_name'),
        sql<string | null>`(select name from core.team where id = plan.team_id)`.as('team_name'),
        sql<number>`(select count(*) from quality.coaching_step step where step.plan_id = plan.id)`.as('steps'),
        sql<number>`(select count(*) from quality.coaching_step step where step.plan_id = plan.id and step.done_at is not null)`.as('steps_done'),
        sql<string | null>`(select min(coalesce(step.due_on, plan.due_on)) from quality.coaching_step step where step.plan_id = plan.id and step.done_at is null)`.as('next_due_on'),
        // calls of the day on which the evaluations are wanted and later; for the agent those that they know
        sql<number>`(select count(*) from quality.evaluation evaluation join quality.interaction interaction on interaction.id = evaluation.interaction_id where evaluation.agent_id = plan.agent_id and evaluation.state = 'submitted'
            and evaluation.purpose = 'monitoring' and (plan.form_id is null or evaluation.form_id = plan.form_id) and interaction.started_at >= plan.follow_up_from::timestamp at time zone ${houseZone()} and ${released(principal)})`.as('follow_up_done')
    ]);

export type CoachingFound = Awaited<ReturnType<ReturnType<typeof visiblePlans>['executeTakeFirstOrThrow']>>;

export interface CoachingFilter { readonly after?: string; readonly limit: number; readonly state?: CoachingState | 'open'; readonly agentId?: string }

export function filteredPlans(query: ReturnType<typeof visiblePlans>, filter: CoachingFilter) {
    let select = query.orderBy('plan.changed_at', 'desc').orderBy('plan.id', 'desc').limit(filter.limit + 1);
    if (filter.state) { select = filter.state === 'open' ? select.where('plan.state', 'in', openCoachingStates) : select.where('plan.state', '=', filter.state); }
    if (filter.agentId) { select = select.where('plan.agent_id', '=', filter.agentId); }
    if (filter.after) {
        const [changedAt, id] = fromCursor(filter.after, 2);
        select = select.where(sql<boolean>`(plan.changed_at, plan.id) < (${changedAt}::timestamptz, ${id}::uuid)`);
    }
    return select;
}

export const showPlanRow = (row: CoachingFound): CoachingRow => ({
    id: row.id, title: row.title, agentId: row.agent_id, agentName: row.agent_name, teamName: row.team_name, coachId: row.coach_id, coachName: row.coach_name, state: row.state, startedAt: row.started_at.toISOString(), dueOn: row.due_on,
    ticked: { done: row.steps_done, of: row.steps }, followUp: row.follow_up_wanted === null ? null : { wanted: row.follow_up_wanted, from: row.follow_up_from!, done: row.follow_up_done },
    changedAt: row.changed_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null, version: row.version
});

/** Whether the caller may coach somebody of this team. */
export function coaches(principal: Principal, teamId: string | null): boolean {
    const scope = principal.permissions.get('coaching:write');
    return scope === 'all' || scope === 'team' && principal.teamIds.includes(teamId ?? '');
}

/** In which parts the caller can act on a plan. */
export const actorsOfPlan = (principal: Principal, row: Pick<CoachingFound, 'agent_id' | 'team_id'>): readonly CoachingActor[] =>
    coachingActorsOf({ agent: row.agent_id === principal.personId, coaches: coaches(principal, row.team_id) }).filter(each => each !== 'agent' || principal.permissions.has('coaching:respond'));
