import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { inject, injectable } from '@theia/core/shared/inversify';
import { analyseInWorker, AudioError } from '@earshot/audio';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import { BlobFailure, BlobStore, type StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { type JobContribution, type JobHandle, JobProblem } from '@earshot/core/lib/node/jobs/job-contribution';
import { Settings } from '@earshot/core/lib/node/start/settings';
import { Database } from '@earshot/core/lib/node/storage/database';
import { assumedFormat } from '../../common/recording/headerless-format';
import type { MediaTables } from '../media-tables';
import { LARGEST_RENDITION } from '../recording/recording-processing';
import { maskedEvent } from './mask-watch';
import { maskingKind } from './masking-job';

const house = systemPrincipal('media');

/** Converts a compressed recording into samples when it is first masked: only there can a part be silenced without a trace of it. */
@injectable()
export class MaskPreparation implements JobContribution {
    readonly kind = maskingKind;
    readonly concurrency = 1;
    readonly hours = 4;

    constructor(
        @inject(Database) private readonly database: Database, @inject(BlobStore) private readonly blobs: BlobStore, @inject(Settings) private readonly settings: Pick<Settings, 'ffmpeg' | 'dataFolder'>
    ) { }

    async run(input: Readonly<Record<string, unknown>>, job: JobHandle): Promise<Record<string, unknown>> {
        const id = String(input.recordingId);
        const row = await this.database.read<MediaTables>().selectFrom('media.recording').select(['original_hash', 'second_hash', 'second_offset_ms', 'format'])
            .where('id', '=', id).where('maskable_hash', 'is', null).where('state', '=', 'ready').executeTakeFirst();
        if (!row?.original_hash) {
            return {};                                // gone, or done already
        }
        const folder = path.join(this.settings.dataFolder, 'media');
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        const renditionPath = path.join(folder, `${id}.masked.wav`);
        try {
            const original = this.blobs.path(row.original_hash);
            const source = row.second_hash === null ? original : { legs: [original, this.blobs.path(row.second_hash)] as const, offsetMs: row.second_offset_ms };
            await analyseInWorker(source, { assume: row.format ? assumedFormat(row.format) : undefined, ffmpegPath: this.settings.ffmpeg, renditionPath, rendition: 'always', signal: job.signal, onProgress: share => job.progress(share) });
            await this.keep(id, await this.blobs.put(createReadStream(renditionPath), { mediaType: 'audio/wav', maxBytes: LARGEST_RENDITION, signal: job.signal }));
            return { recordingId: id };
        } catch (error) {
            throw error instanceof AudioError || error instanceof BlobFailure ? new JobProblem(error.code, { recordingId: id }) : error;
        } finally {
            await fs.rm(renditionPath, { force: true });
        }
    }

    private async keep(id: string, maskable: StoredBlob): Promise<void> {
        await this.database.write<void, MediaTables>(house, async (transaction, log) => {
            await recordBlob(transaction, maskable);
            const row = await transaction.updateTable('media.recording').set(({ eb }) => ({ maskable_hash: maskable.hash, mask_revision: eb('mask_revision', '+', 1), version: eb('version', '+', 1) }))
                .where('id', '=', id).where('state', '=', 'ready').returning(['owner_id', 'team_id', 'mask_revision']).executeTakeFirst();
            log.audit('recording.mask-prepared', 'recordings', id, { hash: maskable.hash });
            if (row) {
                log.event({ type: maskedEvent, entityId: id, detail: { revision: row.mask_revision } }, { permission: 'recording:listen', ownerId: row.owner_id, teamId: row.team_id });
            }
        });
    }
}
