import { statements } from '@earshot/core/lib/node/core-migrations';

export const careMigration = statements(`
create table training.change_request (
    id uuid primary key, document_id uuid not null references training.document on delete cascade, clause jsonb, text text not null, person_id uuid not null references core.person, state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
    created_at timestamptz(3) not null, answer text, decided_by uuid references core.person, decided_at timestamptz(3), check ((state = 'open') = (decided_at is null)));
create index change_request_document on training.change_request (document_id);
create index change_request_person on training.change_request (person_id);
create table training.document_review (
    id uuid primary key, document_id uuid references training.document on delete cascade, major integer, minor integer, held_on date not null, scope text not null, participants uuid[] not null, findings text not null,
    outcome text check (outcome in ('keep', 'revise', 'retire')), recorded_by uuid not null references core.person, recorded_at timestamptz(3) not null, check ((document_id is null) = (outcome is null)));
create index document_review_document on training.document_review (document_id);
create table training.review_action (
    id uuid primary key, review_id uuid not null references training.document_review on delete cascade, text text not null, owner_id uuid not null references core.person, due_on date not null, done_at timestamptz(3), done_by uuid references core.person);
create index review_action_review on training.review_action (review_id);
create index review_action_open on training.review_action (owner_id) where done_at is null;
`);
