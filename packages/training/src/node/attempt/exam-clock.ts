import { systemPrincipal } from '@earshot/core/lib/node/api/context';
import type { ScheduleContribution } from '@earshot/core/lib/node/jobs/schedules';
import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import { graceMs } from '../../common/attempt/attempt-clock';
import { assignmentState } from '../exam/assignment-query';
import { tellOfAssignment } from '../exam/assignment-service';
import type { TrainingTables } from '../training-tables';
import { AttemptService } from './attempt-service';

const house = systemPrincipal('exams');
/** Attempts that one run looks at; what is left waits for the next. */
const batch = 500;

/** What happens to exams by the clock: attempts are handed in when their time is over, and assignments expire that nobody has begun. */
@injectable()
export class ExamClock implements ScheduleContribution {
    readonly name = 'training-exams';
    readonly when = { everySeconds: 15 };

    constructor(@inject(Database) private readonly database: Database, @inject(AttemptService) private readonly attempts: AttemptService) { }

    /** @throws AggregateError when everything else is done, for the attempts and assignments that something is wrong with */
    async run(now = new Date()): Promise<void> {
        const failures: unknown[] = [];
        const database = this.database.read<TrainingTables>();
        const over = await database.selectFrom('training.attempt').select('id').where('state', '=', 'running').where('deadline_at', '<', new Date(now.getTime() - graceMs)).orderBy('deadline_at').limit(batch).execute();
        for (const { id } of over) {
            await this.attempts.closeByClock(house, id, now).catch((error: unknown) => {
                if ((error as { readonly code?: unknown }).code !== 'CONFLICT') { // handed in, or given more time, a moment ago
                    failures.push(error);
                }
            });
        }
        const missed = await database.selectFrom('training.exam_assignment as assignment').select(['id', 'exam_id', 'person_id']).where('closes_at', '<=', now).where('expired_at', 'is', null).where('withdrawn_at', 'is', null).where(assignmentState, 'in', ['open', 'failed']).orderBy('closes_at').limit(batch).execute();
        for (const { id, exam_id: examId, person_id: personId } of missed) {
            await this.database.write<void, TrainingTables>(house, async (transaction, log) => {
                await transaction.updateTable('training.exam_assignment').set(({ eb }) => ({ expired_at: now, version: eb('version', '+', 1) })).where('id', '=', id).where('expired_at', 'is', null).where('closes_at', '<=', now).execute();
                log.audit('exam.assignment-expired', 'exam-assignments', id);
                tellOfAssignment(log, examId, personId);
            }).catch((error: unknown) => { failures.push(error); });
        }
        if (failures.length) {
            throw new AggregateError(failures, 'Some attempts could not be closed.');
        }
    }
}
