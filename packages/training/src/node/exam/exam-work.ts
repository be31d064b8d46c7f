import type { Hit, WorkItem } from '@earshot/core/lib/common/house-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { Database } from '@earshot/core/lib/node/storage/database';
import type { EntityType, Person, WorkItemSource } from '@earshot/core/lib/node/work/work-contributions';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { SittingReader } from '../attempt/sitting-reader';
import type { TrainingTables } from '../training-tables';

const longestList = 50;

/** Exams to sit, to go on with, to approve, to mark, and results to release. */
@injectable()
export class ExamWork implements WorkItemSource {
    readonly name = 'exams';

    constructor(@inject(Database) private readonly database: Database, @inject(SittingReader) private readonly sittings: SittingReader) { }

    async items(principal: Person): Promise<WorkItem[]> {
        const may = (permission: string): boolean => principal.permissions.has(permission);
        return (await Promise.all([may('exam:take') ? this.toSit(principal) : [], may('exam:approve') ? this.toApprove(principal) : [], may('exam:mark') ? this.toMark(principal) : []])).flat();
    }

    private async toSit(principal: Person): Promise<WorkItem[]> {
        const exams = await this.sittings.mine(principal);
        return exams.filter(each => each.runningAttemptId !== null || each.beginning.may).map(each => ({
            kind: each.runningAttemptId === null ? 'exam.sit' : 'exam.continue', title: each.examTitle, detail: {}, dueAt: each.closesAt ?? each.dueAt, since: each.opensAt ?? each.past.at(-1)?.submittedAt ?? new Date().toISOString(),
            link: each.runningAttemptId === null ? linkTo('training', 'exam-assignments', each.id) : linkTo('training', 'attempts', each.runningAttemptId)
        }));
    }

    private async toApprove(principal: Person): Promise<WorkItem[]> {
        const exams = await this.database.read<TrainingTables>().selectFrom('training.exam as exam').innerJoin('core.person as person', 'person.id', 'exam.changed_by').select(['exam.id', 'exam.title', 'exam.changed_at', 'person.name'])
            .where('exam.state', '=', 'in-review').where(sql<boolean>`not ${principal.personId}::uuid = any(exam.contributors)`).orderBy('exam.changed_at').limit(longestList).execute();
        return exams.map(each => ({ kind: 'exam.approve', title: each.title, detail: { by: each.name }, link: linkTo('training', 'exams', each.id), dueAt: null, since: each.changed_at.toISOString() }));
    }

    private async toMark(principal: Person): Promise<WorkItem[]> {
        const attempts = await this.database.read<TrainingTables>().selectFrom('training.attempt as attempt').innerJoin('training.exam_version as exam', 'exam.id', 'attempt.exam_version_id').innerJoin('core.person as person', 'person.id', 'attempt.person_id')
            .select(['attempt.id', 'attempt.state', 'attempt.submitted_at', 'exam.title', 'person.name']).where('attempt.state', 'in', ['submitted', 'marking', 'graded']).where('attempt.person_id', '!=', principal.personId)
            .where(({ not, exists, selectFrom }) => not(exists(selectFrom('training.attempt_mark as mark').select('mark.id').whereRef('mark.attempt_id', '=', 'attempt.id').where('mark.marker_id', '=', principal.personId).where('attempt.state', '!=', 'graded'))))
            .orderBy('attempt.submitted_at').limit(longestList).execute();
        return attempts.map(each => ({ kind: each.state === 'graded' ? 'exam.release' : 'exam.mark', title: each.title, detail: { person: each.name }, link: linkTo('training', 'marking', each.id), dueAt: null, since: each.submitted_at!.toISOString() }));
    }
}

/** Exams, by whoever may see them. */
@injectable()
export class ExamType implements EntityType {
    readonly package = 'training';
    readonly type = 'exams';

    constructor(@inject(Database) private readonly database: Database) { }

    async describe(principal: Person, id: string): Promise<Hit | undefined> {
        const found = principal.permissions.has('exam:read') ? await this.database.read<TrainingTables>().selectFrom('training.exam').select('title').where('id', '=', id).executeTakeFirst() : undefined;
        return found && { kind: 'exam', id, title: found.title, subtitle: '', link: linkTo('training', 'exams', id) };
    }
}
