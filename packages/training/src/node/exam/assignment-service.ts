import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { type Principal, systemPrincipal } from '@earshot/core/lib/node/api/context';
import { conflict, invalid, orNotFound } from '@earshot/core/lib/node/api/failure';
import { fromCursor, pageOf } from '@earshot/core/lib/node/storage/cursor';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { attemptDeadline } from '../../common/attempt/attempt-clock';
import type { AssignmentRow, AssignmentState } from '../../common/exam/exam-contract';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { assignmentState, showAssignment, visibleAssignments } from './assignment-query';
import { tellOfExam } from './exam-service';
import { knowsKeys } from './knows-keys';
import { teamsBelow } from './teams-below';

type Caller = Principal & { readonly personId: string };
export interface Round { readonly id: string; readonly personIds: readonly string[]; readonly teamIds: readonly string[]; readonly positionIds: readonly string[]; readonly opensAt: string | null; readonly closesAt: string | null }
export interface Assigned { readonly assigned: number; readonly leftOut: readonly string[] }
export interface AssignmentFilter { readonly after?: string; readonly limit: number; readonly examId?: string; readonly personId?: string; readonly state?: AssignmentState; readonly text?: string }

/** Each person by an event of their own: what an event can carry is bounded. */
export const tellAssigned = (log: ChangeLog, examId: string, personId: string): void => log.event({ type: 'exam.assigned', entityId: examId }, { people: [personId] });

export const tellOfAssignment = (log: ChangeLog, examId: string, personId: string): void => {
    tellOfExam(log, examId);
    tellAssigned(log, examId, personId);
};

const dateOf = (moment: string | null): Date | null => moment === null ? null : new Date(moment);

/** @throws INVALID `round-over` for an end that has passed, `round-backwards` for one that is not after the beginning */
function checkRound(opensAt: Date | null, closesAt: Date | null, now: Date): void {
    if (closesAt && closesAt <= now) {
        throw invalid([{ path: 'closesAt', code: 'round-over' }]);
    }
    if (opensAt && closesAt && closesAt <= opensAt) {
        throw invalid([{ path: 'closesAt', code: 'round-backwards' }]);
    }
}

/** Who has to sit which exam, and until when. */
@injectable()
export class AssignmentService {
    constructor(@inject(Database) private readonly database: Database) { }

    /**
     * Everybody active among these; who has the exam open already keeps what they have, and who may see keys is left out.
     * @returns how many people were given it, and the names of those left out
     * @throws NOT_FOUND; CONFLICT `not-published`; INVALID for a round that ends before it begins, or has ended
     */
    async assign(principal: Caller, { id, personIds, teamIds, positionIds, opensAt, closesAt }: Round, now = new Date()): Promise<Assigned> {
        checkRound(dateOf(opensAt), dateOf(closesAt), now);
        return this.database.write<Assigned, TrainingTables>(principal, async (transaction, log) => {
            const exam = orNotFound(await transaction.selectFrom('training.exam').select(['title', 'published_id']).where('id', '=', id).forUpdate().executeTakeFirst());
            if (!exam.published_id) {
                throw conflict('not-published');
            }
            const { rows } = await sql<{ id: string; name: string; knows: boolean }>`select person.id, person.name, ${knowsKeys('person.id')} as knows from core.person where status = 'active' and (id = any(${[...personIds]}::uuid[]) or team_id in ${teamsBelow(teamIds)} or position_id = any(${[...positionIds]}::uuid[]))
                and not exists (select from training.exam_assignment assignment where assignment.exam_id = ${id} and assignment.person_id = person.id and (assignment.closes_at is null or assignment.closes_at > ${now})
                    and ${assignmentState} in ('open', 'running', 'marking', 'failed')) order by person.name, person.id`.execute(transaction);
            const given = rows.filter(each => !each.knows);
            const ids = given.map(() => newId());
            await sql`insert into training.exam_assignment (id, exam_id, person_id, assigned_by, opens_at, closes_at)
                select given.id, ${id}::uuid, given.person_id, ${principal.personId}::uuid, ${opensAt}::timestamptz, ${closesAt}::timestamptz from unnest(${ids}::uuid[], ${given.map(each => each.id)}::uuid[]) as given (id, person_id)`.execute(transaction);
            given.forEach(({ id: personId }, place) => {
                log.notify(personId, 'exam.assigned', { title: exam.title, closesAt }, linkTo('training', 'exam-assignments', ids[place]!));
                tellAssigned(log, id, personId);
            });
            if (given.length > 0) {
                tellOfExam(log, id);
            }
            log.audit('exam.assigned', 'exams', id, { people: given.length, closesAt });
            return { assigned: given.length, leftOut: rows.filter(each => each.knows).map(each => each.name) };
        });
    }

    async list(principal: Principal, filter: AssignmentFilter) {
        let select = visibleAssignments(this.database.read<TrainingTables>(), principal).orderBy('assignment.assigned_at', 'desc').orderBy('assignment.id', 'desc').limit(filter.limit + 1);
        if (filter.examId) { select = select.where('assignment.exam_id', '=', filter.examId); }
        if (filter.personId) { select = select.where('assignment.person_id', '=', filter.personId); }
        if (filter.state) { select = select.where(assignmentState, '=', filter.state); }
        if (filter.text) { select = select.where('person.name', 'ilike', `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`); }
        if (filter.after) {
            const [at, id] = fromCursor(filter.after, 2);
            select = select.where(sql<boolean>`(assignment.assigned_at, assignment.id) < (${at}::timestamptz, ${id}::uuid)`);
        }
        return pageOf(await select.execute(), filter.limit, row => [row.assigned_at.toISOString(), row.id], showAssignment);
    }

    /**
     * More time, another attempt, or another end; an attempt that runs has its time at once.
     * @throws NOT_FOUND; CONFLICT `changed-meanwhile`, `own-assignment`; INVALID for a new end that has passed or lies before the beginning, and for what would end an attempt that runs
     */
    async extend(principal: Caller, input: { readonly id: string; readonly version: number; readonly extraMinutes: number; readonly extraAttempts: number; readonly closesAt: string | null }, now = new Date()): Promise<AssignmentRow> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const before = orNotFound(await transaction.selectFrom('training.exam_assignment').selectAll().where('id', '=', input.id).where('withdrawn_at', 'is', null).forUpdate().executeTakeFirst());
            if (before.version !== input.version) {
                throw conflict('changed-meanwhile', { version: before.version });
            }
            if (before.person_id === principal.personId) {
                throw conflict('own-assignment');
            }
            const closesAt = dateOf(input.closesAt);
            if (closesAt?.getTime() !== before.closes_at?.getTime()) { // one that has passed stays where only minutes are given
                checkRound(before.opens_at, closesAt, now);
            }
            await transaction.updateTable('training.exam_assignment').set(({ eb }) => ({ extra_minutes: input.extraMinutes, extra_attempts: input.extraAttempts, closes_at: input.closesAt, expired_at: null, version: eb('version', '+', 1) })).where('id', '=', input.id).execute();
            await this.moveDeadline(transaction, { id: input.id, extraMinutes: input.extraMinutes, closesAt }, now);
            log.audit('exam.extended', 'exam-assignments', input.id, { extraMinutes: input.extraMinutes, extraAttempts: input.extraAttempts, closesAt: input.closesAt });
            tellOfAssignment(log, before.exam_id, before.person_id);
            log.event({ type: 'attempt.changed', entityId: input.id }, { people: [before.person_id] });
        });
        return showAssignment(await visibleAssignments(this.database.read<TrainingTables>(), systemPrincipal('exams')).where('assignment.id', '=', input.id).executeTakeFirstOrThrow());
    }

    private async moveDeadline(transaction: TrainingTransaction, { id, extraMinutes, closesAt }: { readonly id: string; readonly extraMinutes: number; readonly closesAt: Date | null }, now: Date): Promise<void> {
        const running = await transaction.selectFrom('training.attempt as attempt').innerJoin('training.exam_version as version', 'version.id', 'attempt.exam_version_id').select(['attempt.id', 'attempt.started_at', 'attempt.deadline_at', 'version.blueprint'])
            .where('attempt.assignment_id', '=', id).where('attempt.state', '=', 'running').forUpdate('attempt').executeTakeFirst();
        if (!running) {
            return;
        }
        const deadline = attemptDeadline({ startedAt: running.started_at, minutes: running.blueprint.minutes, extraMinutes, closesAt });
        if (deadline && deadline <= now && (running.deadline_at === null || deadline < running.deadline_at)) {
            throw invalid([{ path: 'extraMinutes', code: 'ends-running-attempt' }]);
        }
        await transaction.updateTable('training.attempt').set({ deadline_at: deadline }).where('id', '=', running.id).execute();
    }

    /** @throws NOT_FOUND; CONFLICT `attempt-running` while it is sat */
    async withdraw(principal: Caller, id: string, now = new Date()): Promise<void> {
        await this.database.write<void, TrainingTables>(principal, async (transaction, log) => {
            const row = orNotFound(await transaction.selectFrom('training.exam_assignment').selectAll().where('id', '=', id).where('withdrawn_at', 'is', null).forUpdate().executeTakeFirst());
            if (await transaction.selectFrom('training.attempt').select('id').where('assignment_id', '=', id).where('state', '=', 'running').executeTakeFirst()) {
                throw conflict('attempt-running');
            }
            await transaction.updateTable('training.exam_assignment').set(({ eb }) => ({ withdrawn_at: now, withdrawn_by: principal.personId, version: eb('version', '+', 1) })).where('id', '=', id).execute();
            log.audit('exam.assignment-withdrawn', 'exam-assignments', id);
            tellOfAssignment(log, row.exam_id, row.person_id);
        });
    }
}
