import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely, Transaction } from 'kysely';
import { AudioCodecRegistry, AudioError, AudioFile, type AudioProbe } from '@earshot/audio';
import type { EntityLink } from '@earshot/core/lib/common/linking/entity-link';
import { invalid } from '@earshot/core/lib/node/api/failure';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { recordBlob } from '@earshot/core/lib/node/blobs/blob-records';
import type { StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { JobService } from '@earshot/core/lib/node/jobs/job-service';
import { Settings } from '@earshot/core/lib/node/start/settings';
import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { audioProblem } from '../../common/media-contract';
import { type HeaderlessFormat, assumedFormat } from '../../common/recording/headerless-format';
import type { MediaTables } from '../media-tables';
import { startProcessing } from './processing-job';
import { announce } from './recording-events';

/** A recording that is about to be kept. The blobs have been put into the store already. */
export interface RecordingImport {
    readonly original: StoredBlob;
    /** The customer's leg of a call that came in two files of one channel each; `original` is then the agent's. */
    readonly second?: StoredBlob & { /** How much later it begins, milliseconds. */ readonly offsetMs?: number };
    /** What to take files without a header for, as `inspect` was told. */
    readonly format?: HeaderlessFormat;
    /** What it belongs to: `earshot:/quality/interactions/…`. */
    readonly subject: EntityLink;
    /** The agent, and the team at the time: who reaches it with the scopes `own` and `team`. */
    readonly ownerId: string | null;
    readonly teamId: string | null;
    /** Who is told when it fails. */
    readonly startedBy: Principal;
    /** For people, in the list of jobs. */
    readonly title?: string;
}

/** What other packages do with recordings, inside their own transactions. */
@injectable()
export class RecordingArchive {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(JobService) private readonly jobs: JobService,
        @inject(Settings) private readonly settings: Pick<Settings, 'ffmpeg'>
    ) { }

    /**
     * What a file is, before anything is stored: reads headers, and walks through compressed formats without decoding them.
     * @param second the other leg of a call in two files.
     * @param format what to take a file for that has no header.
     * @throws INVALID with the code of the audio package after `audio.`, on the path `file` or `second`.
     */
    async inspect(path: string, second?: string, format?: HeaderlessFormat): Promise<AudioProbe> {
        const probed = await this.inspectOne(path, 'file', second !== undefined, format);
        if (second !== undefined) {
            await this.inspectOne(second, 'second', true, format);
        }
        return probed;
    }

    /** Keeps a recording and starts its processing; both happen if, and when, the transaction commits. @returns its id. */
    async importRecording<T>(transaction: Transaction<CoreTables & T>, log: ChangeLog, recording: RecordingImport): Promise<string> {
        const media = transaction as unknown as Transaction<CoreTables & MediaTables>;
        const { original, second, format, subject, ownerId, teamId, startedBy, title = 'Recording' } = recording;
        const id = newId();
        await recordBlob(media, original);
        if (second) {
            await recordBlob(media, second);
        }
        const jobId = await startProcessing(this.jobs, media, log, startedBy, title, id);
        await media.insertInto('media.recording').values({
            id, state: 'processing', subject, owner_id: ownerId, team_id: teamId, original_hash: original.hash, second_hash: second?.hash ?? null,
            second_offset_ms: second?.offsetMs ?? 0, bytes: original.bytes + (second?.bytes ?? 0), format: format ?? null, job_id: jobId
        }).execute();
        log.audit('recording.imported', 'recordings', id, { subject, hash: original.hash, second: second?.hash, bytes: original.bytes + (second?.bytes ?? 0) });
        announce(log, { id, owner_id: ownerId, team_id: teamId });
        return id;
    }

    /** Recordings made of these very bytes, oldest first: whether a file has been imported before, and to what it belongs. Within a transaction for who is about to import. */
    async findByContent<T>(hash: string, within?: Transaction<CoreTables & T>): Promise<{ readonly id: string; readonly subject: EntityLink }[]> {
        const database = (within ?? this.database.read()) as unknown as Kysely<CoreTables & MediaTables>;
        const found = await database.selectFrom('media.recording').select(['id', 'subject'])
            .where(({ or, eb }) => or([eb('original_hash', '=', hash), eb('second_hash', '=', hash)])).orderBy('id').execute();
        return found.map(({ id, subject }) => ({ id, subject: subject as EntityLink }));
    }

    /** Says whose the recordings of a subject are from now on. @returns how many there are. */
    async changeOwner<T>(transaction: Transaction<CoreTables & T>, log: ChangeLog, subject: EntityLink, owner: { readonly ownerId: string | null; readonly teamId: string | null }): Promise<number> {
        const changed = await (transaction as unknown as Transaction<CoreTables & MediaTables>).updateTable('media.recording')
            .set(({ eb }) => ({ owner_id: owner.ownerId, team_id: owner.teamId, version: eb('version', '+', 1) })).where('subject', '=', subject).returning(['id', 'owner_id', 'team_id']).execute();
        for (const each of changed) {
            log.audit('recording.owner-changed', 'recordings', each.id, { ...owner });
            announce(log, each);
        }
        return changed.length;
    }

    private async inspectOne(path: string, name: string, isLeg: boolean, format: HeaderlessFormat | undefined): Promise<AudioProbe> {
        try {
            const codecs = AudioCodecRegistry.standard({ ffmpegPath: this.settings.ffmpeg });
            const probed = await AudioFile.with(path, file => codecs.probe(file, format && { assume: assumedFormat(format) }));
            codecs.decoderFor(probed);
            if (isLeg && probed.channels !== 1) {
                throw new AudioError('legs-not-mono', 'Each file of a call in two files must have one channel.');
            }
            return probed;
        } catch (error) {
            throw error instanceof AudioError ? invalid([{ path: name, code: audioProblem + error.code, detail: { message: error.message } }]) : error;
        }
    }
}
