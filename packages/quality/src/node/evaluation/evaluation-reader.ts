import { FormService } from '@earshot/assessment/lib/node/form/form-service';
import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { type Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Evaluation, EvaluationRow } from '../../common/evaluation/evaluation-contract';
import { showInteraction, visibleInteractions } from '../interaction/interaction-query';
import type { QualityTables } from '../quality-tables';
import { type EvaluationFilter, type EvaluationFound, filteredEvaluations, showEvaluationRow, visibleEvaluations } from './evaluation-query';
import { EvaluationService } from './evaluation-service';

type Caller = Principal & { readonly personId: string };

/** Evaluations as lists and pages show them. */
@injectable()
export class EvaluationReader {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(EvaluationService) private readonly evaluations: EvaluationService,
        @inject(FilledFormService) private readonly filled: FilledFormService,
        @inject(FormService) private readonly forms: FormService
    ) { }

    async list(principal: Principal, filter: EvaluationFilter) {
        const found = await filteredEvaluations(visibleEvaluations(this.database.read<QualityTables>(), principal), filter).execute();
        return pageOf(found, filter.limit, row => [row.changed_at.toISOString(), row.id], showEvaluationRow);
    }

    async get(principal: Caller, id: string): Promise<Evaluation> {
        const row = orNotFound(await visibleEvaluations(this.database.read<QualityTables>(), principal).where('evaluation.id', '=', id).executeTakeFirst());
        // Whoever may see the evaluation may see what it is about, even where the call itself is out of their scope (a calibration).
        const everyone: Principal = { ...principal, permissions: new Map([...principal.permissions, ['interaction:read', 'all']]) };
        const [interaction, content, form, history] = await Promise.all([
            visibleInteractions(this.database.read<QualityTables>(), everyone).where('interaction.id', '=', row.interaction_id).executeTakeFirstOrThrow(),
            this.filled.load([row.filled_form_id]).then(found => orNotFound(found.get(row.filled_form_id))), this.forms.version(row.form_version_id), this.history(principal, row)
        ]);
        const { rulings, ...version } = form;
        return {
            ...showEvaluationRow(row), interaction: showInteraction(interaction), answers: { ...content.answers }, evidence: [...content.evidence], score: { ...content.score }, form: version, rulings,
            listened: { share: row.listened_share, ranges: row.listened }, reason: row.reason, revises: row.revises, history, may: [...this.evaluations.actions(principal, row)]
        };
    }

    /** How many the caller has submitted since midnight of the server, and what lies open. */
    async today(principal: Caller): Promise<{ submitted: number; drafts: EvaluationRow[] }> {
        const midnight = new Date();
        midnight.setHours(0, 0, 0, 0);
        const [submitted, drafts] = await Promise.all([
            this.database.read<QualityTables>().selectFrom('quality.evaluation').where('evaluator_id', '=', principal.personId).where('submitted_at', '>=', midnight).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
            visibleEvaluations(this.database.read<QualityTables>(), principal).where('evaluation.evaluator_id', '=', principal.personId).where('evaluation.state', 'in', ['draft', 'revision-draft']).orderBy('evaluation.changed_at').limit(50).execute()
        ]);
        return { submitted: submitted.count, drafts: drafts.map(showEvaluationRow) };
    }

    /** All revisions of the evaluation that the caller may see, oldest first. */
    private async history(principal: Principal, row: EvaluationFound): Promise<Evaluation['history']> {
        if (row.purpose === 'calibration') {
            return [];
        }
        const rows = await visibleEvaluations(this.database.read<QualityTables>(), principal).where('evaluation.interaction_id', '=', row.interaction_id).where('evaluation.form_id', '=', row.form_id)
            .where('evaluation.evaluator_id', '=', row.evaluator_id).where('evaluation.purpose', '=', 'monitoring').orderBy('evaluation.revision').orderBy('evaluation.id').execute();
        return rows.map(each => ({ id: each.id, revision: each.revision, state: each.state, percent: each.percent, changedAt: each.changed_at.toISOString(), by: each.evaluator_name, reason: each.reason }));
    }
}
