import { createHash } from 'node:crypto';
import { plainText } from '@earshot/writing/lib/common/markdown/render-markdown';
import { fromCursor } from '@earshot/core/lib/node/storage/cursor';
import { containing } from '@earshot/core/lib/node/storage/like-pattern';
import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import { canonicalQuestion, type QuestionContent } from '../../common/question/question-content';
import type { questionFilter, QuestionRow } from '../../common/question/question-contract';
import type { z } from '@earshot/core/lib/common/api/operation';
import type { ItemConcern } from '../../common/item-analysis/item-concern';
import { wantsLookNow } from '../item-analysis/open-findings';
import type { Tables } from '../training-tables';
import type { QuestionTable } from './question-tables';

type Shape = { [Key in keyof typeof questionFilter]: z.infer<(typeof questionFilter)[Key]> };
export type QuestionFilter = Partial<Shape>;

export const hashOfQuestion = (content: QuestionContent): string => createHash('sha256').update(canonicalQuestion(content)).digest('hex');

/** The columns that lists are made of. */
export const listedColumns = (content: QuestionContent) => ({
    language: content.language, name: content.name, category: content.category, tags: [...content.tags], skills: [...content.skills], difficulty: content.difficulty,
    kind: content.question.kind, prompt: plainText(content.question.prompt).slice(0, 2000), points: content.question.points
});

/** What of a question's clauses nobody has said yet whether it still holds, as a condition on `question_check`. */
const openChecks = sql<number>`(select count(*)::int from training.question_check as open_check where open_check.question_id = question.id and open_check.resolved_at is null)`;

/** What its answers say against it; where they say different things in different exams, that they discriminate negatively or that nobody is right. */
const concern = sql<ItemConcern | null>`(select (array_agg(finding.concern order by finding.concern = 'everybody', finding.concern))[1] from training.question_finding as finding join training.question_version as asked on asked.id = finding.question_version_id
    where finding.question_id = question.id and asked.state = 'approved' and ${wantsLookNow})`;

export const questionRows = (database: Kysely<Tables>) => database.selectFrom('training.question as question').selectAll('question').select([openChecks.as('to_check'), concern.as('concern')]);
export type QuestionFound = Selectable<QuestionTable> & { readonly to_check: number; readonly concern: ItemConcern | null };

export const showQuestionRow = (row: QuestionFound): QuestionRow => ({
    id: row.id, language: row.language, name: row.name, category: row.category, tags: row.tags, skills: row.skills, difficulty: row.difficulty, kind: row.kind, prompt: row.prompt, points: row.points,
    state: row.state, openState: row.open_state, toCheck: row.to_check, concern: row.concern, changedAt: row.changed_at.toISOString(), version: row.version
});

/** On `question`: those with these words in their name, their text or their category. */
export const saysWords = (words: string): RawBuilder<boolean> => {
    const pattern = containing(words);
    return sql<boolean>`(question.name ilike ${pattern} or question.prompt ilike ${pattern} or question.category ilike ${pattern})`;
};

export function filteredQuestions(query: ReturnType<typeof questionRows>, filter: QuestionFilter, personId: string | null) {
    let select = query;
    if (filter.text) { select = select.where(saysWords(filter.text)); }
    if (filter.state) { select = filter.state === 'draft' || filter.state === 'in-review' ? select.where('question.open_state', '=', filter.state) : select.where('question.state', '=', filter.state); }
    if (filter.kind) { select = select.where('question.kind', '=', filter.kind); }
    if (filter.language) { select = select.where('question.language', '=', filter.language); }
    if (filter.difficulty) { select = select.where('question.difficulty', '=', filter.difficulty); }
    if (filter.category) { select = select.where(sql<boolean>`(question.category = ${filter.category} or starts_with(question.category, ${`${filter.category}/`}))`); }
    if (filter.tag) { select = select.where(sql<boolean>`question.tags @> ${[filter.tag]}::text[]`); }
    if (filter.skill) { select = select.where(sql<boolean>`question.skills @> ${[filter.skill]}::text[]`); }
    if (filter.documentId) {
        const clause = filter.clauseId;
        select = select.where(sql<boolean>`exists (select from training.question_clause as bound where bound.question_id = question.id and bound.document_id = ${filter.documentId} and (${clause ?? null}::text is null or bound.clause_id = ${clause ?? null}))`);
    }
    if (filter.toCheck) { select = select.where(sql<boolean>`exists (select from training.question_check as open_check where open_check.question_id = question.id and open_check.resolved_at is null)`); }
    if (filter.standsOut) { select = select.where(sql<boolean>`${concern} is not null`); }
    if (filter.mine) { select = select.where('question.author_id', '=', personId); }
    return select;
}

export function orderedQuestions(query: ReturnType<typeof questionRows>, { after, limit }: { readonly after?: string; readonly limit: number }) {
    const select = query.orderBy('question.changed_at', 'desc').orderBy('question.id', 'desc').limit(limit + 1);
    if (!after) {
        return select;
    }
    const [changedAt, id] = fromCursor(after, 2);
    return select.where(sql<boolean>`(question.changed_at, question.id) < (${changedAt}::timestamptz, ${id}::uuid)`);
}
