import { setTimeout as wait } from 'node:timers/promises';
import { Database } from '@earshot/core/lib/node/storage/database';
import { samplingDefinition } from '@earshot/quality/lib/common/sampling/sampling-definition';
import type { QualityTables } from '@earshot/quality/lib/node/quality-tables';
import { Qualifications } from '@earshot/quality/lib/node/sampling/qualifications';
import { SamplingDraws } from '@earshot/quality/lib/node/sampling/sampling-draws';
import { SamplingPlans } from '@earshot/quality/lib/node/sampling/sampling-plans';
import { SamplingQueueService } from '@earshot/quality/lib/node/sampling/sampling-queue';
import { inject, injectable } from '@theia/core/shared/inversify';
import { samplePlan, writtenPlan } from '../common/sample-sampling';
import type { Staff } from './signed-in';

const dayMs = 86_400_000;
const longestWaitMs = 60_000;
const pauseMs = 250;

/** A plan with a draw of which a part is scored. Only calls whose recordings are ready are drawn, so those are waited for. */
@injectable()
export class SampleSampling {
    constructor(
        @inject(Database) private readonly database: Database, @inject(Qualifications) private readonly qualifications: Qualifications,
        @inject(SamplingPlans) private readonly plans: SamplingPlans, @inject(SamplingDraws) private readonly draws: SamplingDraws, @inject(SamplingQueueService) private readonly queue: SamplingQueueService
    ) { }

    /** @param score submits an evaluation of a call in somebody's name. */
    async add(as: (login: string) => Promise<Staff>, formId: string, writtenFormId: string, score: (person: Staff, login: string, evaluationId: string, callId: string) => Promise<void>): Promise<void> {
        const { title, evaluators, perTeam, shadowShare, rule, daysAgo, scored } = samplePlan;
        const lena = await as('lena');
        const evaluatorIds = await Promise.all(evaluators.map(async each => (await as(each)).personId));
        for (const personId of evaluatorIds) {
            await this.qualifications.set(lena, { personId, formId, qualified: true });
            await this.qualifications.set(lena, { personId, formId: writtenFormId, qualified: true });
        }
        const definition = samplingDefinition.parse({
            formId, population: {}, strata: ['team'], period: 'week', size: { kind: 'per-stratum', calls: perTeam }, rules: [{ name: rule.name, condition: { tags: [...rule.tags] }, share: 1 }], mostByRules: 0.5, evaluatorIds, shadowShare
        });
        const { id } = await this.plans.create(lena, { title, definition, active: true });
        if (!await this.ready()) {
            console.warn('The recordings of the sample centre are not ready: its sampling plan has drawn nothing yet.');
            return this.drawWritten(lena, writtenFormId, evaluatorIds);
        }
        await this.draws.draw(lena, id, new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10));
        for (const login of scored) {
            const evaluator = await as(login);
            for (let evaluationId = await this.queue.next(evaluator); evaluationId; evaluationId = await this.queue.next(evaluator)) {
                const { call_id: callId } = await this.database.read<QualityTables>().selectFrom('quality.evaluation as evaluation').innerJoin('quality.interaction as interaction', 'interaction.id', 'evaluation.interaction_id').where('evaluation.id', '=', evaluationId).select('interaction.call_id').executeTakeFirstOrThrow();
                await score(evaluator, login, evaluationId, callId);
            }
        }
        await this.drawWritten(lena, writtenFormId, evaluatorIds);
    }

    /** What was written needs no preparing, so this one draws in any case. */
    private async drawWritten(lead: Staff, formId: string, evaluatorIds: readonly string[]): Promise<void> {
        const definition = samplingDefinition.parse({ formId, channels: ['chat', 'email'], population: {}, strata: ['team'], period: 'month', size: { kind: 'per-stratum', calls: writtenPlan.perTeam }, evaluatorIds, dueDays: 10 });
        const { id } = await this.plans.create(lead, { title: writtenPlan.title, definition, active: true });
        await this.draws.draw(lead, id, new Date(Date.now() - writtenPlan.daysAgo * dayMs).toISOString().slice(0, 10));
    }

    private async ready(): Promise<boolean> {
        for (let waited = 0; waited < longestWaitMs; waited += pauseMs) {
            if (!await this.database.read<QualityTables>().selectFrom('media.recording').select('id').where('state', '=', 'processing').limit(1).executeTakeFirst()) {
                return true;
            }
            await wait(pauseMs);
        }
        return false;
    }
}
