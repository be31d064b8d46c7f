import { publishedFormFor } from '@earshot/assessment/lib/node/form/published-form';
import { type Principal } from '@earshot/core/lib/node/api/context';
import { conflict } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { SamplingQueue } from '../../common/sampling/sampling-contract';
import { EvaluationService } from '../evaluation/evaluation-service';
import type { QualityTables } from '../quality-tables';
import { publishedTitle } from './sampling-query';
import { markScored } from './scored-items';

type Caller = Principal & { readonly personId: string };

/** Why a call cannot be begun as things stand: it is one's own, its form is not published, or it went to somebody else meanwhile. */
const passedOver: readonly unknown[] = ['own-call', 'form-not-published', 'form-rates-otherwise', 'wrong-state'];

/** Others have to see to such calls, and to one that is gone from sight. @throws anything else */
function passOver(error: unknown): null {
    const { code, data } = error as { readonly code?: unknown; readonly data?: { readonly reason?: unknown } };
    if (code === 'NOT_FOUND' || code === 'CONFLICT' && passedOver.includes(data?.reason)) {
        return null;
    }
    throw error;
}

/** The calls that were drawn for somebody. They are handed out one by one: whoever could choose would choose the easy ones. */
@injectable()
export class SamplingQueueService {
    constructor(@inject(Database) private readonly database: Database, @inject(EvaluationService) private readonly evaluations: EvaluationService) { }

    async queue(principal: Caller): Promise<SamplingQueue> {
        const waiting = await this.open(principal).select([sql<string | null>`(select name from core.person where id = interaction.agent_id)`.as('agent_name'),
            publishedTitle(sql.ref('draw.form_id')).as('form_title')]).execute();
        const [next] = waiting;
        if (!next) {
            return { open: 0, scored: 0, milliseconds: 0, dueAt: null, next: null };
        }
        // Of the draws in which something is open, so that "3 of 12" can be said.
        const { scored } = await this.database.read<QualityTables>().selectFrom('quality.sampling_item').where('evaluator_id', '=', principal.personId).where('scored_at', 'is not', null).where('replaced_by', 'is', null)
            .where('draw_id', 'in', [...new Set(waiting.map(each => each.draw_id))]).select(({ fn }) => fn.countAll<number>().as('scored')).executeTakeFirstOrThrow();
        return {
            open: waiting.length, scored, milliseconds: waiting.reduce((sum, each) => sum + each.duration_ms, 0), dueAt: next.due_at.toISOString(),
            next: {
                callId: next.call_id, startedAt: next.started_at.toISOString(), durationMs: next.duration_ms, agentName: next.agent_name, queue: next.queue, formTitle: next.form_title, begun: next.evaluation_id !== null, dueAt: next.due_at.toISOString()
            }
        };
    }

    /** Begins the evaluation that is next, or goes on with it; what cannot be begun as things stand does not hold up the others. @returns its id; null where nothing is left. */
    async next(principal: Caller): Promise<string | null> {
        for (const item of await this.open(principal).execute()) {
            const second = item.kind === 'shadow' || item.kind === 'intra';
            const evaluationId = await (second ? this.beginSecond(principal, item) : this.evaluations.begin(principal, item.interaction_id, item.form_id)).catch(passOver);
            if (evaluationId === null) {
                continue;
            }
            if (evaluationId === item.evaluation_id || await this.link(principal, item.id, evaluationId).catch(passOver)) {
                return evaluationId;
            }
        }
        return null;
    }

    /** What waits for the caller: what is begun first, then draw by draw as they are due, in the order in which they were drawn. */
    private open(principal: Caller) {
        return this.database.read<QualityTables>().selectFrom('quality.sampling_item as item').innerJoin('quality.sampling_draw as draw', 'draw.id', 'item.draw_id').innerJoin('quality.interaction as interaction', 'interaction.id', 'item.interaction_id')
            .where('item.evaluator_id', '=', principal.personId).where('item.scored_at', 'is', null).where('item.replaced_by', 'is', null)
            .select(['item.id', 'item.kind', 'item.interaction_id', 'item.evaluation_id', 'item.duration_ms', 'draw.id as draw_id', 'draw.form_id', 'draw.due_at', 'interaction.call_id', 'interaction.started_at', 'interaction.queue', 'interaction.agent_id', 'interaction.team_id'])
            .orderBy(sql`item.evaluation_id is null`).orderBy('draw.due_at').orderBy('draw.id').orderBy('item.place');
    }

    private async beginSecond(principal: Caller, item: { readonly evaluation_id: string | null; readonly interaction_id: string; readonly form_id: string; readonly agent_id: string | null; readonly team_id: string | null }): Promise<string> {
        if (item.evaluation_id) {
            return item.evaluation_id;
        }
        if (item.agent_id === principal.personId) {
            throw conflict('own-call');
        }
        const database = this.database.read<QualityTables>();
        const formVersionId = await publishedFormFor(database, item.form_id, 'interaction');
        if (!formVersionId) {
            throw conflict('form-not-published');
        }
        return this.evaluations.once(
            () => database.selectFrom('quality.evaluation').select('id').where('interaction_id', '=', item.interaction_id).where('form_id', '=', item.form_id).where('evaluator_id', '=', principal.personId).where('purpose', '=', 'agreement').where('state', '=', 'draft').executeTakeFirst(),
            () => this.evaluations.open(principal, { interactionId: item.interaction_id, formId: item.form_id, formVersionId, agentId: item.agent_id, teamId: item.team_id, sessionId: null, purpose: 'agreement' })
        );
    }

    /** @returns whether it is still to be scored: an evaluation that was submitted meanwhile counts at once. @throws CONFLICT `wrong-state` for what was scored, replaced or handed over meanwhile */
    private async link(principal: Caller, itemId: string, evaluationId: string): Promise<boolean> {
        return this.database.write<boolean, QualityTables>(principal, async (transaction, log) => {
            const evaluation = await transaction.selectFrom('quality.evaluation').select(['id', 'state', 'interaction_id', 'form_id', 'evaluator_id', 'purpose']).where('id', '=', evaluationId).executeTakeFirstOrThrow();
            const linked = await transaction.updateTable('quality.sampling_item').set({ evaluation_id: evaluationId }).where('id', '=', itemId).where('evaluator_id', '=', principal.personId).where('scored_at', 'is', null).where('replaced_by', 'is', null)
                .returning('draw_id').executeTakeFirst();
            if (!linked) {
                throw conflict('wrong-state');
            }
            log.audit('sampling.begun', 'sampling-items', itemId, { evaluation: evaluationId });
            log.event({ type: 'sampling.changed', entityId: linked.draw_id }, { permission: 'sampling:read', people: [principal.personId] });
            if (evaluation.state !== 'draft') {
                await markScored(transaction, log, evaluation);
            }
            return evaluation.state === 'draft';
        });
    }
}
