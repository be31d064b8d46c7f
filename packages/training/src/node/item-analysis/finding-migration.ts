import { statements } from '@earshot/core/lib/node/core-migrations';

/** What the answers say against a question, until somebody has looked; and up to where each version of an exam was analysed. */
export const findingMigration = statements(`
create table training.question_finding (
    exam_version_id uuid not null references training.exam_version, question_id uuid not null references training.question on delete cascade, question_version_id uuid not null references training.question_version on delete cascade,
    concern text not null check (concern in ('negative', 'everybody', 'nobody')), people integer not null, found_at timestamptz(3) not null, seen_people integer, seen_by uuid references core.person, seen_at timestamptz(3),
    primary key (exam_version_id, question_id), check ((seen_at is null) = (seen_people is null)));
create index question_finding_question on training.question_finding (question_id);
create table training.analysed_version (exam_version_id uuid primary key references training.exam_version, marks bigint not null, analysed_at timestamptz(3) not null);
`);
