import type { ColumnType, Generated } from 'kysely';
import type { Scope } from '../../common/access/permission';

type Moment = ColumnType<Date, Date | string, Date | string>;
/** Set by the database where it is left out. */
type GeneratedMoment = ColumnType<Date, Date | string | undefined, Date | string>;
type OptionalMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** A day without a time, `2026-11-21`. */
type OptionalDay = ColumnType<string | null, string | null | undefined, string | null>;
export type Json<T> = ColumnType<T, string, string>;
export type OptionalJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
export type { GeneratedMoment, Moment, OptionalMoment, OptionalDay };

export interface PersonTable {
    id: string;
    name: string;
    login: string;
    employee_number: string | null;
    email: string | null;
    /** Initials and full spelling of a Chinese name in pinyin, for quick open. */
    pinyin: string | null;
    team_id: string | null;
    position_id: string | null;
    joined_on: OptionalDay;
    status: Generated<'active' | 'deactivated'>;
    sample: Generated<boolean>;
    password: string | null;
    must_change_password: Generated<boolean>;
    last_sign_in_at: OptionalMoment;
    created_at: GeneratedMoment;
    version: Generated<number>;
}
export interface TeamTable { id: string; parent_id: string | null; name: string; leader_id: string | null; version: Generated<number> }
export interface PositionTable { id: string; code: string; name: string; version: Generated<number> }
export interface RoleTable { id: string; code: string; name: string | null; built_in: boolean; version: Generated<number> }
export interface RoleGrantTable { role_id: string; permission: string; scope: Scope }
/** Permissions that have been offered to the built-in roles once; later edits of the grants are the administrator's. */
export interface PermissionSeenTable { permission: string }
export interface PersonRoleTable { person_id: string; role_id: string }
export interface SessionTable { id: string; secret_hash: Buffer; person_id: string; created_at: Moment; last_seen_at: Moment; expires_at: Moment }
/** Failed sign-ins of a day, by the hash of the name and by client. */
export interface SignInFailureTable { name_hash: Buffer; client: string; failures: number; locked_until: OptionalMoment; last_at: Moment }
/** Browsers from which somebody has signed in. */
export interface KnownDeviceTable { secret_hash: Buffer; person_id: string; address: string; last_used_at: Moment }
export interface ApiTokenTable { id: string; person_id: string; name: string; prefix: string; secret_hash: Buffer; created_at: Moment; expires_at: OptionalMoment; last_used_at: OptionalMoment }
export interface InvitationTable { id: string; person_id: string; secret_hash: Buffer; expires_at: Moment; used_at: OptionalMoment }
export interface PreferenceTable { person_id: string; key: string; value: Json<unknown> }
export interface NotificationTable { id: string; person_id: string; kind: string; detail: Json<Record<string, unknown>>; link: string | null; created_at: GeneratedMoment; read_at: OptionalMoment }
export interface NotificationChoiceTable { person_id: string; email: string[]; webhook: string[]; webhook_url: string | null; webhook_secret: string | null }
export interface AuditEntryTable {
    id: string; at: Moment; action: string; actor_id: string | null; entity_type: string; entity_id: string;
    /** Ids, codes, numbers and hashes only: never what a customer or a person wrote. */
    detail: Json<Record<string, unknown>>;
    /** Order in which entries became visible to the sealing job. */
    position: Generated<number>;
}
/** Entries that repeat themselves, until they become one. */
export interface AuditGatheredTable {
    action: string; actor_id: string | null; entity_type: string; entity_id: string; via: string;
    first_at: Moment; last_at: Moment; count: number; detail: Json<Record<string, unknown>>;
}
export interface AuditSealTable { sequence: number; entry_id: string; hash: Buffer; sealed_at: Moment }
export interface JobTable {
    id: string; kind: string; title: string; person_id: string | null; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
    progress: number | null; message: string | null; problem: OptionalJson<{ code: string; detail: Record<string, unknown> }>; result: OptionalJson<Record<string, unknown>>;
    cancel_requested: Generated<boolean>; created_at: GeneratedMoment; finished_at: OptionalMoment;
}
export interface BlobTable { hash: string; bytes: number; media_type: string; created_at: GeneratedMoment }
export interface SettingTable { key: string; value: Json<unknown> }

export interface CoreTables {
    'core.person': PersonTable;
    'core.team': TeamTable;
    'core.position': PositionTable;
    'core.role': RoleTable;
    'core.role_grant': RoleGrantTable;
    'core.permission_seen': PermissionSeenTable;
    'core.person_role': PersonRoleTable;
    'core.session': SessionTable;
    'core.sign_in_failure': SignInFailureTable;
    'core.known_device': KnownDeviceTable;
    'core.api_token': ApiTokenTable;
    'core.invitation': InvitationTable;
    'core.preference': PreferenceTable;
    'core.notification': NotificationTable;
    'core.notification_choice': NotificationChoiceTable;
    'core.audit_entry': AuditEntryTable;
    'core.audit_gathered': AuditGatheredTable;
    'core.audit_seal': AuditSealTable;
    'core.job': JobTable;
    'core.blob': BlobTable;
    'core.setting': SettingTable;
}
