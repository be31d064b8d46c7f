import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { conflict } from '@earshot/core/lib/node/api/failure';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { JobService } from '@earshot/core/lib/node/jobs/job-service';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { Activity, Recording } from '../../common/media-contract';
import { exchangedRoles, tellsVoicesApart } from '../../common/recording/channel-roles';
import { recordingFigures } from '../../common/recording/recording-figures';
import type { MediaTables } from '../media-tables';
import { maskStateOf } from '../../common/masking/maskable';
import { startMasking } from '../masking/masking-job';
import { startProcessing } from './processing-job';
import { announce } from './recording-events';
import { asRecording, maskedMedia, recordingById, recordingOf, recordingRow, type RecordingRow } from './recording-rows';

/** Recordings as media, for people: what they are, who speaks when, and what can be corrected about them. */
@injectable()
export class RecordingService {
    constructor(@inject(Database) private readonly database: Database, @inject(JobService) private readonly jobs: JobService) { }

    async get(principal: Principal, id: string): Promise<Recording> {
        return asRecording(await recordingRow(this.database.read<MediaTables>(), principal, 'recording:listen', id));
    }

    /** The recording of a subject, once it can be listened to. */
    async find(principal: Principal, subject: string): Promise<Recording> {
        return asRecording(await recordingOf(this.database.read<MediaTables>(), principal, subject));
    }

    /** @throws CONFLICT `recording-not-ready` while it is being processed, and when that failed. */
    async activity(principal: Principal, id: string): Promise<Activity> {
        const row = await recordingRow(this.database.read<MediaTables>(), principal, 'recording:listen', id);
        const { segments } = await this.database.read<MediaTables>().selectFrom('media.recording').select('segments').where('id', '=', row.id).executeTakeFirstOrThrow();
        if (row.state !== 'ready' || !segments || !row.figures || row.duration_ms === null) {
            throw conflict('recording-not-ready', { state: row.state });
        }
        const tuples = (music: boolean): Activity['segments'] => segments.filter(each => (each.possibleHoldMusic ?? false) === music).map(each => [each.channel, each.fromMs, each.toMs]);
        return { durationMs: row.duration_ms, segments: tuples(false), holdMusic: tuples(true), figures: row.figures };
    }

    /** Says that agent and customer are on each other's channel. @throws CONFLICT when somebody was quicker, or nobody can tell them apart. */
    async exchangeChannels(principal: Principal, id: string, version: number): Promise<Recording> {
        return this.change(principal, id, async (row, transaction, log) => {
            if (row.version !== version) {
                throw conflict('changed-meanwhile');
            }
            if (row.state !== 'ready' || row.duration_ms === null || !tellsVoicesApart(row.roles)) {
                throw conflict('recording-without-channels', { state: row.state, channels: row.channels });
            }
            const { segments } = await transaction.selectFrom('media.recording').select('segments').where('id', '=', id).executeTakeFirstOrThrow();
            const roles = exchangedRoles(row.roles);
            await transaction.updateTable('media.recording')
                .set({ roles, figures: JSON.stringify(recordingFigures(row.duration_ms, segments ?? [], roles)), version: version + 1 }).where('id', '=', id).execute();
            log.audit('recording.channels-exchanged', 'recordings', row.id, { roles });
        });
    }

    /**
     * Processes a recording again that failed, or whose conversion for its masks did. Where that is still under way, a second one finds it done, and ends.
     * @throws CONFLICT `recording-not-failed`.
     */
    async retry(principal: Principal, id: string): Promise<Recording> {
        return this.change(principal, id, async (row, transaction, log) => {
            if (row.state === 'ready' && maskStateOf(maskedMedia(row), row.masks.length) === 'preparing') {
                await startMasking(this.jobs, transaction, log, principal, row.id);
                log.audit('recording.retried', 'recordings', row.id, { masks: row.masks.length });
                return;
            }
            if (row.state !== 'failed') {
                throw conflict('recording-not-failed', { state: row.state });
            }
            const jobId = await startProcessing(this.jobs, transaction, log, principal, 'Recording', row.id);
            await transaction.updateTable('media.recording').set({ state: 'processing', problem: null, job_id: jobId, version: row.version + 1 }).where('id', '=', id).execute();
            log.audit('recording.retried', 'recordings', row.id, { code: row.problem?.code });
        });
    }

    private async change(principal: Principal, id: string, change: (row: RecordingRow, transaction: Transaction<CoreTables & MediaTables>, log: ChangeLog) => Promise<void>): Promise<Recording> {
        return this.database.write<Recording, MediaTables>(principal, async (transaction, log) => {
            await recordingRow(transaction, principal, 'recording:correct', id);
            await transaction.selectFrom('media.recording').select('id').where('id', '=', id).forUpdate().execute();
            const row = await recordingRow(transaction, principal, 'recording:correct', id);   // as it is now that nobody else changes it
            await change(row, transaction, log);
            announce(log, row);
            return recordingById(transaction, id);
        });
    }
}
