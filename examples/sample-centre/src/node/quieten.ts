import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { Database } from '@earshot/core/lib/node/storage/database';

/** What people of the sample were told while it was made is not news to them. @param about the noun before the dot of its kinds */
export async function quieten(database: Database, about: 'document' | 'exam' | 'certificate' | 'training-session'): Promise<void> {
    await database.write(systemPrincipal('sample centre'), async (transaction, log) => {
        await transaction.deleteFrom('core.notification').where('kind', 'like', `${about}.%`).execute();
        log.audit('sample.dated', `${about}s`, 'all');
    });
}
