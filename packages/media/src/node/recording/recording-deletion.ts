import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { forgetBlob } from '@earshot/core/lib/node/blobs/blob-records';
import { injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { MediaTables } from '../media-tables';
import { announce } from './recording-events';

type Writing = Transaction<CoreTables & MediaTables>;
/** Under which rule; null where somebody deletes by hand. */
export interface DeletionOrder { readonly rule: { readonly id: string; readonly name: string } | null }
/** What proves a deletion: SHA-256 of what there was, its bytes with everything made of it, and the blobs that nobody refers to any more. */
export interface DeletedContent { readonly hash: string; readonly bytes: number; readonly released: readonly string[] }

/**
 * Deletes what can be heard or read of recordings, in the transaction of the package that decides about it; the row stays, with its figures.
 * The rows let go of the bytes first: a process that dies afterwards leaves bytes without rows, which the nightly sweep takes away, and never a row without bytes.
 */
@injectable()
export class RecordingDeletion {
    /** @returns undefined where there is nothing left to delete, or it is still being processed. */
    async deleteAudio<T>(foreign: Transaction<CoreTables & T>, log: ChangeLog, id: string, { rule }: DeletionOrder): Promise<DeletedContent | undefined> {
        const transaction = foreign as unknown as Writing;
        const row = await transaction.selectFrom('media.recording').select(['id', 'owner_id', 'team_id', 'version', 'original_hash', 'second_hash', 'rendition_hash', 'peaks_hash', 'maskable_hash'])
            .where('id', '=', id).where('state', 'in', ['ready', 'failed']).forUpdate().executeTakeFirst();
        if (!row) {
            return undefined;
        }
        const hashes = [...new Set([row.original_hash, row.second_hash, row.rendition_hash, row.peaks_hash, row.maskable_hash].filter(each => each !== null))];
        const { bytes } = await transaction.selectFrom('core.blob').where('hash', 'in', hashes).select(({ fn }) => fn.sum<number>('bytes').as('bytes')).executeTakeFirstOrThrow();
        await transaction.updateTable('media.recording').set({
            state: 'deleted', problem: null, version: row.version + 1, original_hash: null, second_hash: null, rendition_hash: null, peaks_hash: null, maskable_hash: null, peak_levels: '[]', segments: null, revision: '', job_id: null,
            deleted_at: new Date(), deleted_under: rule?.name ?? null
        }).where('id', '=', id).execute();
        const released: string[] = [];
        for (const hash of hashes) {
            if (await forgetBlob(transaction, hash)) {
                released.push(hash);
            }
        }
        const deleted = { hash: row.original_hash!, bytes: Number(bytes), released };
        log.audit('recording.deleted', 'recordings', id, { rule: rule?.id ?? null, hash: deleted.hash, second: row.second_hash, bytes: deleted.bytes });
        announce(log, row);
        return deleted;
    }

    /** @returns undefined where there is none. */
    async deleteTranscript<T>(foreign: Transaction<CoreTables & T>, log: ChangeLog, id: string, { rule }: DeletionOrder): Promise<DeletedContent | undefined> {
        const transaction = foreign as unknown as Writing;
        const row = await transaction.deleteFrom('media.transcript').where('recording_id', '=', id)
            .returning([sql<string>`encode(sha256(convert_to(turns::text, 'UTF8')), 'hex')`.as('hash'), sql<number>`octet_length(turns::text)`.as('bytes')]).executeTakeFirst();
        if (!row) {
            return undefined;
        }
        const recording = await transaction.updateTable('media.recording').set(({ eb }) => ({ transcript_deleted_at: new Date(), transcript_deleted_under: rule?.name ?? null, version: eb('version', '+', 1) })).where('id', '=', id)
            .returning(['id', 'owner_id', 'team_id']).executeTakeFirstOrThrow();
        log.audit('transcript.deleted', 'recordings', id, { rule: rule?.id ?? null, hash: row.hash, bytes: row.bytes });
        log.event({ type: 'transcript.changed', entityId: id }, { permission: 'recording:listen', ownerId: recording.owner_id, teamId: recording.team_id });
        announce(log, recording);
        return { ...row, released: [] };
    }
}
