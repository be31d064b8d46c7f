import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What editors tell search, what it learns from, and what was used in which interaction. */
export const searchMigration: Migration = {
    up: async (database: Kysely<unknown>) => {
        await sql`create table core.search_synonym (
            id uuid primary key, words text[] not null, one_way boolean not null, version integer not null default 1)`.execute(database);
        await sql`create table core.search_pin (
            id uuid primary key, queries text[] not null, links text[] not null, version integer not null default 1)`.execute(database);
        await sql`create table core.search_log (
            id uuid primary key, at timestamptz(3) not null default now(), query text not null, total integer not null, opened_rank integer, opened_link text)`.execute(database);
        await sql`create index search_log_at on core.search_log (at)`.execute(database);
        await sql`create table core.linked_answer (
            id uuid primary key, at timestamptz(3) not null default now(), person_id uuid not null references core.person, interaction text not null, link text not null,
            unique (interaction, link, person_id))`.execute(database);
        await sql`create index linked_answer_link on core.linked_answer (link)`.execute(database);
    }
};
