import { ContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type { Role } from '../../common/access/access-contract';
import { PermissionContribution, type PermissionDefinition, type Scope } from '../../common/access/permission';
import { conflict, invalid, orNotFound, type Problem } from '../api/failure';
import type { Principal } from '../api/context';
import { namingWhatIsTaken } from '../people/taken';
import type { CoreTables } from '../storage/core-tables';
import { type ChangeLog, Database } from '../storage/database';
import { newId } from '../storage/identifier';

type Grants = Readonly<Record<string, Scope>>;
const taken = { role_code_key: 'role-code-taken' };

/** Roles and what they grant. The built-in ones can be rearranged but not removed; the administrator stays as it is. */
@injectable()
export class RolesService {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(ContributionProvider) @named(PermissionContribution) private readonly contributions: ContributionProvider<PermissionContribution>
    ) { }

    /** Every permission of every package, by id. */
    permissions(): readonly PermissionDefinition[] {
        return this.contributions.getContributions().flatMap(each => each.permissions).sort((one, other) => one.id.localeCompare(other.id, 'en'));
    }

    async list(): Promise<Role[]> {
        const rows = await roleRows(this.database.read()).orderBy('role.built_in', 'desc').orderBy('role.code').execute();
        return rows.map(each => this.asRole(each));
    }

    async find(id: string): Promise<Role | undefined> {
        const row = await roleRows(this.database.read()).where('role.id', '=', id).executeTakeFirst();
        return row && this.asRole(row);
    }

    async add(principal: Principal, { code, name, grants }: { readonly code: string; readonly name: string; readonly grants: Grants }): Promise<Role> {
        this.check(grants);
        return namingWhatIsTaken(taken, () => this.database.write(principal, async (transaction, log) => {
            const id = newId();
            await transaction.insertInto('core.role').values({ id, code, name, built_in: false }).execute();
            await insertGrants(transaction, id, grants);
            log.audit('role.added', 'roles', id, { code, grants });
            return this.told(transaction, log, id);
        }));
    }

    async change(principal: Principal, { id, version, name, grants }: { readonly id: string; readonly version: number; readonly name?: string; readonly grants?: Grants }): Promise<Role> {
        this.check(grants ?? {});
        return this.database.write(principal, async (transaction, log) => {
            const before = orNotFound(await transaction.selectFrom('core.role').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
            if (before.version !== version) {
                throw conflict('changed-meanwhile', { version: before.version });
            }
            if (grants && before.code === 'administrator') {
                throw conflict('administrator-fixed');
            }
            await transaction.updateTable('core.role').set(({ eb }) => ({ name, version: eb('version', '+', 1) })).where('id', '=', id).execute();
            if (grants) {
                // Grants of a package that is not installed just now are kept for its return.
                await transaction.deleteFrom('core.role_grant').where('role_id', '=', id).where('permission', 'in', this.permissions().map(each => each.id)).execute();
                await insertGrants(transaction, id, grants);
            }
            log.audit('role.changed', 'roles', id, { code: before.code, ...grants && { grants } });
            return this.told(transaction, log, id);
        });
    }

    /** Only a role of one's own that nobody has, deactivated people included. */
    async remove(principal: Principal, id: string): Promise<void> {
        await this.database.write(principal, async (transaction, log) => {
            const role = orNotFound(await transaction.selectFrom('core.role').selectAll().where('id', '=', id).forUpdate().executeTakeFirst());
            if (role.built_in) {
                throw conflict('role-built-in');
            }
            const { people } = await transaction.selectFrom('core.person_role').select(({ fn }) => fn.countAll<number>().as('people')).where('role_id', '=', id).executeTakeFirstOrThrow();
            if (people) {
                throw conflict('role-in-use', { people });
            }
            await transaction.deleteFrom('core.role').where('id', '=', id).execute();
            log.audit('role.removed', 'roles', id, { code: role.code });
            log.event({ type: 'role.changed', entityId: id }, { permission: 'role:read' });
        });
    }

    private check(grants: Grants): void {
        const permissions = new Map(this.permissions().map(each => [each.id, each]));
        const problems = Object.entries(grants).flatMap(([id, scope]): Problem[] => {
            const definition = permissions.get(id);
            return !definition ? [{ path: `grants.${id}`, code: 'unknown-permission' }]
                : definition.scopes.includes(scope) ? [] : [{ path: `grants.${id}`, code: 'scope-not-allowed', detail: { allowed: definition.scopes } }];
        });
        if (problems.length) {
            throw invalid(problems);
        }
    }

    private async told(transaction: Kysely<CoreTables>, log: ChangeLog, id: string): Promise<Role> {
        log.event({ type: 'role.changed', entityId: id }, { permission: 'role:read' });
        return this.asRole(await roleRows(transaction).where('role.id', '=', id).executeTakeFirstOrThrow());
    }

    private asRole(row: RoleRow): Role {
        const known = new Set(this.permissions().map(each => each.id));
        return {
            id: row.id, code: row.code, name: row.name, builtIn: row.built_in, people: row.people, version: row.version,
            grants: Object.fromEntries(Object.entries(row.grants).filter(([permission]) => known.has(permission)))
        };
    }
}

const roleRows = (database: Kysely<CoreTables>) => database.selectFrom('core.role as role').select([
    'role.id', 'role.code', 'role.name', 'role.built_in', 'role.version',
    sql<number>`(select count(*) from core.person_role join core.person on person.id = person_role.person_id where person_role.role_id = role.id and person.status = 'active')`.as('people'),
    sql<Record<string, Scope>>`coalesce((select jsonb_object_agg(permission, scope) from core.role_grant where role_grant.role_id = role.id), '{}')`.as('grants')
]);
type RoleRow = Awaited<ReturnType<ReturnType<typeof roleRows>['executeTakeFirstOrThrow']>>;

async function insertGrants(transaction: Kysely<CoreTables>, roleId: string, grants: Grants): Promise<void> {
    const rows = Object.entries(grants).map(([permission, scope]) => ({ role_id: roleId, permission, scope }));
    if (rows.length) {
        await transaction.insertInto('core.role_grant').values(rows).execute();
    }
}
