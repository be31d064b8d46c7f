import type { Principal } from '@earshot/core/lib/node/api/context';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import { type Kysely, sql } from 'kysely';
import type { AssignmentRow, AssignmentState } from '../../common/exam/exam-contract';
import type { Tables } from '../training-tables';

/** What has become of an assignment: what its trainee has not been told yet counts as being marked. */
export const assignmentState = sql<AssignmentState>`case
    when assignment.withdrawn_at is not null then 'withdrawn'
    when exists (select from training.attempt where attempt.assignment_id = assignment.id and attempt.state = 'running') then 'running'
    when exists (select from training.attempt where attempt.assignment_id = assignment.id and attempt.state = 'released' and attempt.passed) then 'passed'
    when exists (select from training.attempt where attempt.assignment_id = assignment.id and attempt.state in ('submitted', 'marking', 'graded')) then 'marking'
    when exists (select from training.attempt where attempt.assignment_id = assignment.id and attempt.state = 'released') then 'failed'
    when assignment.expired_at is not null then 'expired' else 'open' end`;

const assignments = (database: Kysely<Tables>) => database.selectFrom('training.exam_assignment as assignment').innerJoin('training.exam as exam', 'exam.id', 'assignment.exam_id')
    .innerJoin('core.person as person', 'person.id', 'assignment.person_id').leftJoin('core.team as team', 'team.id', 'person.team_id').leftJoin('core.position as position', 'position.id', 'person.position_id')
    .select(['assignment.id', 'assignment.exam_id', 'exam.title', 'exam.published_id', 'assignment.person_id', 'person.name as person_name', 'team.name as team_name', 'position.name as position_name', 'assignment.opens_at', 'assignment.closes_at',
        'assignment.extra_minutes', 'assignment.extra_attempts', 'assignment.assigned_at', 'assignment.assigned_by', 'assignment.due_at', 'assignment.version', assignmentState.as('state')])
    .select(({ selectFrom }) => [
        selectFrom('training.attempt as made').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('made.assignment_id', '=', 'assignment.id').as('attempts'),
        selectFrom('training.attempt as made').select(({ fn }) => fn.max('made.percent').as('best')).whereRef('made.assignment_id', '=', 'assignment.id').where('made.state', '=', 'released').as('percent'),
        selectFrom('training.attempt_focus as focus').innerJoin('training.attempt as made', 'made.id', 'focus.attempt_id').select(({ fn }) => fn.countAll<number>().as('left')).whereRef('made.assignment_id', '=', 'assignment.id').where('focus.kind', '=', 'left').as('times_left'),
        selectFrom('training.attempt as made').select('made.id').whereRef('made.assignment_id', '=', 'assignment.id').orderBy('made.number', 'desc').limit(1).as('last_attempt')
    ]);

/** Assignments of the people whose results the caller may see. */
export const visibleAssignments = (database: Kysely<Tables>, principal: Principal, permission = 'exam-result:read') => assignments(database).where(withinScope(principal, permission, { owners: ['assignment.person_id'], team: 'person.team_id' }));
export const ownAssignments = (database: Kysely<Tables>, personId: string) => assignments(database).where('assignment.person_id', '=', personId).where('assignment.withdrawn_at', 'is', null);

export type AssignmentFound = Awaited<ReturnType<ReturnType<typeof assignments>['executeTakeFirstOrThrow']>>;

export const showAssignment = (row: AssignmentFound): AssignmentRow => ({
    id: row.id, examId: row.exam_id, examTitle: row.title, personId: row.person_id, personName: row.person_name, teamName: row.team_name, positionName: row.position_name, state: row.state,
    opensAt: row.opens_at?.toISOString() ?? null, closesAt: row.closes_at?.toISOString() ?? null, dueAt: row.due_at?.toISOString() ?? null, byRule: row.assigned_by === null, extraMinutes: row.extra_minutes, extraAttempts: row.extra_attempts,
    attempts: row.attempts ?? 0, percent: row.percent, timesLeft: row.times_left ?? 0, lastAttemptId: row.last_attempt, version: row.version
});
