import { FormService } from '@earshot/assessment/lib/node/form/form-service';
import { FilledFormService } from '@earshot/assessment/lib/node/filling/filled-form-service';
import { type Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { Evaluation, EvaluationRow } from '../../common/evaluation/evaluation-contract';
import { showInteraction, visibleInteractions } from '../interaction/interaction-query';
import type { QualityTables } from '../quality-tables';
import { type EvaluationFilter, type EvaluationFound, filteredEvaluations, showEvaluationRow, visibleEvaluations } from './evaluation-query';
import { lostOn } from '../report/question-places';
import { CorrectionService } from './correction-service';
import { evaluationActions } from './evaluation-steps';

type Caller = Principal & { readonly personId: string };

/** Evaluations as lists and pages show them. */
@injectable()
export class EvaluationReader {
    constructor(
        @inject(Database) private readonly database: Database,
        @inject(CorrectionService) private readonly corrections: CorrectionService,
        @inject(FilledFormService) private readonly filled: FilledFormService,
        @inject(FormService) private readonly forms: FormService
    ) { }

    async list(principal: Principal, filter: EvaluationFilter) {
        const database = this.database.read<QualityTables>();
        const lost = filter.formId && filter.lostOn ? await lostOn(database, filter.formId, filter.lostOn) : undefined;
        const found = await filteredEvaluations(visibleEvaluations(database, principal), filter, lost).execute();
        return pageOf(found, filter.limit, row => [row.changed_at.toISOString(), row.id], showEvaluationRow);
    }

    async get(principal: Caller, id: string): Promise<Evaluation> {
        const row = orNotFound(await this.find(principal, id));
        // Whoever may see the evaluation may see what it is about, even where the call itself is out of their scope (a calibration).
        const everyone: Principal = { ...principal, permissions: new Map([...principal.permissions, ['interaction:read', 'all']]) };
        const [interaction, content, form, history, notBelow] = await Promise.all([
            visibleInteractions(this.database.read<QualityTables>(), everyone).where('interaction.id', '=', row.interaction_id).executeTakeFirstOrThrow(),
            this.filled.load([row.filled_form_id]).then(found => orNotFound(found.get(row.filled_form_id))), this.forms.version(row.form_version_id), this.history(principal, row), this.corrections.notBelow(row)
        ]);
        const { rulings, ...version } = form;
        return {
            ...showEvaluationRow(row), interaction: showInteraction(interaction), answers: { ...content.answers }, evidence: [...content.evidence], score: { ...content.score }, form: version, rulings,
            listened: { share: row.listened_share, ranges: row.listened }, reason: row.reason, returnedReason: row.returned_reason, revises: row.revises, history, notBelow, may: [...evaluationActions(principal, row)]
        };
    }

    /** How many the caller has submitted since midnight of the server, and what lies open. */
    async today(principal: Caller): Promise<{ submitted: number; drafts: EvaluationRow[] }> {
        const midnight = new Date();
        midnight.setHours(0, 0, 0, 0);
        const [submitted, drafts] = await Promise.all([
            this.database.read<QualityTables>().selectFrom('quality.evaluation').where('evaluator_id', '=', principal.personId).where('submitted_at', '>=', midnight).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
            visibleEvaluations(this.database.read<QualityTables>(), principal).where('evaluation.evaluator_id', '=', principal.personId).where('evaluation.state', 'in', ['draft', 'revision-draft'])
                .where(({ or, eb }) => or([eb('session.state', 'is', null), eb('session.state', '=', 'open')])).orderBy('evaluation.changed_at').limit(50).execute()
        ]);
        return { submitted: submitted.count, drafts: drafts.map(showEvaluationRow) };
    }

    /** What the caller may see, and what they correct: whoever takes over a correction reads what it corrects, whoever made that. */
    private async find(principal: Caller, id: string): Promise<EvaluationFound | undefined> {
        const database = this.database.read<QualityTables>();
        const found = await visibleEvaluations(database, principal).where('evaluation.id', '=', id).executeTakeFirst();
        if (found) {
            return found;
        }
        const corrected = await database.selectFrom('quality.evaluation').select('id').where('revises', '=', id).where('evaluator_id', '=', principal.personId).executeTakeFirst();
        return corrected && await visibleEvaluations(database, everywhere(principal)).where('evaluation.id', '=', id).executeTakeFirst();
    }

    /** All revisions of the evaluation, oldest first, whoever made them; of those that do not count yet, the ones that the caller may see. */
    private async history(principal: Caller, row: EvaluationFound): Promise<Evaluation['history']> {
        if (row.purpose === 'calibration') {
            return [];
        }
        const database = this.database.read<QualityTables>();
        const { rows: chain } = await sql<{ id: string }>`with recursive earlier as (
                select id, revises from quality.evaluation where id = ${row.id} union all select each.id, each.revises from quality.evaluation each join earlier on each.id = earlier.revises),
            chain as (select id from earlier where revises is null union all select each.id from quality.evaluation each join chain on each.revises = chain.id) select id from chain`.execute(database);
        const rows = await visibleEvaluations(database, everywhere(principal)).where('evaluation.id', 'in', chain.map(each => each.id)).orderBy('evaluation.revision').orderBy('evaluation.id').execute();
        return rows.map(each => ({ id: each.id, revision: each.revision, state: each.state, percent: each.percent, changedAt: each.changed_at.toISOString(), by: each.evaluator_name, reason: each.reason, returnedReason: each.returned_reason }));
    }
}

/** Somebody whose reach is not limited by whose evaluation it is; what does not count yet stays out of their sight all the same. */
const everywhere = (principal: Caller): Caller => ({ ...principal, permissions: new Map([...principal.permissions, ['evaluation:read', 'all'] as const]) });
