import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { FormDefinition, LocalizedText } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { pareto } from '../../common/report/pareto';
import type { ReportQuery } from '../../common/report/report-contract';
import { figureOf, type ReportColumns, reportOf, type ReportTable } from '../../common/report/report-table';
import type { QualityTables } from '../quality-tables';
import { chosenResults } from './chosen-results';
import type { ReportDefinition } from './report-definition';

const columns: ReportColumns = {
    formId: 'id', questionId: 'id', question: 'localized', form: 'localized', criticalClass: 'code', n: 'count', deducted: 'count', lost: 'points', lostEach: 'points', share: 'share', cumulative: 'share'
};

interface VersionSums { readonly id: string; readonly n: number; readonly lost: readonly number[]; readonly counted: readonly number[]; readonly deducted: readonly number[] }
interface QuestionLoss { readonly formId: string; readonly questionId: string; question: LocalizedText; form: LocalizedText; criticalClass: string; n: number; deducted: number; lost: number }

/** Where the points go, question by question, dearest first; a question is the same in all versions of its form. */
@injectable()
export class QuestionReport implements ReportDefinition {
    readonly id = 'questions';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const { sums, versions } = await this.sums(principal, query);
        const losses = new Map<string, QuestionLoss>();
        for (const each of sums) {
            const { definition, formId } = versions.get(each.id)!;
            definition.sections.flatMap(section => section.questions).forEach((question, place) => {
                const key = `${formId} ${question.id}`;
                const known = losses.get(key) ?? { formId, questionId: question.id, question: question.text, form: definition.title, criticalClass: question.critical.class, n: 0, deducted: 0, lost: 0 };
                losses.set(key, { ...known, question: question.text, n: known.n + each.counted[place]!, deducted: known.deducted + each.deducted[place]!, lost: known.lost + each.lost[place]! });
            });
        }
        const evaluations = sums.reduce((sum, each) => sum + each.n, 0);
        const causes = pareto([...losses.values()], each => each.lost);
        const total = causes.reduce((sum, each) => sum + each.cause.lost, 0);
        return reportOf(this.id, columns, causes.map(({ cause, share, cumulative }) => ({
            formId: cause.formId, questionId: cause.questionId, question: { ...cause.question }, form: { ...cause.form }, criticalClass: cause.criticalClass, n: cause.n, deducted: cause.deducted,
            lost: cause.lost, lostEach: cause.lost / evaluations, share, cumulative
        })), [
            figureOf('lostEach', 'points', evaluations, evaluations ? total / evaluations : null),
            figureOf('vitalFew', 'count', causes.length, causes.length ? causes.findIndex(each => each.cumulative >= 0.8 - 1e-9) + 1 : null)
        ]);
    }

    /**
     * The losses of each version of a form, place by place. A column for every place: taking the lists apart into rows would make
     * three million of a hundred thousand results.
     */
    private async sums(principal: Principal, query: ReportQuery) {
        const database = this.database.read<QualityTables>();
        const chosen = chosenResults(principal, query);
        const { rows: used } = await sql<{ id: string }>`select evaluation.form_version_id as id ${chosen} group by 1`.execute(database);
        const versions = new Map(used.length ? (await database.selectFrom('assessment.form_version').select(['id', 'form_id', 'number', 'definition']).where('id', 'in', used.map(each => each.id)).orderBy('number').execute())
            .map(each => [each.id, { formId: each.form_id, definition: each.definition as FormDefinition }] as const) : []);
        const sums = await Promise.all([...versions].map(async ([id, { definition }]) => {
            const places = Array.from({ length: definition.sections.reduce((sum, each) => sum + each.questions.length, 0) }, (_, place) => sql.lit(place + 1));
            const { rows } = await sql<VersionSums>`select count(*) as n,
                array[${sql.join(places.map(each => sql`coalesce(sum(figures.lost[${each}]), 0)`))}]::float8[] as lost,
                array[${sql.join(places.map(each => sql`count(figures.lost[${each}])`))}]::int[] as counted,
                array[${sql.join(places.map(each => sql`count(*) filter (where figures.lost[${each}] > 0)`))}]::int[] as deducted
                ${chosen} and evaluation.form_version_id = ${id}::uuid`.execute(database);
            return { ...rows[0]!, id };
        }));
        return { sums, versions };
    }
}
