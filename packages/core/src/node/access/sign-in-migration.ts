import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Failed sign-ins are counted by name and client instead of by account: what locks one client out says nothing of the account,
 * and a name that nobody has is counted like any other. Names are kept as hashes: people type passwords into the wrong field.
 */
export const signInMigration: Migration = {
    up: async (database: Kysely<unknown>) => {
        await sql`create table core.sign_in_failure (
            name_hash bytea not null, client text not null, failures integer not null, locked_until timestamptz(3), last_at timestamptz(3) not null,
            primary key (name_hash, client))`.execute(database);
        await sql`create index sign_in_failure_age on core.sign_in_failure (last_at)`.execute(database);
        await sql`create table core.known_device (
            secret_hash bytea not null, person_id uuid not null references core.person, address text not null, last_used_at timestamptz(3) not null,
            primary key (secret_hash, person_id))`.execute(database);
        await sql`create index known_device_person on core.known_device (person_id, last_used_at)`.execute(database);
        await sql`alter table core.person drop column failed_attempts, drop column locked_until`.execute(database);
    }
};
