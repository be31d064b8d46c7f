import type { Transaction } from 'kysely';
import type { Principal } from '@earshot/core/lib/node/api/context';
import type { JobService } from '@earshot/core/lib/node/jobs/job-service';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import type { MediaTables } from '../media-tables';

export const processingKind = 'media-processing';

/** Has a recording processed if, and when, the transaction commits. @returns the id of the job. */
export async function startProcessing(jobs: JobService, transaction: Transaction<CoreTables & MediaTables>, log: ChangeLog, principal: Principal, title: string, recordingId: string): Promise<string> {
    const { id } = await jobs.startInTransaction(transaction as unknown as Transaction<CoreTables>, log, principal, processingKind, title, { recordingId });
    return id;
}
