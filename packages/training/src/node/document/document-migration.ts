import { statements } from '@earshot/core/lib/node/core-migrations';
import { type Kysely, sql } from 'kysely';

const tables = statements(`
create table training.document (
    id uuid primary key, language text not null check (language in ('zh-cn', 'zh-tw', 'en')), title text not null, kind text not null check (kind in ('business', 'management')), chapter text not null, area text not null default '',
    restricted boolean not null, everybody boolean not null, position_ids uuid[] not null, acknowledge_days integer not null check (acknowledge_days between 1 and 90), review_days integer not null check (review_days between 1 and 365),
    state text not null default 'new' check (state in ('new', 'effective', 'obsolete')), owner_id uuid references core.person, major integer, minor integer, effective_at timestamptz(3), major_since timestamptz(3),
    reviewed_at timestamptz(3), review_due_at timestamptz(3), created_at timestamptz(3) not null, changed_at timestamptz(3) not null, version integer not null default 1);
create index document_place on training.document (kind, chapter, area, title, id);
create index document_changed on training.document (changed_at desc, id desc);
create index document_owner on training.document (owner_id);
create index document_due on training.document (review_due_at) where state = 'effective';
create table training.document_version (
    id uuid primary key, document_id uuid not null references training.document on delete cascade, major integer not null check (major > 0), minor integer not null check (minor >= 0),
    state text not null check (state in ('draft', 'in-review', 'approved', 'scheduled', 'effective', 'obsolete')), content jsonb not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    author_id uuid references core.person, contributors uuid[] not null default '{}', note text, effective_at timestamptz(3), created_at timestamptz(3) not null, changed_at timestamptz(3) not null, submitted_at timestamptz(3),
    took_effect_at timestamptz(3), obsolete_at timestamptz(3), held_at timestamptz(3), release_reason text, released_by uuid references core.person, version integer not null default 1,
    unique (document_id, major, minor), check (state <> 'scheduled' or effective_at is not null), check ((release_reason is null) = (released_by is null)));
create unique index document_version_open on training.document_version (document_id) where state in ('draft', 'in-review', 'approved', 'scheduled');
create unique index document_version_effective on training.document_version (document_id) where state = 'effective';
create index document_version_state on training.document_version (state) where state in ('in-review', 'scheduled');
create index document_version_contributors on training.document_version using gin (contributors);
create table training.document_approval (
    id uuid primary key, version_id uuid not null references training.document_version on delete cascade, person_id uuid not null references core.person, hash text not null, at timestamptz(3) not null, voided_at timestamptz(3));
create index document_approval_version on training.document_approval (version_id);
create table training.clause (
    id uuid primary key, document_id uuid not null references training.document on delete cascade, anchor text not null, version_id uuid not null references training.document_version on delete cascade, place integer not null,
    number text not null, title text not null, text text not null, current boolean not null, unique (document_id, anchor));
create index clause_version on training.clause (version_id);
create table training.acknowledgement (
    version_id uuid not null references training.document_version, person_id uuid not null references core.person, document_id uuid not null references training.document, major integer not null, minor integer not null,
    hash text not null, at timestamptz(3) not null, primary key (version_id, person_id));
create index acknowledgement_person on training.acknowledgement (document_id, person_id, major);
create index acknowledgement_of on training.acknowledgement (person_id);
create table training.acknowledgement_reminder (
    document_id uuid not null references training.document on delete cascade, major integer not null, person_id uuid not null references core.person, reminded_at timestamptz(3) not null, primary key (document_id, major, person_id));
create index acknowledgement_reminder_person on training.acknowledgement_reminder (person_id);
`);

/** What was approved, was in effect, or was acknowledged must not change, whatever a later program believes. */
const guards = [
    `create function training.keep_document_version() returns trigger language plpgsql as $$
    begin
        if tg_op = 'DELETE' then
            if old.state <> 'draft' then
                raise exception 'Only a draft can be discarded.' using errcode = 'restrict_violation';
            end if;
            return old;
        end if;
        if (new.id, new.document_id) is distinct from (old.id, old.document_id) then
            raise exception 'A version stays what it is a version of.' using errcode = 'restrict_violation';
        end if;
        if old.state <> 'draft' and (new.content, new.hash, new.major, new.minor) is distinct from (old.content, old.hash, old.major, old.minor) then
            raise exception 'Only a draft can be edited.' using errcode = 'restrict_violation';
        end if;
        if old.state = 'obsolete' and new.state <> 'obsolete' then
            raise exception 'What is obsolete stays so.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    'create trigger document_version_kept before update or delete on training.document_version for each row execute function training.keep_document_version()',
    `create function training.keep_acknowledgement() returns trigger language plpgsql as $$
    begin
        raise exception 'What somebody has acknowledged stays so.' using errcode = 'restrict_violation';
    end $$`,
    'create trigger acknowledgement_kept before update or delete on training.acknowledgement for each row execute function training.keep_acknowledgement()'
];

export const documentMigration = {
    up: async (database: Kysely<unknown>): Promise<void> => {
        await tables.up(database);
        for (const each of guards) {
            await sql.raw(each).execute(database);
        }
    }
};
