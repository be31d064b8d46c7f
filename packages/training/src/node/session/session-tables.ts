import type { GeneratedMoment, Json, Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { Answers } from '@earshot/forms';
import type { Generated } from 'kysely';
import type { AttendanceMark } from '../../common/session/attendance';
import type { SessionState } from '../../common/session/session-state';

export interface CourseTable { id: string; title: string; aim: string; covers: string[]; feedback_form_id: string | null; retired_at: OptionalMoment; changed_by: string; changed_at: GeneratedMoment; version: Generated<number> }
export interface CourseSessionTable {
    id: string; course_id: string; trainer_id: string; starts_at: Moment; ends_at: Moment; place: string; online_link: string; seats: number | null; state: Generated<SessionState>; cancel_reason: string | null;
    /** The form that was in force when the session was held: all its participants answer the same. */
    form_version_id: string | null; held_at: OptionalMoment; changed_by: string; changed_at: GeneratedMoment; version: Generated<number>;
}
export interface SessionParticipantTable { session_id: string; person_id: string; invited_by: string; invited_at: GeneratedMoment; mark: AttendanceMark | null; noted_by: string | null; noted_at: OptionalMoment; reminded_at: OptionalMoment }
/** `person_id` is null when it cannot be changed any more: nobody knows then whose it was. Ids are random, without the time that others carry. */
export interface SessionFeedbackTable { id: string; session_id: string; person_id: string | null; answers: Json<Answers>; version: Generated<number> }

export interface SessionTables {
    'training.course': CourseTable;
    'training.course_session': CourseSessionTable;
    'training.session_participant': SessionParticipantTable;
    'training.session_feedback': SessionFeedbackTable;
}
