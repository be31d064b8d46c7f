import type { Moment, OptionalJson, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { ReviewActionTable } from '@earshot/writing/lib/node/minutes/minutes-tables';
import type { ColumnType, Generated } from 'kysely';
import type { ChangeRequest, ReviewOutcome } from '../../common/document/care-contract';

export interface ChangeRequestTable {
    id: string; document_id: string; clause: OptionalJson<NonNullable<ChangeRequest['clause']>>; text: string; person_id: string; state: Generated<ChangeRequest['state']>; created_at: Moment;
    answer: string | null; decided_by: string | null; decided_at: OptionalMoment;
}
/** A day, `2026-11-21`. */
type Day = ColumnType<string, string, never>;
export interface DocumentReviewTable {
    id: string; document_id: string | null; /** Of the version that was looked at. */ major: number | null; minor: number | null; held_on: Day; scope: string; participants: string[]; findings: string; outcome: ReviewOutcome | null; recorded_by: string; recorded_at: Moment;
}

export interface CareTables {
    'training.change_request': ChangeRequestTable;
    'training.document_review': DocumentReviewTable;
    'training.review_action': ReviewActionTable;
}
