import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import { EventHub } from '@earshot/core/lib/node/events/event-hub';
import { Database } from '@earshot/core/lib/node/storage/database';
import { joinRanges, listenedShare } from '@earshot/quality/lib/common/evaluation/listening';
import type { QualityTables } from '@earshot/quality/lib/node/quality-tables';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sampleListening } from '../common/sample-listening';

/** What the evaluators of the sample calls listened to. How long a recording is, is known once it has been processed, which goes on while the house is filled. */
@injectable()
export class SampleListening {
    constructor(@inject(Database) private readonly database: Database, @inject(EventHub) private readonly events: EventHub) { }

    /** @param recordings ids by the number of the call. */
    async add(recordings: ReadonlyMap<string, string>): Promise<void> {
        for (const [call, recordingId] of recordings) {
            if (!await this.heard(call, recordingId)) {
                const stop = this.events.listen(({ type, entityId }) => {
                    if (type === 'recording.changed' && entityId === recordingId) {
                        this.heard(call, recordingId).then(done => done && stop(), stop);
                    }
                });
            }
        }
    }

    /** @returns false as long as the recording has no length. */
    private async heard(call: string, recordingId: string): Promise<boolean> {
        const database = this.database.read<QualityTables>();
        const { duration_ms: durationMs } = await database.selectFrom('media.recording').select('duration_ms').where('id', '=', recordingId).executeTakeFirstOrThrow();
        if (durationMs === null) {
            return false;
        }
        const rows = await database.selectFrom('quality.evaluation as evaluation').innerJoin('quality.interaction as interaction', 'interaction.id', 'evaluation.interaction_id').innerJoin('core.person as person', 'person.id', 'evaluation.evaluator_id')
            .where('interaction.recording_id', '=', recordingId).where('evaluation.state', 'in', ['submitted', 'superseded']).select(['evaluation.id', 'person.login']).execute();
        if (rows.length > 0) {
            await this.database.write<void, QualityTables>(systemPrincipal('sample centre'), async (transaction, log) => {
                for (const { id, login } of rows) {
                    const ranges = joinRanges([[0, Math.round(durationMs * sampleListening(call, login))]], durationMs);
                    await transaction.updateTable('quality.evaluation').set({ listened: JSON.stringify(ranges), listened_share: listenedShare(ranges, durationMs) }).where('id', '=', id).execute();
                    log.audit('sample.dated', 'evaluations', id);
                }
            });
        }
        return true;
    }
}
