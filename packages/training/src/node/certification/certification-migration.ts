import { statements } from '@earshot/core/lib/node/core-migrations';

export const certificationMigration = statements(`
create table training.certification_rule (
    position_id uuid primary key references core.position on delete cascade, rule jsonb not null, changed_by uuid not null references core.person, changed_at timestamptz(3) not null default now(), version integer not null default 1);
create table training.supervised_call (
    id uuid primary key, person_id uuid not null references core.person, percent double precision not null check (percent between 0 and 100), link text, recorded_by uuid not null references core.person, at timestamptz(3) not null default now());
create index supervised_call_person on training.supervised_call (person_id, at);
create table training.sign_off (id uuid primary key, person_id uuid not null references core.person, signed_by uuid not null references core.person, at timestamptz(3) not null default now(), check (person_id <> signed_by));
create index sign_off_person on training.sign_off (person_id, at);
`);
