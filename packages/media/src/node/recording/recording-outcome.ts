import { createHash } from 'node:crypto';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import type { AudioAnalysis, PeakIndex } from '@earshot/audio';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { forgetBlob, recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import type { StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { Database } from '@earshot/core/lib/node/storage/database';
import { presumedRoles } from '../../common/recording/channel-roles';
import { recordingFigures } from '../../common/recording/recording-figures';
import type { MediaTables } from '../media-tables';
import { announce } from './recording-events';

const house = systemPrincipal('media');

/** What processing made, besides the figures. */
export interface ProcessedBytes { readonly peaks: StoredBlob; readonly peakIndex: PeakIndex; readonly rendition: StoredBlob | undefined }

/** Writes down how processing ended. */
@injectable()
export class RecordingOutcome {
    constructor(@inject(Database) private readonly database: Database) { }

    /** It can be listened to. What was known before about who is on which channel is kept. */
    async ready(id: string, analysis: AudioAnalysis, { peaks, peakIndex, rendition }: ProcessedBytes): Promise<void> {
        await this.database.write<void, MediaTables>(house, async (transaction, log) => {
            const row = await transaction.selectFrom('media.recording').select(['id', 'owner_id', 'team_id', 'roles', 'original_hash', 'peaks_hash', 'rendition_hash', 'version'])
                .where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
            const { durationMs, channels, activity, loudness, warnings, probe } = analysis;
            const roles = row.roles.length === channels ? row.roles : presumedRoles(channels);
            await recordBlob(transaction, peaks);
            if (rendition) {
                await recordBlob(transaction, rendition);
            }
            const heard = rendition?.hash ?? row.original_hash!;      // what is processed is not deleted
            await transaction.updateTable('media.recording').set({
                state: 'ready', problem: null, warnings: [...warnings], version: row.version + 1,
                container: probe.container, codec: probe.codec, channels, sample_rate: probe.sampleRate, duration_ms: durationMs, roles,
                rendition_hash: rendition?.hash ?? null, peaks_hash: peaks.hash, peak_levels: JSON.stringify(peakIndex.levels), revision: revisionOf(heard, peaks.hash),
                segments: JSON.stringify(activity.segments), figures: JSON.stringify(recordingFigures(durationMs, activity.segments, roles)), loudness: JSON.stringify(loudness.channels)
            }).where('id', '=', id).execute();
            await forgetReplaced(transaction, [row.peaks_hash, row.rendition_hash], [peaks.hash, rendition?.hash]);
            log.audit('recording.ready', 'recordings', id, { durationMs, channels, codec: probe.codec, rendition: rendition?.hash, warnings });
            announce(log, row);
        });
    }

    /** It cannot be listened to; the original is kept. */
    async failed(id: string, code: string): Promise<void> {
        await this.database.write<void, MediaTables>(house, async (transaction, log) => {
            const row = await transaction.updateTable('media.recording').set(({ eb }) => ({ state: 'failed', problem: JSON.stringify({ code, detail: {} }), version: eb('version', '+', 1) }))
                .where('id', '=', id).where('state', '=', 'processing').returning(['id', 'owner_id', 'team_id']).executeTakeFirst();
            log.audit('recording.failed', 'recordings', id, { code });
            if (row) {
                announce(log, row);
            }
        });
    }
}

/** Names what is heard and seen: the same bytes and peaks have the same address. */
const revisionOf = (...hashes: readonly string[]): string => createHash('sha256').update(hashes.join(' ')).digest('hex').slice(0, 16);

async function forgetReplaced(transaction: Transaction<CoreTables & MediaTables>, before: readonly (string | null)[], now: readonly (string | undefined)[]): Promise<void> {
    for (const hash of before) {
        if (hash !== null && !now.includes(hash)) {
            await forgetBlob(transaction, hash);
        }
    }
}
