import type { AssessmentTables } from '@earshot/assessment/lib/node/assessment-tables';
import type { LocalizedText } from '@earshot/forms';
import type { CoreTables, Json, Moment, OptionalJson, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { CommentTable as WrittenCommentTable } from '@earshot/writing/lib/node/comment/comment-table';
import type { Generated } from 'kysely';
import type { ArticleContent, FurtherFields } from '../common/article/article-content';
import type { ArticleState } from '../common/article/article-contract';
import type { ArticleKindId, ArticleLanguage } from '../common/article/article-kind';
import type { SecondApproval } from '../common/category/category-rules';
import type { FeedbackReason, Flag } from '../common/feedback/feedback-contract';
import type { AnnualReviewTables } from './annual-review/annual-review-tables';
import type { AttachmentTables } from './attachment/attachment-tables';
import type { EvaluationTables } from './evaluation/evaluation-tables';
import type { ImportTables } from './import/import-tables';
import type { RevisionState } from '../common/workflow/article-workflow';

export interface CategoryTable { id: string; parent_id: string | null; name: Json<LocalizedText>; place: number; review_days: number | null; second_approval: SecondApproval | 'none' | null; version: Generated<number> }

/** A confirmation: which version of which revision came out of it, by whom, when (ISO 8601), and how the article stood before. */
export interface Confirming { readonly revisionId: string; readonly version: number; readonly by: string; readonly at: string; readonly state: 'published' | 'due-for-review'; readonly verifiedAt: string | null; readonly reviewDueAt: string | null }

/** What of an article is asked for in lists: as published or, before that, as the open revision has it. */
export interface ArticleTable {
    id: string; kind: ArticleKindId; language: ArticleLanguage; title: string; keywords: Generated<string>; category_id: string; tags: string[]; audience: string[]; valid_from: OptionalMoment; valid_until: OptionalMoment;
    state: Generated<ArticleState>; owner_id: string | null; expert_team_id: string | null;
    /** The original, of a translation, and which of its published revisions this one renders. */
    source_id: string | null; source_number: number | null;
    published_number: number | null; published_at: OptionalMoment; verified_at: OptionalMoment; review_due_at: OptionalMoment; created_at: Moment; changed_at: Moment; version: Generated<number>;
    /** The review that its owner was reminded of, by its date. */
    reminded_of: OptionalMoment;
    /** How it stood before it was last confirmed, while that can be taken back. */
    before_confirming: OptionalJson<Confirming>;
    /** Of an article that was imported before this was part of its content: what its file said besides. It goes over into the next revision. */
    others: OptionalJson<FurtherFields>;
}

export interface RevisionTable {
    id: string; article_id: string; /** 1, 2, 3 … within the article. */ number: number; state: RevisionState; content: Json<ArticleContent>;
    /** SHA-256 of the canonical text of the content, hexadecimal. */
    hash: string; audience: string[]; author_id: string | null; /** Everybody who has written at it. */ contributors: string[]; note: string | null; begun_from: string | null; publish_at: OptionalMoment;
    created_at: Moment; changed_at: Moment; submitted_at: OptionalMoment; published_at: OptionalMoment; version: Generated<number>;
}

export interface ApprovalTable { id: string; revision_id: string; step: 'first' | SecondApproval; person_id: string; hash: string; at: Moment; voided_at: OptionalMoment }
export interface LinkTable { article_id: string; target_id: string }
export interface UseCountTable { article_id: string; day: string; opened: Generated<number>; read_out: Generated<number>; copied: Generated<number> }
export interface CommentTable extends WrittenCommentTable { revision_id: string; article_id: string }
export interface VerdictTable { revision_id: string; person_id: string; helpful: boolean; reason: FeedbackReason | null; at: Moment }
export interface FlagTable {
    id: string; article_id: string; revision_id: string; person_id: string; reason: FeedbackReason; text: string; part: string | null; suggestion: string | null; state: Generated<Flag['state']>; created_at: Moment;
    answer: string | null; decided_by: string | null; decided_at: OptionalMoment;
}

export interface KnowledgeTables extends ImportTables, AttachmentTables, AnnualReviewTables, EvaluationTables, AssessmentTables {
    'knowledge.category': CategoryTable;
    'knowledge.article': ArticleTable;
    'knowledge.revision': RevisionTable;
    'knowledge.approval': ApprovalTable;
    'knowledge.link': LinkTable;
    'knowledge.use_count': UseCountTable;
    'knowledge.comment': CommentTable;
    'knowledge.verdict': VerdictTable;
    'knowledge.flag': FlagTable;
}

/** What queries of this package read: its own tables and those of the house. */
export type Tables = CoreTables & KnowledgeTables;
