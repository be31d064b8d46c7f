import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { type AnalysedItem, analyseItems } from '../../common/item-analysis/analyse-items';
import type { AnalysedItemRow, ExamAnalysisView } from '../../common/item-analysis/item-analysis-contract';
import { fewestPeople } from '../../common/item-analysis/item-concern';
import type { TrainingTables } from '../training-tables';
import { mostPapers, satPapers } from './sat-papers';

/** How the questions of exams were answered: figures about questions, never about a person. */
@injectable()
export class ItemAnalysisReader {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @param number of the version; the latest without it. @throws NOT_FOUND for an exam or a version that there is not */
    async get(principal: Principal, { id, number }: { readonly id: string; readonly number?: number }): Promise<ExamAnalysisView> {
        const tables = this.database.read<TrainingTables>();
        const within = withinScope(principal, 'exam-analysis:read', { owners: ['attempt.person_id'], team: 'person.team_id' });
        orNotFound(await tables.selectFrom('training.exam').select('id').where('id', '=', id).executeTakeFirst());
        const versions = await tables.selectFrom('training.exam_version as version').select(['version.id', 'version.number', 'version.published_at', 'version.blueprint'])
            .select(({ selectFrom }) => selectFrom('training.attempt as attempt').innerJoin('core.person as person', 'person.id', 'attempt.person_id').select(({ fn }) => fn.count<number>('attempt.person_id').distinct().as('n'))
                .whereRef('attempt.exam_version_id', '=', 'version.id').where('attempt.state', '<>', 'running').where(within).as('people'))
            .where('version.exam_id', '=', id).orderBy('version.number', 'desc').execute();
        const listed = versions.map(each => ({ number: each.number, publishedAt: each.published_at.toISOString(), people: Number(each.people ?? 0) }));
        const common = { versions: listed, most: mostPapers, fewest: fewestPeople };
        if (versions.length === 0) {
            return { ...common, number: null, people: 0, hidden: 'not-published', test: null, items: [] };
        }
        const version = orNotFound(number === undefined ? versions[0] : versions.find(each => each.number === number));
        const analysis = analyseItems(version.blueprint, await satPapers(tables, version.id, within));
        const { people } = analysis;
        return analysis.hidden === null ? { ...common, number: version.number, people, hidden: null, test: analysis.test, items: await this.named(analysis.items) } : { ...common, number: version.number, people, hidden: analysis.hidden, test: null, items: [] };
    }

    private async named(items: readonly AnalysedItem[]): Promise<AnalysedItemRow[]> {
        const rows = await this.database.read<TrainingTables>().selectFrom('training.question').select(['id', 'name']).where('id', 'in', items.map(each => each.questionId)).execute();
        const names = new Map(rows.map(each => [each.id, each.name]));
        return items.map(({ options, ...each }) => ({ ...each, name: names.get(each.questionId) ?? '', options: options && [...options] }));
    }
}
