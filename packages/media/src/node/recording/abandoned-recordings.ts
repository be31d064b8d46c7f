import { inject, injectable } from '@theia/core/shared/inversify';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { MediaTables } from '../media-tables';
import { RecordingOutcome } from './recording-outcome';

/** Recordings whose job ended without a word about them (cancelled while it waited, given up after three crashes): they would wait for ever. */
@injectable()
export class AbandonedRecordings implements ScheduleContribution {
    readonly name = 'abandoned-recordings';
    readonly when = { everySeconds: 60 };

    constructor(@inject(Database) private readonly database: Database, @inject(RecordingOutcome) private readonly outcome: RecordingOutcome) { }

    async run(): Promise<void> {
        const abandoned = await this.database.read<MediaTables>().selectFrom('media.recording as recording').leftJoin('core.job as job', 'job.id', 'recording.job_id')
            .where('recording.state', '=', 'processing').where(({ or, eb }) => or([eb('job.id', 'is', null), eb('job.state', 'in', ['done', 'failed', 'cancelled'])]))
            .select(['recording.id', 'job.state', 'job.problem']).limit(500).execute();
        for (const { id, state, problem } of abandoned) {
            await this.outcome.failed(id, state === 'cancelled' ? 'cancelled' : problem?.code ?? 'unexpected');
        }
    }
}
