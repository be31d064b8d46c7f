import { AudioError, type AudioProbe, probe } from '@earshot/audio';
import type { EntityLink } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, notFound, orNotFound } from '@earshot/core/lib/node/api/failure';
import { recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import { BlobStore, type StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { JobService } from '@earshot/core/lib/node/jobs/job-service';
import { Settings } from '@earshot/core/lib/node/start/settings';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import { type Activity, audioProblem, type Recording } from '../../common/media-contract';
import type { MediaTables } from '../media-tables';
import { processingKind } from './processing-kind';
import { showActivity, showRecording, visibleRecordings } from './recording-rows';

/** Audio that lies in the blob store, with the name it came under. */
export interface StoredAudio extends StoredBlob { readonly name: string | null }

export interface RecordingImport {
    readonly original: StoredAudio;
    /** The customer's leg, where each speaker was recorded in a file of their own. */
    readonly second?: StoredAudio;
    readonly ownerId: string | null;
    readonly teamId: string | null;
    readonly subject: EntityLink;
    readonly principal: Principal;
}

/** Recordings as media. The packages above know what they are recordings of. */
@injectable()
export class RecordingService {
    constructor(
        @inject(Database) private readonly database: Database, @inject(BlobStore) private readonly blobs: BlobStore, @inject(JobService) private readonly jobs: JobService, @inject(Settings) private readonly settings: Settings
    ) { }

    /** Looks into stored audio before anything is written down about it. @throws INVALID with an `audio.…` code for what is no recording that can be read. */
    async inspect(audio: StoredBlob, path: string): Promise<AudioProbe> {
        try {
            return await probe(this.blobs.path(audio.hash), { ffmpegPath: this.settings.ffmpeg });
        } catch (error) {
            if (error instanceof AudioError) {
                throw invalid([{ path, code: `${audioProblem}${error.code}`, detail: { message: error.message } }]);
            }
            throw error;
        }
    }

    /** Writes a recording down and starts its processing, within the caller's transaction. @returns its id. */
    async importRecording<T extends MediaTables>(foreign: Transaction<T>, log: ChangeLog, about: RecordingImport): Promise<string> {
        const transaction = foreign as unknown as Transaction<CoreTables & MediaTables>;
        const { original, second, principal } = about;
        const id = newId();
        await recordBlob(transaction, original);
        if (second) {
            await recordBlob(transaction, second);
        }
        const job = await this.jobs.startInTransaction(transaction, log, principal, processingKind, original.name ?? id, { recordingId: id });
        await transaction.insertInto('media.recording').values({
            id, owner_id: about.ownerId, team_id: about.teamId, subject: about.subject, original: original.hash, original_name: original.name, second: second?.hash ?? null, second_name: second?.name ?? null,
            bytes: original.bytes + (second?.bytes ?? 0), rendition: null, peaks: null, container: null, codec: null, channels: null, sample_rate: null, duration_ms: null, job_id: job.id
        }).execute();
        log.audit('recording.imported', 'recordings', id, { hash: original.hash, ...(second ? { second: second.hash } : {}) });
        return id;
    }

    /** The recording with exactly this content, if there is one. */
    async findByContent(hash: string, secondHash?: string): Promise<string | undefined> {
        const found = this.database.read<MediaTables>().selectFrom('media.recording').select('id').where('original', '=', hash);
        return (await (secondHash ? found.where('second', '=', secondHash) : found.where('second', 'is', null)).executeTakeFirst())?.id;
    }

    /** Says whose the recording is, within the caller's transaction. */
    async changeOwner<T extends MediaTables>(transaction: Transaction<T>, id: string, ownerId: string | null, teamId: string | null): Promise<void> {
        await (transaction as unknown as Transaction<MediaTables>).updateTable('media.recording').set({ owner_id: ownerId, team_id: teamId }).where('id', '=', id).execute();
    }

    async get(principal: Principal, id: string): Promise<Recording> {
        return showRecording(await this.find(principal, id, 'recording:listen'));
    }

    /** Who speaks when. @throws CONFLICT 'not-ready' while it is being processed, or when that failed. */
    async activity(principal: Principal, id: string): Promise<Activity> {
        const row = await this.find(principal, id, 'recording:listen');
        if (!row.activity) {
            throw conflict('not-ready', { state: row.state });
        }
        return showActivity(row.activity, row.roles);
    }

    /** Says that the speakers are on each other's channel. @throws CONFLICT 'mono' where there is one channel. */
    async exchangeChannels(principal: Principal, id: string, version: number): Promise<Recording> {
        const row = await this.find(principal, id, 'recording:correct');
        if (row.roles.length < 2) {
            throw conflict(row.state === 'ready' ? 'mono' : 'not-ready', { state: row.state });
        }
        await this.database.write<void, MediaTables>(principal, async (transaction, log) => {
            const roles = [...row.roles].reverse();
            const changed = await transaction.updateTable('media.recording').set(({ eb }) => ({ roles, version: eb('version', '+', 1) })).where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
            if (!changed) {
                throw conflict('changed-meanwhile', { version: row.version });
            }
            log.audit('recording.channels-exchanged', 'recordings', id, { roles });
            log.event({ type: 'recording.changed', entityId: id }, { permission: 'recording:listen', ownerId: row.owner_id, teamId: row.team_id });
        });
        return this.get({ ...principal, permissions: new Map([['recording:listen', 'all']]) }, id);
    }

    /** Processes a recording again that failed. */
    async retry(principal: Principal, id: string): Promise<Recording> {
        const row = await this.find(principal, id, 'recording:correct');
        await this.database.write<void, MediaTables>(principal, async (transaction, log) => {
            const claimed = await transaction.updateTable('media.recording').set(({ eb }) => ({ state: 'processing' as const, problem: null, version: eb('version', '+', 1) })).where('id', '=', id).where('state', '=', 'failed').returning('id').executeTakeFirst();
            if (!claimed) {
                throw conflict('not-failed', { state: row.state });
            }
            const job = await this.jobs.startInTransaction(transaction, log, principal, processingKind, row.original_name ?? id, { recordingId: id });
            await transaction.updateTable('media.recording').set({ job_id: job.id }).where('id', '=', id).execute();
            log.audit('recording.retried', 'recordings', id);
            log.event({ type: 'recording.changed', entityId: id }, { permission: 'recording:listen', ownerId: row.owner_id, teamId: row.team_id });
        });
        return this.get({ ...principal, permissions: new Map([['recording:listen', 'all']]) }, id);
    }

    /** The row, within what the permission reaches. @throws NOT_FOUND */
    async find(principal: Principal, id: string, permission: string) {
        if (!/^[0-9a-f-]{36}$/.test(id)) {
            throw notFound();
        }
        return orNotFound(await visibleRecordings(this.database.read<MediaTables>(), principal, permission).where('recording.id', '=', id).executeTakeFirst());
    }
}
