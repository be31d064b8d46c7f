import { type Kysely, sql } from 'kysely';
import { type FailureReason, passesFor } from '../../common/attempt/grade-attempt';
import type { Blueprint } from '../../common/exam/blueprint';
import type { Tables } from '../training-tables';

/** An attempt that somebody has been told of and that passes by the mark of the position that they have now. */
export interface PassedExam { readonly person_id: string; readonly examId: string; readonly at: Date; readonly percent: number; /** Of the version that was sat. */ readonly number: number; readonly title: string }

/** What these people have passed of these exams, each by the mark that the version sat has for the position they are in. */
export async function passedExams(database: Kysely<Tables>, personIds: readonly string[], examIds: readonly string[]): Promise<readonly PassedExam[]> {
    if (personIds.length === 0 || examIds.length === 0) {
        return [];
    }
    const rows = await database.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as version', 'version.id', 'attempt.exam_version_id').innerJoin('core.person as person', 'person.id', 'attempt.person_id')
        .select(['attempt.person_id', 'attempt.percent', 'attempt.submitted_at', 'person.position_id', 'version.exam_id', 'version.number', 'version.title'])
        .select([sql<readonly FailureReason[]>`attempt.grade -> 'reasons'`.as('reasons'), sql<Pick<Blueprint, 'passPercent' | 'passByPosition'>>`jsonb_build_object('passPercent', version.blueprint -> 'passPercent', 'passByPosition', version.blueprint -> 'passByPosition')`.as('marks')])
        .where('attempt.person_id', 'in', [...personIds]).where('version.exam_id', 'in', [...examIds]).where('attempt.state', '=', 'released').where('attempt.passed', 'is not', null).where('attempt.submitted_at', 'is not', null).execute();
    return rows.flatMap(({ person_id, exam_id: examId, submitted_at: at, percent, number, title, reasons, marks, position_id: positionId }) =>
        percent !== null && passesFor({ percent, reasons }, marks, positionId) ? [{ person_id, examId, at: at!, percent, number, title }] : []);
}
