import { sql } from 'kysely';

/** The ids of teams with everything below them, as a subquery. */
export const teamsBelow = (teamIds: readonly string[]) => sql`(with recursive below as (select id from core.team where id = any(${[...teamIds]}::uuid[]) union select team.id from core.team team join below on team.parent_id = below.id) select id from below)`;
