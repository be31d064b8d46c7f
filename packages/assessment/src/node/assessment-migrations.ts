import { statements } from '@earshot/core/lib/node/core-migrations';
import type { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { type Kysely, sql } from 'kysely';

const tables = statements(`
create table assessment.form (
    id uuid primary key, key text not null unique, changed_at timestamptz(3) not null);
create table assessment.form_version (
    id uuid primary key, form_id uuid not null references assessment.form, number integer not null, state text not null check (state in ('draft', 'in-review', 'published', 'retired')),
    title jsonb not null, definition jsonb not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'), author_id uuid references core.person,
    changed_at timestamptz(3) not null, published_at timestamptz(3), retired_at timestamptz(3), version integer not null default 1,
    unique (form_id, number), check ((published_at is null) = (state in ('draft', 'in-review'))));
create unique index form_version_published on assessment.form_version (form_id) where state = 'published';
create unique index form_version_open on assessment.form_version (form_id) where state in ('draft', 'in-review');
create table assessment.filled_form (
    id uuid primary key, form_version_id uuid not null references assessment.form_version, subject text not null, author_id uuid not null references core.person,
    state text not null default 'draft' check (state in ('draft', 'submitted')), answers jsonb not null, evidence jsonb not null, score jsonb not null,
    percent double precision check (percent between 0 and 100), auto_fail boolean not null, critical_errors integer not null, created_at timestamptz(3) not null, changed_at timestamptz(3) not null,
    submitted_at timestamptz(3), version integer not null default 1, check ((submitted_at is null) = (state = 'draft')));
create index filled_form_version on assessment.filled_form (form_version_id);
create index filled_form_subject on assessment.filled_form (subject);
create index filled_form_author on assessment.filled_form (author_id, id);
create table assessment.ruling (
    id uuid primary key, form_id uuid not null references assessment.form, question_id text not null, text text not null, decided_at timestamptz(3) not null, decided_in text, withdrawn_at timestamptz(3));
create unique index ruling_in_force on assessment.ruling (form_id, question_id, decided_in) nulls not distinct where withdrawn_at is null;
`);

/** What was agreed upon and what was scored must not change, whatever a later program believes. */
const guards = [
    `create function assessment.keep_form_version() returns trigger language plpgsql as $$
    begin
        if tg_op = 'DELETE' then
            if old.state <> 'draft' then
                raise exception 'Only the draft of a form can be discarded.' using errcode = 'restrict_violation';
            end if;
            return old;
        end if;
        if (new.id, new.form_id, new.number) is distinct from (old.id, old.form_id, old.number) then
            raise exception 'A form version stays what it is a version of.' using errcode = 'restrict_violation';
        end if;
        if old.state <> 'draft' and (new.title, new.definition, new.hash, new.author_id) is distinct from (old.title, old.definition, old.hash, old.author_id) then
            raise exception 'Only the draft of a form can be edited.' using errcode = 'restrict_violation';
        end if;
        if old.published_at is not null and new.published_at is distinct from old.published_at then
            raise exception 'A published form version stays published.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    `create trigger form_version_kept before update or delete on assessment.form_version for each row execute function assessment.keep_form_version()`,
    `create function assessment.keep_submitted() returns trigger language plpgsql as $$
    begin
        raise exception 'A submitted form never changes.' using errcode = 'restrict_violation';
    end $$`,
    `create trigger filled_form_kept before update on assessment.filled_form for each row when (old.state = 'submitted') execute function assessment.keep_submitted()`
];

const first = async (database: Kysely<unknown>): Promise<void> => {
    await tables.up(database);
    for (const each of guards) {
        await sql.raw(each).execute(database);
    }
};

export const assessmentMigrations: PackageMigrations = { schema: 'assessment', migrations: {
        '2026-11-21-first': { up: first },
        '2026-11-22-replay': statements(`
            create index filled_form_submitted on assessment.filled_form (form_version_id, submitted_at desc) where state = 'submitted';
            alter table assessment.form_version add column editor_ids uuid[] not null default '{}';
            update assessment.form_version set editor_ids = array[author_id] where author_id is not null and state = 'draft';
        `),
        '2026-11-26-subject': statements(`alter table assessment.form add column subject text not null default 'interaction' check (subject in ('interaction', 'article'))`),
        '2026-12-03-subject-training': statements(`
            alter table assessment.form drop constraint form_subject_check;
            alter table assessment.form add constraint form_subject_check check (subject in ('interaction', 'article', 'training'));
        `)
    } };
