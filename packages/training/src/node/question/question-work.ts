import type { WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { openFindings } from '../item-analysis/open-findings';
import type { TrainingTables } from '../training-tables';

const longestList = 50;

interface Found { readonly id: string; readonly name: string; readonly since: Date }
const item = (kind: string, { id, name, since }: Found, detail: WorkItem['detail'] = {}): WorkItem => ({ kind, title: name, detail, link: linkTo('training', 'questions', id), dueAt: null, since: since.toISOString() });

/** Questions that wait: to be reviewed by somebody who has not written them; to be checked or looked at by their author. */
@injectable()
export class QuestionWork implements WorkItemSource {
    readonly name = 'questions';

    constructor(@inject(Database) private readonly database: Database) { }

    async items(principal: Person): Promise<WorkItem[]> {
        const may = (permission: string): boolean => principal.permissions.has('question:read') && principal.permissions.has(permission);
        return (await Promise.all([may('question:approve') ? this.toReview(principal) : [], may('question:write') ? this.toCheck(principal) : [], may('question:write') ? this.toLookAt(principal) : []])).flat();
    }

    private async toReview({ personId }: Person): Promise<WorkItem[]> {
        const rows = await this.database.read<TrainingTables>().selectFrom('training.question_version as version').leftJoin('core.person as author', 'author.id', 'version.author_id')
            .select(['version.question_id as id', sql<string>`version.content ->> 'name'`.as('name'), 'version.changed_at as since', 'author.name as author_name']).where('version.state', '=', 'in-review').where(sql<boolean>`not ${personId} = any(version.contributors)`)
            .orderBy('version.changed_at').limit(longestList).execute();
        return rows.map(each => item('question.review', each, { author: each.author_name }));
    }

    private async toCheck({ personId }: Person): Promise<WorkItem[]> {
        const rows = await this.database.read<TrainingTables>().selectFrom('training.question as question').innerJoin('training.question_check as open_check', 'open_check.question_id', 'question.id')
            .select(({ fn }) => ['question.id', 'question.name', fn.min('open_check.opened_at').as('since')]).where('open_check.resolved_at', 'is', null).where('question.author_id', '=', personId)
            .groupBy(['question.id', 'question.name']).orderBy('since').limit(longestList).execute();
        return rows.map(each => item('question.check', each));
    }

    private async toLookAt({ personId }: Person): Promise<WorkItem[]> {
        const rows = await openFindings(this.database.read<TrainingTables>()).innerJoin('training.question as question', 'question.id', 'finding.question_id')
            .select(['question.id', 'question.name', 'finding.found_at as since', 'finding.concern', 'finding.people', 'sat.title']).where('question.author_id', '=', personId).orderBy('finding.found_at').orderBy('finding.question_id').limit(longestList).execute();
        return rows.map(each => item('question.stands-out', each, { concern: each.concern, people: each.people, exam: each.title }));
    }
}
