import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Entries of the audit log that would repeat themselves wait here for a minute and become one; and the log is found by what it is
 * asked for, in the order in which it is shown.
 */
export const gatheredMigration: Migration = {
    up: async (database: Kysely<unknown>) => {
        await sql`create table core.audit_gathered (
            action text not null, actor_id uuid, entity_type text not null, entity_id text not null, via text not null,
            first_at timestamptz(3) not null, last_at timestamptz(3) not null, count integer not null, detail jsonb not null,
            constraint audit_gathered_key unique nulls not distinct (entity_id, action, actor_id, via))`.execute(database);
        await sql`create index audit_gathered_age on core.audit_gathered (first_at)`.execute(database);
        await sql`create index audit_entry_action on core.audit_entry (action, position)`.execute(database);
        await sql`create index audit_entry_at on core.audit_entry (at)`.execute(database);
        await sql`create index audit_entry_actor_position on core.audit_entry (actor_id, position)`.execute(database);
        await sql`create index audit_entry_entity_position on core.audit_entry (entity_id, position)`.execute(database);
        await sql`drop index core.audit_entry_entity, core.audit_entry_actor`.execute(database);
    }
};
