import type { Kysely } from 'kysely';
import { forbidden, invalid, type Problem } from '../api/failure';
import { type Principal, scopeOf } from '../api/context';
import type { CoreTables } from '../storage/core-tables';

export interface Placement { readonly teamId?: string | null; readonly positionId?: string | null }

/** Whether the caller may put people into a team, or into none: with scope `team` only into teams that it reaches. */
export const mayPlaceInto = (principal: Principal, teamId: string | null): boolean =>
    scopeOf(principal, 'person:write') === 'all' || teamId !== null && principal.teamIds.includes(teamId);

/** @throws FORBIDDEN for a team outside the caller's scope; INVALID with 'unknown' for a team or position that is not there. */
export async function checkPlacement(transaction: Kysely<CoreTables>, principal: Principal, { teamId, positionId }: Placement): Promise<void> {
    if (teamId !== undefined && !mayPlaceInto(principal, teamId)) {
        throw forbidden('person:write');
    }
    const problems: Problem[] = [];
    if (teamId && !await transaction.selectFrom('core.team').select('id').where('id', '=', teamId).executeTakeFirst()) {
        problems.push({ path: 'teamId', code: 'unknown' });
    }
    if (positionId && !await transaction.selectFrom('core.position').select('id').where('id', '=', positionId).executeTakeFirst()) {
        problems.push({ path: 'positionId', code: 'unknown' });
    }
    if (problems.length) {
        throw invalid(problems);
    }
}
