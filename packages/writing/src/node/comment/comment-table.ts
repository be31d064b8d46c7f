import type { Moment, OptionalJson, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { Comment } from '../../common/comment/comment-contract';

/** What was said, each package in tables of its own, with a column beside these for what it is about. */
export interface CommentTable {
    id: string; parent_id: string | null; passage: OptionalJson<NonNullable<Comment['passage']>>; text: string; author_id: string; created_at: Moment; resolved_at: OptionalMoment; resolved_by: string | null;
}

export interface CommentTables { comment: CommentTable }
