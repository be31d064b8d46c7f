import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { analyseInWorker, AudioError, type AudioAnalysis, encodePeaks } from '@earshot/audio';
import { recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import { BlobFailure, BlobStore, type StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { type JobContribution, type JobHandle, JobProblem } from '@earshot/core/lib/node/jobs/job-contribution';
import { Settings } from '@earshot/core/lib/node/start/settings';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ChannelRole } from '../../common/media-contract';
import type { MediaTables } from '../media-tables';
import { processingKind } from './processing-kind';

const largestRendition = 4 * 1024 ** 3;
const isAbort = (error: unknown, signal: AbortSignal): boolean => signal.aborted && !(error instanceof AudioError);

/** Makes a recording ready to be heard: waveform, who speaks when, loudness, and a rendition where browsers need one. May run again at any time. */
@injectable()
export class RecordingProcessing implements JobContribution {
    readonly kind = processingKind;
    readonly concurrency = 1;

    constructor(@inject(Database) private readonly database: Database, @inject(BlobStore) private readonly blobs: BlobStore, @inject(Settings) private readonly settings: Settings) { }

    async run(input: Readonly<Record<string, unknown>>, job: JobHandle): Promise<Record<string, unknown>> {
        const id = String(input.recordingId);
        const row = await this.database.read<MediaTables>().selectFrom('media.recording').select(['original', 'second', 'roles', 'owner_id', 'team_id']).where('id', '=', id).executeTakeFirst();
        if (!row) {
            throw new JobProblem('recording-gone');
        }
        const folder = join(this.settings.dataFolder, 'tmp');
        const renditionPath = join(folder, `${job.id}.wav`);
        try {
            await mkdir(folder, { recursive: true });
            await this.demandBlobs([row.original, row.second]);
            const original = this.blobs.path(row.original);
            const analysis = await analyseInWorker(row.second ? { legs: [original, this.blobs.path(row.second)] } : original, {
                ffmpegPath: this.settings.ffmpeg, renditionPath, signal: job.signal, onProgress: share => job.progress(share * 0.95)
            });
            const rendition = analysis.rendition && await this.blobs.put(createReadStream(analysis.rendition.path), { mediaType: 'audio/wav', maxBytes: largestRendition, signal: job.signal });
            const peaks = await this.blobs.put(Readable.from([Buffer.from(encodePeaks(analysis.peaks))]), { mediaType: 'application/octet-stream', maxBytes: largestRendition });
            await this.keep(id, job, analysis, peaks, rendition, row);
            return { recordingId: id, durationMs: analysis.durationMs };
        } catch (error) {
            const code = problemOf(error, job.signal);
            if (code !== 'interrupted') {
                await this.fail(id, job, code, row);
            }
            throw error instanceof AudioError ? new JobProblem(error.code, { message: error.message }) : error;
        } finally {
            await rm(renditionPath, { force: true });
        }
    }

    private async demandBlobs(hashes: readonly (string | null)[]): Promise<void> {
        for (const each of hashes) {
            if (each && await this.blobs.size(each) === undefined) {
                throw new JobProblem('blob-missing');
            }
        }
    }

    private async keep(id: string, job: JobHandle, analysis: AudioAnalysis, peaks: StoredBlob, rendition: StoredBlob | undefined, row: { roles: ChannelRole[]; owner_id: string | null; team_id: string | null }): Promise<void> {
        const { probe, durationMs, channels, activity, loudness, warnings } = analysis;
        await this.database.write<void, MediaTables>(job.principal, async (transaction, log) => {
            await recordBlob(transaction, peaks);
            if (rendition) {
                await recordBlob(transaction, rendition);
            }
            await transaction.updateTable('media.recording').set(({ eb }) => ({
                state: 'ready' as const, problem: null, warnings: [...warnings], container: probe.container, codec: probe.codec, channels, sample_rate: probe.sampleRate, duration_ms: durationMs,
                // Whoever exchanged the channels meant it: processing again leaves them so.
                roles: rolesFor(channels, row.roles),
                activity: JSON.stringify(activity), loudness: JSON.stringify(loudness.channels), rendition: rendition?.hash ?? null, peaks: peaks.hash,
                peak_levels: JSON.stringify(analysis.peaks.levels.map(({ windowMs, channels: values }, level) => ({ level, millisecondsPerPeak: windowMs, count: values[0]?.length ?? 0 }))),
                revision: eb('revision', '+', 1), version: eb('version', '+', 1)
            })).where('id', '=', id).execute();
            log.audit('recording.processed', 'recordings', id, { durationMs, channels, peaks: peaks.hash, ...(rendition ? { rendition: rendition.hash } : {}) });
            this.announce(log, id, row);
        });
    }

    private async fail(id: string, job: JobHandle, code: string, row: { owner_id: string | null; team_id: string | null }): Promise<void> {
        await this.database.write<void, MediaTables>(job.principal, async (transaction, log) => {
            await transaction.updateTable('media.recording').set(({ eb }) => ({ state: 'failed' as const, problem: JSON.stringify({ code, detail: {} }), version: eb('version', '+', 1) })).where('id', '=', id).execute();
            log.audit('recording.failed', 'recordings', id, { code });
            this.announce(log, id, row);
        });
    }

    private announce(log: { event(event: { type: string; entityId: string }, audience: object): void }, id: string, row: { owner_id: string | null; team_id: string | null }): void {
        const audience = { permission: 'recording:listen', ownerId: row.owner_id, teamId: row.team_id };
        log.event({ type: 'recording.changed', entityId: id }, audience);
        log.event({ type: 'interaction.changed', entityId: id }, audience); // lists of calls show state and duration
    }
}

const rolesFor = (channels: number, known: ChannelRole[]): ChannelRole[] =>
    channels === 2 ? known.length === 2 ? known : ['agent', 'customer'] : ['mixed'];

/** `interrupted` when the server stops: the job is taken up again by the next one. */
function problemOf(error: unknown, signal: AbortSignal): string {
    if (error instanceof AudioError || error instanceof JobProblem) {
        return error.code;
    }
    if (error instanceof BlobFailure && error.code !== 'aborted') {
        return error.code;
    }
    return isAbort(error, signal) ? (signal.reason === 'cancelled' || (signal.reason as { code?: string } | undefined)?.code === 'cancelled' ? 'cancelled' : 'interrupted') : 'unexpected';
}
