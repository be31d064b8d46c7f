import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import type { FormDefinition } from '@earshot/forms';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { questionOrder } from '../../common/report/lost-points';
import type { QualityTables } from '../quality-tables';

/** Which results lost points on a question, as a condition about `evaluation`; the question stands where each version of the form has it. */
export async function lostOn(database: Kysely<CoreTables & QualityTables>, formId: string, questionId: string): Promise<RawBuilder<boolean>> {
    const versions = await database.selectFrom('assessment.form_version').select(['id', 'definition']).where('form_id', '=', formId).execute();
    const places = versions.map(({ id, definition }) => ({ id, place: questionOrder(definition as FormDefinition).indexOf(questionId) + 1 })).filter(each => each.place > 0);
    return places.length === 0 ? sql<boolean>`false` : sql<boolean>`exists (select from quality.result_figures figures
        join (values ${sql.join(places.map(each => sql`(${each.id}::uuid, ${each.place}::int)`))}) as asked (version, place) on asked.version = evaluation.form_version_id
        where figures.evaluation_id = evaluation.id and figures.lost[asked.place] > 0)`;
}
