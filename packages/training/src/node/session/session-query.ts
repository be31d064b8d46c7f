import { scopeOf, type Principal } from '@earshot/core/lib/node/api/context';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { AttendanceCounts } from '../../common/session/attendance';
import type { SessionRow } from '../../common/session/session-contract';
import type { SessionActor } from '../../common/session/session-state';
import type { Tables } from '../training-tables';

/** On `session`: all, those with somebody of the caller's teams, or those that the caller holds. @throws FORBIDDEN without the permission */
export function reachableSessions(principal: Principal): RawBuilder<boolean> {
    const scope = scopeOf(principal, 'training-plan:read');
    const own = sql<boolean>`session.trainer_id = ${principal.personId}`;
    return scope === 'all' ? sql<boolean>`true` : scope === 'own' ? own
        : sql<boolean>`(${own} or exists (select from training.session_participant invited join core.person on person.id = invited.person_id where invited.session_id = session.id and person.team_id = any(${[...principal.teamIds]}::uuid[])))`;
}

/** On `participant`, its `person` and their `session`: whom of those invited the caller sees. */
export const seenParticipants = (principal: Principal): RawBuilder<boolean> => withinScope(principal, 'training-plan:read', { owners: ['session.trainer_id', 'participant.person_id'], team: 'person.team_id' });

/** What the caller is to a session. */
export function actorsOf(principal: Principal, session: { readonly trainer_id: string }): ReadonlySet<SessionActor> {
    const holds = principal.permissions.get('training-session:hold');
    return new Set<SessionActor>([
        ...principal.permissions.has('training-plan:write') ? ['planner' as const] : [], ...holds === 'all' || holds && session.trainer_id === principal.personId ? ['trainer' as const] : []
    ]);
}

const countsOf = (principal: Principal) => sql<AttendanceCounts>`(select jsonb_build_object('present', count(*) filter (where participant.mark = 'present'), 'late', count(*) filter (where participant.mark = 'late'),
    'excused', count(*) filter (where participant.mark = 'excused'), 'absent', count(*) filter (where participant.mark = 'absent'), 'open', count(*) filter (where participant.mark is null))
    from training.session_participant participant join core.person on person.id = participant.person_id where participant.session_id = session.id and ${seenParticipants(principal)})`;

/** Sessions within reach, with their course and trainer. */
export const visibleSessions = (database: Kysely<Tables>, principal: Principal) => database.selectFrom('training.course_session as session').innerJoin('training.course as course', 'course.id', 'session.course_id').innerJoin('core.person as trainer', 'trainer.id', 'session.trainer_id')
    .where(reachableSessions(principal))
    .select(['session.id', 'session.course_id', 'course.title as course_title', 'session.trainer_id', 'trainer.name as trainer_name', 'session.state', 'session.starts_at', 'session.ends_at', 'session.place', 'session.online_link', 'session.seats', 'session.cancel_reason',
        'session.form_version_id', 'session.held_at', 'session.version', countsOf(principal).as('counts')])
    .select(({ selectFrom }) => selectFrom('training.session_feedback as feedback').select(({ fn }) => fn.countAll<number>().as('n')).whereRef('feedback.session_id', '=', 'session.id').as('feedback'));

export type SessionFound = Awaited<ReturnType<ReturnType<typeof visibleSessions>['executeTakeFirstOrThrow']>>;

export const showSession = ({ counts, ...row }: SessionFound): SessionRow => ({
    id: row.id, courseId: row.course_id, courseTitle: row.course_title, trainerId: row.trainer_id, trainerName: row.trainer_name, state: row.state, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), place: row.place, onlineLink: row.online_link, seats: row.seats,
    invited: Object.values(counts).reduce((sum, each) => sum + each, 0), counts: { ...counts }, feedback: row.feedback ?? 0, cancelReason: row.cancel_reason, version: row.version
});
