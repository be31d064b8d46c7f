import type { GeneratedMoment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';
import type { Generated } from 'kysely';
import type { ContentKind } from '../../common/retention/retention-rule';

/** Months; 0 is for ever. */
export interface RetentionRuleTable {
    id: string; name: string; queue: string | null; tag: string | null; recording_months: number; transcript_months: number; messages_months: number; customer_months: number; active: boolean;
    created_by: string | null; created_at: GeneratedMoment; version: Generated<number>;
}
export interface LegalHoldTable {
    id: string; interaction_id: string; reason: string; placed_by: string; placed_at: GeneratedMoment; lifted_by: Generated<string | null>; lifted_at: OptionalMoment; lift_reason: Generated<string | null>;
}
export interface ContentDeletionTable {
    id: string; interaction_id: string; kind: ContentKind; rule_id: string | null;
    /** As it was called then; null where somebody deleted by hand. */
    rule_name: string | null;
    by_id: string | null; reason: string | null; hash: string; bytes: number; deleted_at: GeneratedMoment;
}

export interface RetentionTables {
    'quality.retention_rule': RetentionRuleTable;
    'quality.legal_hold': LegalHoldTable;
    'quality.content_deletion': ContentDeletionTable;
}
