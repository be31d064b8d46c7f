import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { corePermissions } from '@earshot/core/lib/common/access/core-permissions';
import type { PermissionDefinition } from '@earshot/core/lib/common/access/permission';
import { type EntityLink, linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { StoredBlob } from '@earshot/core/lib/node/blobs/blob-store';
import { FileBlobStore } from '@earshot/core/lib/node/blobs/file-blob-store';
import { JobQueue } from '@earshot/core/lib/node/jobs/job-queue';
import { JobRunner } from '@earshot/core/lib/node/jobs/job-runner';
import { JobService } from '@earshot/core/lib/node/jobs/job-service';
import { openTestHouse, type TestHouse, type TestPerson } from '../../../../core/src/node/people/test-house';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { mediaPermissions, type Recording } from '../../common/media-contract';
import { MaskPreparation } from '../masking/mask-preparation';
import { MaskService } from '../masking/mask-service';
import { RecordingArchive, type RecordingImport } from '../recording/recording-archive';
import { RecordingOutcome } from '../recording/recording-outcome';
import { RecordingProcessing } from '../recording/recording-processing';
import { RecordingService } from '../recording/recording-service';

/** For integration tests: a house that keeps recordings and processes them in the background. */
export interface TestMediaHouse extends TestHouse {
    readonly folder: string;
    readonly blobs: FileBlobStore;
    readonly archive: RecordingArchive;
    readonly recordings: RecordingService;
    readonly masks: MaskService;
    readonly outcome: RecordingOutcome;
    readonly runner: JobRunner;
    readonly jobs: JobService;
    put(content: Buffer): Promise<StoredBlob>;
    /** Imports as another package would, in a transaction of its own. */
    keep(startedBy: TestPerson, original: Buffer, about?: Partial<Omit<RecordingImport, 'original' | 'second'>> & { readonly second?: Buffer }): Promise<string>;
    /** The recording when its processing has ended, well or badly. */
    processed(person: TestPerson, id: string): Promise<Recording>;
}

export const someCall = (): EntityLink => linkTo('quality', 'interactions', newId());

/** @param more permissions of the packages above. */
export async function openTestMediaHouse(more: readonly PermissionDefinition[] = []): Promise<TestMediaHouse> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'media-'));
    const house = await openTestHouse([...corePermissions, ...mediaPermissions, ...more]);
    const settings = { dataFolder: folder, ffmpeg: undefined };
    const blobs = new FileBlobStore(settings);
    const outcome = new RecordingOutcome(house.database);
    const contributions = { getContributions: () => [new RecordingProcessing(house.database, blobs, settings, outcome), new MaskPreparation(house.database, blobs, settings)] };
    const queue = new JobQueue(house.connection);
    const runner = new JobRunner(house.database, queue, house.sessions, contributions);
    const jobs = new JobService(house.database, queue, contributions);
    const archive = new RecordingArchive(house.database, jobs, settings);
    const recordings = new RecordingService(house.database, jobs);
    const masks = new MaskService(house.database, jobs);
    await queue.run();
    await runner.run();
    const put = (content: Buffer): Promise<StoredBlob> => blobs.put(Readable.from([content]), { mediaType: 'audio/wav', maxBytes: 1e9 });
    return {
        ...house, folder, blobs, archive, recordings, masks, outcome, runner, jobs, put,
        keep: async (startedBy, original, { second, ...about } = {}) => {
            const stored = await put(original);
            const leg = second && await put(second);
            return house.database.write(startedBy, (transaction, log) =>
                archive.importRecording(transaction, log, { original: stored, second: leg, subject: someCall(), ownerId: null, teamId: null, startedBy, ...about }));
        },
        processed: async (person, id) => {
            for (const end = Date.now() + 20_000; Date.now() < end; await new Promise(resolve => { setTimeout(resolve, 50); })) {
                const recording = await recordings.get(person, id);
                if (recording.state !== 'processing') {
                    return recording;
                }
            }
            throw new Error(`Recording ${id} is still being processed.`);
        },
        close: async () => {
            await runner.stop();
            await queue.stop();
            await house.close();
            await fs.rm(folder, { recursive: true, force: true });
        }
    };
}
