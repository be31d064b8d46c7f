import type { Principal } from '@earshot/core/lib/node/api/context';
import { orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { Database } from '@earshot/core/lib/node/storage/database';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { feedbackUntil } from '../../common/session/session-feedback';
import type { Participant, Session, SessionRow } from '../../common/session/session-contract';
import { possibleSessionActions, type SessionState } from '../../common/session/session-state';
import { teamsBelow } from '../exam/teams-below';
import type { TrainingTables } from '../training-tables';
import { actorsOf, seenParticipants, type SessionFound, showSession, visibleSessions } from './session-query';

export interface SessionFilter {
    readonly after?: string; readonly limit: number; readonly period: 'upcoming' | 'past' | 'all'; readonly courseId?: string; readonly trainerId?: string; readonly teamId?: string; readonly personId?: string; readonly state?: SessionState; readonly text?: string;
}

/** The plan of what is taught, as far as the caller sees it. */
@injectable()
export class SessionReader {
    constructor(@inject(Database) private readonly database: Database) { }

    /** What is to come by its day; what is past, or all, latest first. A session counts as to come until its day is over for those who hold it: until it has ended. */
    async list(principal: Principal, filter: SessionFilter, now = new Date()): Promise<{ rows: SessionRow[]; next?: string }> {
        const upcoming = filter.period === 'upcoming';
        const order = upcoming ? 'asc' : 'desc';
        let select = visibleSessions(this.database.read<TrainingTables>(), principal).orderBy('session.starts_at', order).orderBy('session.id', order).limit(filter.limit + 1);
        if (filter.period !== 'all') { select = select.where('session.ends_at', upcoming ? '>' : '<=', now); }
        if (filter.courseId) { select = select.where('session.course_id', '=', filter.courseId); }
        if (filter.trainerId) { select = select.where('session.trainer_id', '=', filter.trainerId); }
        if (filter.state) { select = select.where('session.state', '=', filter.state); }
        if (filter.text) { select = select.where(sql<boolean>`(course.title ilike ${containing(filter.text)} or trainer.name ilike ${containing(filter.text)} or session.place ilike ${containing(filter.text)})`); }
        const among = (whom: ReturnType<typeof sql<boolean>>) => sql<boolean>`exists (select from training.session_participant participant join core.person on person.id = participant.person_id where participant.session_id = session.id and ${seenParticipants(principal)} and ${whom})`;
        if (filter.teamId) { select = select.where(among(sql<boolean>`person.team_id in ${teamsBelow([filter.teamId])}`)); }
        if (filter.personId) { select = select.where(among(sql<boolean>`person.id = ${filter.personId}`)); }
        if (filter.after) {
            const [at, id] = fromCursor(filter.after, 2);
            select = select.where(sql<boolean>`(session.starts_at, session.id) ${upcoming ? sql`>` : sql`<`} (${at}::timestamptz, ${id}::uuid)`);
        }
        return pageOf(await select.execute(), filter.limit, row => [row.starts_at.toISOString(), row.id], showSession);
    }

    /** @throws NOT_FOUND outside the caller's reach */
    async find(principal: Principal, id: string): Promise<SessionFound> {
        return orNotFound(await visibleSessions(this.database.read<TrainingTables>(), principal).where('session.id', '=', id).executeTakeFirst());
    }

    /** @throws NOT_FOUND outside the caller's reach */
    async get(principal: Principal, id: string, now = new Date()): Promise<Session> {
        const row = await this.find(principal, id);
        const database = this.database.read<TrainingTables>();
        const [course, next, participants] = await Promise.all([
            database.selectFrom('training.course').select(['aim', 'covers', 'feedback_form_id']).where('id', '=', row.course_id).executeTakeFirstOrThrow(),
            database.selectFrom('training.course_session').select(['id', 'starts_at']).where('course_id', '=', row.course_id).where('state', '=', 'planned').where('id', '<>', id).where('starts_at', '>', now).orderBy('starts_at').executeTakeFirst(),
            this.participants(principal, id)
        ]);
        return {
            ...showSession(row), aim: course.aim, covers: [...course.covers], hasFeedbackForm: row.state === 'held' ? row.form_version_id !== null : course.feedback_form_id !== null, participants,
            feedbackUntil: row.held_at && row.form_version_id ? feedbackUntil(row.held_at).toISOString() : null, next: next ? { id: next.id, startsAt: next.starts_at.toISOString() } : null,
            may: [...possibleSessionActions({ state: row.state, startsAt: row.starts_at }, actorsOf(principal, row), now)]
        };
    }

    /** Whoever missed an earlier session of the course, has not been at one since, and is not invited to one that is to come. */
    async missing(principal: Principal, id: string): Promise<{ id: string; name: string }[]> {
        const { course_id: courseId } = await this.find(principal, id);
        const { rows } = await sql<{ id: string; name: string }>`select distinct person.id, person.name from training.session_participant participant join training.course_session session on session.id = participant.session_id join core.person on person.id = participant.person_id
            where session.course_id = ${courseId}::uuid and session.state = 'held' and participant.mark in ('excused', 'absent') and person.status = 'active' and ${seenParticipants(principal)}
                and not exists (select from training.session_participant other join training.course_session later on later.id = other.session_id where later.course_id = session.course_id and other.person_id = person.id
                    and (later.state = 'planned' or later.state = 'held' and later.starts_at > session.starts_at and other.mark in ('present', 'late')))
            order by person.name, person.id`.execute(this.database.read<TrainingTables>());
        return rows;
    }

    private async participants(principal: Principal, id: string): Promise<Participant[]> {
        const rows = await this.database.read<TrainingTables>().selectFrom('training.session_participant as participant').innerJoin('training.course_session as session', 'session.id', 'participant.session_id').innerJoin('core.person as person', 'person.id', 'participant.person_id')
            .leftJoin('core.team as team', 'team.id', 'person.team_id').leftJoin('core.position as position', 'position.id', 'person.position_id').leftJoin('core.person as noter', 'noter.id', 'participant.noted_by')
            .where('participant.session_id', '=', id).where(seenParticipants(principal)).select(['person.id', 'person.name', 'team.name as team_name', 'position.name as position_name', 'participant.mark', 'noter.name as noted_by_name', 'participant.noted_at'])
            .orderBy('person.name').orderBy('person.id').execute();
        return rows.map(each => ({ personId: each.id, personName: each.name, teamName: each.team_name, positionName: each.position_name, mark: each.mark, notedByName: each.noted_by_name, notedAt: each.noted_at?.toISOString() ?? null }));
    }
}
