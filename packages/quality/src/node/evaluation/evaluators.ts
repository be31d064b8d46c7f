import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';
import type { QualityTables } from '../quality-tables';

/** Of these people, those who are active and may evaluate. */
export async function ableToEvaluate(database: Kysely<CoreTables & QualityTables>, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const able = await database.selectFrom('core.person as person').where('person.id', 'in', [...personIds]).where('person.status', '=', 'active')
        .where(sql<boolean>`exists (select from core.person_role held join core.role_grant grants on grants.role_id = held.role_id where held.person_id = person.id and grants.permission = 'evaluation:write')`).select('person.id').execute();
    return new Set(able.map(each => each.id));
}
