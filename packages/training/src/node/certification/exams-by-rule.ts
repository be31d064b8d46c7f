import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { newId } from '@earshot/core/lib/node/storage/identifier';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql } from 'kysely';
import { wantedExams } from '../../common/certification/ending-soon';
import { assignmentState } from '../exam/assignment-query';
import { tellAssigned, tellOfAssignment } from '../exam/assignment-service';
import { tellOfExam } from '../exam/exam-service';
import { knowsKeys } from '../exam/knows-keys';
import type { TrainingTables } from '../training-tables';
import { judgedPeople } from './judged-people';

const house = systemPrincipal('certification');

/** Somebody else was faster: nothing is left to be done. */
class NothingLeft extends Error { }

const unlessNothingLeft = (error: unknown): void => {
    if (!(error instanceof NothingLeft)) {
        throw error;
    }
};

interface Need { readonly personId: string; readonly positionId: string; readonly dueAt: Date | null }

/**
 * Gives people the exams that their position asks for and that they lack, have lost or lose soon: who is new in the house, who comes from another position, everybody
 * when a rule changes. What nobody asks for any more is taken back; what somebody has taken back by hand is not given once more.
 */
@injectable()
export class ExamsByRule implements ScheduleContribution {
    readonly name = 'training-certification-exams';
    readonly when = { everySeconds: 300 };

    constructor(@inject(Database) private readonly database: Database) { }

    async run(now = new Date()): Promise<void> {
        const needs = new Map<string, Need[]>();
        for await (const looked of judgedPeople(this.database.read<TrainingTables>(), now)) {
            for (const { person, judged } of looked) {
                for (const { examId, dueAt } of wantedExams(judged.standings, judged.rule.validity, now)) {
                    needs.set(examId, [...needs.get(examId) ?? [], { personId: person.id, positionId: person.position_id!, dueAt }]);
                }
            }
        }
        await this.takeBack(needs, now);
        for (const [examId, people] of needs) {
            await this.give(examId, people, now);
        }
    }

    private async give(examId: string, needs: readonly Need[], now: Date): Promise<void> {
        if (!await this.lack(examId, needs, now)) {
            return; // as nearly always: nothing is locked for it
        }
        await this.database.write<void, TrainingTables>(house, async (transaction, log) => {
            // two back ends may look at the same moment: the second one waits, and finds nothing left to give
            const exam = await transaction.selectFrom('training.exam').select(['title', 'published_id']).where('id', '=', examId).forUpdate().executeTakeFirst();
            if (!exam?.published_id) {
                throw new NothingLeft();
            }
            const ids = needs.map(() => newId());
            const { rows: given } = await sql<{ id: string; person_id: string; due_at: Date | null }>`insert into training.exam_assignment (id, exam_id, person_id, position_id, due_at, assigned_at, opens_at)
                select wanted.id, ${examId}::uuid, wanted.person_id, wanted.position_id, wanted.due_at, ${now}::timestamptz, ${this.opensAt(examId, now)}
                from unnest(${ids}::uuid[], ${needs.map(each => each.personId)}::uuid[], ${needs.map(each => each.positionId)}::uuid[], ${needs.map(each => each.dueAt)}::timestamptz[]) as wanted (id, person_id, position_id, due_at)
                where ${this.lacking(examId, now)} returning id, person_id, due_at`.execute(transaction);
            for (const { id, person_id: personId, due_at: dueAt } of given) {
                log.notify(personId, 'exam.assigned', { title: exam.title, closesAt: dueAt?.toISOString() ?? null }, linkTo('training', 'exam-assignments', id));
                tellAssigned(log, examId, personId);
            }
            if (given.length === 0) {
                throw new NothingLeft();
            }
            tellOfExam(log, examId);
            log.audit('exam.assigned-by-rule', 'exams', examId, { people: given.length });
        }).catch(unlessNothingLeft);
    }

    private async lack(examId: string, needs: readonly Need[], now: Date): Promise<boolean> {
        const { rows } = await sql`select from unnest(${needs.map(each => each.personId)}::uuid[], ${needs.map(each => each.positionId)}::uuid[], ${needs.map(each => each.dueAt)}::timestamptz[]) as wanted (person_id, position_id, due_at)
            where exists (select from training.exam where exam.id = ${examId} and exam.published_id is not null) and ${this.lacking(examId, now)} limit 1`.execute(this.database.read<TrainingTables>());
        return rows.length > 0;
    }

    /** On `wanted`: who still has the position, may sit it without knowing its keys, has it not open, and from whom nobody has taken it back. */
    private lacking(examId: string, now: Date) {
        return sql<boolean>`exists (select from core.person where person.id = wanted.person_id and person.status = 'active' and person.position_id = wanted.position_id and not ${knowsKeys('person.id')})
            and not exists (select from training.exam_assignment assignment where assignment.exam_id = ${examId} and assignment.person_id = wanted.person_id and (assignment.closes_at is null or assignment.closes_at > ${now})
                and ${assignmentState} in ('open', 'running', 'marking', 'failed'))
            and not exists (select from training.exam_assignment assignment where assignment.exam_id = ${examId} and assignment.person_id = wanted.person_id and assignment.assigned_by is null and assignment.withdrawn_by is not null
                and assignment.position_id = wanted.position_id and assignment.due_at is not distinct from wanted.due_at)`;
    }

    /** On `wanted`: after a last attempt one waits as long as the exam wants it, whatever it was given by. */
    private opensAt(examId: string, now: Date) {
        return sql`(select nullif(greatest(max(attempt.submitted_at) + make_interval(secs => 3600 * max((published.blueprint ->> 'waitHours')::double precision)), ${now}), ${now})
            from training.attempt join training.exam_version sat on sat.id = attempt.exam_version_id join training.exam on exam.id = sat.exam_id join training.exam_version published on published.id = exam.published_id
            where sat.exam_id = ${examId} and attempt.person_id = wanted.person_id)`;
    }

    /** Never while it is sat. */
    private async takeBack(needs: ReadonlyMap<string, readonly Need[]>, now: Date): Promise<void> {
        const wanted = new Set([...needs].flatMap(([examId, people]) => people.map(each => `${examId} ${each.personId} ${each.positionId}`)));
        const ruled = await this.database.read<TrainingTables>().selectFrom('training.exam_assignment as assignment').select(['id', 'exam_id', 'person_id', 'position_id']).where('assigned_by', 'is', null).where('withdrawn_at', 'is', null).where(assignmentState, 'in', ['open', 'failed']).execute();
        for (const { id, exam_id: examId, person_id: personId } of ruled.filter(each => !wanted.has(`${each.exam_id} ${each.person_id} ${each.position_id}`))) {
            await this.database.write<void, TrainingTables>(house, async (transaction, log) => {
                await transaction.selectFrom('training.exam_assignment').select('id').where('id', '=', id).forUpdate().execute();
                const { numUpdatedRows: taken } = await transaction.updateTable('training.exam_assignment as assignment').set(({ eb }) => ({ withdrawn_at: now, version: eb('version', '+', 1) })).where('id', '=', id).where('withdrawn_at', 'is', null).where(assignmentState, 'in', ['open', 'failed']).executeTakeFirst();
                if (!taken) {
                    throw new NothingLeft();
                }
                log.audit('exam.assignment-withdrawn', 'exam-assignments', id);
                tellOfAssignment(log, examId, personId);
            }).catch(unlessNothingLeft);
        }
    }
}
