import { type Kysely } from 'kysely';
import { ORPCError } from '@orpc/server';
import { housePowers } from '../../common/access/core-permissions';
import { reaches, type Scope } from '../../common/access/permission';
import { peopleErrors } from '../../common/people/people-contract';
import type { Principal } from '../api/context';
import type { CoreTables } from '../storage/core-tables';

interface Grant { readonly permission: string; readonly scope: Scope }

/** A power over the house that a person holds and the caller does not, or not as far; undefined where there is none, and for those who give out permissions. */
export const beyond = (principal: Principal, grants: readonly Grant[]): string | undefined =>
    principal.via === 'system' || principal.permissions.has('person:access') ? undefined
        : grants.find(each => housePowers.has(each.permission) && !reaches(principal.permissions.get(each.permission), each.scope))?.permission;

/** What people may do, by their id; deactivated or not. */
export async function grantsOf(database: Kysely<CoreTables>, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Grant[]>> {
    const rows = personIds.length ? await database.selectFrom('core.person_role as held').innerJoin('core.role_grant as grant', 'grant.role_id', 'held.role_id')
        .where('held.person_id', 'in', [...personIds]).select(['held.person_id', 'grant.permission', 'grant.scope']).orderBy('grant.permission').execute() : [];
    const byPerson = new Map<string, Grant[]>(personIds.map(id => [id, []]));
    rows.forEach(each => byPerson.get(each.person_id)!.push(each));
    return byPerson;
}

/** @throws OUTRANKED for a person with a power over the house that the caller lacks: else `person:write` would be enough to shut out an administrator. */
export async function requireRank(database: Kysely<CoreTables>, principal: Principal, personId: string): Promise<void> {
    const permission = personId === principal.personId ? undefined : beyond(principal, (await grantsOf(database, [personId])).get(personId) ?? []);
    if (permission) {
        throw new ORPCError('OUTRANKED', { ...peopleErrors.OUTRANKED, data: { permission } });
    }
}
