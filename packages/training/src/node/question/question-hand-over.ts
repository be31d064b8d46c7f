import type { CoreTables } from '@earshot/core/lib/node/storage/core-tables';
import { type ChangeLog, Database } from '@earshot/core/lib/node/storage/database';
import type { HandOverContribution } from '@earshot/core/lib/node/people/hand-over';
import { inject, injectable } from '@theia/core/shared/inversify';
import { sql, type Transaction } from 'kysely';
import type { TrainingTables, TrainingTransaction } from '../training-tables';
import { questionChanged } from './question-change';

/** Questions of an author go to the successor, with everything that waits for their author: drafts, clauses to check and findings to look at. */
@injectable()
export class QuestionHandOver implements HandOverContribution {
    readonly kind = 'question';

    constructor(@inject(Database) private readonly database: Database) { }

    async count(personId: string): Promise<number> {
        const { count } = await this.database.read<TrainingTables>().selectFrom('training.question').where('author_id', '=', personId).where('state', '<>', 'retired').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
        return count;
    }

    async handOver(transaction: Transaction<CoreTables>, log: ChangeLog, fromId: string, toId: string): Promise<void> {
        const own = transaction as unknown as TrainingTransaction;
        const owned = await own.updateTable('training.question').set(({ eb }) => ({ author_id: toId, version: eb('version', '+', 1), changed_at: new Date() })).where('author_id', '=', fromId).returning('id').execute();
        // whoever goes on with a draft has written at it; what is in review comes back to the successor, who may review it until then
        await own.updateTable('training.question_version').set({ author_id: toId, contributors: sql<string[]>`array_append(array_remove(contributors, ${toId}::uuid), ${toId}::uuid)` }).where('state', '=', 'draft').where('author_id', '=', fromId).execute();
        await own.updateTable('training.question_version').set({ author_id: toId }).where('state', '=', 'in-review').where('author_id', '=', fromId).execute();
        for (const { id } of owned) {
            log.audit('question.handed-over', 'questions', id, { from: fromId, to: toId });
            questionChanged(log, id);
        }
    }
}
