import type { Scope } from '@earshot/core/lib/common/access/permission';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';
import type { QualityTables } from './quality-tables';

/** Ids of active people who hold a permission, with this scope or with any. */
export const permissionHolders = (database: Kysely<CoreTables & QualityTables>, permission: string, scope?: Scope) => database.selectFrom('core.person as person').where('person.status', '=', 'active')
    .where(sql<boolean>`exists (select from core.person_role held join core.role_grant grants on grants.role_id = held.role_id
        where held.person_id = person.id and grants.permission = ${permission} and (${scope ?? null}::text is null or grants.scope = ${scope ?? null}))`).select('person.id');
