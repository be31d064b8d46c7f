import type { Kysely } from 'kysely';
import type { BankEntry } from '../../common/exam/blueprint';
import type { AskableQuestion, QuestionChoices } from '../../common/exam/exam-contract';
import type { Question } from '../../common/question/question';
import type { Tables } from '../training-tables';

/** Where the questions of exams come from. Only what may be asked is known here: approved, in force, and not waiting to be checked against a changed clause. */
export const QuestionSource = Symbol('QuestionSource');
export interface QuestionSource {
    entries(database: Kysely<Tables>): Promise<readonly BankEntry[]>;
    /** The questions with these ids, as they are asked now, with the id of the version that this is. */
    contents(database: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly versionId: string; readonly question: Question }>>;
    /** Those of them with these words or, where ids are given, with these ids; by name. */
    listed(database: Kysely<Tables>, which: { readonly text: string; readonly ids?: readonly string[]; readonly limit: number }): Promise<AskableQuestion[]>;
    /** By what questions can be asked for, with words for clauses. */
    choices(database: Kysely<Tables>): Promise<QuestionChoices>;
}
