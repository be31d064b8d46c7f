import type { GeneratedMoment, Json } from '@earshot/core/lib/node/storage/core-tables';
import type { Generated } from 'kysely';
import type { CertificationRule } from '../../common/certification/may-take-calls';

export interface CertificationRuleTable { position_id: string; rule: Json<CertificationRule>; changed_by: string; changed_at: GeneratedMoment; version: Generated<number> }
export interface SupervisedCallTable { id: string; person_id: string; percent: number; link: string | null; recorded_by: string; at: GeneratedMoment }
export interface SignOffTable { id: string; person_id: string; signed_by: string; at: GeneratedMoment }

export interface CertificationTables {
    'training.certification_rule': CertificationRuleTable;
    'training.supervised_call': SupervisedCallTable;
    'training.sign_off': SignOffTable;
}
