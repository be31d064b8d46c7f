import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { Kysely } from 'kysely';
import { permissionHolders } from '../permission-holders';
import type { QualityTables } from '../quality-tables';

/** Of these people, those who are active and may evaluate. */
export async function ableToEvaluate(database: Kysely<CoreTables & QualityTables>, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const able = await permissionHolders(database, 'evaluation:write').where('person.id', 'in', [...personIds]).execute();
    return new Set(able.map(each => each.id));
}
