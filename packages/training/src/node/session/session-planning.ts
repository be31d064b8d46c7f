import type { Principal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { type HeldSession, holdSession, ownLink, participantsOf, plannedSession, sessionDetail, stepTo, tellOfSession } from './session-change';
import { inviteInto, type People } from './session-people';

type Caller = Principal & { readonly personId: string };
export interface SessionPlan { readonly trainerId: string; readonly startsAt: string; readonly endsAt: string; readonly place: string; readonly onlineLink: string; readonly seats: number | null }
/** From the first hour to the last; a course of weeks is several sessions. */
const longestMs = 14 * 86_400_000;

/** When, where, by whom and for whom something is taught. */
@injectable()
export class SessionPlanning {
    constructor(@inject(Database) private readonly database: Database) { }

    /** @returns its id @throws NOT_FOUND for the course; CONFLICT `course-retired`, `no-seats`; INVALID for what cannot be */
    async plan(principal: Caller, { courseId, personIds, teamIds, positionIds, ...plan }: SessionPlan & People & { readonly courseId: string }): Promise<string> {
        const id = newId();
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const course = orNotFound(await transaction.selectFrom('training.course').select(['title', 'retired_at']).where('id', '=', courseId).forShare().executeTakeFirst());
            if (course.retired_at) {
                throw conflict('course-retired');
            }
            await check(transaction, plan);
            await transaction.insertInto('training.course_session').values({ id, course_id: courseId, ...columns(plan), cancel_reason: null, form_version_id: null, changed_by: principal.personId }).execute();
            log.audit('training-session.planned', 'sessions', id, { course: courseId });
            const session = await plannedSession(transaction, id);
            if (personIds.length + teamIds.length + positionIds.length > 0) {
                await inviteInto(transaction, log, principal, session, { personIds, teamIds, positionIds });
            }
            tellOfSession(log, session);
        });
        return id;
    }

    /** @throws NOT_FOUND; FORBIDDEN; CONFLICT `changed-meanwhile`, `session-state`, `no-seats`; INVALID for what cannot be */
    async change(principal: Caller, { id, version, ...plan }: SessionPlan & { readonly id: string; readonly version: number }, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const before = await this.held(transaction, principal, id, version);
            stepTo(principal, before, 'change', now);
            await check(transaction, plan);
            const invited = await participantsOf(transaction, id);
            if (plan.seats !== null && plan.seats < invited.length) {
                throw conflict('no-seats', { seats: plan.seats, wanted: invited.length });
            }
            const next = columns(plan);
            const moved = next.starts_at.getTime() !== before.starts_at.getTime() || next.ends_at.getTime() !== before.ends_at.getTime() || next.place !== before.place || next.online_link !== before.online_link;
            await transaction.updateTable('training.course_session').set({ ...next, changed_by: principal.personId, changed_at: now, version: version + 1 }).where('id', '=', id).execute();
            if (moved) { // the day before is another one now
                await transaction.updateTable('training.session_participant').set({ reminded_at: null }).where('session_id', '=', id).execute();
                invited.forEach(each => log.notify(each, 'training-session.changed', sessionDetail({ ...before, ...next }), ownLink(id)));
            }
            log.audit('training-session.changed', 'sessions', id, { moved });
            tellOfSession(log, { id, trainer_id: plan.trainerId }, [...invited, ...before.trainer_id === plan.trainerId ? [] : [before.trainer_id]]);
        });
    }

    /**
     * @param reason why it is cancelled, for those invited
     * @throws NOT_FOUND; FORBIDDEN; CONFLICT `changed-meanwhile`, `session-state`, `too-early`, `attendance-open` with how many are not noted, `feedback-given` once somebody has said how it was
     */
    async act(principal: Caller, { id, version, action, reason }: { readonly id: string; readonly version: number; readonly action: 'cancel' | 'reinstate' | 'hold' | 'reopen'; readonly reason: string }, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const session = await this.held(transaction, principal, id, version);
            const state = stepTo(principal, session, action, now);
            const invited = await participantsOf(transaction, id);
            await this.requireFor(transaction, session, action);
            await transaction.updateTable('training.course_session').set({
                state, cancel_reason: state === 'cancelled' ? reason : null, held_at: state === 'held' ? now : null, form_version_id: state === 'held' ? await formNow(transaction, session) : null,
                changed_by: principal.personId, changed_at: now, version: version + 1
            }).where('id', '=', id).execute();
            log.audit(`training-session.${audited[action]}`, 'sessions', id);
            await this.tellPeople(transaction, log, session, action, invited, now);
            tellOfSession(log, session, invited);
        });
    }

    private async requireFor(transaction: TrainingTransaction, { id }: HeldSession, action: string): Promise<void> {
        if (action === 'hold') {
            const { open } = await transaction.selectFrom('training.session_participant').select(({ fn }) => fn.countAll<number>().as('open')).where('session_id', '=', id).where('mark', 'is', null).executeTakeFirstOrThrow();
            if (open > 0) {
                throw conflict('attendance-open', { people: open });
            }
        }
        if (action === 'reopen' && await transaction.selectFrom('training.session_feedback').select('id').where('session_id', '=', id).limit(1).executeTakeFirst()) {
            throw conflict('feedback-given');
        }
    }

    /** Whoever was there is asked how it was; of what has begun already, nobody is told that it is cancelled. */
    private async tellPeople(transaction: TrainingTransaction, log: ChangeLog, session: HeldSession, action: string, invited: readonly string[], now: Date): Promise<void> {
        const detail = sessionDetail(session);
        if (action === 'cancel' && session.ends_at > now) {
            invited.forEach(each => log.notify(each, 'training-session.cancelled', detail, ownLink(session.id)));
        } else if (action === 'reinstate' && session.ends_at > now) {
            invited.forEach(each => log.notify(each, 'training-session.invited', detail, ownLink(session.id)));
        } else if (action === 'hold' && session.feedback_form_id) {
            const there = await transaction.selectFrom('training.session_participant').select('person_id').where('session_id', '=', session.id).where('mark', 'in', ['present', 'late']).execute();
            there.forEach(each => log.notify(each.person_id, 'training-session.feedback', detail, ownLink(session.id)));
        }
    }

    private async held(transaction: TrainingTransaction, principal: Caller, id: string, version: number): Promise<HeldSession> {
        const session = await holdSession(transaction, principal, id);
        if (session.version !== version) {
            throw conflict('changed-meanwhile', { version: session.version });
        }
        return session;
    }
}

const audited = { cancel: 'cancelled', reinstate: 'reinstated', hold: 'held', reopen: 'reopened' } as const;

const columns = ({ trainerId, startsAt, endsAt, place, onlineLink, seats }: SessionPlan) => ({ trainer_id: trainerId, starts_at: new Date(startsAt), ends_at: new Date(endsAt), place, online_link: onlineLink, seats });

/** The form that is in force for the course at this moment; null without one. */
const formNow = async (transaction: TrainingTransaction, { feedback_form_id: formId }: HeldSession): Promise<string | null> => formId === null ? null
    : (await sql<{ id: string }>`select id from assessment.form_version where form_id = ${formId}::uuid and state = 'published'`.execute(transaction)).rows[0]?.id ?? null;

async function check(transaction: TrainingTransaction, { trainerId, startsAt, endsAt }: SessionPlan): Promise<void> {
    const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
    if (to <= from) {
        throw invalid([{ path: 'endsAt', code: 'round-backwards' }]);
    }
    if (to - from > longestMs) {
        throw invalid([{ path: 'endsAt', code: 'session-too-long' }]);
    }
    const { rows } = await sql`select from core.person person join core.person_role held on held.person_id = person.id join core.role_grant granted on granted.role_id = held.role_id
        where person.id = ${trainerId}::uuid and person.status = 'active' and granted.permission = 'training-session:hold' limit 1`.execute(transaction);
    if (rows.length === 0) {
        throw invalid([{ path: 'trainerId', code: 'not-a-trainer' }]);
    }
}
