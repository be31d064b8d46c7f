import type { Moment } from '@earshot/core/lib/node/storage/core-tables';
import type { ColumnType } from 'kysely';

type State = 'draft' | 'submitted';
export interface ArticleEvaluationTable {
    id: string; article_id: string; /** What was rated. */ revision_id: string; filled_form_id: string; form_id: string; evaluator_id: string; state: ColumnType<State, State | undefined, State>; created_at: Moment;
}

export interface EvaluationTables { 'knowledge.article_evaluation': ArticleEvaluationTable }

export const evaluationStatements = `
create table knowledge.article_evaluation (
    id uuid primary key, article_id uuid not null references knowledge.article on delete cascade, revision_id uuid not null references knowledge.revision on delete cascade, filled_form_id uuid not null unique references assessment.filled_form,
    form_id uuid not null references assessment.form, evaluator_id uuid not null references core.person, state text not null default 'draft' check (state in ('draft', 'submitted')), created_at timestamptz(3) not null);
create index article_evaluation_article on knowledge.article_evaluation (article_id, id desc);
create index article_evaluation_revision on knowledge.article_evaluation (revision_id) where state = 'submitted';
create unique index article_evaluation_draft on knowledge.article_evaluation (article_id, form_id, evaluator_id) where state = 'draft'`;
