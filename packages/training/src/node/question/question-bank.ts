import { canBeHeard } from '@earshot/media/lib/node/recording/listening-grants';
import { injectable } from '@theia/core/shared/inversify';
import { type Kysely, sql } from 'kysely';
import type { BankEntry } from '../../common/exam/blueprint';
import type { AskableQuestion, QuestionChoices } from '../../common/exam/exam-contract';
import type { Question } from '../../common/question/question';
import { clauseKey, type ClauseReference, difficulties } from '../../common/question/question-content';
import type { QuestionSource } from '../exam/question-source';
import type { Tables } from '../training-tables';
import { saysWords } from './question-rows';

/**
 * Approved versions that hold: while a changed document waits for its day, what asks about it is still right; once it is in effect, nothing
 * is asked that nobody has looked at again.
 */
const askable = (database: Kysely<Tables>) => database.selectFrom('training.question_version as version').where('version.state', '=', 'approved').where(sql<boolean>`not exists (
    select from training.question_check as open_check join training.document_version as changed on changed.id = open_check.version_id
    where open_check.question_id = version.question_id and open_check.resolved_at is null and changed.state in ('effective', 'obsolete'))`);

const recording = sql<string>`version.content -> 'question' ->> 'recording'`;

/** What has to be heard first can be. */
const canStillBeHeard = sql<boolean>`(${recording} is null or ${canBeHeard(recording)})`;

const counted = (words: readonly (readonly [string, string])[]): QuestionChoices['tags'] => {
    const found = new Map<string, { value: string; label: string; questions: number }>();
    for (const [value, label] of words) {
        found.set(value, { value, label, questions: (found.get(value)?.questions ?? 0) + 1 });
    }
    return [...found.values()].sort((one, other) => one.label < other.label ? -1 : 1);
};

/** What exams may ask. */
@injectable()
export class QuestionBank implements QuestionSource {
    async entries(database: Kysely<Tables>): Promise<readonly BankEntry[]> {
        // what is listed of a question is what is approved of it, so that the texts of the whole bank need not be read; what can no longer be listened to is not asked
        const rows = await askable(database).innerJoin('training.question as question', 'question.id', 'version.question_id').where(canStillBeHeard)
            .select(['question.id', 'question.points', 'question.skills', 'question.difficulty', 'question.tags', sql<readonly ClauseReference[]>`version.content -> 'clauses'`.as('clauses')]).orderBy('version.question_id').execute();
        return rows.map(({ clauses, ...about }) => ({ ...about, clauses: clauses.map(clauseKey) }));
    }

    async contents(database: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly versionId: string; readonly question: Question }>> {
        const rows = ids.length ? await askable(database).select(['version.id', 'version.question_id', 'version.content']).where('version.question_id', 'in', [...ids]).execute() : [];
        return new Map(rows.map(each => [each.question_id, { versionId: each.id, question: each.content.question }]));
    }

    listed(database: Kysely<Tables>, { text, ids, limit }: { readonly text: string; readonly ids?: readonly string[]; readonly limit: number }): Promise<AskableQuestion[]> {
        return askable(database).innerJoin('training.question as question', 'question.id', 'version.question_id').where(canStillBeHeard).select(['question.id', 'question.name', 'question.prompt', 'question.kind', 'question.points'])
            .$if(text !== '', query => query.where(saysWords(text))).$if(ids !== undefined, query => query.where(sql<boolean>`question.id = any(${[...ids ?? []]}::uuid[])`)).orderBy('question.name').orderBy('question.id').limit(limit).execute();
    }

    async choices(database: Kysely<Tables>): Promise<QuestionChoices> {
        const entries = await this.entries(database);
        const documents = [...new Set(entries.flatMap(each => each.clauses.map(key => key.split('#')[0]!)))];
        const clauses = documents.length ? await database.selectFrom('training.clause as clause').innerJoin('training.document as document', 'document.id', 'clause.document_id').select(['clause.document_id', 'clause.anchor', 'clause.number', 'clause.title', 'document.title as document_title'])
            .where('clause.document_id', 'in', documents).execute() : [];
        const labels = new Map(clauses.map(each => [clauseKey({ documentId: each.document_id, clauseId: each.anchor }), `${each.document_title} – ${each.number} ${each.title}`]));
        const same = (word: string): readonly [string, string] => [word, word];
        return {
            questions: entries.length, clauses: counted(entries.flatMap(each => each.clauses.flatMap(key => labels.has(key) ? [[key, labels.get(key)!] as const] : []))), skills: counted(entries.flatMap(each => each.skills.map(same))),
            difficulties: difficulties.map(value => ({ value, label: value, questions: entries.filter(each => each.difficulty === value).length })).filter(each => each.questions > 0), tags: counted(entries.flatMap(each => each.tags.map(same)))
        };
    }
}
