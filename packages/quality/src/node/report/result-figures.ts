import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { FormDefinition, FormScore } from '@earshot/forms';
import type { Kysely } from 'kysely';
import { lostPoints, questionOrder, ratedQuestions } from '../../common/report/lost-points';
import type { QualityTables } from '../quality-tables';

type Tables = Kysely<CoreTables & QualityTables>;
interface Scored { readonly evaluationId: string; readonly definition: FormDefinition; readonly score: FormScore }

/** What reports sum up of one result, as a row: in a narrow table of its own, so that sums over a hundred thousand results read little. */
export function figuresOf({ evaluationId, definition, score }: Scored) {
    const { rated, notApplicable } = ratedQuestions(score);
    const failed = (of: keyof FormScore['criticalErrors']): number | null => score.criticalErrors[of].assessed ? score.criticalErrors[of].failed : null;
    return {
        evaluation_id: evaluationId, lost: [...lostPoints(score, questionOrder(definition))], rated, not_applicable: notApplicable, passed: score.passed,
        customer_failed: failed('customer'), business_failed: failed('business'), compliance_failed: failed('compliance')
    };
}

/** Keeps the figures of a result, in the transaction that submits it. */
export async function keepFigures(transaction: Tables, evaluationId: string, score: FormScore): Promise<void> {
    const { definition } = await withForms(transaction).where('evaluation.id', '=', evaluationId).select('version.definition').executeTakeFirstOrThrow();
    const { evaluation_id: id, ...figures } = figuresOf({ evaluationId, definition, score });
    await transaction.insertInto('quality.result_figures').values({ evaluation_id: id, ...figures }).onConflict(each => each.column('evaluation_id').doUpdateSet(figures)).execute();
}

const withForms = (database: Tables) => database.selectFrom('quality.evaluation as evaluation').innerJoin('assessment.form_version as version', 'version.id', 'evaluation.form_version_id');

const batch = 500;

/** Keeps the figures of results that were submitted before there were any. */
export async function keepPastFigures(database: Tables): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
        const rows = await withForms(database).innerJoin('assessment.filled_form as filled', 'filled.id', 'evaluation.filled_form_id').where('evaluation.submitted_at', 'is not', null)
            .where('evaluation.id', '>', after).orderBy('evaluation.id').limit(batch).select(['evaluation.id', 'version.definition', 'filled.score']).execute();
        if (rows.length === 0) {
            return;
        }
        await database.insertInto('quality.result_figures').values(rows.map(each => figuresOf({ evaluationId: each.id, definition: each.definition, score: each.score })))
            .onConflict(each => each.doNothing()).execute();
        after = rows[rows.length - 1]!.id;
    }
}
