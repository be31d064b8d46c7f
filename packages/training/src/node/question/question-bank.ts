import { Database } from '@earshot/core/lib/node/storage/database';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { Kysely } from 'kysely';
import type { BankEntry } from '../../common/exam/blueprint';
import type { QuestionContent } from '../../common/question/question-content';
import { clauseKey } from '../../common/question/question-content';
import type { Tables, TrainingTables } from '../training-tables';

/** A version of a question as an exam asks it. */
export interface BankQuestion { readonly questionId: string; readonly versionId: string; readonly number: number; readonly content: QuestionContent }

/** What exams may ask: approved questions. Those that are to be checked are among them until they are revised or retired, since the document has not changed yet. */
@injectable()
export class QuestionBank {
    constructor(@inject(Database) private readonly database: Database) { }

    /** All that may be drawn. @param database the transaction to read in; without, what is committed */
    async entries(database: Kysely<Tables> = this.database.read<TrainingTables>()): Promise<readonly BankEntry[]> {
        const rows = await database.selectFrom('training.question_version').select(['question_id', 'content']).where('state', '=', 'approved').orderBy('question_id').execute();
        return rows.map(({ question_id: id, content }) => ({ id, points: content.question.points, clauses: content.clauses.map(clauseKey), skills: content.skills, difficulty: content.difficulty, tags: content.tags }));
    }

    /** The approved versions of these questions, by their ids; what is not approved is left out. */
    async approved(ids: readonly string[], database: Kysely<Tables> = this.database.read<TrainingTables>()): Promise<ReadonlyMap<string, BankQuestion>> {
        const rows = ids.length ? await database.selectFrom('training.question_version').select(['id', 'question_id', 'number', 'content']).where('state', '=', 'approved').where('question_id', 'in', [...ids]).execute() : [];
        return new Map(rows.map(each => [each.question_id, { questionId: each.question_id, versionId: each.id, number: each.number, content: each.content }]));
    }
}
