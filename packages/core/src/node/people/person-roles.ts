import type { Kysely } from 'kysely';
import { conflict, invalid } from '../api/failure';
import type { CoreTables } from '../storage/core-tables';

export const administratorRole = 'administrator';

export interface RoleChange { readonly added: readonly string[]; readonly removed: readonly string[] }

/**
 * Gives a person exactly these roles.
 * @throws INVALID with 'unknown-role' for codes that no role has; CONFLICT 'last-administrator'.
 */
export async function setRoles(transaction: Kysely<CoreTables>, personId: string, codes: readonly string[]): Promise<RoleChange> {
    const wanted = [...new Set(codes)];
    const known = wanted.length ? await transaction.selectFrom('core.role').select(['id', 'code']).where('code', 'in', wanted).execute() : [];
    const unknown = wanted.filter(each => !known.some(role => role.code === each));
    if (unknown.length) {
        throw invalid(unknown.map(each => ({ path: 'roles', code: 'unknown-role', detail: { role: each } })));
    }
    const held = await rolesOf(transaction, personId);
    const added = known.filter(each => !held.some(role => role.id === each.id));
    const removed = held.filter(each => !known.some(role => role.id === each.id));
    if (removed.length) {
        await transaction.deleteFrom('core.person_role').where('person_id', '=', personId).where('role_id', 'in', removed.map(each => each.id)).execute();
    }
    if (added.length) {
        await transaction.insertInto('core.person_role').values(added.map(each => ({ person_id: personId, role_id: each.id }))).onConflict(already => already.doNothing()).execute();
    }
    if (removed.some(each => each.code === administratorRole)) {
        await requireAnAdministrator(transaction);
    }
    return { added: added.map(each => each.code), removed: removed.map(each => each.code) };
}

export const rolesOf = (transaction: Kysely<CoreTables>, personId: string) => transaction.selectFrom('core.person_role').innerJoin('core.role', 'core.role.id', 'core.person_role.role_id')
    .select(['core.role.id', 'core.role.code']).where('core.person_role.person_id', '=', personId).execute();

/**
 * Checks, after a change and within its transaction, that somebody active can still administer.
 * Such changes wait for each other at the role's row: two that each spare the other's administrator cannot both pass.
 */
export async function requireAnAdministrator(transaction: Kysely<CoreTables>): Promise<void> {
    const role = await transaction.selectFrom('core.role').select('id').where('code', '=', administratorRole).forUpdate().executeTakeFirst();
    const somebody = role && await transaction.selectFrom('core.person_role').innerJoin('core.person', 'core.person.id', 'core.person_role.person_id')
        .select('core.person.id').where('core.person_role.role_id', '=', role.id).where('core.person.status', '=', 'active').limit(1).executeTakeFirst();
    if (!somebody) {
        throw conflict('last-administrator');
    }
}
