import type { Transaction } from 'kysely';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { JobService } from '@earshot/core/lib/node/jobs/job-service';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import type { MediaTables } from '../media-tables';

export const maskingKind = 'media-masking';

/** Has a recording converted so that parts can be silenced, if, and when, the transaction commits. */
export async function startMasking(jobs: JobService, transaction: Transaction<CoreTables & MediaTables>, log: ChangeLog, principal: Principal, recordingId: string): Promise<void> {
    await jobs.startInTransaction(transaction as unknown as Transaction<CoreTables>, log, principal, maskingKind, 'Recording', { recordingId });
}
