import type { GeneratedMoment, Json, OptionalJson, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { Generated } from 'kysely';
import type { AttemptState } from '../../common/attempt/attempt-state';
import type { Grade } from '../../common/attempt/grade-attempt';
import type { MarkKind } from '../../common/attempt/settled-share';
import type { Blueprint } from '../../common/exam/blueprint';
import type { ExamState } from '../../common/exam/exam-contract';
import type { Paper } from '../../common/exam/paper';
import type { QuestionAnswer } from '../../common/question/question';
import type { RubricRatings } from '../../common/question/rubric';

/** An exam as it is written now; what is sat is one of its versions. */
export interface ExamTable {
    id: string; title: string; blueprint: Json<Blueprint>; state: ExamState; published_id: string | null; /** Who answers for it: whoever began it, until they leave. */ owner_id: string; changed_by: string; /** Who has changed it since it was approved last. */ contributors: Generated<string[]>; changed_at: GeneratedMoment; version: Generated<number>;
}
export interface ExamVersionTable { id: string; exam_id: string; number: number; title: string; blueprint: Json<Blueprint>; written_by: string; published_by: string; published_at: GeneratedMoment }
/** One that the rule of a position asks for was assigned by nobody; `due_at` is when it is needed. */
export interface ExamAssignmentTable {
    id: string; exam_id: string; person_id: string; assigned_by: string | null; position_id: string | null; due_at: OptionalMoment; withdrawn_by: string | null; assigned_at: GeneratedMoment; opens_at: OptionalMoment; closes_at: OptionalMoment; extra_minutes: Generated<number>; extra_attempts: Generated<number>;
    expired_at: OptionalMoment; withdrawn_at: OptionalMoment; version: Generated<number>;
}
export interface AttemptTable {
    id: string; assignment_id: string; exam_version_id: string; person_id: string; position_id: string | null; number: number; seed: number; paper: Json<Paper>; state: AttemptState;
    started_at: GeneratedMoment; deadline_at: OptionalMoment; submitted_at: OptionalMoment; submitted_by: 'trainee' | 'clock' | null; released_at: OptionalMoment;
    grade: OptionalJson<Grade>; percent: number | null; passed: boolean | null; version: Generated<number>;
}
export interface AttemptAnswerTable { attempt_id: string; place: number; answer: OptionalJson<QuestionAnswer>; flagged: boolean; late: boolean; version: number; saved_at: GeneratedMoment; client_id: string | null }
/** The last that was taken from each window about each question. */
export interface AttemptClientTable { attempt_id: string; client_id: string; place: number; sequence: number }
/** How long a question was in view in a window, in milliseconds. */
export interface AttemptViewTable { attempt_id: string; client_id: string; place: number; ms: number }
/** What people have said a question is worth. Rows are added, never changed. */
export interface AttemptMarkTable { id: string; attempt_id: string; place: number; kind: MarkKind; share: number; comment: string; reason: string | null; /** The level of each criterion, where a rubric was marked by. */ ratings: OptionalJson<RubricRatings>; marker_id: string; at: GeneratedMoment }
/** When somebody left a window of a supervised exam, and returned, as each window reported it. */
export interface AttemptFocusTable { attempt_id: string; client_id: string; sequence: number; kind: 'left' | 'returned'; at: GeneratedMoment }

export interface ExamTables {
    'training.exam': ExamTable;
    'training.exam_version': ExamVersionTable;
    'training.exam_assignment': ExamAssignmentTable;
    'training.attempt': AttemptTable;
    'training.attempt_answer': AttemptAnswerTable;
    'training.attempt_client': AttemptClientTable;
    'training.attempt_focus': AttemptFocusTable;
    'training.attempt_mark': AttemptMarkTable;
    'training.attempt_view': AttemptViewTable;
}
