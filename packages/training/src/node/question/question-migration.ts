import { statements } from '@earshot/core/lib/node/core-migrations';
import { type Kysely, sql } from 'kysely';

const tables = statements(`
create table training.question_import (id uuid primary key, by uuid references core.person, at timestamptz(3) not null, format text not null, undone_at timestamptz(3));
create table training.question (
    id uuid primary key, language text not null check (language in ('zh-cn', 'zh-tw', 'en')), name text not null, category text not null, tags text[] not null, skills text[] not null, difficulty text check (difficulty in ('easy', 'medium', 'hard')),
    kind text not null, prompt text not null, points double precision not null, state text not null check (state in ('draft', 'in-review', 'approved', 'retired')), open_state text check (open_state in ('draft', 'in-review')), external_id text,
    author_id uuid references core.person, created_at timestamptz(3) not null, changed_at timestamptz(3) not null, version integer not null default 1);
create index question_changed on training.question (changed_at desc, id desc);
create index question_external on training.question (external_id) where external_id is not null;
create index question_tags on training.question using gin (tags);
create table training.question_version (
    id uuid primary key, question_id uuid not null references training.question on delete cascade, number integer not null check (number > 0), state text not null check (state in ('draft', 'in-review', 'approved', 'superseded', 'retired')),
    content jsonb not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'), author_id uuid references core.person, contributors uuid[] not null default '{}', submitted_at timestamptz(3), approved_at timestamptz(3), approved_by uuid references core.person,
    reason text, import_id uuid references training.question_import, created_at timestamptz(3) not null, changed_at timestamptz(3) not null, unique (question_id, number), check (approved_by is null or not approved_by = any(contributors)));
create unique index question_version_open on training.question_version (question_id) where state in ('draft', 'in-review');
create unique index question_version_approved on training.question_version (question_id) where state in ('approved', 'retired');
create index question_version_import on training.question_version (import_id) where import_id is not null;
create table training.question_clause (
    question_id uuid not null references training.question on delete cascade, document_id uuid not null references training.document on delete cascade, clause_id text not null, seen_version_id uuid references training.document_version on delete set null, primary key (question_id, document_id, clause_id));
create index question_clause_of on training.question_clause (document_id, clause_id);
create table training.question_check (
    question_id uuid not null references training.question on delete cascade, document_id uuid not null references training.document on delete cascade, clause_id text not null, version_id uuid not null references training.document_version on delete cascade,
    change text not null check (change in ('changed', 'removed')), opened_at timestamptz(3) not null, resolved_at timestamptz(3), resolved_by uuid references core.person, outcome text check (outcome in ('confirmed', 'revised', 'retired')),
    primary key (question_id, document_id, clause_id, version_id), check ((resolved_at is null) = (outcome is null)));
create index question_check_open on training.question_check (version_id) where resolved_at is null;
create index question_check_version on training.question_check (version_id);
`);

/** What was approved is what exams have asked: it stays, whatever a later program believes. */
const guards = [
    `create function training.keep_question_version() returns trigger language plpgsql as $$
    begin
        if old.state <> 'draft' and (new.content, new.hash, new.number, new.question_id) is distinct from (old.content, old.hash, old.number, old.question_id) then
            raise exception 'Only a draft can be edited.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    'create trigger question_version_kept before update on training.question_version for each row execute function training.keep_question_version()'
];

export const questionMigration = {
    up: async (database: Kysely<unknown>): Promise<void> => {
        await tables.up(database);
        for (const each of guards) {
            await sql.raw(each).execute(database);
        }
    }
};
