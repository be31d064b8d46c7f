import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { OverturnedCall } from '../../common/calibration/calibration-contract';
import type { QualityTables } from '../quality-tables';

/** More than a session takes. */
const most = 40;

/**
 * What disputes teach calibration: calls of which ratings were overturned. A session that was prepared with such a call afterwards has
 * taken care of it, whatever came out; when it is discarded, or the call is overturned again, the call comes back.
 */
@injectable()
export class OverturnedCalls {
    constructor(@inject(Database) private readonly database: Database) { }

    /** Of one form, the latest first. */
    async of(formId: string): Promise<OverturnedCall[]> {
        const found = await this.database.read<QualityTables>().selectFrom('quality.dispute_answer as answer').innerJoin('quality.evaluation as evaluation', 'evaluation.id', 'answer.evaluation_id')
            .innerJoin('quality.interaction as interaction', 'interaction.id', 'evaluation.interaction_id').leftJoin('media.recording as recording', 'recording.id', 'interaction.recording_id').leftJoin('core.person as agent', 'agent.id', 'interaction.agent_id')
            .where('answer.decision', '=', 'overturned').where('evaluation.form_id', '=', formId).where(sql<string>`coalesce(recording.state, 'ready')`, '=', 'ready')
            .where(sql<boolean>`not exists (select from quality.calibration_call call join quality.calibration session on session.id = call.session_id
                where call.interaction_id = evaluation.interaction_id and session.form_id = evaluation.form_id and session.created_at > answer.answered_at)`)
            .groupBy(['interaction.id', 'interaction.call_id', 'interaction.started_at', 'recording.duration_ms', 'interaction.duration_ms', 'agent.name'])
            .select(['interaction.id', 'interaction.call_id', 'interaction.started_at', sql<number | null>`coalesce(recording.duration_ms, interaction.duration_ms)`.as('duration_ms'), 'agent.name', sql<string[]>`array_agg(distinct answer.question_id)`.as('question_ids'), sql<Date>`max(answer.answered_at)`.as('overturned_at')])
            .orderBy('overturned_at', 'desc').orderBy('interaction.id').limit(most).execute();
        return found.map(each => ({
            interactionId: each.id, callId: each.call_id, startedAt: each.started_at.toISOString(), durationMs: each.duration_ms, agentName: each.name, questionIds: each.question_ids, overturnedAt: each.overturned_at.toISOString()
        }));
    }
}
