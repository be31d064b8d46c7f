import { statements } from '@earshot/core/lib/node/core-migrations';

/**
 * What is taught, when, to whom, and what they thought of it. What somebody thought stands with them only as long as they can change it: afterwards
 * nobody stands beside it any more.
 */
export const sessionMigration = statements(`
create table training.course (
    id uuid primary key, title text not null, aim text not null, covers text[] not null default '{}', feedback_form_id uuid references assessment.form, retired_at timestamptz(3),
    changed_by uuid not null references core.person, changed_at timestamptz(3) not null default now(), version integer not null default 1);
create index course_title on training.course (title, id);
create table training.course_session (
    id uuid primary key, course_id uuid not null references training.course, trainer_id uuid not null references core.person, starts_at timestamptz(3) not null, ends_at timestamptz(3) not null,
    place text not null, online_link text not null, seats integer check (seats > 0), state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')), cancel_reason text,
    form_version_id uuid references assessment.form_version, held_at timestamptz(3), changed_by uuid not null references core.person, changed_at timestamptz(3) not null default now(), version integer not null default 1,
    check (ends_at >= starts_at), check ((state = 'held') = (held_at is not null)), check (state = 'cancelled' or cancel_reason is null));
create index course_session_starts on training.course_session (starts_at, id);
create index course_session_course on training.course_session (course_id, starts_at);
create index course_session_trainer on training.course_session (trainer_id, starts_at);
create table training.session_participant (
    session_id uuid not null references training.course_session, person_id uuid not null references core.person, invited_by uuid not null references core.person, invited_at timestamptz(3) not null default now(),
    mark text check (mark in ('present', 'late', 'excused', 'absent')), noted_by uuid references core.person, noted_at timestamptz(3), reminded_at timestamptz(3), primary key (session_id, person_id), check ((mark is null) = (noted_at is null)));
create index session_participant_person on training.session_participant (person_id);
create table training.session_feedback (
    id uuid primary key, session_id uuid not null references training.course_session, person_id uuid references core.person, answers jsonb not null, version integer not null default 1, unique (session_id, person_id));
create index session_feedback_named on training.session_feedback (session_id) where person_id is not null;
`);
