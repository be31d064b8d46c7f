import { createReadStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { NotNull } from 'kysely';
import { analyseInWorker, type AudioAnalysis, AudioError, encodePeaks, readPeakIndex } from '@earshot/audio';
import { BlobFailure, BlobStore, type StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { type JobContribution, type JobHandle, JobProblem } from '@earshot/core/lib/node/jobs/job-contribution';
import { Settings } from '@earshot/core/lib/node/start/settings';
import { Database } from '@earshot/core/lib/node/storage/database';
import { type HeaderlessFormat, assumedFormat } from '../../common/recording/headerless-format';
import type { MediaTables } from '../media-tables';
import { processingKind } from './processing-job';
import { RecordingOutcome } from './recording-outcome';

/** Share of the work that is done when the analysis is; the rest is storing. */
const ANALYSED = 0.95;
/** A rendition of half a day in 16 kHz stereo. */
export const LARGEST_RENDITION = 4 * 1024 ** 3;

interface Source { readonly id: string; readonly original_hash: string; readonly second_hash: string | null; readonly second_offset_ms: number; readonly format: HeaderlessFormat | null }

/** Makes of a stored file what is needed to listen to it: waveform, who speaks when, loudness, and a rendition where browsers need one. */
@injectable()
export class RecordingProcessing implements JobContribution {
    readonly kind = processingKind;
    /** Decoding takes a whole processor: one is left for those who listen. */
    readonly concurrency = os.availableParallelism() > 2 ? 2 : 1;
    readonly hours = 4;

    constructor(
        @inject(Database) private readonly database: Database,
        @inject(BlobStore) private readonly blobs: BlobStore,
        @inject(Settings) private readonly settings: Pick<Settings, 'ffmpeg' | 'dataFolder'>,
        @inject(RecordingOutcome) private readonly outcome: RecordingOutcome
    ) { }

    async run(input: Readonly<Record<string, unknown>>, job: JobHandle): Promise<Record<string, unknown>> {
        const row = await this.database.read<MediaTables>().selectFrom('media.recording').select(['id', 'original_hash', 'second_hash', 'second_offset_ms', 'format'])
            .where('id', '=', String(input.recordingId)).where('state', '=', 'processing').where('original_hash', 'is not', null).$narrowType<{ original_hash: NotNull }>().executeTakeFirst();
        if (!row) {
            return {};                                // gone, or done by a process that died before it could say so
        }
        try {
            return await this.process(row, job);
        } catch (error) {
            if (job.signal.aborted && job.signal.reason !== 'cancelled') {
                throw error;                          // the server stops: it begins anew at the next start
            }
            const code = job.signal.aborted ? 'cancelled' : error instanceof JobProblem || error instanceof AudioError || error instanceof BlobFailure ? error.code : 'unexpected';
            await this.outcome.failed(row.id, code);
            throw error instanceof AudioError || error instanceof BlobFailure ? new JobProblem(code, { recordingId: row.id }) : error;
        }
    }

    private async process(row: Source, job: JobHandle): Promise<Record<string, unknown>> {
        for (const hash of [row.original_hash, row.second_hash]) {
            if (hash !== null && await this.blobs.size(hash) === undefined) {
                throw new JobProblem('blob-missing', { recordingId: row.id, hash });
            }
        }
        const folder = path.join(this.settings.dataFolder, 'media');
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        const renditionPath = path.join(folder, `${row.id}.wav`);
        try {
            const original = this.blobs.path(row.original_hash);
            const source = row.second_hash === null ? original : { legs: [original, this.blobs.path(row.second_hash)] as const, offsetMs: row.second_offset_ms };
            const analysis = await analyseInWorker(source, {
                assume: row.format ? assumedFormat(row.format) : undefined, ffmpegPath: this.settings.ffmpeg, renditionPath, signal: job.signal, onProgress: share => job.progress(share * ANALYSED)
            });
            return await this.keep(row.id, analysis, job.signal);
        } finally {
            await fs.rm(renditionPath, { force: true });
        }
    }

    private async keep(id: string, analysis: AudioAnalysis, signal: AbortSignal): Promise<Record<string, unknown>> {
        const encoded = encodePeaks(analysis.peaks);
        const put = (stream: Readable, mediaType: string): Promise<StoredBlob> => this.blobs.put(stream, { mediaType, maxBytes: LARGEST_RENDITION, signal });
        const peaks = await put(Readable.from([Buffer.from(encoded.buffer, encoded.byteOffset, encoded.byteLength)]), 'application/octet-stream');
        const rendition = analysis.rendition && await put(createReadStream(analysis.rendition.path), 'audio/wav');
        await this.outcome.ready(id, analysis, { peaks, peakIndex: readPeakIndex(encoded), rendition });
        return { recordingId: id, durationMs: analysis.durationMs, rendition: rendition !== undefined };
    }
}
