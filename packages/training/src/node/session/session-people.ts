import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { AttendanceMark } from '../../common/session/attendance';
import { teamsBelow } from '../exam/teams-below';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { type HeldSession, holdOwnSession, holdSession, ownLink, sessionDetail, stepTo, tellOfSession } from './session-change';

type Caller = Principal & { readonly personId: string };
export interface People { readonly personIds: readonly string[]; readonly teamIds: readonly string[]; readonly positionIds: readonly string[] }
export interface Invited { readonly invited: number; /** Who was invited already. */ readonly known: number }

/**
 * Everybody active among these, but not who holds it; who is invited already stays so.
 * @throws CONFLICT `no-seats` with how many there are and how many would be needed
 */
export async function inviteInto(transaction: TrainingTransaction, log: ChangeLog, principal: Caller, session: HeldSession, { personIds, teamIds, positionIds }: People): Promise<Invited> {
    const { rows: wanted } = await sql<{ id: string; known: boolean }>`select person.id, participant.person_id is not null as known from core.person left join training.session_participant participant on participant.person_id = person.id and participant.session_id = ${session.id}::uuid
        where person.status = 'active' and person.id <> ${session.trainer_id}::uuid and (person.id = any(${[...personIds]}::uuid[]) or person.team_id in ${teamsBelow(teamIds)} or person.position_id = any(${[...positionIds]}::uuid[])) order by person.id`.execute(transaction);
    const fresh = wanted.filter(each => !each.known).map(each => each.id);
    const { invited } = await transaction.selectFrom('training.session_participant').select(({ fn }) => fn.countAll<number>().as('invited')).where('session_id', '=', session.id).executeTakeFirstOrThrow();
    if (session.seats !== null && fresh.length > 0 && invited + fresh.length > session.seats) {
        throw conflict('no-seats', { seats: session.seats, wanted: invited + fresh.length });
    }
    if (fresh.length > 0) {
        await sql`insert into training.session_participant (session_id, person_id, invited_by) select ${session.id}::uuid, id, ${principal.personId}::uuid from unnest(${fresh}::uuid[]) as id`.execute(transaction);
        fresh.forEach(each => log.notify(each, 'training-session.invited', sessionDetail(session), ownLink(session.id)));
    }
    log.audit('training-session.invited', 'sessions', session.id, { people: fresh.length });
    tellOfSession(log, session, fresh);
    return { invited: fresh.length, known: wanted.length - fresh.length };
}

/** Who is invited to a session, and who came. */
@injectable()
export class SessionPeople {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @throws NOT_FOUND; FORBIDDEN; CONFLICT `session-state`, `no-seats` */
    async invite(principal: Caller, { id, ...people }: People & { readonly id: string }, now = new Date()): Promise<Invited> {
        return this.database.write<Invited, TrainingTables>(principal, async (transaction, log) => {
            const session = await holdSession(transaction, principal, id);
            stepTo(principal, session, 'invite', now);
            return inviteInto(transaction, log, principal, session, people);
        });
    }

    /** They are told as of a session that is cancelled: for them it is. @throws NOT_FOUND; FORBIDDEN; CONFLICT `session-state` */
    async uninvite(principal: Caller, { id, personId }: { readonly id: string; readonly personId: string }, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const session = await holdSession(transaction, principal, id);
            stepTo(principal, session, 'invite', now);
            orNotFound(await transaction.deleteFrom('training.session_participant').where('session_id', '=', id).where('person_id', '=', personId).returning('person_id').executeTakeFirst());
            if (session.ends_at > now) {
                log.notify(personId, 'training-session.uninvited', sessionDetail(session));
            }
            log.audit('training-session.uninvited', 'sessions', id, { person: personId });
            tellOfSession(log, session, [personId]);
        });
    }

    /**
     * Notes who came, each as a whole: whoever notes last is believed. Of somebody who has said how it was, it stays that they were there.
     * @throws NOT_FOUND for a session that the caller does not hold and for somebody who is not invited; CONFLICT `session-state`, `too-early`, `attendance-open` for taking back a note of a session that was held
     */
    async note(principal: Caller, { id, marks }: { readonly id: string; readonly marks: readonly { readonly personId: string; readonly mark: AttendanceMark | null }[] }, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const session = await holdOwnSession(transaction, principal, id);
            stepTo(principal, session, 'note', now);
            if (session.state === 'held' && marks.some(each => each.mark === null)) {
                throw conflict('attendance-open', { people: 1 });
            }
            const { rows } = await sql<{ person_id: string }>`update training.session_participant participant set mark = noted.mark, noted_by = case when noted.mark is null then null else ${principal.personId}::uuid end, noted_at = case when noted.mark is null then null else ${now}::timestamptz end
                from unnest(${marks.map(each => each.personId)}::uuid[], ${marks.map(each => each.mark)}::text[]) as noted (person_id, mark) where participant.session_id = ${id}::uuid and participant.person_id = noted.person_id returning participant.person_id`.execute(transaction);
            if (rows.length !== new Set(marks.map(each => each.personId)).size) {
                orNotFound(undefined);
            }
            log.audit('training-session.noted', 'sessions', id, { marks: marks.map(({ personId, mark }) => ({ person: personId, mark })) });
            tellOfSession(log, session, rows.map(each => each.person_id));
        });
    }
}
