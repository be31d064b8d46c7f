import { statements } from '@earshot/core/lib/node/core-migrations';

/** Which window an answer came from: one that never heard so knows its own again. */
export const attemptMigration = statements('alter table training.attempt_answer add column client_id uuid;');

/** What the levels of a rubric were, where an essay is marked by one. */
export const attemptRubricMigration = statements('alter table training.attempt_mark add column ratings jsonb;');

/** How long questions were in view, as each window has measured it; of attempts that were there, nobody knows. */
export const viewTimeMigration = statements(`create table training.attempt_view (
    attempt_id uuid not null references training.attempt on delete cascade, client_id uuid not null, place integer not null, ms integer not null check (ms >= 0), primary key (attempt_id, place, client_id));`);

/** Supervised exams; those that were there are not. */
export const attemptFocusMigration = statements(`
update training.exam set blueprint = jsonb_set(blueprint, '{proctored}', 'false');
update training.exam_version set blueprint = jsonb_set(blueprint, '{proctored}', 'false');
create table training.attempt_focus (
    attempt_id uuid not null references training.attempt on delete cascade, client_id uuid not null, sequence integer not null, kind text not null check (kind in ('left', 'returned')), at timestamptz(3) not null,
    primary key (attempt_id, client_id, sequence));
`);
