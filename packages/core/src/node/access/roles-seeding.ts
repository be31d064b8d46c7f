import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { builtInRoles, PermissionContribution, type PermissionDefinition } from '../../common/access/permission';
import { systemPrincipal } from '../api/context';
import type { StartTask } from '../start/start-task';
import { Database } from '../storage/database';
import { newId } from '../storage/identifier';

/**
 * Makes sure that the built-in roles exist and that each permission has been offered to them once. A permission that was offered
 * before is left as the administrator has arranged it; only the administrator role holds every permission, always.
 * @returns the permissions that were new. Writes nothing, not even an audit entry, where there is nothing to do.
 */
export async function seedRoles(database: Database, permissions: readonly PermissionDefinition[]): Promise<readonly string[]> {
    const [roles, seen, held] = await Promise.all([
        database.read().selectFrom('core.role').select('code').execute(),
        database.read().selectFrom('core.permission_seen').select('permission').execute(),
        database.read().selectFrom('core.role_grant as held').innerJoin('core.role', 'core.role.id', 'held.role_id').select('held.permission').where('core.role.code', '=', 'administrator').where('held.scope', '=', 'all').execute()
    ]);
    const missingRoles = builtInRoles.filter(each => !roles.some(role => role.code === each));
    const fresh = permissions.filter(each => !seen.some(one => one.permission === each.id));
    const unheld = permissions.filter(each => !held.some(one => one.permission === each.id));
    if (!missingRoles.length && !fresh.length && !unheld.length) {
        return [];
    }
    return database.write(systemPrincipal('start'), async (transaction, log) => {
        if (missingRoles.length) {
            await transaction.insertInto('core.role').values(missingRoles.map(code => ({ id: newId(), code, name: null, built_in: true }))).onConflict(already => already.column('code').doNothing()).execute();
        }
        const ids = new Map((await transaction.selectFrom('core.role').select(['id', 'code']).where('built_in', '=', true).execute()).map(each => [each.code, each.id]));
        // Of several back ends that start together, the one that records a permission first is the one that grants it.
        const recorded = fresh.length
            ? await transaction.insertInto('core.permission_seen').values(fresh.map(each => ({ permission: each.id }))).onConflict(already => already.doNothing()).returning('permission').execute()
            : [];
        const offered = fresh.filter(each => recorded.some(one => one.permission === each.id));
        const grants = offered.flatMap(each => Object.entries(each.grants).map(([role, scope]) => ({ role_id: ids.get(role)!, permission: each.id, scope: scope! })));
        if (grants.length) {
            await transaction.insertInto('core.role_grant').values(grants).onConflict(already => already.doNothing()).execute();
        }
        const administrator = ids.get('administrator')!;
        if (permissions.length) {
            await transaction.insertInto('core.role_grant').values(permissions.map(each => ({ role_id: administrator, permission: each.id, scope: 'all' as const })))
                .onConflict(already => already.columns(['role_id', 'permission']).doUpdateSet({ scope: 'all' })).execute();
        }
        log.audit('roles.seeded', 'roles', administrator, { roles: missingRoles, permissions: offered.map(each => each.id) });
        return offered.map(each => each.id);
    });
}

/** Offers the permissions of all packages to the built-in roles while the server starts. */
@injectable()
export class RoleSeeding implements StartTask {
    readonly order = 10;

    constructor(
        @inject(Database) private readonly database: Database,
        @inject(ContributionProvider) @named(PermissionContribution) private readonly permissions: ContributionProvider<PermissionContribution>
    ) { }

    async run(): Promise<void> {
        await seedRoles(this.database, this.permissions.getContributions().flatMap(each => each.permissions));
    }
}
