import type { Json, Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { Generated } from 'kysely';
import type { QuestionKind } from '../../common/question/question';
import type { Difficulty, QuestionContent, QuestionLanguage } from '../../common/question/question-content';
import type { QuestionState, QuestionVersionState } from '../../common/question/question-workflow';

/** What of a question is asked for in lists: as it is approved or, before that, as the draft has it. */
export interface QuestionTable {
    id: string; language: QuestionLanguage; name: string; category: string; tags: string[]; skills: string[]; difficulty: Difficulty | null; kind: QuestionKind; prompt: string; points: number;
    state: QuestionState; open_state: 'draft' | 'in-review' | null; /** What the file calls it from which it came. */ external_id: string | null; author_id: string | null;
    created_at: Moment; changed_at: Moment; version: Generated<number>;
}

export interface QuestionVersionTable {
    id: string; question_id: string; number: number; state: QuestionVersionState; content: Json<QuestionContent>;
    /** SHA-256 of the canonical text of the content, hexadecimal. */ hash: string; author_id: string | null; /** Everybody who has written at it. */ contributors: string[];
    submitted_at: OptionalMoment; approved_at: OptionalMoment; approved_by: string | null; /** Why it was given back. */ reason: string | null; import_id: string | null; created_at: Moment; changed_at: Moment;
}

/** The clauses that a question asks about, as listed, and the document version in which they were last looked at for it. */
export interface QuestionClauseTable { question_id: string; document_id: string; clause_id: string; seen_version_id: string | null }

/** A clause of a question that a document version changes. */
export interface QuestionCheckTable {
    question_id: string; document_id: string; clause_id: string; version_id: string; change: 'changed' | 'removed'; opened_at: Moment;
    resolved_at: OptionalMoment; resolved_by: string | null; outcome: 'confirmed' | 'revised' | 'retired' | null;
}

export interface QuestionImportTable { id: string; by: string | null; at: Moment; format: string; undone_at: OptionalMoment }

export interface QuestionTables {
    'training.question': QuestionTable;
    'training.question_version': QuestionVersionTable;
    'training.question_clause': QuestionClauseTable;
    'training.question_check': QuestionCheckTable;
    'training.question_import': QuestionImportTable;
}
