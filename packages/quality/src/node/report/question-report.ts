import type { Principal } from '@earshot/core/lib/node/api/context';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { FormDefinition, LocalizedText } from '@earshot/forms';
import { inject, injectable } from '@theia/core/shared/inversify';
import { pareto } from '../../common/report/pareto';
import type { ReportQuery } from '../../common/report/report-contract';
import { figureOf, type ReportColumns, reportOf, type ReportTable } from '../../common/report/report-table';
import type { QualityTables } from '../quality-tables';
import { questionLosses } from './question-losses';
import type { ReportDefinition } from './report-definition';

const columns: ReportColumns = {
    formId: 'id', questionId: 'id', question: 'localized', form: 'localized', criticalClass: 'code', n: 'count', deducted: 'count', lost: 'points', lostEach: 'points', share: 'share', cumulative: 'share'
};

interface Version { readonly formId: string; readonly definition: FormDefinition }
interface QuestionLoss { readonly formId: string; readonly questionId: string; readonly question: LocalizedText; readonly form: LocalizedText; readonly criticalClass: string; readonly n: number; readonly deducted: number; readonly lost: number }

/** Where the points go, question by question, dearest first; a question is the same in all versions of its form. */
@injectable()
export class QuestionReport implements ReportDefinition {
    readonly id = 'questions';

    constructor(@inject(Database) private readonly database: Database) { }

    async read(principal: Principal, query: ReportQuery): Promise<ReportTable> {
        const found = await questionLosses(this.database.read<QualityTables>(), principal, query, query.basis);
        const versions = await this.versions([...new Set(found.map(each => each.version))]);
        const losses = new Map<string, QuestionLoss>();
        // in the order of the versions: the newest one names a question
        for (const [id, { definition, formId }] of versions) {
            const questions = definition.sections.flatMap(section => section.questions);
            for (const { place, counted, deducted, lost } of found.filter(each => each.version === id)) {
                const question = questions[place - 1]!;
                const key = `${formId} ${question.id}`;
                const known = losses.get(key) ?? { formId, questionId: question.id, n: 0, deducted: 0, lost: 0 };
                losses.set(key, { ...known, question: question.text, form: definition.title, criticalClass: question.critical.class, n: known.n + counted, deducted: known.deducted + deducted, lost: known.lost + lost });
            }
        }
        const evaluations = found.reduce((sum, each) => each.place === 1 ? sum + each.results : sum, 0);
        const weight = found.reduce((sum, each) => each.place === 1 ? sum + each.weight : sum, 0);
        const causes = pareto([...losses.values()], each => each.lost);
        const total = causes.reduce((sum, each) => sum + each.cause.lost, 0);
        return { basis: query.basis, ...reportOf(this.id, columns, causes.map(({ cause, share, cumulative }) => ({
            formId: cause.formId, questionId: cause.questionId, question: { ...cause.question }, form: { ...cause.form }, criticalClass: cause.criticalClass, n: cause.n, deducted: cause.deducted,
            lost: cause.lost, lostEach: cause.lost / weight, share, cumulative
        })), [
            figureOf('lostEach', 'points', evaluations, weight ? total / weight : null),
            figureOf('vitalFew', 'count', causes.length, causes.length ? causes.findIndex(each => each.cumulative >= 0.8 - 1e-9) + 1 : null)
        ]) };
    }

    private async versions(ids: readonly string[]): Promise<ReadonlyMap<string, Version>> {
        const rows = ids.length ? await this.database.read<QualityTables>().selectFrom('assessment.form_version').select(['id', 'form_id', 'definition']).where('id', 'in', ids).orderBy('number').execute() : [];
        return new Map(rows.map(each => [each.id, { formId: each.form_id, definition: each.definition as FormDefinition }]));
    }
}
