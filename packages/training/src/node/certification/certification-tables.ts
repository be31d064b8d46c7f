import type { GeneratedMoment, Json } from '@earshot/core/lib/node/storage/core-tables';
import type { Generated } from 'kysely';
import type { CertificationRule } from '../../common/certification/may-take-calls';

export interface CertificationRuleTable { position_id: string; rule: Json<CertificationRule>; asked: Json<Readonly<Record<string, string>>>; changed_by: string; changed_at: GeneratedMoment; version: Generated<number> }
/** `position_id`: the position that it was given for, and counts in. */
export interface SupervisedCallTable { id: string; person_id: string; position_id: string | null; percent: number; link: string | null; recorded_by: string; at: GeneratedMoment }
export interface SignOffTable { id: string; person_id: string; position_id: string | null; signed_by: string; at: GeneratedMoment }
/** The last time that somebody came to another position; nothing for whoever has always been in theirs. */
export interface PositionChangeTable { person_id: string; from_position: string | null; transferred: boolean; at: GeneratedMoment }
export interface CertificationReminderTable { person_id: string; requirement_id: string; ends_at: Date; reminded_at: GeneratedMoment }

export interface CertificationTables {
    'training.certification_rule': CertificationRuleTable;
    'training.supervised_call': SupervisedCallTable;
    'training.sign_off': SignOffTable;
    'training.position_change': PositionChangeTable;
    'training.certification_reminder': CertificationReminderTable;
}
