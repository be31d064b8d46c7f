import { statements } from '@earshot/core/lib/node/core-migrations';
import { annualReviewStatements } from './annual-review/annual-review-tables';
import { attachmentStatements } from './attachment/attachment-tables';
import { evaluationStatements } from './evaluation/evaluation-tables';
import { importStatements, othersStatements } from './import/import-tables';
import type { PackageMigrations } from '@earshot/core/lib/node/storage/migration';
import { type Kysely, sql } from 'kysely';

const tables = statements(`
create table knowledge.category (
    id uuid primary key, parent_id uuid references knowledge.category, name jsonb not null, place integer not null default 0,
    review_days integer check (review_days between 1 and 365), second_approval text check (second_approval in ('none', 'legal', 'compliance')), version integer not null default 1);
create index category_parent on knowledge.category (parent_id);
create table knowledge.article (
    id uuid primary key, kind text not null, language text not null check (language in ('zh-cn', 'zh-tw', 'en')), title text not null, keywords text not null default '', category_id uuid not null references knowledge.category,
    tags text[] not null default '{}', audience text[] not null, valid_from timestamptz(3), valid_until timestamptz(3), state text not null default 'new' check (state in ('new', 'published', 'due-for-review', 'retired')),
    owner_id uuid references core.person, expert_team_id uuid references core.team, source_id uuid references knowledge.article, source_number integer, published_number integer, published_at timestamptz(3),
    verified_at timestamptz(3), review_due_at timestamptz(3), created_at timestamptz(3) not null, changed_at timestamptz(3) not null, version integer not null default 1);
create index article_changed on knowledge.article (changed_at desc, id desc);
create index article_title on knowledge.article (title, id);
create index article_category on knowledge.article (category_id);
create index article_owner on knowledge.article (owner_id);
create index article_source on knowledge.article (source_id);
create index article_tags on knowledge.article using gin (tags);
create index article_audience on knowledge.article using gin (audience);
create index article_due on knowledge.article (review_due_at) where state = 'published';
create table knowledge.revision (
    id uuid primary key, article_id uuid not null references knowledge.article on delete cascade, number integer not null,
    state text not null check (state in ('draft', 'in-review', 'second-review', 'approved', 'scheduled', 'published', 'due-for-review', 'retired', 'superseded')),
    content jsonb not null, hash text not null check (hash ~ '^[0-9a-f]{64}$'), audience text[] not null, author_id uuid references core.person, contributors uuid[] not null default '{}', note text, begun_from uuid,
    publish_at timestamptz(3), created_at timestamptz(3) not null, changed_at timestamptz(3) not null, submitted_at timestamptz(3), published_at timestamptz(3), version integer not null default 1,
    unique (article_id, number), check ((publish_at is not null) = (state = 'scheduled')));
create unique index revision_open on knowledge.revision (article_id) where state in ('draft', 'in-review', 'second-review', 'approved', 'scheduled');
create unique index revision_live on knowledge.revision (article_id) where state in ('published', 'due-for-review');
create index revision_state on knowledge.revision (state) where state in ('in-review', 'second-review', 'scheduled');
create index revision_contributors on knowledge.revision using gin (contributors);
create table knowledge.approval (
    id uuid primary key, revision_id uuid not null references knowledge.revision on delete cascade, step text not null check (step in ('first', 'legal', 'compliance')), person_id uuid not null references core.person,
    hash text not null, at timestamptz(3) not null, voided_at timestamptz(3));
create index approval_revision on knowledge.approval (revision_id);
create table knowledge.link (
    article_id uuid not null references knowledge.article on delete cascade, target_id uuid not null, primary key (article_id, target_id));
create index link_target on knowledge.link (target_id);
create table knowledge.use_count (
    article_id uuid not null references knowledge.article on delete cascade, day date not null, opened integer not null default 0, read_out integer not null default 0, copied integer not null default 0, primary key (article_id, day));
create table knowledge.comment (
    id uuid primary key, revision_id uuid not null references knowledge.revision on delete cascade, article_id uuid not null references knowledge.article on delete cascade, parent_id uuid references knowledge.comment on delete cascade,
    passage jsonb, text text not null, author_id uuid not null references core.person, created_at timestamptz(3) not null, resolved_at timestamptz(3), resolved_by uuid references core.person);
create index comment_article on knowledge.comment (article_id, id);
create index comment_revision on knowledge.comment (revision_id);
create table knowledge.verdict (
    revision_id uuid not null references knowledge.revision on delete cascade, person_id uuid not null references core.person, helpful boolean not null, reason text, at timestamptz(3) not null, primary key (revision_id, person_id));
create table knowledge.flag (
    id uuid primary key, article_id uuid not null references knowledge.article on delete cascade, revision_id uuid not null references knowledge.revision on delete cascade, person_id uuid not null references core.person, reason text not null, text text not null,
    part text, suggestion text, state text not null default 'open' check (state in ('open', 'taken', 'declined')), created_at timestamptz(3) not null, answer text, decided_by uuid references core.person, decided_at timestamptz(3));
create index flag_article on knowledge.flag (article_id);
create index flag_open on knowledge.flag (id) where state = 'open';
`);

/** What others have approved and readers have read must not change, whatever a later program believes. */
const guards = [
    `create function knowledge.keep_revision() returns trigger language plpgsql as $$
    begin
        if tg_op = 'DELETE' then
            if old.state <> 'draft' then
                raise exception 'Only a draft can be discarded.' using errcode = 'restrict_violation';
            end if;
            return old;
        end if;
        if (new.id, new.article_id, new.number) is distinct from (old.id, old.article_id, old.number) then
            raise exception 'A revision stays what it is a revision of.' using errcode = 'restrict_violation';
        end if;
        if old.state <> 'draft' and (new.content, new.hash, new.audience) is distinct from (old.content, old.hash, old.audience) then
            raise exception 'Only a draft can be edited.' using errcode = 'restrict_violation';
        end if;
        if old.state in ('retired', 'superseded') and new.state <> old.state then
            raise exception 'What was superseded or retired stays so.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    `create trigger revision_kept before update or delete on knowledge.revision for each row execute function knowledge.keep_revision()`
];

/** Statements with functions in them, which have semicolons of their own. */
const oneByOne = (all: readonly string[]) => async (database: Kysely<unknown>): Promise<void> => {
    for (const each of all) {
        await sql.raw(each).execute(database);
    }
};

const first = async (database: Kysely<unknown>): Promise<void> => {
    await tables.up(database);
    await oneByOne(guards)(database);
};

export const knowledgeMigrations: PackageMigrations = {
    schema: 'knowledge', migrations: { '2026-11-22-first': { up: first }, '2026-11-23-import': statements(importStatements), '2026-11-24-attachment': { up: oneByOne(attachmentStatements) }, '2026-11-25-reminder': statements('alter table knowledge.article add column reminded_of timestamptz(3)'), '2026-11-26-annual-review': { up: oneByOne(annualReviewStatements) }, '2026-11-27-evaluation': statements(evaluationStatements), '2026-11-28-confirming': statements('alter table knowledge.article add column before_confirming jsonb'), '2026-11-29-others': statements(othersStatements) }
};
