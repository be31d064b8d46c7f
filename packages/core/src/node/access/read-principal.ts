import { type Kysely, sql } from 'kysely';
import { type Scope, widest } from '../../common/access/permission';
import type { Principal } from '../api/context';
import type { CoreTables } from '../storage/core-tables';

/** A person with what they may do now, and the teams within their reach: their own, those they lead, and all below. Undefined for nobody active. */
export async function readPrincipal(database: Kysely<CoreTables>, personId: string, by: Pick<Principal, 'via' | 'sessionId' | 'tokenId'>): Promise<(Principal & { readonly personId: string }) | undefined> {
    const person = await database.selectFrom('core.person').select(['id', 'name', 'login']).where('id', '=', personId).where('status', '=', 'active').executeTakeFirst();
    if (!person) {
        return undefined;
    }
    const [grants, teams] = await Promise.all([
        database.selectFrom('core.person_role').innerJoin('core.role', 'core.role.id', 'core.person_role.role_id').leftJoin('core.role_grant', 'core.role_grant.role_id', 'core.role.id')
            .where('core.person_role.person_id', '=', personId).select(['core.role.code', 'core.role_grant.permission', 'core.role_grant.scope']).execute(),
        sql<{ id: string }>`with recursive reach as (
            select id from core.team where leader_id = ${personId} or id = (select team_id from core.person where id = ${personId})
            union select team.id from core.team join reach on team.parent_id = reach.id) select id from reach`.execute(database)
    ]);
    const permissions = new Map<string, Scope>();
    for (const each of grants) {
        if (each.permission && each.scope) {
            permissions.set(each.permission, widest(permissions.get(each.permission), each.scope));
        }
    }
    return { personId, name: person.name, login: person.login, roles: [...new Set(grants.map(each => each.code))].sort(), permissions, teamIds: teams.rows.map(each => each.id), ...by };
}
