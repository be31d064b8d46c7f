import type { Json, Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { Generated } from 'kysely';
import type { Chapter, DocumentContent, DocumentKind, DocumentLanguage } from '../../common/document/document-content';
import type { DocumentState } from '../../common/document/document-contract';
import type { VersionState } from '../../common/document/version-workflow';
import type { DiagramTables } from '../diagram/diagram-tables';
import type { CareTables } from './care-tables';
import type { DiscussionTables } from './comment-tables';

/** What of a document is asked for in lists: as it is in effect or, before that, as the draft has it. */
export interface DocumentTable {
    id: string; language: DocumentLanguage; title: string; kind: DocumentKind; chapter: Chapter; area: string; restricted: boolean; everybody: boolean; position_ids: string[]; acknowledge_days: number; review_days: number;
    state: Generated<DocumentState>; owner_id: string | null;
    /** Of the version in effect, or that was in effect last. */
    major: number | null; minor: number | null; effective_at: OptionalMoment;
    /** When the first version with this major number took effect: acknowledgements are due from then on. */
    major_since: OptionalMoment; reviewed_at: OptionalMoment; review_due_at: OptionalMoment; created_at: Moment; changed_at: Moment; version: Generated<number>;
}

export interface DocumentVersionTable {
    id: string; document_id: string; major: number; minor: number; state: VersionState; content: Json<DocumentContent>;
    /** SHA-256 of the canonical text of the content, hexadecimal. */
    hash: string; author_id: string | null; /** Everybody who has written at it. */ contributors: string[]; note: string | null;
    /** The day on which it is to take effect. */
    effective_at: OptionalMoment; created_at: Moment; changed_at: Moment; submitted_at: OptionalMoment; took_effect_at: OptionalMoment; obsolete_at: OptionalMoment;
    /** When it was to take effect and could not. */
    held_at: OptionalMoment; release_reason: string | null; released_by: string | null; version: Generated<number>;
}

export interface DocumentApprovalTable { id: string; version_id: string; person_id: string; hash: string; at: Moment; voided_at: OptionalMoment }

/** The clauses of what is in effect, and those that were: search and questions refer to them. */
export interface ClauseTable { id: string; document_id: string; anchor: string; version_id: string; place: number; number: string; title: string; text: string; current: boolean }

export interface AcknowledgementTable { version_id: string; person_id: string; document_id: string; major: number; minor: number; hash: string; at: Moment }
export interface AcknowledgementReminderTable { document_id: string; major: number; person_id: string; reminded_at: Moment }

export interface DocumentTables extends CareTables, DiscussionTables, DiagramTables {
    'training.document': DocumentTable;
    'training.document_version': DocumentVersionTable;
    'training.document_approval': DocumentApprovalTable;
    'training.clause': ClauseTable;
    'training.acknowledgement': AcknowledgementTable;
    'training.acknowledgement_reminder': AcknowledgementReminderTable;
}
