import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Transaction } from 'kysely';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { tellOfExam } from './exam-service';

/** Exams that somebody answers for go to the successor. Who changed one last stays: whoever takes it over may still approve what the other has written. */
@injectable()
export class ExamHandOver implements HandOverContribution {
    readonly kind = 'exam';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        const { count } = await this.database.read<TrainingTables>().selectFrom('training.exam').where('owner_id', '=', personId).where('state', '<>', 'retired').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
        return count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as TrainingTransaction;
        const owned = await own.updateTable('training.exam').set(({ eb }) => ({ owner_id: toId, version: eb('version', '+', 1) })).where('owner_id', '=', fromId).returning('id').execute();
        for (const { id } of owned) {
            log.audit('exam.handed-over', 'exams', id, { from: fromId, to: toId });
            tellOfExam(log, id);
        }
    }
}
