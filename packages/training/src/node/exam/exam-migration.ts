import { statements } from '@earshot/core/lib/node/core-migrations';
import { type Kysely, sql } from 'kysely';

const tables = statements(`
create table training.exam (
    id uuid primary key, title text not null, blueprint jsonb not null, state text not null default 'draft' check (state in ('draft', 'in-review', 'published', 'retired')), published_id uuid,
    changed_by uuid not null references core.person, changed_at timestamptz(3) not null default now(), version integer not null default 1);
create index exam_title on training.exam (title, id);
create table training.exam_version (
    id uuid primary key, exam_id uuid not null references training.exam, number integer not null, title text not null, blueprint jsonb not null, written_by uuid not null references core.person,
    published_by uuid not null references core.person, published_at timestamptz(3) not null default now(), unique (exam_id, number));
alter table training.exam add constraint exam_published foreign key (published_id) references training.exam_version;
create table training.exam_assignment (
    id uuid primary key, exam_id uuid not null references training.exam, person_id uuid not null references core.person, assigned_by uuid not null references core.person, assigned_at timestamptz(3) not null default now(),
    opens_at timestamptz(3), closes_at timestamptz(3), extra_minutes integer not null default 0, extra_attempts integer not null default 0, expired_at timestamptz(3), withdrawn_at timestamptz(3), version integer not null default 1,
    check (closes_at > opens_at));
create index exam_assignment_exam on training.exam_assignment (exam_id);
create index exam_assignment_person on training.exam_assignment (person_id);
create index exam_assignment_closing on training.exam_assignment (closes_at) where expired_at is null and withdrawn_at is null;
create table training.attempt (
    id uuid primary key, assignment_id uuid not null references training.exam_assignment, exam_version_id uuid not null references training.exam_version, person_id uuid not null references core.person,
    position_id uuid references core.position on delete set null, number integer not null, seed bigint not null, paper jsonb not null,
    state text not null check (state in ('running', 'submitted', 'marking', 'graded', 'released')), started_at timestamptz(3) not null, deadline_at timestamptz(3), submitted_at timestamptz(3),
    submitted_by text check (submitted_by in ('trainee', 'clock')), released_at timestamptz(3), grade jsonb, percent double precision, passed boolean, version integer not null default 1,
    unique (assignment_id, number), check ((state = 'running') = (submitted_at is null)));
create unique index attempt_one_running on training.attempt (assignment_id) where state = 'running';
create index attempt_person on training.attempt (person_id, started_at desc);
create index attempt_started on training.attempt (started_at desc, id desc);
create index attempt_deadline on training.attempt (deadline_at) where state = 'running';
create index attempt_to_mark on training.attempt (submitted_at, id) where state in ('submitted', 'marking', 'graded');
create table training.attempt_answer (
    attempt_id uuid not null references training.attempt on delete cascade, place integer not null, answer jsonb, flagged boolean not null, late boolean not null, version integer not null, saved_at timestamptz(3) not null,
    primary key (attempt_id, place));
create table training.attempt_client (
    attempt_id uuid not null references training.attempt on delete cascade, client_id uuid not null, place integer not null, sequence integer not null, primary key (attempt_id, client_id, place));
create table training.attempt_mark (
    id uuid primary key, attempt_id uuid not null references training.attempt, place integer not null, kind text not null check (kind in ('first', 'second', 'deciding', 'regrade')),
    share double precision not null check (share between 0 and 1), comment text not null, reason text, marker_id uuid not null references core.person, at timestamptz(3) not null default now(), check ((kind = 'regrade') = (reason is not null)));
create index attempt_mark_attempt on training.attempt_mark (attempt_id, place, at);
create unique index attempt_mark_once on training.attempt_mark (attempt_id, place, kind) where kind <> 'regrade';
`);

/** Who answers for an exam: of those that were there, whoever has changed them last. */
export const examOwnerMigration = statements(`
alter table training.exam add column owner_id uuid references core.person;
update training.exam set owner_id = changed_by;
alter table training.exam alter column owner_id set not null;
create index exam_owner on training.exam (owner_id);
`);

/**
 * Exams that the house itself gives to people because the rule of their position asks for them; nobody has assigned those. `due_at` is when they need it, to sit it they may later as well. Whoever
 * takes one back is known, so that it is not given once more.
 */
export const ruledAssignmentMigration = statements(`
alter table training.exam_assignment alter column assigned_by drop not null, add column position_id uuid references core.position on delete set null,
    add column due_at timestamptz(3), add column withdrawn_by uuid references core.person;
create index exam_assignment_by_rule on training.exam_assignment (exam_id, person_id) where assigned_by is null and withdrawn_at is null;
`);

/** Everybody who has changed an exam since it was approved last; of earlier ones, whoever changed it last. None of them approves it. */
export const examContributorMigration = statements(`
alter table training.exam add column contributors uuid[] not null default '{}';
update training.exam set contributors = array[changed_by];
`);

/** What was sat, drawn and marked must not change, whatever a later program believes. */
const guards = [
    `create function training.keep_attempt() returns trigger language plpgsql as $$
    begin
        if (new.id, new.assignment_id, new.exam_version_id, new.person_id, new.number, new.seed, new.paper, new.started_at) is distinct from
            (old.id, old.assignment_id, old.exam_version_id, old.person_id, old.number, old.seed, old.paper, old.started_at) then
            raise exception 'A paper stays what was drawn.' using errcode = 'restrict_violation';
        end if;
        if old.state <> 'running' and (new.state = 'running' or new.submitted_at is distinct from old.submitted_at) then
            raise exception 'What was handed in stays so.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    'create trigger attempt_kept before update on training.attempt for each row execute function training.keep_attempt()',
    `create function training.keep_attempt_mark() returns trigger language plpgsql as $$
    begin
        raise exception 'Marks are added, not changed.' using errcode = 'restrict_violation';
    end $$`,
    'create trigger attempt_mark_kept before update or delete on training.attempt_mark for each row execute function training.keep_attempt_mark()'
];

export const examMigration = {
    up: async (database: Kysely<unknown>): Promise<void> => {
        await tables.up(database);
        for (const each of guards) {
            await sql.raw(each).execute(database);
        }
    }
};
