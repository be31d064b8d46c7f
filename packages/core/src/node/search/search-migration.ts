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

/** Which version of an answer was shown, and whether it was opened, read out, or said to have been used. Links from before say the last. */
export const linkedVersionMigration: Migration = {
    up: async (database: Kysely<unknown>) => {
        await sql`alter table core.linked_answer add column version text, add column how text not null default 'used' check (how in ('opened', 'read-out', 'used'))`.execute(database);
    }
};

/** What the engine in the database keeps; empty where another engine was chosen. */
export const searchEntryMigration: Migration = {
    up: async (database: Kysely<unknown>) => {
        await sql`create table core.search_entry (
            id text primary key, version text not null, kind text not null, category text, language text not null, audience text[] not null,
            valid_from double precision, valid_until double precision, updated_at double precision not null, weight double precision not null, fields jsonb not null, terms tsvector not null)`.execute(database);
        await sql`create index search_entry_terms on core.search_entry using gin (terms)`.execute(database);
        await sql`create table core.search_word (stem text primary key)`.execute(database);
    }
};

/** Which words people put for others, without who. */
export const reformulationMigration: Migration = {
    up: async (database: Kysely<unknown>) => {
        await sql`create table core.search_reformulation (
            id uuid primary key, from_words text not null, to_words text not null, searches integer not null, opened integer not null, days integer not null, sessions integer not null, last_on date not null, dismissed_at timestamptz(3),
            unique (from_words, to_words))`.execute(database);
        await sql`create table core.search_reformulation_session (
            pair_id uuid not null references core.search_reformulation on delete cascade, digest text not null, on_day date not null, primary key (pair_id, digest))`.execute(database);
    }
};
