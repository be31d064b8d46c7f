import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';
import type { FeedbackPolicy } from '../../common/feedback/feedback-policy';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';

type Tables = Kysely<CoreTables & QualityTables>;
interface About { readonly evaluator_id: string; readonly agent_id: string | null; readonly team_id: string | null }

/** Who leads the agent's team, or the nearest team above that has somebody. */
export async function leaderOf(database: Tables, teamId: string | null): Promise<string | null> {
    if (!teamId) {
        return null;
    }
    const { rows } = await sql<{ leader_id: string }>`with recursive above as (
            select id, parent_id, leader_id, 0 as height from core.team where id = ${teamId} union all select team.id, team.parent_id, team.leader_id, height + 1 from core.team team join above on team.id = above.parent_id where height < 50)
        select leader_id from above join core.person leader on leader.id = above.leader_id and leader.status = 'active' order by height limit 1`.execute(database);
    return rows[0]?.leader_id ?? null;
}

/** Who is asked to answer a dispute on a level: the team's leader where the policy says so and there is one who may, else those who answer for the whole centre. Nobody where all who could are barred. */
export async function answerersOf(database: Tables, about: About, level: number, policy: FeedbackPolicy, answeredFirst: string | null): Promise<readonly string[]> {
    if (level === 1 && policy.firstLevel === 'team-leader') {
        const leader = await leaderOf(database, about.team_id);
        const able = leader && leader !== about.agent_id && (leader !== about.evaluator_id || policy.firstScorerAnswers);
        if (able && await permissionHolders(database, 'dispute:answer').where('person.id', '=', leader).executeTakeFirst()) {
            return [leader];
        }
    }
    const barred = [about.agent_id, ...level === 1 && policy.firstScorerAnswers ? [] : [about.evaluator_id], ...level === 2 ? [answeredFirst] : []];
    const leads = await permissionHolders(database, 'dispute:answer', 'all').execute();
    return leads.map(each => each.id).filter(each => !barred.includes(each));
}
