import type { Principal } from '@earshot/core/lib/node/api/context';
import { type Kysely, sql } from 'kysely';
import { everyone, roleAudience, teamAudience } from '../../common/article/audience';
import type { Tables } from '../knowledge-tables';

/** The words of audiences that a person belongs to: their roles, the teams that they lead or are in, and the teams above theirs. */
export async function audienceWords(database: Kysely<Tables>, principal: Principal): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`with recursive above as (
            select team.id, team.parent_id from core.team join core.person on person.team_id = team.id where person.id = ${principal.personId}
            union select team.id, team.parent_id from core.team join above on team.id = above.parent_id)
        select id from above`.execute(database);
    const teams = new Set([...principal.teamIds, ...rows.map(each => each.id)]);
    return [everyone, ...principal.roles.map(roleAudience), ...[...teams].map(teamAudience)];
}
