import { invalid } from '@earshot/core/lib/node/api/failure';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type Kysely, sql } from 'kysely';

/**
 * Whom an import names: by employee number or, where nobody has that, by sign-in name: one person's number may be another's name.
 *
 * @throws INVALID `unknown-person` for nobody
 */
export async function findAgent(database: Kysely<CoreTables>, text: string): Promise<{ readonly id: string; readonly team_id: string | null }> {
    const agent = await database.selectFrom('core.person').select(['id', 'team_id']).where(({ or, eb }) => or([eb('employee_number', '=', text), eb('login', '=', text.toLowerCase())]))
        .orderBy(sql`employee_number is not distinct from ${text}`, 'desc').executeTakeFirst();
    if (!agent) {
        throw invalid([{ path: 'agent', code: 'unknown-person', detail: { value: text } }]);
    }
    return agent;
}
