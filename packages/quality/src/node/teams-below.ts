import { type RawBuilder, sql } from 'kysely';

/** A team with all below it, as what stands after `in`: whoever asks for a team asks for everybody in it. */
export const teamsBelow = (teamId: string): RawBuilder<unknown> => sql`(with recursive reach as (
    select id from core.team where id = ${teamId} union select team.id from core.team join reach on team.parent_id = reach.id) select id from reach)`;
