import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { withinScope } from '@earshot/core/lib/node/access/scope';
import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, forbidden, orNotFound } from '@earshot/core/lib/node/api/failure';
import type { ChangeLog } from '@earshot/core/lib/node/storage/database';
import { doorsOpen, type SessionAction, type SessionState, sessionStep } from '../../common/session/session-state';
import type { TrainingTransaction } from '../training-tables';
import { actorsOf, reachableSessions } from './session-query';

export interface HeldSession {
    readonly id: string; readonly course_id: string; readonly title: string; readonly feedback_form_id: string | null; readonly trainer_id: string; readonly state: SessionState; readonly starts_at: Date; readonly ends_at: Date; readonly place: string;
    readonly online_link: string; readonly seats: number | null; readonly form_version_id: string | null; readonly version: number;
}

/** What a notification of a session says besides its kind. */
export const sessionDetail = (session: { readonly title: string; readonly starts_at: Date; readonly place: string; readonly online_link: string }): Readonly<Record<string, string>> =>
    ({ title: session.title, startsAt: session.starts_at.toISOString(), place: session.place || session.online_link });

/** Where a participant finds it. */
export const ownLink = (id: string) => linkTo('training', 'my-sessions', id);

const sessionRow = (transaction: TrainingTransaction, id: string) => transaction.selectFrom('training.course_session as session').innerJoin('training.course as course', 'course.id', 'session.course_id')
    .select(['session.id', 'session.course_id', 'course.title', 'course.feedback_form_id', 'session.trainer_id', 'session.state', 'session.starts_at', 'session.ends_at', 'session.place', 'session.online_link', 'session.seats', 'session.form_version_id', 'session.version'])
    .where('session.id', '=', id).forUpdate('session');

/** One that was planned a moment ago, by whoever planned it. */
export const plannedSession = (transaction: TrainingTransaction, id: string): Promise<HeldSession> => sessionRow(transaction, id).executeTakeFirstOrThrow();

/** A session that stays as it is until the transaction ends. @throws NOT_FOUND outside the caller's reach */
export const holdSession = async (transaction: TrainingTransaction, principal: Principal, id: string): Promise<HeldSession> => orNotFound(await sessionRow(transaction, id).where(reachableSessions(principal)).executeTakeFirst());

/** The same of one that the caller holds. @throws NOT_FOUND for those of others */
export const holdOwnSession = async (transaction: TrainingTransaction, principal: Principal, id: string): Promise<HeldSession> =>
    orNotFound(await sessionRow(transaction, id).where(withinScope(principal, 'training-session:hold', { owners: ['session.trainer_id'] })).executeTakeFirst());

/** What a step needs of its caller where none of those who take it is there. */
const needed: Readonly<Record<SessionAction, string>> = {
    change: 'training-plan:write', invite: 'training-plan:write', cancel: 'training-plan:write', reinstate: 'training-plan:write', note: 'training-session:hold', hold: 'training-session:hold', reopen: 'training-session:hold'
};

/**
 * The state that a step leads to, for somebody who may take it now.
 * @throws CONFLICT `session-state` where the step is none from this state, `too-early` before people can be there; FORBIDDEN for others
 */
export function stepTo(principal: Principal, session: HeldSession, action: SessionAction, now: Date): SessionState {
    const step = sessionStep(session.state, action);
    if (!step) {
        throw conflict('session-state', { state: session.state });
    }
    const actors = actorsOf(principal, session);
    if (!step.who.some(each => actors.has(each))) {
        throw forbidden(needed[action]);
    }
    if (step.fromDoors && !doorsOpen(session.starts_at, now)) {
        throw conflict('too-early');
    }
    return step.next;
}

/** Tells browsers: of those who see the plan, of whoever holds it, and of participants, each by an event of their own, as what one can carry is bounded. */
export function tellOfSession(log: ChangeLog, session: { readonly id: string; readonly trainer_id: string }, participants: readonly string[] = []): void {
    log.event({ type: 'training-session.changed', entityId: session.id }, { permission: 'training-plan:read', people: [session.trainer_id] });
    participants.forEach(each => log.event({ type: 'training-session.changed', entityId: session.id }, { people: [each] }));
}

export const participantsOf = async (transaction: TrainingTransaction, sessionId: string): Promise<readonly string[]> =>
    (await transaction.selectFrom('training.session_participant').select('person_id').where('session_id', '=', sessionId).execute()).map(each => each.person_id);
