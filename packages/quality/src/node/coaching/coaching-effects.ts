import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import { fewestForChange, meanChange } from '@earshot/statistics';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { CoachingEffect } from '../../common/coaching/coaching-contract';
import { behaviourChange, criticalQuestions, effectDays, type JudgedForm } from '../../common/coaching/coaching-effect';
import { released } from '../evaluation/evaluation-query';
import type { QualityTables } from '../quality-tables';
import { CoachingReader } from './coaching-reader';

const dayMs = 86_400_000;
/** Evaluations of one agent, and of a team, that are read for a comparison; the latest. */
const most = { agent: 1000, team: 20_000 } as const;

interface Window { readonly formId: string | null; readonly from: Date; readonly to: Date }

/** How evaluations changed with a coaching plan. Calls go by when they took place: that is when somebody behaved so. */
@injectable()
export class CoachingEffects {
    constructor(@inject(Database) private readonly database: Database, @inject(CoachingReader) private readonly plans: CoachingReader, @inject(FilledFormService) private readonly forms: FilledFormService) { }

    /**
     * Without the evaluation that the plan came from, in whatever revision counts: it was chosen because it was low, and would make any plan look good.
     * @throws NOT_FOUND outside the caller's reach
     */
    async get(principal: Principal, id: string): Promise<CoachingEffect> {
        const plan = await this.plans.find(principal, id);
        const database = this.database.read<QualityTables>();
        const [from, to] = [-1, 1].map(each => new Date(plan.started_at.getTime() + each * effectDays * dayMs)) as [Date, Date];
        const window = { formId: plan.form_id, from, to };
        const own = await this.evaluations(window).where('evaluation.agent_id', '=', plan.agent_id).where(released(principal)).where(sql<boolean>`evaluation.id not in ${revisionsOf(plan.evaluation_id)}`)
            .select(['evaluation.percent', 'evaluation.filled_form_id', 'interaction.started_at']).orderBy('interaction.started_at', 'desc').limit(most.agent).execute();
        const team = plan.team_id === null || plan.agent_id === principal.personId ? undefined : await this.evaluations(window).where('evaluation.team_id', '=', plan.team_id).where('evaluation.agent_id', '<>', plan.agent_id).where(released(principal))
            .select(['evaluation.percent', 'interaction.started_at']).orderBy('interaction.started_at', 'desc').limit(most.team).execute();
        const isBefore = (each: { readonly started_at: Date }): boolean => each.started_at < plan.started_at;
        const change = (rows: readonly { readonly percent: number | null; readonly started_at: Date }[]) => meanChange(rows.filter(isBefore).map(each => each.percent), rows.filter(each => !isBefore(each)).map(each => each.percent));
        const behaviours = await database.selectFrom('quality.coaching_behaviour').select(['text', 'question_ids']).where('plan_id', '=', id).orderBy('place').execute();
        const judged = behaviours.some(each => each.question_ids.length) ? await this.judged(own.map(each => each.filled_form_id)) : new Map<string, JudgedForm>();
        const formsOf = (rows: typeof own) => rows.flatMap(each => judged.get(each.filled_form_id) ?? []);
        return {
            from: from.toISOString(), startedAt: plan.started_at.toISOString(), to: to.toISOString(), fewest: fewestForChange, score: change(own), team: team ? change(team) : null,
            behaviours: behaviours.filter(each => each.question_ids.length).map(each => ({ text: each.text, change: behaviourChange(formsOf(own.filter(isBefore)), formsOf(own.filter(one => !isBefore(one))), each.question_ids) }))
        };
    }

    /** By the id of the filled-in form. */
    private async judged(ids: readonly string[]): Promise<ReadonlyMap<string, JudgedForm>> {
        const forms = [...(await this.forms.load(ids)).values()];
        const versionIds = [...new Set(forms.map(each => each.formVersionId))];
        const versions = versionIds.length ? await this.database.read<QualityTables>().selectFrom('assessment.form_version').select(['id', 'definition']).where('id', 'in', versionIds).execute() : [];
        const critical = new Map(versions.map(each => [each.id, criticalQuestions(each.definition)]));
        return new Map(forms.map(each => [each.id, { trace: each.score.trace, answers: each.answers, critical: critical.get(each.formVersionId)! }]));
    }

    private evaluations({ formId, from, to }: Window) {
        const found = this.database.read<QualityTables>().selectFrom('quality.evaluation as evaluation').innerJoin('quality.interaction as interaction', 'interaction.id', 'evaluation.interaction_id')
            .where('evaluation.state', '=', 'submitted').where('evaluation.purpose', '=', 'monitoring').where('interaction.started_at', '>=', from).where('interaction.started_at', '<', to);
        return formId === null ? found : found.where('evaluation.form_id', '=', formId);
    }
}

/** An evaluation and the revisions that replaced it, by their ids; none of null. */
const revisionsOf = (evaluationId: string | null) => sql`(with recursive chain as (select id from quality.evaluation where id = ${evaluationId}::uuid
    union all select each.id from quality.evaluation each join chain on each.revises = chain.id) select id from chain)`;
